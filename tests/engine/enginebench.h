// An engine on a real SQLite file with a clock that stands still and a transport that answers when the test says so.
// The engine runs in the test's own thread: spin() carries out what it has posted to itself.
#pragma once

#include "core/engine/engine.h"
#include "core/store/workspacereader.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

namespace callboard {

// Keeps what was sent until the test answers it.
class ScriptedTransport final : public Transport {
    Q_OBJECT

public:
    void send(QList<TransportRequest> batch) override { sent += batch; }
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &) const override { return limit; }

    // Answers the request at `index` of `sent` with a status; 0: refused, nothing left.
    void answer(qsizetype index, int status, QByteArray body = {});

    void report(qsizetype index, const Exchange &exchange);

    QList<TransportRequest> sent;
    int limit = 6;
};

class EngineBench {
public:
    explicit EngineBench(EngineOptions options = {});

    [[nodiscard]] bool start();
    void restart(); // as after a kill: what was in memory is gone
    [[nodiscard]] TargetId addTarget(CallbackTarget target);
    [[nodiscard]] Result<Accepted> emitEvents(QList<MediaEvent> events);
    template <class T>
    Result<T> order(std::function<Result<T>(Orders &)> write)
    {
        return work<T>([&](Workplace &place) { return write(place.orders); });
    }
    template <class T>
    Result<T> work(std::function<Result<T>(Workplace &)> write)
    {
        Result<T> answer = tl::unexpected(Error{});
        Order made;
        made.write = [&](Workplace &place) -> Result<void> {
            answer = write(place);
            return answer.map([](const T &) {});
        };
        made.done = [&](const Result<void> &done) {
            if (!done)
                answer = tl::unexpected(done.error());
        };
        engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(made)); });
        spin();
        return answer;
    }
    void spin();
    void advance(Milliseconds step);          // and everything that has become due
    void answer(qsizetype index, int status); // and what follows from it
    void answer(qsizetype index, const Exchange &exchange);

    [[nodiscard]] QList<DeliveryRow> rows() const; // newest first
    [[nodiscard]] DeliveryRow row(DeliveryId id) const;
    [[nodiscard]] DeliveryDetail detail(DeliveryId id) const;
    [[nodiscard]] LedgerCount ledger() const;
    [[nodiscard]] QString workspace() const { return directory.filePath(QStringLiteral("w.db")); }

    QTemporaryDir directory;
    FakeClock clock;
    std::unique_ptr<ScriptedTransport> transport;
    std::unique_ptr<Engine> engine;
    double random = 0.5;                       // no jitter
    std::shared_ptr<const Vault> vault;        // null: there is none
    std::shared_ptr<const VaultKeeper> keeper; // in its place
    StatementFault storeFault;                 // asked before every statement of the engine

private:
    void make();
    EngineOptions m_options;
};

[[nodiscard]] CallbackTarget plainTarget(const QString &name); // LightFlow, https://<name>.example/hook
[[nodiscard]] MediaEvent published(const QString &asset, const QString &id);
[[nodiscard]] MediaEvent rated(const QString &asset, const QString &id, int votes);

} // namespace callboard
