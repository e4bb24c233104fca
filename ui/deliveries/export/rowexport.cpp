#include "ui/deliveries/export/rowexport.h"

#include "core/store/deliveryjson.h"
#include "ui/deliveries/deliverytext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

namespace {

using Model = DeliveryListModel;

QString headOf(int column)
{
    switch (column) {
    case Model::State: return DeliveryListModel::tr("State");
    case Model::Target: return DeliveryListModel::tr("Target");
    case Model::Event: return DeliveryListModel::tr("Event");
    case Model::Asset: return DeliveryListModel::tr("Asset");
    case Model::Attempts: return DeliveryListModel::tr("Attempts");
    case Model::Status: return DeliveryListModel::tr("Status");
    case Model::Duration: return DeliveryListModel::tr("Duration (ms)");
    case Model::Mark: return DeliveryListModel::tr("Mark");
    case Model::Note: return DeliveryListModel::tr("Note");
    default: return DeliveryListModel::tr("When");
    }
}

QString cellOf(const DeliveryRow &row, int column)
{
    const Delivery &delivery = row.delivery;
    switch (column) {
    case Model::State: return deliverytext::stateWord(delivery.state, row.inDoubt);
    case Model::Target: return row.targetName;
    case Model::Event: return deliverytext::eventWord(delivery);
    case Model::Asset: return delivery.asset;
    case Model::Attempts: return QString::number(delivery.attempts);
    case Model::Status: return delivery.status != 0 ? QString::number(delivery.status) : QString();
    case Model::Duration: return row.duration ? QString::number(row.duration->count()) : QString();
    case Model::Mark: return row.marked ? DeliveryListModel::tr("marked") : QString();
    case Model::Note: return row.note;
    default: return toIso(delivery.finishedAt.value_or(delivery.createdAt));
    }
}

// What a column is in `whole`; the rest is the log's alone.
QStringList keysOf(int column)
{
    switch (column) {
    case Model::State: return {QStringLiteral("state")};
    case Model::Target: return {QStringLiteral("target"), QStringLiteral("targetName")};
    case Model::Event: return {QStringLiteral("event")};
    case Model::Asset: return {QStringLiteral("asset")};
    case Model::Attempts: return {QStringLiteral("attempts")};
    case Model::Status: return {QStringLiteral("status")};
    case Model::When: return {QStringLiteral("createdAt"), QStringLiteral("finishedAt")};
    default: return {};
    }
}

void put(QJsonObject &object, const QJsonObject &whole, const DeliveryRow &row, int column)
{
    for (const QString &key : keysOf(column))
        object.insert(key, whole[key]);
    if (column == Model::Duration)
        object.insert(QStringLiteral("durationMs"),
                      row.duration ? QJsonValue(qint64(row.duration->count())) : QJsonValue());
    if (column == Model::Mark)
        object.insert(QStringLiteral("marked"), row.marked);
    if (column == Model::Note)
        object.insert(QStringLiteral("note"), row.note);
}

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && (cell.front().isNull() || QStringView(u"=+-@\t\r").contains(cell.front()));
}

} // namespace

RowExport::RowExport(RowFormat format, QList<int> columns, QString workspaceTag)
    : m_format(format)
    , m_columns(std::move(columns))
    , m_tag(std::move(workspaceTag))
{
}

QByteArray RowExport::csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        if (looksLikeFormula(cell)) {
            cell.prepend(u'\'');
            ++m_disarmed;
        }
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
            cell = u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"';
        quoted.append(cell);
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

QByteArray RowExport::jsonLine(const DeliveryRow &row) const
{
    const QJsonObject whole = toJson(row, m_tag);
    QJsonObject object{{QStringLiteral("id"), whole[QLatin1String("id")]},
                       {QStringLiteral("number"), row.delivery.id.value}};
    for (const int column : m_columns)
        put(object, whole, row, column);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray RowExport::head() const
{
    if (m_format == RowFormat::JsonLines)
        return {};
    QStringList names{DeliveryListModel::tr("Delivery")};
    for (const int column : m_columns)
        names.append(headOf(column));
    return RowExport(*this).csvLine(names);
}

QByteArray RowExport::line(const DeliveryRow &row)
{
    if (m_format == RowFormat::JsonLines)
        return jsonLine(row);
    QStringList cells{QString::number(row.delivery.id.value)};
    for (const int column : m_columns)
        cells.append(cellOf(row, column));
    return csvLine(cells);
}

} // namespace callboard
