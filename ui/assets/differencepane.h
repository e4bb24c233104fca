// What a platform's answer differs in from what was known: field, before, now. Hidden while there is nothing to show.
#pragma once

#include "core/payload/recorddiff.h"

#include <QWidget>

class QStandardItemModel;

namespace callboard {

class PlainTable;

class DifferencePane : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePane(QWidget *parent = nullptr);

    void show(const QList<FieldChange> &changes); // none: hides
    using QWidget::show;

private:
    QWidget *makeHead();
    void fitHeight();

    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
};

} // namespace callboard
