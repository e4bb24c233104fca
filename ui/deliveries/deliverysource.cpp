#include "ui/deliveries/deliverysource.h"

#include "core/store/readthread.h"

namespace callboard {

StoredDeliveries::StoredDeliveries(ReadThread &reads, QObject *parent)
    : DeliverySource(parent)
    , m_reads(reads)
{
    connect(&reads, &ReadThread::failed, this, &DeliverySource::failed);
}

void StoredDeliveries::page(const DeliveryFilter &filter, DeliveryId before, int limit, QObject *context,
                            Then<QList<DeliveryRow>> then)
{
    m_reads.ask(
        context,
        [filter, before, limit](const WorkspaceReader &reader) { return reader.deliveries(filter, before, limit); },
        std::move(then));
}

void StoredDeliveries::pageAfter(const DeliveryFilter &filter, DeliveryId after, int limit, QObject *context,
                                 Then<QList<DeliveryRow>> then)
{
    m_reads.ask(
        context,
        [filter, after, limit](const WorkspaceReader &reader) { return reader.deliveriesAfter(filter, after, limit); },
        std::move(then));
}

void StoredDeliveries::rows(const DeliveryFilter &filter, const QList<DeliveryId> &ids, QObject *context,
                            Then<QList<DeliveryRow>> then)
{
    m_reads.ask(
        context, [filter, ids](const WorkspaceReader &reader) { return reader.deliveries(filter, ids); },
        std::move(then));
}

void StoredDeliveries::count(const DeliveryFilter &filter, QObject *context, Then<qint64> then)
{
    m_reads.ask(
        context, [filter](const WorkspaceReader &reader) { return reader.count(filter); }, std::move(then));
}

void StoredDeliveries::scan(const DeliveryFilter &filter, DeliveryId before, OnTheWay onTheWay, QObject *context,
                            Then<DeliveryScan> then)
{
    constexpr Milliseconds kStep{30}; // so long others wait at most, but for a body that takes longer
    m_reads.ask(
        context,
        [filter, before, onTheWay = std::move(onTheWay)](const WorkspaceReader &reader) {
            DeliveryScan step = reader.scan(filter, before, kStep);
            if (onTheWay)
                onTheWay(step);
            return step;
        },
        std::move(then));
}

void StoredDeliveries::visit(const QList<DeliveryId> &ids, Visitor visitor, QObject *context, Then<int> then)
{
    m_reads.ask(
        context,
        [ids, visitor = std::move(visitor)](const WorkspaceReader &reader) {
            int found = 0;
            for (const DeliveryId id : ids) {
                if (const auto detail = reader.delivery(id)) {
                    visitor(*detail);
                    ++found;
                }
            }
            return found;
        },
        std::move(then));
}

void StoredDeliveries::detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then)
{
    m_reads.ask(
        context, [id](const WorkspaceReader &reader) { return reader.delivery(id); }, std::move(then));
}

// The workspace is not asked: the thread is what is wanted.
void StoredDeliveries::changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then)
{
    m_reads.ask(
        context, [detail](const WorkspaceReader &) { return assetChanges(detail); }, std::move(then));
}

void StoredDeliveries::targets(QObject *context, Then<QList<CallbackTarget>> then)
{
    m_reads.ask(
        context, [](const WorkspaceReader &reader) { return reader.targets(); }, std::move(then));
}

void StoredDeliveries::workspaceTag(QObject *context, Then<QString> then)
{
    m_reads.ask(
        context, [](const WorkspaceReader &reader) { return reader.workspaceTag(); }, std::move(then));
}

void StoredDeliveries::explain(EventId event, QObject *context, Then<Result<Explanation>> then)
{
    m_reads.ask(
        context, [event](const WorkspaceReader &reader) { return explainEvent(reader, event); }, std::move(then));
}

} // namespace callboard
