// Failures on their way to the desktop, put together by target: at most one notice a target and minute, with all that
// failed since the last. Pure; the time is given and never steps.
#pragma once

#include "core/store/deliveryquery.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace callboard {

struct FailureNotice {
    TargetId target;
    QString name; // the target's
    QList<DeliveryId> deliveries;
    QString lastError;
};

class FailureBatch {
public:
    static constexpr Milliseconds kPause{60'000}; // between two notices of one target

    void add(const DeliveryRow &failed); // again: nothing
    // What may be told now; it is taken to have been.
    [[nodiscard]] QList<FailureNotice> takeDue(Milliseconds now);
    // When something may be told next; nothing: there is nothing to tell.
    [[nodiscard]] std::optional<Milliseconds> nextDue() const;
    // Somebody looks at the window: nothing of it needs to be told any more.
    void clear();

private:
    QHash<TargetId, FailureNotice> m_waiting;
    QHash<TargetId, Milliseconds> m_told; // when, the last time
    QSet<DeliveryId> m_known;
    QSet<DeliveryId> m_knownEarlier; // so that not all are forgotten at once
};

} // namespace callboard
