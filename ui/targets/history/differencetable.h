// What differs, one field a row: field, before, after. Texts come from outside: each cell shows one escaped line, its
// tooltip the whole.
#pragma once

#include "core/domain/targetdefinition.h"
#include "ui/targets/plaintable.h"

class QStandardItemModel;

namespace callboard {

class DifferenceTable : public PlainTable {
    Q_OBJECT

public:
    explicit DifferenceTable(QWidget *parent = nullptr);

    void setDifferences(const QList<FieldDifference> &differences);

private:
    explicit DifferenceTable(QStandardItemModel *model, QWidget *parent);

    QStandardItemModel *m_model = nullptr;
};

} // namespace callboard
