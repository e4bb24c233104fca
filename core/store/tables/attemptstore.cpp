#include "core/store/tables/attemptstore.h"

namespace callboard {

namespace {

SqlValue stored(const Timings::Step &step)
{
    return step ? SqlValue(step->count()) : SqlValue();
}

Attempt attemptFrom(const Query &row)
{
    Attempt attempt;
    int column = 0;
    const auto number = [&] { return row.integer(column++); };
    const auto text = [&] { return row.text(column++); };
    const auto bytes = [&] { return row.bytes(column++); };
    attempt.id = {number()};
    attempt.delivery = {number()};
    attempt.number = int(number());
    attempt.startedAt = timeFrom(number());
    if (!row.isNull(column))
        attempt.finishedAt = timeFrom(row.integer(column));
    ++column;
    attempt.targetRevision = int(number());
    attempt.url = text();
    attempt.requestHead = bytes();
    attempt.requestBody = bytes();
    Exchange &exchange = attempt.exchange;
    exchange.outcome = Outcome(number());
    exchange.errorClass = ErrorClass(number());
    exchange.errorText = text();
    exchange.status = int(number());
    exchange.responseHead = bytes();
    exchange.responseBody = bytes();
    exchange.responseSize = number();
    exchange.truncated = number() != 0;
    exchange.remoteAddress = text();
    for (Timings::Step *step : {&exchange.timings.resolved, &exchange.timings.connected, &exchange.timings.encrypted,
                                &exchange.timings.sent, &exchange.timings.firstByte, &exchange.timings.done}) {
        if (!row.isNull(column))
            *step = std::chrono::microseconds(row.integer(column));
        ++column;
    }
    exchange.note = text();
    return attempt;
}

} // namespace

Result<void> AttemptStore::insertPending(const Attempt &attempt, bool sameBody)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO attempt (id, delivery_id, number, started_at, target_revision, url, outcome, error_class, "
        "error_text, status, request_head, request_body, response_size, truncated, remote_address) "
        "VALUES (?, ?, ?, ?, ?, ?, 0, 0, '', 0, ?, ?, 0, 0, '')");
    return m_db
        .run(sql,
             {attempt.id.value, attempt.delivery.value, attempt.number, callboard::stored(attempt.startedAt),
              attempt.targetRevision, attempt.url, attempt.requestHead,
              sameBody ? SqlValue() : SqlValue(attempt.requestBody)})
        .map([](Query *) {});
}

Result<void> AttemptStore::complete(AttemptId id, const Exchange &e, Timestamp finishedAt)
{
    static const QString sql = QStringLiteral(
        "UPDATE attempt SET finished_at = ?, outcome = ?, error_class = ?, error_text = ?, status = ?, "
        "response_head = ?, response_body = ?, response_size = ?, truncated = ?, remote_address = ?, "
        "resolved_us = ?, connected_us = ?, encrypted_us = ?, sent_us = ?, first_byte_us = ?, "
        "done_us = ?, note = ? WHERE id = ?");
    return m_db
        .run(sql,
             {callboard::stored(finishedAt), int(e.outcome), int(e.errorClass), e.errorText, e.status, e.responseHead,
              e.responseBody, e.responseSize, int(e.truncated), e.remoteAddress, stored(e.timings.resolved),
              stored(e.timings.connected), stored(e.timings.encrypted), stored(e.timings.sent),
              stored(e.timings.firstByte), stored(e.timings.done), e.note, id.value})
        .map([](Query *) {});
}

Result<QList<DeliveryId>> AttemptStore::markInterrupted(Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE attempt SET outcome = ?, error_class = ?, finished_at = ?, error_text = ? "
                            "WHERE outcome = 0 RETURNING delivery_id, (SELECT d.target_id FROM delivery d "
                            "WHERE d.id = attempt.delivery_id)"),
             {int(Outcome::InDoubt), int(ErrorClass::Interrupted), callboard::stored(now),
              QStringLiteral("Callboard ended while this request was under way. The receiver may have got it.")})
        .map([&](Query *row) {
            QList<DeliveryId> ids;
            while (row->next()) {
                ids.append(DeliveryId{row->integer(0)});
                m_db.note(ActivityKind::AttemptInDoubt, {row->integer(1)}, now);
            }
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
        .map([](Query *row) {
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
        .map([](Query *row) {
            std::optional<QByteArray> head;
            if (row->next())
                head = row->bytes(0);
            row->finish();
            return head;
        });
}

Result<int> AttemptStore::untouched(DeliveryId id)
{
    return m_db
        .number(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE delivery_id = ? "
                               "AND (error_class = ? OR (outcome = ? AND error_class = ?) OR note LIKE ?)"),
                {id.value, int(ErrorClass::Cancelled), int(Outcome::NotSent), int(ErrorClass::Closed),
                 QString(u'%' + tokenRefusedNote())})
        .map([](std::optional<qint64> count) { return int(count.value_or(0)); });
}

QString tokenRefusedNote()
{
    return QStringLiteral("The token was refused: it was sent again with a new one.");
}

Result<QString> AttemptStore::lastNote(DeliveryId id)
{
    return m_db
        .run(QStringLiteral("SELECT note FROM attempt WHERE delivery_id = ? AND finished_at IS NOT NULL "
                            "ORDER BY number DESC LIMIT 1"),
             {id.value})
        .map([](Query *row) { return row->next() ? row->text(0) : QString(); });
}

Result<QByteArray> AttemptStore::lastBody(DeliveryId id)
{
    return m_db
        .run(QStringLiteral("SELECT request_body FROM attempt WHERE delivery_id = ? AND request_body IS NOT NULL "
                            "ORDER BY number DESC LIMIT 1"),
             {id.value})
        .map([](Query *row) {
            QByteArray body;
            if (row->next())
                body = row->bytes(0);
            row->finish();
            return body;
        });
}

} // namespace callboard
