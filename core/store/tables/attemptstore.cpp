#include "core/store/tables/attemptstore.h"

namespace callboard {

namespace {

QVariant stored(const Timings::Step &step)
{
    return step ? QVariant(qint64(step->count())) : QVariant();
}

Timings::Step stepFrom(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    return std::chrono::microseconds(value.toLongLong());
}

Attempt attemptFrom(const QSqlQuery &row)
{
    Attempt attempt;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    attempt.id = {next().toLongLong()};
    attempt.delivery = {next().toLongLong()};
    attempt.number = next().toInt();
    attempt.startedAt = timeFrom(next());
    if (const QVariant finished = next(); !finished.isNull())
        attempt.finishedAt = timeFrom(finished);
    attempt.targetRevision = next().toInt();
    attempt.url = next().toString();
    attempt.requestHead = next().toByteArray();
    attempt.requestBody = next().toByteArray();
    Exchange &exchange = attempt.exchange;
    exchange.outcome = Outcome(next().toInt());
    exchange.errorClass = ErrorClass(next().toInt());
    exchange.errorText = next().toString();
    exchange.status = next().toInt();
    exchange.responseHead = next().toByteArray();
    exchange.responseBody = next().toByteArray();
    exchange.responseSize = next().toLongLong();
    exchange.truncated = next().toBool();
    exchange.remoteAddress = next().toString();
    for (Timings::Step *step : {&exchange.timings.resolved, &exchange.timings.connected, &exchange.timings.encrypted,
                                &exchange.timings.sent, &exchange.timings.firstByte, &exchange.timings.done})
        *step = stepFrom(next());
    exchange.note = next().toString();
    return attempt;
}

} // namespace

Result<void> AttemptStore::insertPending(const Attempt &attempt, bool sameBody)
{
    return m_db
        .run(QStringLiteral("INSERT INTO attempt (id, delivery_id, number, started_at, target_revision, url, outcome, "
                            "error_class, error_text, status, request_head, request_body, response_size, truncated, "
                            "remote_address) VALUES (?, ?, ?, ?, ?, ?, 0, 0, '', 0, ?, ?, 0, 0, '')"),
             {attempt.id.value, attempt.delivery.value, attempt.number, callboard::stored(attempt.startedAt),
              attempt.targetRevision, attempt.url, attempt.requestHead,
              sameBody ? QVariant() : QVariant(attempt.requestBody)})
        .map([](QSqlQuery *) {});
}

Result<void> AttemptStore::complete(AttemptId id, const Exchange &e, Timestamp finishedAt)
{
    return m_db
        .run(QStringLiteral(
                 "UPDATE attempt SET finished_at = ?, outcome = ?, error_class = ?, error_text = ?, status = ?, "
                 "response_head = ?, response_body = ?, response_size = ?, truncated = ?, remote_address = ?, "
                 "resolved_us = ?, connected_us = ?, encrypted_us = ?, sent_us = ?, first_byte_us = ?, "
                 "done_us = ?, note = ? WHERE id = ?"),
             {callboard::stored(finishedAt), int(e.outcome), int(e.errorClass), e.errorText, e.status, e.responseHead,
              e.responseBody, e.responseSize, int(e.truncated), e.remoteAddress, stored(e.timings.resolved),
              stored(e.timings.connected), stored(e.timings.encrypted), stored(e.timings.sent),
              stored(e.timings.firstByte), stored(e.timings.done), e.note, id.value})
        .map([](QSqlQuery *) {});
}

Result<QList<DeliveryId>> AttemptStore::markInterrupted(Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE attempt SET outcome = ?, error_class = ?, finished_at = ?, error_text = ? "
                            "WHERE outcome = 0 RETURNING delivery_id"),
             {int(Outcome::InDoubt), int(ErrorClass::Interrupted), callboard::stored(now),
              QStringLiteral("Callboard ended while this request was under way. The receiver may have got it.")})
        .map([](QSqlQuery *row) {
            QList<DeliveryId> ids;
            while (row->next())
                ids.append(DeliveryId{row->value(0).toLongLong()});
            return ids;
        });
}

Result<QList<Attempt>> AttemptStore::of(DeliveryId id)
{
    return m_db
        .run(QStringLiteral(
                 "SELECT id, delivery_id, number, started_at, finished_at, target_revision, url, request_head, "
                 "request_body, outcome, error_class, error_text, status, response_head, response_body, "
                 "response_size, truncated, remote_address, resolved_us, connected_us, encrypted_us, sent_us, "
                 "first_byte_us, done_us, note FROM attempt WHERE delivery_id = ? ORDER BY number"),
             {id.value})
        .map([](QSqlQuery *row) {
            QList<Attempt> attempts;
            while (row->next()) {
                attempts.append(attemptFrom(*row));
                constexpr int kBody = 8;
                if (row->isNull(kBody) && attempts.size() > 1)
                    attempts.last().requestBody = attempts[attempts.size() - 2].requestBody;
            }
            return attempts;
        });
}

Result<std::optional<QByteArray>> AttemptStore::lastHead(DeliveryId id)
{
    return m_db
        .run(QStringLiteral("SELECT request_head FROM attempt WHERE delivery_id = ? ORDER BY number DESC LIMIT 1"),
             {id.value})
        .map([](QSqlQuery *row) {
            std::optional<QByteArray> head;
            if (row->next())
                head = row->value(0).toByteArray();
            row->finish();
            return head;
        });
}

Result<int> AttemptStore::untouched(DeliveryId id)
{
    return m_db
        .number(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE delivery_id = ? "
                               "AND (error_class = ? OR (outcome = ? AND error_class = ?))"),
                {id.value, int(ErrorClass::Cancelled), int(Outcome::NotSent), int(ErrorClass::Closed)})
        .map([](std::optional<qint64> count) { return int(count.value_or(0)); });
}

Result<QByteArray> AttemptStore::lastBody(DeliveryId id)
{
    return m_db
        .run(QStringLiteral("SELECT request_body FROM attempt WHERE delivery_id = ? AND request_body IS NOT NULL "
                            "ORDER BY number DESC LIMIT 1"),
             {id.value})
        .map([](QSqlQuery *row) {
            QByteArray body;
            if (row->next())
                body = row->value(0).toByteArray();
            row->finish();
            return body;
        });
}

} // namespace callboard
