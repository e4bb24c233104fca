// Rows of a form: a right-aligned label with its mnemonic, the field, and below it the field's line. Grids that are
// aligned with each other share one label column, so that a folded group continues the form above it.
#pragma once

#include "ui/targets/form/fieldline.h"

#include <QList>
#include <QWidget>

#include <initializer_list>

class QGridLayout;
class QLabel;

namespace callboard {

class FieldGrid : public QWidget {
    Q_OBJECT

public:
    explicit FieldGrid(QWidget *parent = nullptr);

    // `buddy` gets the focus when the label's mnemonic is typed; null: the field itself.
    QLabel *addRow(const QString &label, QWidget *field, FieldLine *line = nullptr, QWidget *buddy = nullptr);
    // Without a label, spanning both columns.
    void addWide(QWidget *widget);

    static void alignLabels(const QList<FieldGrid *> &grids);

private:
    [[nodiscard]] int widestLabel() const;

    QGridLayout *m_grid = nullptr;
    QList<QLabel *> m_labels;
};

// Controls side by side in one field; the last one is followed by free space.
[[nodiscard]] QWidget *inRow(std::initializer_list<QWidget *> controls, QWidget *parent = nullptr);

} // namespace callboard
