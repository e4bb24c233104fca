#include "core/store/workspacereader.h"

#include "core/store/deliveryfilter.h"
#include "core/store/ledger.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/projectstore.h"
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
QString rowsSql(const QString &where)
{
    return QStringLiteral("SELECT %1, t.name, a.started_at, a.finished_at, a.outcome, a.done_us FROM delivery d "
                          "JOIN target t ON t.id = d.target_id "
                          "LEFT JOIN attempt a ON a.delivery_id = d.id AND a.number = d.attempts "
                          "WHERE %2 ORDER BY d.id DESC LIMIT ?")
        .arg(deliveryColumns(), where);
}

DeliveryRow rowFrom(const QSqlQuery &row)
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
    if (detail.events.isEmpty())
        return {};
    const auto project = ProjectStore(db).byId(detail.events.last().project);
    if (!project && project.error().code != ErrorCode::NotFound)
        return tl::unexpected(project.error());
    if (project)
        detail.projectZone = project->zone;
    return {};
}

} // namespace

struct WorkspaceReader::Private {
    std::unique_ptr<Database> db;

    QList<DeliveryRow> rows(const QString &where, QVariantList values, int limit)
    {
        values.append(limit);
        QList<DeliveryRow> result;
        auto query = db->run(rowsSql(where), values);
        if (!query) {
            complain(query.error());
        } else {
            while ((*query)->next())
                result.append(rowFrom(**query));
        }
        return result;
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

QList<TargetSummary> WorkspaceReader::targetSummaries() const
{
    QList<TargetSummary> summaries;
    for (const CallbackTarget &target : targets()) {
        TargetSummary summary{target, 0, 0, 0, {}, {}};
        const QVariantList id{target.id.value};
        auto counts = m_d->db->run(
            QStringLiteral("SELECT state, COUNT(*) FROM delivery WHERE target_id = ? GROUP BY state"), id);
        while (counts && (*counts)->next()) {
            const auto state = DeliveryState((*counts)->value(0).toInt());
            const qint64 n = (*counts)->value(1).toLongLong();
            (state == DeliveryState::Delivered    ? summary.delivered
                 : state == DeliveryState::Failed ? summary.failed
                                                  : summary.open) += state == DeliveryState::Cancelled ? 0 : n;
        }
        if (auto last = m_d->db->run(QStringLiteral("SELECT error FROM delivery WHERE target_id = ? AND "
                                                    "state IN (3, 4, 10, 11) ORDER BY id DESC LIMIT 1"),
                                     id);
            last && (*last)->next()) {
            summary.lastError = (*last)->value(0).toString();
            (*last)->finish();
        }
        const auto delivered = m_d->db->number(
            QStringLiteral("SELECT finished_at FROM delivery WHERE target_id = ? AND state = 10 "
                           "ORDER BY id DESC LIMIT 1"),
            id);
        if (delivered && *delivered)
            summary.lastDeliveredAt = Timestamp(Milliseconds(**delivered));
        summaries.append(summary);
    }
    return summaries;
}

QList<DeliveryRow> WorkspaceReader::deliveries(const DeliveryFilter &filter, DeliveryId before, int limit) const
{
    SqlCondition condition = conditionFor(filter);
    if (before.isValid()) {
        condition.text += QLatin1String(" AND d.id < ?");
        condition.values.append(before.value);
    }
    return m_d->rows(condition.text, condition.values, limit);
}

QList<DeliveryRow> WorkspaceReader::deliveries(const DeliveryFilter &filter, const QList<DeliveryId> &ids) const
{
    constexpr qsizetype kChunk = 200; // a fixed width keeps the number of prepared statements small
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
    const QString join = filter.text.isEmpty() ? QString() : QStringLiteral("JOIN target t ON t.id = d.target_id ");
    return m_d->db
        ->number(QStringLiteral("SELECT COUNT(*) FROM delivery d %1WHERE %2").arg(join, condition.text),
                 condition.values)
        .value_or(std::nullopt)
        .value_or(0);
}

Result<DeliveryDetail> WorkspaceReader::delivery(DeliveryId id) const
{
    const QList<DeliveryRow> found = m_d->rows(QStringLiteral("d.id = ?"), {id.value}, 1);
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no delivery %1.").arg(id.value));
    DeliveryDetail detail;
    detail.row = found.first();
    detail.webhookId = webhookId(m_d->db->tag(), id);
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

DeliveryCounts WorkspaceReader::counts() const
{
    DeliveryCounts counts;
    auto rows = m_d->db->run(QStringLiteral("SELECT state, COUNT(*) FROM delivery GROUP BY state"));
    while (rows && (*rows)->next()) {
        const qint64 n = (*rows)->value(1).toLongLong();
        switch (DeliveryState((*rows)->value(0).toInt())) {
        case DeliveryState::Waiting: counts.waiting = n; break;
        case DeliveryState::Queued: counts.queued = n; break;
        case DeliveryState::Sending: counts.sending = n; break;
        case DeliveryState::Retrying: counts.retrying = n; break;
        case DeliveryState::Held: counts.held = n; break;
        case DeliveryState::Delivered: counts.delivered = n; break;
        case DeliveryState::Failed: counts.failed = n; break;
        case DeliveryState::Cancelled: counts.cancelled = n; break;
        }
    }
    return counts;
}

LedgerCount WorkspaceReader::ledger() const
{
    LedgerCount unreadable;
    unreadable.unexplained = -1;
    auto count = recount(*m_d->db);
    if (!count)
        unreadable.findings.append(count.error().detail);
    return count.value_or(unreadable);
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
