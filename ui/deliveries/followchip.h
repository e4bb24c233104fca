// Says whether the list follows the newest, and how many came since it stopped. A click follows again, or stops.
#pragma once

#include <QElapsedTimer>
#include <QToolButton>

namespace callboard {

class FollowChip : public QToolButton {
    Q_OBJECT

public:
    explicit FollowChip(QWidget *parent = nullptr);

    void setFollowing(bool following);
    void setPending(int pending);

signals:
    void followRequested(bool follow);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    bool m_following = true;
    int m_pending = 0;
    QElapsedTimer m_said; // how many came, to who listens
};

} // namespace callboard
