// Asks the platform what an asset's record is now and says in the message bar what differs, with the latest state's
// replay as the next step. A question that was dismissed meanwhile is answered in silence.
#pragma once

#include "core/engine/platformclient.h"
#include "core/store/deliveryquery.h"

#include <QObject>
#include <QSet>

namespace callboard {

class MessageBar;

class RefreshFlow : public QObject {
    Q_OBJECT

public:
    RefreshFlow(PlatformClient &platform, MessageBar &messages, QObject *parent = nullptr);

    void refresh(const DeliveryRow &row);
    [[nodiscard]] bool isAsking(const QString &asset) const { return m_asking.contains(asset); }

signals:
    void askingChanged(const QString &asset);
    // `awaited`: the question was not dismissed meanwhile.
    void refreshed(const callboard::RefreshedAsset &refreshed, bool awaited);
    void replayLatestRequested(callboard::DeliveryId id);

private:
    void answered(const DeliveryRow &row, const Result<RefreshedAsset> &answer);
    void tell(const DeliveryRow &row, const RefreshedAsset &refreshed);

    PlatformClient &m_platform;
    MessageBar &m_messages;
    QSet<QString> m_asking;
};

} // namespace callboard
