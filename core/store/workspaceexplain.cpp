#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/rulestore.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "core/store/workspacereader.h"

#include <algorithm>

// The part of WorkspaceReader that tells who was called for an event and who would be.

namespace callboard {

namespace {

bool holds(const QList<CallbackTarget> &targets, TargetId id)
{
    return std::any_of(targets.begin(), targets.end(), [id](const CallbackTarget &target) { return target.id == id; });
}

Result<QList<Delivery>> deliveriesOf(Database &db, EventId event)
{
    QList<Delivery> deliveries;
    return db
        .each(QStringLiteral("SELECT %1 FROM delivery d WHERE d.first_event = ? AND d.replay_of IS NULL UNION ALL "
                             "SELECT %1 FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id "
                             "WHERE e.event_id = ? AND d.first_event <> e.event_id")
                  .arg(deliveryColumns()),
              {event.value, event.value}, [&](const Query &row) { deliveries.append(deliveryFrom(row)); })
        .map([&] { return deliveries; });
}

// A delivery is proof enough that its target was there.
Result<void> addTargetsOfDeliveries(Database &db, EventAccount &account)
{
    for (const Delivery &delivery : std::as_const(account.deliveries)) {
        const TargetId id = delivery.target;
        if (holds(account.targets, id) || holds(account.unrecorded, id))
            continue;
        CallbackTarget target;
        target.id = id;
        auto named = db.each(QStringLiteral("SELECT name FROM target WHERE id = ?"), {id.value},
                             [&](const Query &row) { target.name = row.text(0); });
        if (!named)
            return named;
        account.unrecorded.append(target);
    }
    return {};
}

Result<void> addJoins(Database &db, const QString &asset, PresentState &state)
{
    QList<TargetId> coalescing;
    auto listed = db.each(QStringLiteral("SELECT id FROM target WHERE removed_at IS NULL AND coalesce_ms > 0"), {},
                          [&](const Query &row) { coalescing.append(TargetId{row.integer(0)}); });
    if (!listed)
        return listed;
    for (TargetId target : std::as_const(coalescing)) {
        const auto open = DeliveryStore(db).absorbing(target, asset);
        if (!open)
            return tl::unexpected(open.error());
        if (*open)
            state.joins.insert(target, (*open)->id);
    }
    return {};
}

} // namespace

Result<EventAccount> WorkspaceReader::account(EventId id) const
{
    EventAccount account;
    return EventStore(db())
        .byId(id)
        .and_then([&](MediaEvent event) {
            account.event = std::move(event);
            return RuleStore(db()).inForceAt(id);
        })
        .and_then([&](QList<CallbackTarget> targets) {
            account.targets = std::move(targets);
            return RuleStore(db()).unrecordedAt(account.event);
        })
        .and_then([&](QList<CallbackTarget> targets) {
            account.unrecorded = std::move(targets);
            account.unrecorded.removeIf(
                [&](const CallbackTarget &target) { return holds(account.targets, target.id); });
            return deliveriesOf(db(), id);
        })
        .and_then([&](QList<Delivery> deliveries) {
            account.deliveries = std::move(deliveries);
            return addTargetsOfDeliveries(db(), account);
        })
        .map([&] { return std::move(account); });
}

Result<std::optional<EventId>> WorkspaceReader::eventId(const QString &source, const QString &sourceId) const
{
    return EventStore(db()).find(source, sourceId).map([](const std::optional<KnownEvent> &known) {
        return known ? std::optional(known->id) : std::nullopt;
    });
}

Result<PresentState> WorkspaceReader::presentState(const QString &asset) const
{
    PresentState state;
    return WorkspaceSettingsStore(db())
        .load()
        .and_then([&](const WorkspaceSettings &settings) {
            state.mailServer = settings.smtp.isSet();
            return HealthStore(db()).all();
        })
        .and_then([&](const QList<TargetHealth> &ailing) {
            for (const TargetHealth &health : ailing) {
                if (health.circuitOpen)
                    state.circuitOpen.insert(health.target);
            }
            return addJoins(db(), asset, state);
        })
        .map([&] { return std::move(state); });
}

} // namespace callboard
