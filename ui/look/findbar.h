// Finding within one view: what is sought, where one is among what was found, back and forth. Knows nothing of the
// text.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace callboard {

class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(); // and take the keyboard
    [[nodiscard]] QString sought() const;
    // `match` counts from 0; `most` means that there may be more.
    void showPlace(int match, qsizetype count, bool most);

signals:
    void soughtChanged(const QString &sought);
    void stepRequested(int step); // 1: the next, -1: the one before
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const char *name, const QString &text, const QString &iconName);

    QLineEdit *m_edit = nullptr;
    QLabel *m_place = nullptr;
};

} // namespace callboard
