// The deliveries that were looked at since the window was opened, the latest first, each once.
#pragma once

#include "core/store/deliveryquery.h"

#include <QList>

namespace callboard {

class RecentDeliveries {
public:
    static constexpr qsizetype kMost = 10;

    struct Entry {
        DeliveryId id;
        QString asset;
        QString target;
    };

    void note(const DeliveryRow &row)
    {
        const DeliveryId id = row.delivery.id;
        m_entries.removeIf([id](const Entry &entry) { return entry.id == id; });
        m_entries.prepend({id, row.delivery.asset, row.targetName});
        if (m_entries.size() > kMost)
            m_entries.removeLast();
    }
    [[nodiscard]] const QList<Entry> &latestFirst() const { return m_entries; }

private:
    QList<Entry> m_entries;
};

} // namespace callboard
