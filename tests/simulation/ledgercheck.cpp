#include "tests/simulation/ledgercheck.h"

#include <algorithm>

namespace callboard::sim {

struct LedgerCheck::Last {
    Delivery delivery;
    int token = 0; // of its latest event
    bool targetSends = false;
};

template <class Row>
void LedgerCheck::each(const QString &sql, const QVariantList &values, Row row)
{
    if (const auto read = m_witness.store.each(sql, values, row); !read)
        m_world.violated(read.error().detail);
}

void LedgerCheck::recount()
{
    checkEvents();
    checkAttempts();
    checkLedger();
    checkTallies();
}

void LedgerCheck::atTheEnd()
{
    recount();
    checkSightings();
    checkLastStates();
}

// P1: all that was acknowledged, byte for byte, in its order, and nothing that was refused.
void LedgerCheck::checkEvents()
{
    int stored = 0;
    int newest = 0;
    each(QStringLiteral("SELECT data, source, source_id, owed FROM event ORDER BY id"), {}, [&](auto &row) {
        ++stored;
        const QByteArray data = row.value(0).toByteArray();
        const int token = tokenOf(data);
        if (token == 0 || !m_world.model.isAcknowledged(token))
            return m_world.violated(QStringLiteral("event ~%1~ is stored, and was never acknowledged").arg(token));
        const Told &told = m_world.model.told()[token - 1];
        if (data != told.event.data || row.value(1).toString() != told.event.source
            || row.value(2).toString() != told.event.sourceId)
            m_world.violated(QStringLiteral("event ~%1~ is not stored as it came").arg(token));
        if (row.value(3).toInt() != told.wantedBy.size())
            m_world.violated(QStringLiteral("event ~%1~ is owed to %2 targets, and %3 wanted it")
                                 .arg(token)
                                 .arg(row.value(3).toInt())
                                 .arg(told.wantedBy.size()));
        if (told.order < newest)
            m_world.violated(QStringLiteral("event ~%1~ is stored after one that came later").arg(token));
        newest = std::max(newest, told.order);
    });
    if (stored != m_world.model.acknowledgedCount())
        m_world.violated(QStringLiteral("%1 events were acknowledged, and %2 are stored")
                             .arg(m_world.model.acknowledgedCount())
                             .arg(stored));
}

// P2, P5: one request for each attempt, with the outcome that came back; only the last one can have arrived.
void LedgerCheck::checkAttempts()
{
    qsizetype stored = 0;
    each(QStringLiteral("SELECT a.id, a.outcome, a.error_class, a.delivery_id, d.attempts, a.number FROM attempt a "
                        "JOIN delivery d ON d.id = a.delivery_id"),
         {}, [&](auto &row) {
             ++stored;
             const auto outcome = Outcome(row.value(1).toInt());
             checkAttempt(row.value(0).toULongLong(), outcome, ErrorClass(row.value(2).toInt()),
                          outcome != Outcome::Delivered || row.value(4).toInt() == row.value(5).toInt());
         });
    if (stored != m_world.sentIn.size())
        m_world.violated(
            QStringLiteral("%1 requests left, and %2 attempts are stored").arg(m_world.sentIn.size()).arg(stored));
}

void LedgerCheck::checkAttempt(quint64 ticket, Outcome outcome, ErrorClass errorClass, bool lastIfArrived)
{
    const auto says = [&] {
        return QStringLiteral("attempt %1 says %2 (%3)").arg(ticket).arg(toString(outcome), toString(errorClass));
    };
    const auto sent = m_world.sentIn.constFind(ticket);
    if (sent == m_world.sentIn.cend())
        return m_world.violated(says() + QStringLiteral(" and never left"));
    if (!lastIfArrived)
        m_world.violated(says() + QStringLiteral(" and was followed by another"));
    if (!isBorneOut(ticket, *sent, outcome, errorClass))
        m_world.violated(says()
                         + QStringLiteral(", and what came back was %1")
                               .arg(m_world.reported.contains(ticket) ? toString(m_world.reported.value(ticket).outcome)
                                                                      : QStringLiteral("nothing")));
}

bool LedgerCheck::isBorneOut(quint64 ticket, int sentIn, Outcome outcome, ErrorClass errorClass) const
{
    const bool isOver = !m_world.isRunning() || sentIn != m_world.incarnation;
    const auto reported = m_world.reported.constFind(ticket);
    const bool known = reported != m_world.reported.cend();
    if (outcome == Outcome::Pending) { // while the store fails, what came back waits to be written
        const bool mayBeUnwritten = m_world.status.mode != EngineStatus::Mode::Running;
        return !m_world.isRunning() || (!isOver && (!known || mayBeUnwritten));
    }
    if (errorClass == ErrorClass::Interrupted)
        return isOver && outcome == Outcome::InDoubt;
    return known && reported->outcome == outcome && reported->errorClass == errorClass;
}

// P6
void LedgerCheck::checkLedger()
{
    if (!m_reader) {
        auto reader = WorkspaceReader::open(m_world.workspace);
        if (!reader)
            return m_world.violated(reader.error().detail);
        m_reader = std::move(*reader);
    }
    const LedgerCount count = m_reader->ledger();
    if (count.unexplained != 0 || count.accepted != count.outcomes)
        m_world.violated(QStringLiteral("%1 accepted, %2 outcomes, %3 unexplained: %4")
                             .arg(count.accepted)
                             .arg(count.outcomes)
                             .arg(count.unexplained)
                             .arg(count.findings.join(u' ')));
}

void LedgerCheck::checkTallies()
{
    each(QStringLiteral(
             "SELECT t.target_id, t.state, t.n, COALESCE(c.n, 0) FROM (SELECT target_id, state, SUM(n) AS n FROM tally "
             "GROUP BY target_id, state) t LEFT JOIN (SELECT target_id, state, COUNT(*) AS n FROM delivery "
             "GROUP BY target_id, state) c ON c.target_id = t.target_id AND c.state = t.state "
             "WHERE t.n <> COALESCE(c.n, 0)"),
         {}, [&](auto &row) {
             m_world.violated(QStringLiteral("target %1 is said to have %2 deliveries in state %3, and has %4")
                                  .arg(row.value(0).toLongLong())
                                  .arg(row.value(2).toLongLong())
                                  .arg(toString(DeliveryState(row.value(1).toInt())))
                                  .arg(row.value(3).toLongLong()));
         });
    each(QStringLiteral("SELECT COUNT(*), (SELECT COALESCE(SUM(n), 0) FROM tally) FROM delivery"), {}, [&](auto &row) {
        if (row.value(0).toLongLong() != row.value(1).toLongLong())
            m_world.violated(QStringLiteral("%1 deliveries are tallied, and there are %2")
                                 .arg(row.value(1).toLongLong())
                                 .arg(row.value(0).toLongLong()));
    });
}

// P2, from the other end of the wire: no request is seen twice, and each has its own ticket.
void LedgerCheck::checkSightings()
{
    QSet<quint64> tickets;
    for (const Receiver &receiver : std::as_const(m_world.receivers)) {
        for (const Sighting &sighting : receiver.seen) {
            if (tickets.contains(sighting.ticket))
                m_world.violated(QStringLiteral("request %1 was seen twice").arg(sighting.ticket));
            tickets.insert(sighting.ticket);
        }
    }
}

// P3
void LedgerCheck::checkLastStates()
{
    const auto &wanted = m_world.model.lastWanted();
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto &[target, asset] = it.key();
        const auto last = lastOf(target, asset);
        const QString problem = last ? problemWith(*last, target, it.value()) : QStringLiteral("is owed to nobody");
        if (!problem.isEmpty())
            m_world.violated(QStringLiteral("the last state ~%1~ of asset %2 for target %3 %4")
                                 .arg(it.value())
                                 .arg(asset)
                                 .arg(target.value)
                                 .arg(problem));
    }
}

std::optional<LedgerCheck::Last> LedgerCheck::lastOf(TargetId target, const QString &asset)
{
    std::optional<Last> last;
    each(QStringLiteral("SELECT d.id, d.state, d.error, d.superseded_by, e.data, t.state = 0 FROM delivery d "
                        "JOIN event e ON e.id = d.latest_event JOIN target t ON t.id = d.target_id WHERE d.target_id = "
                        "? AND d.asset = ? "
                        "AND d.replay_of IS NULL ORDER BY d.id DESC LIMIT 1"),
         {target.value, asset}, [&last](auto &row) {
             last = Last{};
             last->delivery.id = {row.value(0).toLongLong()};
             last->delivery.state = DeliveryState(row.value(1).toInt());
             last->delivery.error = row.value(2).toString();
             last->delivery.supersededBy = {row.value(3).toLongLong()};
             last->token = tokenOf(row.value(4).toByteArray());
             last->targetSends = row.value(5).toInt() != 0;
         });
    return last;
}

QString LedgerCheck::problemWith(const Last &last, TargetId target, int token) const
{
    const Delivery &delivery = last.delivery;
    if (last.token != token)
        return QStringLiteral("was lost: delivery %1 carries ~%2~").arg(delivery.id.value).arg(last.token);
    if (delivery.state == DeliveryState::Delivered)
        return wasSeen(delivery.id, token) ? QString() : QStringLiteral("is called delivered, and nobody saw it");
    if (!isFinal(delivery.state) && (delivery.state != DeliveryState::Held || last.targetSends))
        return QStringLiteral("is still %1").arg(toString(delivery.state));
    if (delivery.supersededBy.isValid())
        return QStringLiteral("was superseded by delivery %1").arg(delivery.supersededBy.value);
    if (delivery.error.isEmpty())
        return QStringLiteral("is %1 without a reason").arg(toString(delivery.state));
    const auto found = m_world.model.targets().constFind(target);
    if (delivery.state == DeliveryState::Held && found == m_world.model.targets().cend())
        return QStringLiteral("is held for a target that was removed");
    return {};
}

bool LedgerCheck::wasSeen(DeliveryId id, int token) const
{
    const QByteArray webhook = webhookId(m_witness.store.tag(), id).toUtf8();
    return std::any_of(m_world.receivers.begin(), m_world.receivers.end(), [&](const Receiver &receiver) {
        return std::any_of(receiver.seen.begin(), receiver.seen.end(), [&](const Sighting &sighting) {
            return sighting.webhookId == webhook && sighting.token == token && sighting.answeredOk;
        });
    });
}

} // namespace callboard::sim
