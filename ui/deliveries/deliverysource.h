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
    // A bounded step through what the filter lets through, from before `before` on; bodies are looked into where it
    // asks for that. `onTheWay` (may be none) sees the step first, on the reading thread, and may take its rows.
    using OnTheWay = std::function<void(DeliveryScan &)>;
    virtual void scan(const DeliveryFilter &filter, DeliveryId before, OnTheWay onTheWay, QObject *context,
                      Then<DeliveryScan> then) = 0;
    // Reads one after the other, `visitor` sees each on the reading thread; the answer is how many there were.
    using Visitor = std::function<void(const DeliveryDetail &)>;
    virtual void visit(const QList<DeliveryId> &ids, Visitor visitor, QObject *context, Then<int> then) = 0;
    virtual void detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then) = 0;
    // What `detail` tells its target that the one before it did not.
    virtual void changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then) = 0;
    virtual void targets(QObject *context, Then<QList<CallbackTarget>> then) = 0;
    // What its deliveries' webhook-ids are made with.
    virtual void workspaceTag(QObject *context, Then<QString> then) = 0;
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
    void scan(const DeliveryFilter &filter, DeliveryId before, OnTheWay onTheWay, QObject *context,
              Then<DeliveryScan> then) override;
    void visit(const QList<DeliveryId> &ids, Visitor visitor, QObject *context, Then<int> then) override;
    void detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then) override;
    void changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then) override;
    void targets(QObject *context, Then<QList<CallbackTarget>> then) override;
    void workspaceTag(QObject *context, Then<QString> then) override;
    void explain(EventId event, QObject *context, Then<Result<Explanation>> then) override;

private:
    ReadThread &m_reads;
};

} // namespace callboard
