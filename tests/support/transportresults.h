// Gathers what a transport reports, in the test's thread, by ticket.
#pragma once

#include "core/transport/transport.h"

#include <QHash>

namespace callboard {

class TransportResults : public QObject {
public:
    explicit TransportResults(Transport &transport)
    {
        connect(&transport, &Transport::finished, this, [this](const QList<TransportResult> &results) {
            ++batches;
            for (const TransportResult &result : results) {
                ++reports;
                exchanges.insert(result.ticket, result.exchange);
            }
        });
    }

    [[nodiscard]] bool has(quint64 ticket) const { return exchanges.contains(ticket); }
    [[nodiscard]] Exchange operator[](quint64 ticket) const { return exchanges.value(ticket); }

    QHash<quint64, Exchange> exchanges;
    int reports = 0;
    int batches = 0;
};

} // namespace callboard
