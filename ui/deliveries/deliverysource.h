// Where the deliveries' page gets its rows from. Every question returns at once; `then` runs in `context`'s thread, in
// the order of the questions, and not at all once `context` is gone. A seam: tests feed rows without a database.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/engine/explanation.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/changes/assetchanges.h"

#include <QList>
#include <QObject>

#include <functional>

namespace callboard {

class ReadThread;

class DeliverySource : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Then = std::function<void(T)>;

    using QObject::QObject;

    // Newest first; `before` invalid: from the top.
    virtual void page(const DeliveryFilter &filter, DeliveryId before, int limit, QObject *context,
                      Then<QList<DeliveryRow>> then) = 0;
    // Those next newer than `after`, newest first too.
    virtual void pageAfter(const DeliveryFilter &filter, DeliveryId after, int limit, QObject *context,
                           Then<QList<DeliveryRow>> then) = 0;
    // The rows among `ids` that the filter lets through, newest first.
    virtual void rows(const DeliveryFilter &filter, const QList<DeliveryId> &ids, QObject *context,
                      Then<QList<DeliveryRow>> then) = 0;
    virtual void count(const DeliveryFilter &filter, QObject *context, Then<qint64> then) = 0;
    virtual void detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then) = 0;
    // What `detail` tells its target that the one before it did not.
    virtual void changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then) = 0;
    virtual void targets(QObject *context, Then<QList<CallbackTarget>> then) = 0;
    // Who was called for an event, who not, and why.
    virtual void explain(EventId event, QObject *context, Then<Result<Explanation>> then) = 0;

signals:
    // Nothing can be read; no answer comes any more.
    void failed(const QString &detail);
};

// Asks the workspace on its reading thread.
class StoredDeliveries final : public DeliverySource {
    Q_OBJECT

public:
    explicit StoredDeliveries(ReadThread &reads, QObject *parent = nullptr);

    void page(const DeliveryFilter &filter, DeliveryId before, int limit, QObject *context,
              Then<QList<DeliveryRow>> then) override;
    void pageAfter(const DeliveryFilter &filter, DeliveryId after, int limit, QObject *context,
                   Then<QList<DeliveryRow>> then) override;
    void rows(const DeliveryFilter &filter, const QList<DeliveryId> &ids, QObject *context,
              Then<QList<DeliveryRow>> then) override;
    void count(const DeliveryFilter &filter, QObject *context, Then<qint64> then) override;
    void detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then) override;
    void changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then) override;
    void targets(QObject *context, Then<QList<CallbackTarget>> then) override;
    void explain(EventId event, QObject *context, Then<Result<Explanation>> then) override;

private:
    ReadThread &m_reads;
};

} // namespace callboard
