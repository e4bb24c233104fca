// One line above the pages that says what happened or asks once: text, at most one action, dismiss. Never modal; stays
// until dismissed, used, or replaced by the next message. Announced to assistive tools.
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace callboard {

struct Message {
    enum class Kind { Info, Question, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString actionText;           // empty: no action
    std::function<void()> action; // runs once; the bar is gone by then
    // Runs once where the message goes without it: dismissed, or else another took its place.
    std::function<void(bool dismissed)> lapsed{};
};

class MessageBar : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    // Does nothing of its own after `context` is gone: the action then only dismisses.
    void post(const Message &message, QObject *context = nullptr);
    // Puts a newer sentence in the place of one that is still shown, and leaves the rest and the action as they are.
    void amend(const QString &said, const QString &now, Message::Kind kind);
    void dismiss(); // what it offered lapses
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isOpen() const { return m_open; }

signals:
    void freed(); // nothing is shown any more: what did not want to push a message aside can be posted

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void act();
    void leave();
    void drawIcon();
    void announce();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_dismiss = nullptr;
    std::function<void()> m_run;
    std::function<void(bool)> m_lapsed;
    QPointer<QWidget> m_before; // had the focus when a question took it
    Message::Kind m_kind = Message::Kind::Info;
    bool m_open = false;
};

} // namespace callboard
