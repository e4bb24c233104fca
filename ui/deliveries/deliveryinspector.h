// Everything about one delivery: what went out, what came back, whose side a failure is on, each attempt, each event
// it absorbed, what it changed. Reads by id and follows changes; keeps its place while the content is the same.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/target.h"
#include "core/engine/signaturecheck.h"
#include "core/payload/recorddiff.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverysource.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace callboard {

class AttemptsPane;
class ChangesPane;
class ElidedLabel;
class EventsPane;
class FieldLine;
class InspectorButtons;
class MessagePane;
class NoteLine;
class PayloadTools;
class PayloadView;

enum class CopyForm { Curl, Httpie, Raw };

struct NamedPayload {
    QString name; // of a file for it
    QByteArray bytes;
};

class DeliveryInspector : public QWidget {
    Q_OBJECT

public:
    DeliveryInspector(DeliverySource &source, const Clock &clock, QWidget *parent = nullptr);

    void setTargets(const QList<CallbackTarget> &targets);
    void showDelivery(DeliveryId id);
    void refresh(); // reads the same one again
    void clear();
    void offerRefresh(); // there is a platform to ask
    void setRefreshing(const QString &asset, bool refreshing);
    // What the platform says of an asset now; shown while that asset's deliveries are.
    void takePlatform(const QString &asset, const QList<FieldChange> &changes);
    void revealPlatform(const QString &asset);
    void takeSignature(AttemptId attempt, const Result<SignatureFinding> &finding);
    void focusContent();
    void copyAsCurl() { copyAs(CopyForm::Curl); }
    void copyAs(CopyForm form); // the present attempt
    void find();                // in the payload of the present tab
    void savePayload();         // of the present tab, byte for byte
    // What the attempt that is shown sent, as savePayload() names it. Nothing: that is not what is shown, or not read
    // yet, or there is none.
    [[nodiscard]] std::optional<NamedPayload> payloadOf(DeliveryId id) const;
    void editNote();
    [[nodiscard]] DeliveryId current() const { return m_id; }

signals:
    void replayRequested(const callboard::DeliveryRow &row, callboard::ReplayContent content);
    void refreshRequested(const callboard::DeliveryRow &row);
    void retryRequested(callboard::DeliveryId id);
    void tryTargetRequested(const callboard::CallbackTarget &target); // its circuit is open
    void explainRequested(callboard::EventId event);                  // the newest that the delivery carries
    void editTargetRequested(callboard::TargetId id);
    void revisionRequested(callboard::TargetId target, int revision); // by which an attempt was made
    void deliveryRequested(callboard::DeliveryId id);                 // the one this repeats, or that took its place
    void copied(const QString &what);
    void noteWritten(callboard::DeliveryId id, const QString &note);
    void noteLeft(); // the keyboard is free again
    void copyRefused(const QString &why);
    void signatureRequested(callboard::DeliveryId id, callboard::AttemptId attempt); // whose it is
    void shown(const callboard::DeliveryRow &row); // it was read, for the first time or again

protected:
    void changeEvent(QEvent *event) override;

private:
    // What the changes were made from: the same again need not be compared again.
    struct Compared {
        DeliveryId delivery;
        qsizetype events = 0;
        DeliveryId against;

        bool operator==(const Compared &) const = default;
    };

    QWidget *buildHead();
    QTabWidget *buildTabs();
    void buildNote();
    InspectorButtons *buildButtons();
    void take(const DeliveryDetail &detail);
    void askChanges();
    void takeChanges(const AssetChanges &changes);
    void presentPlatform();
    void presentRefreshing();
    void showHead();
    void showAttempt(int index);
    void showWithoutAttempt();
    void askSignature(const Attempt &attempt);
    void titleTabs();
    [[nodiscard]] CallbackTarget target() const;
    [[nodiscard]] PayloadView *presentView() const; // null: the present tab has none
    [[nodiscard]] QString payloadName(const PayloadView &view) const;
    void writePayload(const QString &path, const QByteArray &bytes);

    DeliverySource &m_source;
    const Clock &m_clock;
    QHash<TargetId, CallbackTarget> m_targets;
    DeliveryId m_id;
    std::optional<DeliveryDetail> m_detail;
    int m_attempt = -1;
    AttemptId m_signatureOf; // that was asked about last
    Compared m_compared;
    qsizetype m_differing = 0;
    QSet<QString> m_refreshing; // assets the platform is being asked about
    QString m_platformAsset;    // that it was asked about last
    QList<FieldChange> m_platformChanges;

    QLabel *m_stateIcon = nullptr;
    QLabel *m_state = nullptr;
    ElidedLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    FieldLine *m_verdict = nullptr; // of a replay
    QLabel *m_explanation = nullptr;
    QTabWidget *m_tabs = nullptr;
    PayloadView *m_payload = nullptr;
    MessagePane *m_request = nullptr;
    FieldLine *m_signature = nullptr; // of the request
    MessagePane *m_response = nullptr;
    PayloadTools *m_tools = nullptr;
    NoteLine *m_note = nullptr;
    AttemptsPane *m_attempts = nullptr;
    EventsPane *m_events = nullptr;
    ChangesPane *m_changes = nullptr;
    InspectorButtons *m_buttons = nullptr;
};

} // namespace callboard
