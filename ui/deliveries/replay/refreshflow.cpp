#include "ui/deliveries/replay/refreshflow.h"

#include "ui/deliveries/changes/changewords.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/shell/messagebar.h"

namespace callboard {

RefreshFlow::RefreshFlow(PlatformClient &platform, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_platform(platform)
    , m_messages(messages)
{
}

void RefreshFlow::refresh(const DeliveryRow &row)
{
    const QString asset = row.delivery.asset;
    if (isAsking(asset))
        return;
    m_asking.insert(asset);
    emit askingChanged(asset);
    m_messages.post({Message::Kind::Info, tr("Asking the platform what %1 is now…").arg(asset), {}, {}});
    m_platform.refreshAsset(asset, this, [this, row](const Result<RefreshedAsset> &answer) { answered(row, answer); });
}

void RefreshFlow::answered(const DeliveryRow &row, const Result<RefreshedAsset> &answer)
{
    const QString asset = row.delivery.asset;
    m_asking.remove(asset);
    emit askingChanged(asset);
    const bool awaited = m_messages.isOpen();
    if (answer)
        emit refreshed(*answer, awaited);
    if (!awaited)
        return;
    if (answer) {
        tell(row, *answer);
        return;
    }
    m_messages.post({Message::Kind::Warning,
                     tr("The platform did not say what %1 is now: %2").arg(asset, answer.error().detail),
                     {},
                     {}});
}

void RefreshFlow::tell(const DeliveryRow &row, const RefreshedAsset &refreshed)
{
    const auto count = int(refreshed.changes.size());
    if (count == 0) {
        m_messages.post({Message::Kind::Info,
                         tr("The platform says of %1 what is known here: nothing differs.").arg(row.delivery.asset),
                         {},
                         {}});
        return;
    }
    const QString what = tr("%n fields differ: %1.", nullptr, count).arg(changewords::names(refreshed.changes));
    if (!ReplayFlow::canReplay(row)) {
        m_messages.post({Message::Kind::Info, what, {}, {}});
        return;
    }
    m_messages.post({Message::Kind::Info, what, tr("Replay the latest state"),
                     [this, id = row.delivery.id] { emit replayLatestRequested(id); }},
                    this);
}

} // namespace callboard
