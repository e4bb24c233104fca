// The rows of a form that changes several things at once: a tick that says whether the field counts, the field, and
// below it a line that says what is wrong, or in what the things differ. Editing a field ticks it; taking the tick away
// puts the field back.
#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace callboard {

class FieldLine;

class TogetherRows : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QCheckBox *tick = nullptr;
        FieldLine *line = nullptr;
        QStringList values;               // in words, each once; more than one: they differ
        std::function<void()> reset;      // puts the field back
        std::function<QString()> problem; // of what is in it; empty: none
    };

    enum class Width { Short, Whole };

    explicit TogetherRows(QWidget *parent = nullptr);

    // A name such as "timeout" makes the objects timeoutTick and timeoutLine. The field calls touched() when edited.
    int add(const char *name, const QString &label, QWidget *field, const Row &row);
    // Ready-made fields. Of a combo box, entries are words and data; where the values differ a first entry says so.
    QLineEdit *addText(const char *name, const QString &label, const QStringList &values, const QString &placeholder,
                       Width width, const std::function<QString(const QString &)> &problem);
    QComboBox *addChoice(const char *name, const QString &label, const QStringList &values,
                         const QList<QPair<QString, int>> &entries);

    void touched(int row);
    [[nodiscard]] bool isTicked(const QWidget *field) const;
    [[nodiscard]] QString problem() const; // the first of a ticked field

signals:
    void edited();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void say(const Row &row) const;

    QGridLayout *m_grid = nullptr;
    QList<Row> m_rows;
    QList<QWidget *> m_fields;
    QWidgetList m_stops; // of Tab, in its order
};

} // namespace callboard
