// The operator's note on one delivery: one line that is read, and written after N or a click. Hidden while there is
// none.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace callboard {

class ElidedLabel;

class NoteLine : public QWidget {
    Q_OBJECT

public:
    explicit NoteLine(QWidget *parent = nullptr);

    void setNote(const QString &note); // what is being written is left alone
    void edit();
    void abandon(); // another delivery is shown

signals:
    void noteWritten(const QString &note);
    void left(); // the keyboard is free again

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawIcon();
    void present();
    void finish(bool keep);

    QString m_note;
    bool m_editing = false;
    QLabel *m_icon = nullptr;
    ElidedLabel *m_shown = nullptr;
    QLineEdit *m_edit = nullptr;
    QToolButton *m_change = nullptr;
};

} // namespace callboard
