// A source and an engine in memory for tests of the deliveries' page: the source answers from a list, one event-loop
// turn later, as the reading thread does; the engine notes what it was asked for.
#pragma once

#include "core/domain/clock.h"
#include "core/engine/engineclient.h"
#include "ui/deliveries/deliverysource.h"

#include <QMap>
#include <QTimer>

#include <algorithm>

namespace callboard::fakes {

class StillClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return time; }
    [[nodiscard]] Milliseconds steady() const override { return time.time_since_epoch(); }
    Timestamp time = Timestamp(Milliseconds(1'700'000'000'000));
};

inline DeliveryRow row(qint64 id, DeliveryState state, const StillClock &clock)
{
    DeliveryRow row;
    row.delivery.id = DeliveryId{id};
    row.delivery.target = TargetId{1};
    row.delivery.asset = QStringLiteral("asset-%1").arg(id);
    row.delivery.state = state;
    row.delivery.attempts = 1;
    row.delivery.createdAt = clock.time - std::chrono::seconds(12);
    row.delivery.dueAt = clock.time + std::chrono::seconds(42);
    row.targetName = QStringLiteral("cms-hook");
    return row;
}

inline bool holdsBodies(const DeliveryFilter &filter, const DeliveryRow &row)
{
    for (const DeliveryCondition &condition : filter.conditions) {
        if (condition.field == DeliveryCondition::Field::Body
            && row.delivery.asset.contains(condition.words.constFirst()) == condition.negated)
            return false;
    }
    return true;
}

inline bool passes(const DeliveryFilter &filter, const DeliveryRow &row)
{
    return (filter.states.isEmpty() || filter.states.contains(row.delivery.state))
        && (!filter.target.isValid() || filter.target == row.delivery.target) && (!filter.marked || row.marked)
        && (!filter.since || row.delivery.createdAt >= *filter.since)
        && (!filter.until || row.delivery.createdAt < *filter.until)
        && (filter.asset.isEmpty() || filter.asset == row.delivery.asset)
        && (filter.text.isEmpty() || row.delivery.asset.contains(filter.text) || row.targetName.contains(filter.text));
}

class MemorySource : public DeliverySource {
public:
    using DeliverySource::DeliverySource;

    QMap<qint64, DeliveryRow> stored;
    QMap<qint64, DeliveryDetail> details;
    QList<CallbackTarget> targetList;
    int pagesAsked = 0;
    int rowsAsked = 0;
    int changesAsked = 0;
    int scansAsked = 0;
    Result<Explanation> explanation;
    QList<EventId> explained; // that were asked about

    [[nodiscard]] DeliveryDetail wholeOf(DeliveryId id) const
    {
        DeliveryDetail detail = details.value(id.value);
        detail.row = stored.value(id.value);
        return detail;
    }

    void put(const DeliveryRow &row) { stored.insert(row.delivery.id.value, row); }

    void page(const DeliveryFilter &filter, DeliveryId before, int limit, QObject *context,
              Then<QList<DeliveryRow>> then) override
    {
        ++pagesAsked;
        QList<DeliveryRow> found;
        for (auto it = stored.end(); it != stored.begin() && found.size() < limit;) {
            --it;
            if ((!before.isValid() || it.key() < before.value) && passes(filter, it.value()))
                found.append(it.value());
        }
        QTimer::singleShot(0, context, [then, found] { then(found); });
    }

    void pageAfter(const DeliveryFilter &filter, DeliveryId after, int limit, QObject *context,
                   Then<QList<DeliveryRow>> then) override
    {
        ++pagesAsked;
        QList<DeliveryRow> found;
        for (auto it = stored.upperBound(after.value); it != stored.end() && found.size() < limit; ++it) {
            if (passes(filter, it.value()))
                found.prepend(it.value());
        }
        QTimer::singleShot(0, context, [then, found] { then(found); });
    }

    void rows(const DeliveryFilter &filter, const QList<DeliveryId> &ids, QObject *context,
              Then<QList<DeliveryRow>> then) override
    {
        ++rowsAsked;
        QList<DeliveryRow> found;
        for (const DeliveryId id : ids) {
            if (stored.contains(id.value) && passes(filter, stored[id.value]))
                found.append(stored[id.value]);
        }
        std::sort(found.begin(), found.end(),
                  [](const DeliveryRow &a, const DeliveryRow &b) { return a.delivery.id > b.delivery.id; });
        QTimer::singleShot(0, context, [then, found] { then(found); });
    }

    void count(const DeliveryFilter &filter, QObject *context, Then<qint64> then) override
    {
        const qint64 count = std::count_if(stored.begin(), stored.end(),
                                           [&](const DeliveryRow &row) { return passes(filter, row); });
        QTimer::singleShot(0, context, [then, count] { then(count); });
    }

    // Ten at a time, so that there are steps; a body holds what the asset's name holds.
    void scan(const DeliveryFilter &filter, DeliveryId before, OnTheWay onTheWay, QObject *context,
              Then<DeliveryScan> then) override
    {
        ++scansAsked;
        DeliveryScan step;
        step.ended = true;
        for (auto it = stored.end(); it != stored.begin();) {
            --it;
            if ((before.isValid() && it.key() >= before.value) || !passes(filter, it.value()))
                continue;
            if (step.looked == 10) {
                step.ended = false;
                break;
            }
            ++step.looked;
            step.last = it.value().delivery.id;
            if (holdsBodies(filter, it.value()))
                step.rows.append(it.value());
        }
        if (onTheWay)
            onTheWay(step);
        QTimer::singleShot(0, context, [then, step] { then(step); });
    }

    void visit(const QList<DeliveryId> &ids, Visitor visitor, QObject *context, Then<int> then) override
    {
        int found = 0;
        for (const DeliveryId id : ids) {
            if (!stored.contains(id.value))
                continue;
            visitor(wholeOf(id));
            ++found;
        }
        QTimer::singleShot(0, context, [then, found] { then(found); });
    }

    void detail(DeliveryId id, QObject *context, Then<Result<DeliveryDetail>> then) override
    {
        const DeliveryDetail detail = wholeOf(id);
        QTimer::singleShot(0, context, [then, detail] { then(detail); });
    }

    void changes(const DeliveryDetail &detail, QObject *context, Then<AssetChanges> then) override
    {
        ++changesAsked;
        QTimer::singleShot(0, context, [then, detail] { then(assetChanges(detail)); });
    }

    void targets(QObject *context, Then<QList<CallbackTarget>> then) override
    {
        QTimer::singleShot(0, context, [then, list = targetList] { then(list); });
    }

    void workspaceTag(QObject *context, Then<QString> then) override
    {
        QTimer::singleShot(0, context, [then] { then(QStringLiteral("test")); });
    }

    void explain(EventId event, QObject *context, Then<Result<Explanation>> then) override
    {
        explained.append(event);
        QTimer::singleShot(0, context, [then, answer = explanation] { then(answer); });
    }
};

class NotingEngine : public EngineClient {
public:
    using EngineClient::EngineClient;

    QList<DeliveryId> replayed;
    QList<QList<DeliveryId>> replayCalls;
    QList<ReplayContent> contents;                    // one a call
    std::function<DeliveryId(DeliveryId)> makeReplay; // what a replay becomes
    EngineStatus now;
    QList<std::pair<TargetId, TargetState>> states; // that were asked for
    QList<std::pair<QList<DeliveryId>, bool>> marks;
    QList<std::pair<DeliveryId, QString>> notes;
    QList<std::pair<DeliveryId, QString>> elsewhere; // replays to another address
    Result<SignatureFinding> signature;              // of every attempt
    QList<AttemptId> checked;                        // that were asked about

    void saveTarget(CallbackTarget, QObject *, Then<CallbackTarget>) override { }
    void saveTargets(QList<CallbackTarget>, QObject *, Then<QList<CallbackTarget>>) override { }
    void arrangeTargets(QList<TargetId>, QObject *, Then<int>) override { }
    void setTargetState(TargetId id, TargetState state, QObject *, Then<CallbackTarget>) override
    {
        states.append({id, state});
    }
    void removeTarget(TargetId, QObject *, Then<TargetId>) override { }
    void replayTo(DeliveryId id, QString url, QObject *context, Then<DeliveryId> then) override
    {
        elsewhere.append({id, url});
        QTimer::singleShot(0, context, [then, id] { then(DeliveryId{id.value + 100'000}); });
    }
    void setMarked(QList<DeliveryId> ids, bool marked, QObject *context, Then<int> then) override
    {
        marks.append({ids, marked});
        QTimer::singleShot(0, context, [then, count = int(ids.size())] { then(count); });
    }
    void setNote(DeliveryId id, QString note, QObject *context, Then<DeliveryId> then) override
    {
        notes.append({id, note});
        QTimer::singleShot(0, context, [then, id] { then(id); });
    }
    void cancel(QList<DeliveryId> ids, QObject *context, Then<int> then) override
    {
        QTimer::singleShot(0, context, [then, count = int(ids.size())] { then(count); });
    }
    void retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then) override
    {
        QTimer::singleShot(0, context, [then, count = int(ids.size())] { then(count); });
    }
    void sendTest(CallbackTarget, MediaEvent, QObject *, Then<TestResult>) override { }
    void checkSignature(DeliveryId, AttemptId attempt, QObject *context, Then<SignatureFinding> then) override
    {
        checked.append(attempt);
        QTimer::singleShot(0, context, [then, answer = signature] { then(answer); });
    }
    void submitEvents(QList<MediaEvent>, QObject *, Then<Accepted>) override { }
    [[nodiscard]] EngineStatus status() const override { return now; }

    void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context, Then<QList<DeliveryId>> then) override
    {
        replayed += ids;
        contents.append(content);
        replayCalls.append(ids);
        QList<DeliveryId> made;
        for (const DeliveryId id : std::as_const(ids))
            made.append(makeReplay ? makeReplay(id) : DeliveryId{id.value + 100'000});
        QTimer::singleShot(0, context, [then, made] { then(made); });
    }
};

} // namespace callboard::fakes
