// Looks at every request at the moment it leaves: is it on disk, allowed, due, in turn, the newest, and the only one?
#pragma once

#include "tests/simulation/witness.h"

namespace callboard::sim {

class DepartureCheck final : public WireObserver {
public:
    explicit DepartureCheck(Witness &witness)
        : m_witness(witness)
        , m_world(witness.world)
    {
    }

    void departing(const TransportRequest &request, const SimTransport &transport) override;
    // What came back says when the next try may leave at the earliest.
    void answered(const TransportRequest &request, const Exchange &exchange) override;

private:
    struct Record;
    struct Spell { // of one revision, by one engine: a rate that is set anew begins with what it holds
        int revision = 0;
        int incarnation = 0;
        QList<Milliseconds> departures;
    };
    [[nodiscard]] std::optional<Record> recordOf(const TransportRequest &request);
    void checkRecord(const TransportRequest &request, const Record &record);
    void checkTime(const TransportRequest &request, const Record &record);
    void checkRoom(const TransportRequest &request, const Record &record, const SimTransport &transport);
    void checkRate(const TransportRequest &request, const Record &record);
    void checkOrder(const TransportRequest &request, const Record &record, const SimTransport &transport);
    void checkContent(const TransportRequest &request, const Record &record);
    void violated(const TransportRequest &request, const QString &what);

    Witness &m_witness;
    World &m_world;
    QHash<TargetId, Spell> m_spells;
    QHash<quint64, RetryPolicy> m_retries; // of what is under way
};

} // namespace callboard::sim
