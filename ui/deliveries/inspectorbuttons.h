// The inspector's lower edge: what it repeats, copy, edit target, retry, replay. Each is enabled where it means
// something, with the reason in its tool tip where it does not.
#pragma once

#include "core/store/deliveryquery.h"

#include <QWidget>

class QPushButton;

namespace callboard {

class ReplayButton;

class InspectorButtons : public QWidget {
    Q_OBJECT

public:
    explicit InspectorButtons(QWidget *parent = nullptr);

    void present(const DeliveryDetail &detail);
    void forget(); // nothing is shown: nothing can be done
    [[nodiscard]] ReplayButton *replayButton() const { return m_replay; }
    // Why `detail` can't be copied as a curl command; empty: it can.
    [[nodiscard]] static QString copyObstacle(const DeliveryDetail &detail);

signals:
    void originRequested();
    void copyRequested();
    void editRequested();
    void retryRequested();

private:
    QPushButton *m_origin = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_retry = nullptr;
    ReplayButton *m_replay = nullptr;
};

} // namespace callboard
