// The inspector's lower edge: what it repeats, who else was called, copy, edit target, retry, replay. Each is enabled
// where it means something, with the reason in its tool tip where it does not.
#pragma once

#include "core/domain/target.h"
#include "core/store/deliveryquery.h"

#include <QWidget>

class QPushButton;

namespace callboard {

class ReplayButton;

class InspectorButtons : public QWidget {
    Q_OBJECT

public:
    explicit InspectorButtons(QWidget *parent = nullptr);

    // `target` as it is now: one that was paused since is not tried.
    void present(const DeliveryDetail &detail, const CallbackTarget &target);
    void forget(); // nothing is shown: nothing can be done
    [[nodiscard]] ReplayButton *replayButton() const { return m_replay; }
    // Why `detail` can't be copied as a curl command; empty: it can.
    [[nodiscard]] static QString copyObstacle(const DeliveryDetail &detail);

signals:
    void originRequested();
    void explainRequested();
    void copyRequested();
    void editRequested();
    void retryRequested();
    void tryTargetRequested(); // its circuit holds the delivery

private:
    QPushButton *m_origin = nullptr;
    QPushButton *m_explain = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_retry = nullptr;
    bool m_triesTarget = false;
    ReplayButton *m_replay = nullptr;
};

} // namespace callboard
