// Every definition that a target had, as orders write them and take them up again.
#include "core/security/vault.h"
#include "core/store/history.h"
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/trailstore.h"
#include "core/store/workspacecheck.h"
#include "tests/engine/trailbench.h"

#include <QFile>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_TargetRevisions : public QObject {
    Q_OBJECT

private slots:
    void attemptsPointToTheirRevision();
    void aTargetFromBeforeKeepsWhatItWas();
    void aRevisionIsTakenUpAgain();
    void aRemovedTargetIsMadeAnew();
    void aSecretThatIsGoneIsRefused();
    void theTrailIsKeptForAYear();
    void aChangedRevisionIsFound();
    void noSecretIsInTheFile();
};

void tst_TargetRevisions::attemptsPointToTheirRevision()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    CallbackTarget target = present(bench, id);
    target.url = QStringLiteral("https://second.example/");
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    QVERIFY(bench.emitEvents({published(QStringLiteral("m1"), QStringLiteral("e1"))}));
    bench.answer(0, 200);
    const Attempt attempt = bench.detail(bench.rows().first().delivery.id).attempts.first();
    const auto revision = WorkspaceReader::open(bench.workspace()).value()->revision(id, attempt.targetRevision);
    QVERIFY(revision);
    QCOMPARE(revision->definition.url, attempt.url);
}

// As a schema before this one left it: targets, and no revisions.
void tst_TargetRevisions::aTargetFromBeforeKeepsWhatItWas()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    {
        auto db = Database::open(bench.workspace(), Database::Access::Write).value();
        QVERIFY(db->run(QStringLiteral("DELETE FROM target_revision"), {}));
    }
    CallbackTarget target = present(bench, id);
    const QString before = target.url;
    target.url = QStringLiteral("https://second.example/");
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    const auto revisions = WorkspaceReader::open(bench.workspace()).value()->revisions(id, 0, 10).value();
    QCOMPARE(revisions.size(), 2);
    QCOMPARE(revisions[1].revision, 1);
    QCOMPARE(revisions[1].actor, QString()); // nobody knows
    QCOMPARE(revisions[1].definition.url, before);
}

void tst_TargetRevisions::aRevisionIsTakenUpAgain()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    const CallbackTarget first = present(bench, id);
    CallbackTarget target = first;
    target.url = QStringLiteral("https://second.example/");
    target.name = QStringLiteral("renamed");
    target.maxInFlight = 3;
    target.state = TargetState::Paused;
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    const auto restoredTarget = give<CallbackTarget>(bench, [&](Orders &o) { return o.restoreTarget(id, 1); });
    QVERIFY(restoredTarget);
    CallbackTarget expected = first;
    expected.revision = 3;
    expected.state = TargetState::Paused; // what was done with it stays
    expected.updatedAt = restoredTarget->updatedAt;
    QVERIFY(*restoredTarget == expected);
    QVERIFY(present(bench, id) == expected);
    const TrailEntry entry = trail(bench).first().entry;
    QCOMPARE(entry.action, QStringLiteral("target.restored"));
    QCOMPARE(entry.detail[QLatin1String("occasion")].toString(), QStringLiteral("restoring revision 1 of target 1"));
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.restoreTarget(id, 9); }).error().code
            == ErrorCode::NotFound);
}

void tst_TargetRevisions::aRemovedTargetIsMadeAnew()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(give<TargetId>(bench, [&](Orders &o) { return o.removeTarget(id); }));
    const auto revisions = WorkspaceReader::open(bench.workspace()).value()->revisions(id, 0, 10).value();
    QCOMPARE(revisions.size(), 1);
    const auto anew = give<CallbackTarget>(bench, [&](Orders &o) { return o.restoreTarget(id, 1); });
    QVERIFY(anew);
    QVERIFY(anew->id != id);
    QCOMPARE(anew->name, QStringLiteral("cms"));
    QVERIFY(bench.emitEvents({published(QStringLiteral("m1"), QStringLiteral("e1"))}));
    QCOMPARE(bench.transport->sent.size(), 1);
}

void tst_TargetRevisions::aSecretThatIsGoneIsRefused()
{
    EngineBench bench(byAnn());
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.headers = {{QStringLiteral("Authorization"), {}, "sealed before", true, true}};
    const TargetId id = bench.addTarget(target);
    QVERIFY(id.isValid());
    target = present(bench, id);
    target.headers.clear();
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    const auto before = trail(bench).size();
    const auto refused = give<CallbackTarget>(bench, [&](Orders &o) { return o.restoreTarget(id, 1); });
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::Conflict);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("header Authorization")),
             qPrintable(refused.error().detail));
    QCOMPARE(trail(bench).size(), before);
}

void tst_TargetRevisions::theTrailIsKeptForAYear()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    auto db = Database::open(bench.workspace(), Database::Access::Write).value();
    const auto step = [&](const Retention &retention, Milliseconds later) {
        History history(*db);
        if (!db->begin())
            return qint64(-1);
        const auto pruned = history.step(retention, bench.clock.now() + later);
        return pruned && db->commit() ? pruned->trail : qint64(-1);
    };
    const auto days = [](int count) { return std::chrono::days(count); };
    QCOMPARE(step({days(1), 0}, days(300)), 0);
    QCOMPARE(step({days(1000), 0}, days(800)), 0);
    QCOMPARE(step({Milliseconds(0), 0}, days(10'000)), 0); // history is kept for ever, and so is this
    QCOMPARE(step({days(1), 0}, days(400)), 1);
    QCOMPARE(trail(bench).size(), 0);
    QCOMPARE(WorkspaceReader::open(bench.workspace()).value()->revisions(id, 0, 10).value().size(), 1);
    QVERIFY(TrailStore(*db).verify().value().finding.isEmpty());
}

void tst_TargetRevisions::noSecretIsInTheFile()
{
    EngineBench bench(byAnn());
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.headers = {{QStringLiteral("X-Api-Key"), QStringLiteral("canary-header"), {}, true, true}};
    target.authentication = {AuthScheme::Bearer, {}, {QStringLiteral("canary-bearer"), {}}, {}, {}, {}, false};
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("me"),
                    {QStringLiteral("canary-proxy"), {}}};
    bool answered = false;
    Result<CallbackTarget> saved = tl::unexpected(Error{});
    for (int round = 0; round < 2; ++round) {
        Order order;
        order.needsVault = true;
        order.write = [&](Workplace &place) {
            saved = place.orders.saveTarget(target);
            return saved.map([](const CallbackTarget &) {});
        };
        answered = false;
        order.done = [&](const Result<void> &) { answered = true; };
        bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
        QVERIFY(QTest::qWaitFor([&] { return answered; }));
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail));
        target = *saved;
        target.headers[0].value = QStringLiteral("canary-second");
    }
    QCOMPARE(trail(bench).first().entry.summary, QStringLiteral("“cms”: secret header X-Api-Key changed"));
    bench.engine.reset();
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(bench.workspace() + suffix);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains("canary-"), qPrintable(suffix));
    }
    QCOMPARE(trail(bench).size(), 2);
}

void tst_TargetRevisions::aChangedRevisionIsFound()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.headers = {{QStringLiteral("Authorization"), {}, "sealed", true, true}};
    const TargetId id = bench.addTarget(target);
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.setTargetState(id, TargetState::Paused, {}); }));
    bench.engine.reset();
    auto db = Database::open(bench.workspace(), Database::Access::Write).value();
    RevisionStore revisions(*db);
    QCOMPARE(revisions.verify().value(), QString());
    QVERIFY(revisions.resealed(id, "sealed", "sealed anew"));
    QCOMPARE(revisions.verify().value(), QString()); // the same secret
    QVERIFY(db->run(QStringLiteral("UPDATE target_revision SET definition = REPLACE(definition, 'cms.example', "
                                   "'evil.example') WHERE revision = 1"),
                    {}));
    QCOMPARE(revisions.verify().value(), QStringLiteral("Revision 1 of target 1 is not as the trail has it."));
    QVERIFY(verifyWorkspace(bench.workspace()).value().contains(revisions.verify().value()));
}

QTEST_GUILESS_MAIN(tst_TargetRevisions)
#include "tst_targetrevisions.moc"
