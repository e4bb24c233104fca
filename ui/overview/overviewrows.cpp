#include "ui/overview/overviewrows.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/overview/overviewwords.h"

#include <QCoreApplication>

namespace callboard {

namespace {

struct Rows {
    Q_DECLARE_TR_FUNCTIONS(callboard::OverviewRows)
};

// What failed, and what still may.
DeliveryFilter troubleSince(Timestamp since)
{
    DeliveryFilter filter;
    filter.states = {DeliveryState::Retrying, DeliveryState::Failed};
    filter.since = since;
    return filter;
}

} // namespace

RankingRow rankingRow(const TargetActivity &target, Timestamp since)
{
    const ActivityCounts &counts = target.counts;
    RankingRow row;
    row.key = QString::number(target.target.value);
    row.cells = {target.name, overviewwords::number(counts.failed),
                 overviewwords::number(counts.attemptsFailed + counts.attemptsInDoubt),
                 overviewwords::percent(counts.successRate())};
    row.hint = overviewwords::outcomes(counts);
    row.filter = troubleSince(since);
    row.filter.target = target.target;
    return row;
}

RankingRow rankingRow(const FailureCause &cause, Timestamp since, Timestamp now)
{
    RankingRow row;
    row.key = cause.cause;
    row.cells = {overviewwords::causeWord(cause.cause), overviewwords::number(cause.count),
                 deliverytext::ago(cause.newest, now)};
    row.hint = cause.error;
    row.filter = troubleSince(since);
    row.filter.cause = cause.cause;
    return row;
}

} // namespace callboard
