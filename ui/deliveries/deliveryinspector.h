// Everything about one delivery: what went out, what came back, whose side a failure is on, each attempt, each event
// it absorbed. Reads by id and follows changes; keeps its place while the content is the same.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/target.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverysource.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace callboard {

class AttemptsPane;
class ElidedLabel;
class EventsPane;
class PayloadView;

class DeliveryInspector : public QWidget {
    Q_OBJECT

public:
    DeliveryInspector(DeliverySource &source, const Clock &clock, QWidget *parent = nullptr);

    void setTargets(const QList<CallbackTarget> &targets);
    void showDelivery(DeliveryId id);
    void refresh(); // reads the same one again
    void clear();
    void focusContent();
    void copyAsCurl();
    [[nodiscard]] DeliveryId current() const { return m_id; }

signals:
    void replayRequested(const callboard::DeliveryRow &row);
    void retryRequested(callboard::DeliveryId id);
    void editTargetRequested(callboard::TargetId id);
    void deliveryRequested(callboard::DeliveryId id); // the one this repeats
    void copied(const QString &what);
    void copyRefused(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    void buildTabs();
    QWidget *buildButtons();
    void take(const DeliveryDetail &detail);
    void showHead();
    void showButtons();
    void enableButtons();
    void showAttempt(int index);
    void showWithoutAttempt();
    void titleTabs();
    [[nodiscard]] CallbackTarget target() const;

    DeliverySource &m_source;
    const Clock &m_clock;
    QHash<TargetId, CallbackTarget> m_targets;
    DeliveryId m_id;
    std::optional<DeliveryDetail> m_detail;
    int m_attempt = -1;

    QLabel *m_stateIcon = nullptr;
    QLabel *m_state = nullptr;
    ElidedLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_explanation = nullptr;
    QTabWidget *m_tabs = nullptr;
    PayloadView *m_payload = nullptr;
    PayloadView *m_request = nullptr;
    PayloadView *m_response = nullptr;
    AttemptsPane *m_attempts = nullptr;
    EventsPane *m_events = nullptr;
    QPushButton *m_origin = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_replay = nullptr;
};

} // namespace callboard
