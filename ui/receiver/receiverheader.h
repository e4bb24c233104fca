// The head of the receiver's page: whether it listens and where, its port, and what can be done with it. Knows no
// receiver; the page says what is so.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace callboard {

class FollowChip;
class RulesPane;

class ReceiverHeader : public QWidget {
    Q_OBJECT

public:
    enum class State { Off, Starting, Listening };

    explicit ReceiverHeader(QWidget *parent = nullptr);

    void setState(State state, const QString &url = {});
    [[nodiscard]] State state() const { return m_state; }
    void setPort(quint16 port);
    [[nodiscard]] quint16 port() const;
    void setCount(quint64 count); // of requests, ever
    void setClearable(bool clearable);
    void setFollowing(bool following);
    void setPending(int pending);
    [[nodiscard]] RulesPane &rules() { return *m_rules; }

signals:
    void startRequested();
    void stopRequested();
    void copyRequested();
    void clearRequested();
    void targetRequested();
    void followRequested(bool follow);
    void portChanged(int port); // by hand, or by the system where a free one was asked for

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeAddress();
    [[nodiscard]] QWidget *makeButtons();
    void describeFollowing();
    void drawState();

    State m_state = State::Off;
    QLabel *m_icon = nullptr;
    QLabel *m_address = nullptr;
    QToolButton *m_copy = nullptr;
    QLabel *m_portLabel = nullptr;
    QSpinBox *m_port = nullptr;
    QLabel *m_count = nullptr;
    FollowChip *m_follow = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_target = nullptr;
    QPushButton *m_start = nullptr;
    RulesPane *m_rules = nullptr;
    bool m_following = true;
};

} // namespace callboard
