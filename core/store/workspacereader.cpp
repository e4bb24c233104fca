#include "core/store/workspacereader.h"

#include "core/store/deliveryfilter.h"
#include "core/store/ledger.h"
#include "core/store/ledgerrules.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/replayaddressstore.h"
#include "core/store/tables/targetstore.h"

#include <QLoggingCategory>

#include <algorithm>
#include <functional>

namespace callboard {

namespace {

Q_LOGGING_CATEGORY(lcStore, "callboard.store")

// A list that could not be read comes back empty; why stands in the log.
void complain(const Error &error)
{
    qCWarning(lcStore).noquote() << "The workspace could not be read:" << error.detail;
}

// Everything a row shows, in one statement; the last attempt by its number.
QString rowsSql(const QString &where, QLatin1String order)
{
    return QStringLiteral("SELECT %1, t.name, a.started_at, a.finished_at, a.outcome, a.done_us, m.marked, "
                          "m.note FROM delivery d "
                          "JOIN target t ON t.id = d.target_id "
                          "LEFT JOIN attempt a ON a.delivery_id = d.id AND a.number = d.attempts "
                          "LEFT JOIN delivery_mark m ON m.delivery_id = d.id WHERE %2 ORDER BY d.id %3 LIMIT ?")
        .arg(deliveryColumns(), where, order);
}

DeliveryRow rowFrom(const Query &row)
{
    constexpr int kName = 20; // the first column after deliveryColumns()
    DeliveryRow result;
    result.delivery = deliveryFrom(row);
    result.targetName = row.value(kName).toString();
    if (!row.isNull(kName + 4))
        result.duration = std::chrono::duration_cast<Milliseconds>(
            std::chrono::microseconds(row.value(kName + 4).toLongLong()));
    else if (!row.isNull(kName + 2))
        result.duration = Milliseconds(row.value(kName + 2).toLongLong() - row.value(kName + 1).toLongLong());
    result.inDoubt = Outcome(row.value(kName + 3).toInt()) == Outcome::InDoubt && !isFinal(result.delivery.state);
    result.marked = row.value(kName + 5).toBool();
    result.note = row.value(kName + 6).toString();
    return result;
}

// What the same target was told before about the asset, and the zone its record's dates are in.
Result<void> addContext(Database &db, DeliveryDetail &detail)
{
    const Delivery &delivery = detail.row.delivery;
    const auto previous = DeliveryStore(db).lastSent(delivery.target, delivery.asset, delivery.id);
    if (!previous)
        return tl::unexpected(previous.error());
    if (*previous) {
        auto event = EventStore(db).byId((*previous)->latestEvent);
        if (!event)
            return tl::unexpected(event.error());
        detail.lastSent = std::move(*event);
        detail.lastSentBy = (*previous)->id;
    }
    if (delivery.replayOf.isValid()) {
        // Each half by its own index.
        const auto before = db.number(QStringLiteral("SELECT state FROM (SELECT id, state FROM delivery WHERE id = ? "
                                                     "UNION ALL SELECT id, state FROM delivery WHERE replay_of = ? "
                                                     "AND id < ?) WHERE state IN (10, 11) ORDER BY id DESC LIMIT 1"),
                                      {delivery.replayOf.value, delivery.replayOf.value, delivery.id.value});
        if (!before)
            return tl::unexpected(before.error());
        if (*before)
            detail.lastTry = DeliveryState(**before);
    }
    if (detail.events.isEmpty())
        return {};
    const auto project = ProjectStore(db).byId(detail.events.last().project);
    if (!project && project.error().code != ErrorCode::NotFound)
        return tl::unexpected(project.error());
    if (project)
        detail.projectZone = project->zone;
    return {};
}

LedgerCount countOrWhyNot(const Result<LedgerCount> &count)
{
    LedgerCount unreadable;
    unreadable.unexplained = -1;
    if (!count)
        unreadable.findings.append(count.error().detail);
    return count.value_or(unreadable);
}

} // namespace

struct WorkspaceReader::Private {
    std::unique_ptr<Database> db;

    // Prepared for this one time: a filter may be any text, and what the database prepares it keeps.
    [[nodiscard]] Result<std::unique_ptr<Query>> ask(const QString &sql, const QVariantList &values) const
    {
        auto query = Query::prepare(db->handle(), sql);
        if (!query)
            return query;
        const SqlValues converted(values.begin(), values.end());
        if (const auto asked = (*query)->execute(converted); !asked)
            return tl::unexpected(asked.error());
        return query;
    }

    [[nodiscard]] Result<QList<DeliveryRow>> readRows(const QString &where, QVariantList values, int limit,
                                                      const char *order = "DESC") const
    {
        values.append(limit);
        return ask(rowsSql(where, QLatin1String(order)), values).and_then([](const std::unique_ptr<Query> &query) {
            QList<DeliveryRow> rows;
            while (query->next())
                rows.append(rowFrom(*query));
            return query->ended().map([&rows] { return std::move(rows); });
        });
    }

    [[nodiscard]] QList<DeliveryRow> rows(const QString &where, const QVariantList &values, int limit,
                                          const char *order = "DESC") const
    {
        auto read = readRows(where, values, limit, order);
        if (!read)
            complain(read.error());
        return read.value_or(QList<DeliveryRow>{});
    }
};

Result<std::unique_ptr<WorkspaceReader>> WorkspaceReader::open(const QString &workspace)
{
    return Database::open(workspace, Database::Access::Read).map([](std::unique_ptr<Database> db) {
        auto d = std::make_unique<Private>();
        d->db = std::move(db);
        return std::unique_ptr<WorkspaceReader>(new WorkspaceReader(std::move(d)));
    });
}

WorkspaceReader::WorkspaceReader(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

WorkspaceReader::~WorkspaceReader() = default;

Database &WorkspaceReader::db() const
{
    return *m_d->db;
}

QString WorkspaceReader::workspaceTag() const
{
    return m_d->db->tag();
}

QList<CallbackTarget> WorkspaceReader::targets() const
{
    auto all = TargetStore(*m_d->db).all();
    if (!all)
        complain(all.error());
    return all.value_or(QList<CallbackTarget>{});
}

Result<CallbackTarget> WorkspaceReader::target(const QString &idOrName) const
{
    return TargetStore(*m_d->db).find(idOrName);
}

QHash<TargetId, TargetHealth> WorkspaceReader::targetHealth() const
{
    QHash<TargetId, TargetHealth> found;
    const auto read = HealthStore(*m_d->db).ofEnabled();
    if (!read)
        complain(read.error());
    for (const TargetHealth &health : read.value_or(QList<TargetHealth>{}))
        found.insert(health.target, health);
    return found;
}

QList<TargetSummary> WorkspaceReader::targetSummaries() const
{
    const QHash<TargetId, TargetHealth> health = targetHealth();
    QList<TargetSummary> summaries;
    for (const CallbackTarget &target : targets()) {
        TargetSummary summary;
        summary.target = target;
        if (const auto failing = health.constFind(target.id); failing != health.constEnd())
            summary.health = *failing;
        const QVariantList id{target.id.value};
        auto counted = m_d->db->each(QStringLiteral("SELECT state, n FROM tally WHERE target_id = ?"), id,
                                     [&summary](const Query &row) {
                                         const auto state = DeliveryState(row.integer(0));
                                         (state == DeliveryState::Delivered ? summary.delivered
                                              : state == DeliveryState::Failed
                                              ? summary.failed
                                              : summary.open) += state == DeliveryState::Cancelled ? 0 : row.integer(1);
                                     });
        // Among its newest: a look at all would take long where much is waiting.
        counted = counted.and_then([&] {
            return m_d->db->each(QStringLiteral("SELECT state, error, finished_at FROM delivery WHERE target_id = ? "
                                                "ORDER BY id DESC LIMIT 1000"),
                                 id, [&summary, told = false](const Query &row) mutable {
                                     const auto state = DeliveryState(row.integer(0));
                                     if (!told && (state == DeliveryState::Retrying || state >= DeliveryState::Held)
                                         && state != DeliveryState::Cancelled) {
                                         told = true;
                                         summary.lastError = row.text(1);
                                     }
                                     if (summary.heldBecause.isEmpty() && state == DeliveryState::Held)
                                         summary.heldBecause = row.text(1);
                                     if (!summary.lastDeliveredAt && state == DeliveryState::Delivered)
                                         summary.lastDeliveredAt = timeFrom(row.integer(2));
                                 });
        });
        if (!counted)
            complain(counted.error());
        summaries.append(summary);
    }
    return summaries;
}

QList<DeliveryRow> WorkspaceReader::deliveries(const DeliveryFilter &filter, DeliveryId before, int limit) const
{
    auto rows = readDeliveries(filter, before, limit);
    if (!rows)
        complain(rows.error());
    return rows.value_or(QList<DeliveryRow>{});
}

Result<QList<DeliveryRow>> WorkspaceReader::readDeliveries(const DeliveryFilter &filter, DeliveryId before,
                                                           int limit) const
{
    SqlCondition condition = conditionFor(filter);
    if (before.isValid()) {
        condition.text += QLatin1String(" AND d.id < ?");
        condition.values.append(before.value);
    }
    return m_d->readRows(condition.text, condition.values, limit);
}

QList<DeliveryRow> WorkspaceReader::deliveriesAfter(const DeliveryFilter &filter, DeliveryId after, int limit) const
{
    SqlCondition condition = conditionFor(filter);
    condition.text += QLatin1String(" AND d.id > ?");
    condition.values.append(after.value);
    QList<DeliveryRow> rows = m_d->rows(condition.text, condition.values, limit, "ASC");
    std::reverse(rows.begin(), rows.end());
    return rows;
}

QList<DeliveryRow> WorkspaceReader::deliveries(const DeliveryFilter &filter, const QList<DeliveryId> &ids) const
{
    constexpr qsizetype kChunk = 200;
    QList<DeliveryId> sorted = ids;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QList<DeliveryRow> rows;
    for (qsizetype from = 0; from < sorted.size(); from += kChunk) {
        SqlCondition condition = conditionFor(filter);
        QStringList marks;
        for (qsizetype i = from; i < from + kChunk; ++i) {
            marks.append(QStringLiteral("?"));
            condition.values.append(i < sorted.size() ? sorted[i].value : qint64(0));
        }
        condition.text += QStringLiteral(" AND d.id IN (%1)").arg(marks.join(u','));
        rows += m_d->rows(condition.text, condition.values, int(kChunk));
    }
    return rows;
}

qint64 WorkspaceReader::count(const DeliveryFilter &filter) const
{
    const SqlCondition condition = conditionFor(filter);
    const auto counted = m_d->ask(QStringLiteral("SELECT COUNT(*) FROM delivery d WHERE %1").arg(condition.text),
                                  condition.values);
    if (!counted)
        complain(counted.error());
    return counted && (*counted)->next() ? (*counted)->integer(0) : 0;
}

Result<DeliveryDetail> WorkspaceReader::delivery(DeliveryId id) const
{
    const QList<DeliveryRow> found = m_d->rows(QStringLiteral("d.id = ?"), {id.value}, 1);
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no delivery %1.").arg(id.value));
    DeliveryDetail detail;
    detail.row = found.first();
    detail.webhookId = webhookId(m_d->db->tag(), id);
    auto otherUrl = ReplayAddressStore(*m_d->db).of(id);
    if (!otherUrl)
        return tl::unexpected(otherUrl.error());
    detail.otherUrl = std::move(*otherUrl);
    DeliveryId root = id;
    for (DeliveryId up = detail.row.delivery.replayOf; up.isValid();) {
        root = up;
        const auto parent = DeliveryStore(*m_d->db).byId(up);
        up = parent && *parent ? (*parent)->replayOf : DeliveryId{};
    }
    auto events = EventStore(*m_d->db).absorbedBy(root);
    auto attempts = AttemptStore(*m_d->db).of(id);
    if (!events)
        return tl::unexpected(events.error());
    if (!attempts)
        return tl::unexpected(attempts.error());
    detail.events = std::move(*events);
    const Delivery &delivery = detail.row.delivery;
    if (delivery.replayContent == ReplayContent::LatestState
        && (detail.events.isEmpty() || detail.events.last().id != delivery.latestEvent)) {
        auto latest = EventStore(*m_d->db).byId(delivery.latestEvent);
        if (!latest)
            return tl::unexpected(latest.error());
        detail.events.append(std::move(*latest));
    }
    detail.attempts = std::move(*attempts);
    if (auto replays = m_d->db->run(QStringLiteral("SELECT id FROM delivery WHERE replay_of = ? ORDER BY id"),
                                    {id.value})) {
        while ((*replays)->next())
            detail.replays.append(DeliveryId{(*replays)->value(0).toLongLong()});
    }
    return addContext(db(), detail).map([&] { return detail; });
}

Result<DeliveryCounts> WorkspaceReader::counts() const
{
    DeliveryCounts counts;
    const auto read = m_d->db->each(QStringLiteral("SELECT state, SUM(n) FROM tally GROUP BY state"), {},
                                    [&counts](const Query &row) {
                                        const qint64 n = row.integer(1);
                                        switch (DeliveryState(row.integer(0))) {
                                        case DeliveryState::Waiting: counts.waiting = n; break;
                                        case DeliveryState::Queued: counts.queued = n; break;
                                        case DeliveryState::Sending: counts.sending = n; break;
                                        case DeliveryState::Retrying: counts.retrying = n; break;
                                        case DeliveryState::Held: counts.held = n; break;
                                        case DeliveryState::Delivered: counts.delivered = n; break;
                                        case DeliveryState::Failed: counts.failed = n; break;
                                        case DeliveryState::Cancelled: counts.cancelled = n; break;
                                        }
                                    });
    if (!read)
        return tl::unexpected(read.error());
    return counts;
}

LedgerCount WorkspaceReader::balance() const
{
    return countOrWhyNot(callboard::balance(*m_d->db));
}

LedgerCount WorkspaceReader::ledger() const
{
    return countOrWhyNot(recount(*m_d->db));
}

LedgerCount WorkspaceReader::audit() const
{
    constexpr int kMostFindings = 20;
    auto counted = m_d->db->beginReading().and_then([this] { return recount(*m_d->db); });
    if (counted) {
        auto byRules = unexplainedByRules(*m_d->db, kMostFindings);
        if (byRules) {
            counted->unexplained += byRules->size();
            counted->findings += *byRules;
        } else {
            counted = tl::unexpected(byRules.error());
        }
    }
    m_d->db->rollback();
    return countOrWhyNot(counted);
}

Result<DeliveryId> WorkspaceReader::deliveryId(const QString &text) const
{
    const QString prefix = webhookId(m_d->db->tag(), {0}).chopped(1);
    bool isNumber = false;
    const qint64 number = (text.startsWith(prefix) ? text.mid(prefix.size()) : text).toLongLong(&isNumber);
    const auto found = m_d->db->number(QStringLiteral("SELECT id FROM delivery WHERE id = ?"), {number});
    if (!isNumber || !found || !*found)
        return fail(ErrorCode::NotFound, QStringLiteral("There is no delivery “%1”.").arg(text));
    return DeliveryId{number};
}

} // namespace callboard
