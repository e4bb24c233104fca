#include "ui/deliveries/replay/replayverdict.h"

#include <QCoreApplication>

namespace callboard {

namespace {

class Verdict {
    Q_DECLARE_TR_FUNCTIONS(callboard::ReplayVerdict)
};

} // namespace

ReplayVerdict replayVerdict(const DeliveryDetail &detail)
{
    const DeliveryState now = detail.row.delivery.state;
    if (!detail.lastTry || (now != DeliveryState::Delivered && now != DeliveryState::Failed))
        return {};
    const bool before = *detail.lastTry == DeliveryState::Delivered;
    if (now == DeliveryState::Delivered)
        return {true,
                before ? Verdict::tr("Still passing: the try before was delivered as well.")
                       : Verdict::tr("Fixed: the try before failed, this one was delivered.")};
    return {false,
            before ? Verdict::tr("Regressed: the try before was delivered, this one failed.")
                   : Verdict::tr("Still failing, as the try before.")};
}

} // namespace callboard
