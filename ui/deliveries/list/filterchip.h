// One thing that the log is narrowed to and that no other control shows: "asset 556114" with a cross that takes it off.
// Hidden while there is none.
#pragma once

#include <QToolButton>

namespace callboard {

class FilterChip : public QToolButton {
    Q_OBJECT

public:
    // `label`: what it narrows, with %1 for the value.
    FilterChip(const char *name, const QString &label, QWidget *parent = nullptr);

    void setValue(const QString &value); // empty: hides
    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
    QString m_value;
};

} // namespace callboard
