// Deliveries as lines of a file, the columns as the log shows them: CSV (RFC 4180), or JSON Lines with the names and
// values of `callboard deliveries --json`. Times are ISO 8601 in UTC, durations milliseconds; what is unknown stays
// empty or null. Pure but for the count of cells made harmless.
#pragma once

#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverylistmodel.h"

#include <QByteArray>
#include <QList>

namespace callboard {

enum class RowFormat { Csv, JsonLines };

class RowExport {
public:
    // `columns` of DeliveryListModel, in the order shown.
    RowExport(RowFormat format, QList<int> columns, QString workspaceTag);

    [[nodiscard]] QByteArray head() const; // may be empty
    [[nodiscard]] QByteArray line(const DeliveryRow &row);
    // Cells that begin as a spreadsheet's formula does (= + - @) get an apostrophe in front.
    [[nodiscard]] qint64 disarmed() const { return m_disarmed; }

private:
    [[nodiscard]] QByteArray csvLine(const QStringList &cells);
    [[nodiscard]] QByteArray jsonLine(const DeliveryRow &row) const;

    RowFormat m_format;
    QList<int> m_columns;
    QString m_tag;
    qint64 m_disarmed = 0;
};

} // namespace callboard
