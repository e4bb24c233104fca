#include "core/store/tables/targetstore.h"

#include "core/store/tables/accessstore.h"
#include "core/store/tables/rulestore.h"
#include "core/store/tables/signingkeystore.h"

namespace callboard {

namespace {

const QString kColumns = QStringLiteral(
    "id, name, url, method, format, source, triggers, state, state_reason, scope_kind, scope_id, coalesce_ms, "
    "pipelining, ordered, allow_private, connect_timeout_ms, total_timeout_ms, retry, max_in_flight, revision, "
    "created_at, updated_at, urgent, coalesce_longest_ms, relay, connections, pipeline_depth, rate, "
    "signing, signing_header, origin");

CallbackTarget targetFrom(const Query &row)
{
    CallbackTarget target;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    target.id = {next().toLongLong()};
    target.name = next().toString();
    target.url = next().toString();
    target.method = Method(next().toInt());
    target.format = PayloadFormat(next().toInt());
    target.source = CallbackSource(next().toInt());
    target.triggers = TriggerSet::fromBits(next().toUInt());
    target.state = TargetState(next().toInt());
    target.stateReason = next().toString();
    target.scope.kind = ScopeKind(next().toInt());
    target.scope.id = next().toString();
    target.coalesceWindow = Milliseconds(next().toLongLong());
    target.pipelining = next().toBool();
    target.ordered = next().toBool();
    target.allowPrivate = next().toBool();
    target.connectTimeout = Milliseconds(next().toLongLong());
    target.totalTimeout = Milliseconds(next().toLongLong());
    target.retry = RetryPolicy::parse(next().toString()).value_or(RetryPolicy::standard());
    target.maxInFlight = next().toInt();
    target.revision = next().toInt();
    target.createdAt = timeFrom(next());
    target.updatedAt = timeFrom(next());
    target.urgent = TriggerSet::fromBits(next().toUInt());
    target.coalesceLongest = Milliseconds(next().toLongLong());
    target.relay = next().toBool();
    target.connections = next().toInt();
    target.pipelineDepth = next().toInt();
    target.rate = rateFrom(next().toString()).value_or(Rate{});
    target.signing.scheme = SigningScheme(next().toInt());
    target.signing.header = next().toString();
    target.origin = TargetOrigin(next().toInt());
    return target;
}

QVariantList valuesOf(const CallbackTarget &t)
{
    return {t.id.value,
            t.name,
            t.name.toLower(),
            t.url,
            int(t.method),
            int(t.format),
            int(t.source),
            t.triggers.bits(),
            int(t.state),
            t.stateReason,
            int(t.scope.kind),
            t.scope.id,
            qint64(t.coalesceWindow.count()),
            int(t.pipelining),
            int(t.ordered),
            int(t.allowPrivate),
            qint64(t.connectTimeout.count()),
            qint64(t.totalTimeout.count()),
            t.retry.toString(),
            t.maxInFlight,
            t.revision,
            stored(t.createdAt),
            stored(t.updatedAt),
            t.urgent.bits(),
            qint64(t.coalesceLongest.count()),
            int(t.relay),
            t.connections,
            t.pipelineDepth,
            rateText(t.rate),
            int(t.signing.scheme),
            t.signing.header,
            int(t.origin)};
}

} // namespace

Result<QList<CallbackTarget>> TargetStore::select(const QString &where, const QVariantList &values)
{
    auto query = m_db.run(
        QStringLiteral("SELECT %1 FROM target WHERE removed_at IS NULL %2 ORDER BY position, id").arg(kColumns, where),
        values);
    if (!query)
        return tl::unexpected(query.error());
    QList<CallbackTarget> targets;
    while ((*query)->next())
        targets.append(targetFrom(**query));
    const auto keys = SigningKeyStore(m_db).all();
    if (!keys)
        return tl::unexpected(keys.error());
    const auto access = AccessStore(m_db).all();
    if (!access)
        return tl::unexpected(access.error());
    for (CallbackTarget &target : targets) {
        auto list = headers(target.id);
        if (!list)
            return tl::unexpected(list.error());
        target.headers = *list;
        target.signing.keys = keys->value(target.id);
        apply(access->value(target.id), target);
    }
    return targets;
}

Result<HeaderList> TargetStore::headers(TargetId id)
{
    return m_db
        .run(QStringLiteral("SELECT name, value, secret, enabled, sealed FROM target_header WHERE target_id = ? "
                            "ORDER BY position"),
             {id.value})
        .map([](Query *row) {
            HeaderList list;
            while (row->next())
                list.append({row->value(0).toString(), row->value(1).toString(), row->value(4).toByteArray(),
                             row->value(2).toBool(), row->value(3).toBool()});
            return list;
        });
}

Result<QList<CallbackTarget>> TargetStore::all()
{
    return select({}, {});
}

Result<qint64> TargetStore::version()
{
    return m_db
        .number(QStringLiteral("SELECT COALESCE(SUM(revision + 1000000 * (removed_at IS NOT NULL)), 0) FROM target"))
        .map([](std::optional<qint64> sum) { return sum.value_or(0); });
}

Result<CallbackTarget> TargetStore::byId(TargetId id)
{
    return select(QStringLiteral("AND id = ?"), {id.value})
        .and_then([id](const QList<CallbackTarget> &found) -> Result<CallbackTarget> {
            if (found.isEmpty())
                return fail(ErrorCode::NotFound, QStringLiteral("There is no target %1.").arg(id.value));
            return found.first();
        });
}

Result<CallbackTarget> TargetStore::find(const QString &idOrName)
{
    bool isNumber = false;
    const qint64 id = idOrName.toLongLong(&isNumber);
    if (isNumber) {
        if (auto found = byId({id}))
            return found;
    }
    auto named = select(QStringLiteral("AND name_key = ?"), {idOrName.toLower()});
    if (!named)
        return tl::unexpected(named.error());
    if (named->isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no target “%1”.").arg(idOrName));
    return named->first();
}

Result<TargetId> TargetStore::reserve()
{
    return m_db.reserve(QStringLiteral("target"), 1).map([](qint64 id) { return TargetId{id}; });
}

Result<CallbackTarget> TargetStore::save(CallbackTarget target, Timestamp now)
{
    target.name = target.name.trimmed();
    const auto taken = m_db.number(QStringLiteral("SELECT id FROM target WHERE name_key = ? AND id <> ?"),
                                   {target.name.toLower(), target.id.value});
    if (!taken)
        return tl::unexpected(taken.error());
    if (*taken)
        return fail(ErrorCode::NameTaken,
                    QStringLiteral("The name “%1” is taken by target %2.").arg(target.name).arg(**taken));
    // From what is stored, whatever the caller knew: no number is used for two definitions.
    const auto present = m_db.number(QStringLiteral("SELECT revision FROM target WHERE id = ?"), {target.id.value});
    if (!present)
        return tl::unexpected(present.error());
    target.revision = int(present->value_or(0)) + 1;
    if (target.createdAt == Timestamp{})
        target.createdAt = now;
    target.updatedAt = now;
    auto written = m_db.run(
        QStringLiteral(
            "INSERT INTO target (id, name, name_key, url, method, format, source, triggers, state, state_reason, "
            "scope_kind, scope_id, coalesce_ms, pipelining, ordered, allow_private, connect_timeout_ms, "
            "total_timeout_ms, retry, max_in_flight, revision, created_at, updated_at, urgent, coalesce_longest_ms, "
            "relay, connections, pipeline_depth, rate, signing, signing_header, origin, position) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "(SELECT COALESCE(MAX(position), 0) + 1 FROM target)) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, "
            "url = excluded.url, method = excluded.method, format = excluded.format, source = excluded.source, "
            "triggers = excluded.triggers, state = excluded.state, state_reason = excluded.state_reason, "
            "scope_kind = excluded.scope_kind, scope_id = excluded.scope_id, coalesce_ms = excluded.coalesce_ms, "
            "pipelining = excluded.pipelining, ordered = excluded.ordered, "
            "allow_private = excluded.allow_private, connect_timeout_ms = excluded.connect_timeout_ms, "
            "total_timeout_ms = excluded.total_timeout_ms, retry = excluded.retry, "
            "max_in_flight = excluded.max_in_flight, revision = excluded.revision, "
            "updated_at = excluded.updated_at, urgent = excluded.urgent, "
            "coalesce_longest_ms = excluded.coalesce_longest_ms, relay = excluded.relay, "
            "connections = excluded.connections, pipeline_depth = excluded.pipeline_depth, rate = excluded.rate, "
            "signing = excluded.signing, signing_header = excluded.signing_header, "
            "origin = excluded.origin"),
        valuesOf(target));
    if (!written)
        return tl::unexpected(written.error());
    return saveHeaders(target)
        .and_then([&] { return SigningKeyStore(m_db).replace(target.id, target.signing.keys); })
        .and_then([&] { return AccessStore(m_db).replace(target.id, accessOf(target)); })
        .and_then([&] { return RuleStore(m_db).record(target, false); })
        .map([&] { return target; });
}

Result<void> TargetStore::saveHeaders(const CallbackTarget &target)
{
    if (auto cleared = m_db.run(QStringLiteral("DELETE FROM target_header WHERE target_id = ?"), {target.id.value});
        !cleared)
        return tl::unexpected(cleared.error());
    for (int position = 0; position < target.headers.size(); ++position) {
        const Header &header = target.headers[position];
        // A secret that is still in the clear never gets this far: see sealSecrets().
        auto written = m_db.run(
            QStringLiteral("INSERT INTO target_header (target_id, position, name, value, secret, enabled, sealed) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {target.id.value, position, header.name, header.secret ? QString() : header.value, int(header.secret),
             int(header.enabled), header.sealed});
        if (!written)
            return tl::unexpected(written.error());
    }
    return {};
}

Result<int> TargetStore::arrange(const QList<TargetId> &order)
{
    QList<TargetId> present;
    auto read = m_db.each(QStringLiteral("SELECT id FROM target WHERE removed_at IS NULL ORDER BY position, id"), {},
                          [&present](const Query &row) { present.append(TargetId{row.integer(0)}); });
    if (!read)
        return tl::unexpected(read.error());
    QList<TargetId> placed;
    for (TargetId id : order) {
        if (present.removeOne(id))
            placed.append(id);
    }
    const int named = int(placed.size());
    placed += present;
    for (int position = 0; position < placed.size(); ++position) {
        auto moved = m_db.run(QStringLiteral("UPDATE target SET position = ? WHERE id = ?"),
                              {position + 1, placed[position].value});
        if (!moved)
            return tl::unexpected(moved.error());
    }
    return named;
}

Result<void> TargetStore::remove(TargetId id, Timestamp now)
{
    return byId(id)
        .and_then([&](const CallbackTarget &target) { return RuleStore(m_db).record(target, true); })
        .and_then([&] {
            return m_db.run(
                QStringLiteral("UPDATE target SET removed_at = ?, name_key = ? WHERE id = ? AND removed_at IS NULL"),
                {stored(now), QStringLiteral("\u0001removed-%1").arg(id.value), id.value});
        })
        .and_then([&](Query *) {
            return m_db.run(QStringLiteral("DELETE FROM target_header WHERE target_id = ?"), {id.value});
        })
        .and_then([&](Query *) { return SigningKeyStore(m_db).replace(id, {}); })
        .and_then([&] { return AccessStore(m_db).replace(id, {}); });
}

} // namespace callboard
