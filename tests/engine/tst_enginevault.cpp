// The engine and its vault: what needs it is held and leaves once it is open, its key changes under way, and what a
// form still holds of before is sealed anew.
#include "core/engine/definitions.h"
#include "tests/engine/enginebench.h"

#include <QFile>
#include <QTest>

using namespace callboard;

class TestEngineVault : public QObject {
    Q_OBJECT

private slots:
    void whatNeedsAClosedVaultIsHeldAndTheRestGoesOn();
    void unlockedByHandItStaysOpen();
    void rotatedMeanwhileItGoesOn();
    void anotherProcessRotatesIt();
    void whatAFormStillHoldsIsSealedAnew();
    void nothingIsSealedUnderAKeyOfBefore();

private:
    // A bench with a vault in a key file, and a target that has a secret.
    struct World {
        World();
        [[nodiscard]] VaultKeeper other() const { return *bench.keeper; } // as another process has it
        [[nodiscard]] VaultStatus ask(const Engine::VaultTask &task);
        [[nodiscard]] QByteArray authorization(qsizetype request) const;
        [[nodiscard]] bool settled(const std::function<bool()> &condition);

        EngineBench bench;
        QString keyFile;
        CallbackTarget target;
    };
};

namespace {

const QString kSecret = QStringLiteral("Bearer planted");

CallbackTarget withSecret(const QString &name)
{
    CallbackTarget target = plainTarget(name);
    target.headers.append({QStringLiteral("Authorization"), kSecret, {}, true, true});
    return target;
}

} // namespace

TestEngineVault::World::World()
    : keyFile(bench.directory.filePath(QStringLiteral("vault.key")))
{
    bench.keeper = std::make_shared<VaultKeeper>(bench.workspace(),
                                                 VaultKeySource{VaultKeySource::Kind::KeyFile, keyFile});
    if (!bench.start())
        qFatal("the engine does not start");
    Result<CallbackTarget> saved = tl::unexpected(Error{});
    Order order;
    order.needsVault = true;
    order.write = [&](Workplace &place) {
        saved = place.orders.saveTarget(withSecret(QStringLiteral("cms")));
        return saved.map([](const CallbackTarget &) {});
    };
    bool done = false;
    order.done = [&](const Result<void> &written) { done = written.has_value(); };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    if (!settled([&] { return done; }))
        qFatal("the target is not saved");
    target = *saved;
}

// The vault's thread answers when it will.
bool TestEngineVault::World::settled(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(
        [&] {
            bench.spin();
            return condition();
        },
        20'000);
}

VaultStatus TestEngineVault::World::ask(const Engine::VaultTask &task)
{
    std::optional<Result<VaultStatus>> answer;
    bench.engine->askVault(task, [&](const Result<VaultStatus> &status) { answer = status; });
    if (!settled([&] { return answer.has_value(); }) || !*answer)
        qWarning() << "the vault refused:" << (answer && !*answer ? answer->error().detail : QString());
    return answer && *answer ? **answer : VaultStatus{};
}

QByteArray TestEngineVault::World::authorization(qsizetype request) const
{
    for (const auto &[name, value] : bench.transport->sent.value(request).headers) {
        if (name == "Authorization")
            return value;
    }
    return {};
}

void TestEngineVault::whatNeedsAClosedVaultIsHeldAndTheRestGoesOn()
{
    World world;
    EngineBench &bench = world.bench;
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("plain"))).isValid());
    QVERIFY(QFile::rename(world.keyFile, world.keyFile + QStringLiteral(".away")));
    bench.restart();
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    const auto held = [&] {
        return std::ranges::any_of(bench.rows(), [](const DeliveryRow &row) {
            return row.delivery.state == DeliveryState::Held
                && row.delivery.error.startsWith(QStringLiteral("The vault's key is not on this machine."));
        });
    };
    QVERIFY(world.settled(held));
    QCOMPARE(bench.transport->sent.size(), 1); // the other target's
    QVERIFY(QFile::rename(world.keyFile + QStringLiteral(".away"), world.keyFile));
    std::optional<Result<VaultStatus>> answer;
    bench.engine->tryVaultAgain([&](const Result<VaultStatus> &status) { answer = status; });
    QVERIFY(world.settled([&] { return bench.transport->sent.size() == 2; }));
    QVERIFY(answer && *answer && (*answer)->isOpen());
    QCOMPARE(world.authorization(1), kSecret.toUtf8());
}

void TestEngineVault::unlockedByHandItStaysOpen()
{
    World world;
    EngineBench &bench = world.bench;
    const auto opened = world.other().open(false);
    const QString recovery = world.other().makeRecovery(*opened->vault).value();
    QVERIFY(QFile::remove(world.keyFile));
    QVERIFY(QFile(world.keyFile).open(QIODevice::WriteOnly)); // what is there now is no key, and not ours to replace
    bench.restart();
    std::optional<Result<VaultStatus>> answer;
    const auto again = [&] {
        answer.reset();
        bench.engine->tryVaultAgain([&](const Result<VaultStatus> &status) { answer = status; });
        return world.settled([&] { return answer.has_value(); });
    };
    QVERIFY(again());
    QVERIFY(!*answer);
    const VaultStatus unlocked = world.ask(
        [recovery](const VaultKeeper &keeper, const auto &) { return keeper.unlockWithRecovery(recovery); });
    QVERIFY(unlocked.isOpen());
    QVERIFY(!unlocked.keptHere);
    QVERIFY(again());
    QVERIFY(*answer && (*answer)->isOpen());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QCOMPARE(world.authorization(0), kSecret.toUtf8());
}

void TestEngineVault::rotatedMeanwhileItGoesOn()
{
    World world;
    EngineBench &bench = world.bench;
    const QString before = world.other().facts().value().keyId;
    const VaultStatus rotated = world.ask(
        [](const VaultKeeper &keeper, const std::optional<OpenedVault> &opened) { return keeper.rotate(*opened, {}); });
    QVERIFY(rotated.isOpen());
    QVERIFY(rotated.facts.keyId != before);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QCOMPARE(world.authorization(0), kSecret.toUtf8());
    bench.restart();
    QVERIFY(bench.emitEvents({published(QStringLiteral("b"), QStringLiteral("e2"))}));
    QVERIFY(world.settled([&] { return !world.authorization(bench.transport->sent.size() - 1).isEmpty(); }));
}

void TestEngineVault::anotherProcessRotatesIt()
{
    World world;
    EngineBench &bench = world.bench;
    const auto opened = world.other().open(false);
    const auto rotated = world.other().rotate(*opened, {});
    QVERIFY(rotated);
    VaultStatus status;
    connect(bench.engine.get(), &Engine::vaultChanged, this, [&status](const VaultStatus &now) { status = now; });
    QVERIFY(world.settled([&] { return status.facts.keyId == rotated->vault->id(); })); // it looks around by itself
    QVERIFY(status.isOpen());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QCOMPARE(world.authorization(0), kSecret.toUtf8());
}

void TestEngineVault::whatAFormStillHoldsIsSealedAnew()
{
    World world;
    EngineBench &bench = world.bench;
    const VaultStatus rotated = world.ask(
        [](const VaultKeeper &keeper, const std::optional<OpenedVault> &opened) { return keeper.rotate(*opened, {}); });
    QVERIFY(rotated.isOpen());
    CallbackTarget edited = world.target; // as the form had it before
    edited.name = QStringLiteral("another name");
    const auto saved = bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(edited); });
    QVERIFY(saved);
    bench.restart();
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QVERIFY(world.settled([&] { return bench.transport->sent.size() == 1; }));
    QCOMPARE(world.authorization(0), kSecret.toUtf8());
}

// In the half second before this process notices that another one has changed the key.
void TestEngineVault::nothingIsSealedUnderAKeyOfBefore()
{
    World world;
    EngineBench &bench = world.bench;
    const auto opened = world.other().open(false);
    QVERIFY(world.other().rotate(*opened, {}));
    std::optional<Result<void>> answer;
    Order order;
    order.needsVault = true;
    order.write = [](Workplace &place) {
        return place.orders.saveTarget(withSecret(QStringLiteral("late"))).map([](const CallbackTarget &) {});
    };
    order.done = [&answer](const Result<void> &done) { answer = done; };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    QVERIFY(world.settled([&] { return answer.has_value(); }));
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, ErrorCode::Conflict);
    const auto now = world.other().open(false);
    QVERIFY(now);
    const auto again = world.other().rotate(*now, {}); // everything opens
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
}

QTEST_GUILESS_MAIN(TestEngineVault)
#include "tst_enginevault.moc"
