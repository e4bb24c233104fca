// Every order leaves one row in the trail, by whom it was given, and none where it was taken back.
#include "core/engine/definitions.h"
#include "core/engine/encoderdesk.h"
#include "core/engine/publishing.h"
#include "core/security/vault.h"
#include "core/store/tables/trailstore.h"
#include "tests/engine/trailbench.h"

#include <QJsonArray>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

// Deliveries that have ended.
QList<DeliveryId> ended(EngineBench &bench, int count)
{
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = {};
    (void)bench.addTarget(target);
    QList<DeliveryId> ids;
    for (int i = 0; i < count; ++i) {
        const QString name = QString::number(i);
        if (!bench.emitEvents({published(QStringLiteral("m") + name, QStringLiteral("e") + name)}))
            return {};
        bench.answer(bench.transport->sent.size() - 1, 200);
    }
    for (const DeliveryRow &row : bench.rows())
        ids.prepend(row.delivery.id);
    return ids;
}

} // namespace

class tst_Trail : public QObject {
    Q_OBJECT

private slots:
    void aTargetsLifeIsRecorded();
    void aSaveTellsWhatWasChanged();
    void aSaveWithoutAChangeMakesNoRevision();
    void switchingOnWhatIsOnIsSaidSo();
    void ordersAboutDeliveriesAreRecorded();
    void aBulkIsOneRow();
    void marksAndNotesAreNot();
    void arrangingIsOneRow();
    void settingsAreRecordedWithoutTheirSecrets();
    void projectsAreRecorded();
    void anAssignedNotificationIsRecorded();
    void aRefusedOrderLeavesNothing();
    void aFailedCommitLeavesNothing();
    void theDoorsCallbacksAreTheDoors();
    void goneIsTheReceivers();
    void theChainFitsAfterAllOfIt();
};

void tst_Trail::aTargetsLifeIsRecorded()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QCOMPARE(trail(bench).size(), 1);
    const std::pair<TargetState, QString> states[] = {{TargetState::Paused, QStringLiteral("target.paused")},
                                                      {TargetState::Enabled, QStringLiteral("target.enabled")},
                                                      {TargetState::Disabled, QStringLiteral("target.disabled")}};
    for (const auto &[state, action] : states) {
        const auto before = trail(bench).size();
        QVERIFY(give<CallbackTarget>(bench, [&, state = state](Orders &o) { return o.setTargetState(id, state, {}); }));
        QCOMPARE(actionsSince(bench, before), QStringList{action});
    }
    const auto before = trail(bench).size();
    QVERIFY(give<TargetId>(bench, [&](Orders &o) { return o.removeTarget(id); }));
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("target.removed")});
    for (const TrailRow &row : trail(bench)) {
        QCOMPARE(row.entry.actor, kActor);
        QCOMPARE(row.entry.subject, subjectOf(id));
        QVERIFY2(row.entry.summary.contains(QStringLiteral("“cms”")), qPrintable(row.entry.summary));
        QVERIFY(row.at == bench.clock.now());
    }
}

void tst_Trail::aSaveTellsWhatWasChanged()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    CallbackTarget target = present(bench, id);
    target.url = QStringLiteral("https://new.example/");
    target.headers = {{QStringLiteral("X-A"), QStringLiteral("1"), {}, false, true}};
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    const TrailEntry entry = trail(bench).first().entry;
    QCOMPARE(entry.action, QStringLiteral("target.changed"));
    QCOMPARE(entry.summary, QStringLiteral("“cms”: address, header X-A"));
    const auto changes = differencesFrom(entry.detail[QLatin1String("changes")].toArray());
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].before, QStringLiteral("https://cms.example/hook"));
    QCOMPARE(changes[0].after, QStringLiteral("https://new.example/"));
    const auto reader = WorkspaceReader::open(bench.workspace()).value();
    const auto revisions = reader->revisions(id, 0, 10).value();
    QCOMPARE(revisions.size(), 2);
    QCOMPARE(revisions[0].actor, kActor);
    QCOMPARE(revisions[0].definition.url, target.url);
    QCOMPARE(entry.detail[QLatin1String("revision")].toInt(), revisions[0].revision);
}

void tst_Trail::aSaveWithoutAChangeMakesNoRevision()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    const CallbackTarget target = present(bench, id);
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(target); }));
    QCOMPARE(trail(bench).first().entry.summary, QStringLiteral("“cms”: nothing changed"));
    QCOMPARE(WorkspaceReader::open(bench.workspace()).value()->revisions(id, 0, 10).value().size(), 1);
}

void tst_Trail::switchingOnWhatIsOnIsSaidSo()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.setTargetState(id, TargetState::Enabled, {}); }));
    QCOMPARE(trail(bench).first().entry.action, QStringLiteral("target.enabled"));
}

void tst_Trail::ordersAboutDeliveriesAreRecorded()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const auto ids = ended(bench, 2);
    QCOMPARE(ids.size(), 2);
    auto before = trail(bench).size();
    QVERIFY(give<QList<DeliveryId>>(bench, [&](Orders &o) { return o.replay({ids[0]}); }));
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("deliveries.replayed")});
    QCOMPARE(trail(bench).first().entry.subject, subjectOf(ids[0]));
    QCOMPARE(trail(bench).first().entry.actor, kActor);
    QCOMPARE(trail(bench).first().entry.detail[QLatin1String("content")].toString(), QStringLiteral("same"));

    before = trail(bench).size();
    const auto elsewhere = give<DeliveryId>(
        bench, [&](Orders &o) { return o.replayTo(ids[1], QStringLiteral("https://other.example/?token=canary")); });
    QVERIFY(elsewhere);
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("deliveries.replayed")});
    QCOMPARE(trail(bench).first().entry.detail[QLatin1String("to")].toString(), QStringLiteral("other.example"));

    // Answered with 500 again, it waits for its next try: there is one to hasten, then to cancel.
    CallbackTarget patient = plainTarget(QStringLiteral("patient"));
    (void)bench.addTarget(patient);
    QVERIFY(bench.emitEvents({published(QStringLiteral("late"), QStringLiteral("late"))}));
    for (qsizetype i = bench.transport->sent.size() - 2; i < bench.transport->sent.size(); ++i)
        bench.answer(i, 500);
    DeliveryId waiting;
    for (const DeliveryRow &row : bench.rows()) {
        if (row.delivery.state == DeliveryState::Retrying)
            waiting = row.delivery.id;
    }
    QVERIFY(waiting.isValid());
    before = trail(bench).size();
    QCOMPARE(give<int>(bench, [&](Orders &o) { return o.retryNow({waiting}); }).value(), 1);
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("deliveries.hastened")});
    bench.answer(bench.transport->sent.size() - 1, 500);
    before = trail(bench).size();
    QCOMPARE(give<int>(bench, [&](Orders &o) { return o.cancel({waiting}); }).value(), 1);
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("deliveries.cancelled")});
    before = trail(bench).size();
    QCOMPARE(give<int>(bench, [&](Orders &o) { return o.cancel({waiting}); }).value(), 0); // nothing is done
    QCOMPARE(trail(bench).size(), before);
}

void tst_Trail::aBulkIsOneRow()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const auto ids = ended(bench, 250);
    QCOMPARE(ids.size(), 250);
    const auto before = trail(bench).size();
    for (const auto &part : {ids.mid(0, 120), ids.mid(120, 120), ids.mid(240, 10)}) {
        QVERIFY(give<QList<DeliveryId>>(bench, [&](Orders &o) { return o.replay(part); }));
        bench.clock.advance(10s);
    }
    QCOMPARE(actionsSince(bench, before), QStringList{QStringLiteral("deliveries.replayed")});
    QCOMPARE(trail(bench).first().entry.detail[QLatin1String("count")].toInt(), 250);
    QCOMPARE(trail(bench).first().entry.detail[QLatin1String("ids")].toString(), QStringLiteral("1-120"));
    // The last part was small: what comes now is another order.
    QVERIFY(give<QList<DeliveryId>>(bench, [&](Orders &o) { return o.replay({ids[0]}); }));
    QCOMPARE(actionsSince(bench, before).size(), 2);
    QVERIFY(TrailStore(*Database::open(bench.workspace(), Database::Access::Read).value())
                .verify()
                .value()
                .finding.isEmpty());
}

void tst_Trail::marksAndNotesAreNot()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const auto ids = ended(bench, 1);
    const auto before = trail(bench).size();
    QVERIFY(give<int>(bench, [&](Orders &o) { return o.setMarked(ids, true); }));
    QVERIFY(give<DeliveryId>(bench, [&](Orders &o) { return o.setNote(ids[0], QStringLiteral("looked at")); }));
    QCOMPARE(trail(bench).size(), before);
}

void tst_Trail::arrangingIsOneRow()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId a = bench.addTarget(plainTarget(QStringLiteral("a")));
    const TargetId b = bench.addTarget(plainTarget(QStringLiteral("b")));
    QVERIFY(give<int>(bench, [&](Orders &o) { return o.arrange({b, a}); }));
    QCOMPARE(actionsSince(bench, 2), QStringList{QStringLiteral("targets.arranged")});
}

void tst_Trail::settingsAreRecordedWithoutTheirSecrets()
{
    EngineBench bench(byAnn());
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    SmtpServer server;
    server.host = QStringLiteral("mail.example");
    server.user = QStringLiteral("me");
    server.password.plain = QStringLiteral("canary-password");
    Result<void> saved = tl::unexpected(Error{});
    bool answered = false;
    Order order;
    order.needsVault = true;
    order.write = [&](Workplace &place) { return Definitions(place).save(server).map([](const SmtpServer &) {}); };
    order.done = [&](const Result<void> &done) {
        saved = done;
        answered = true;
    };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    QVERIFY(QTest::qWaitFor([&] { return answered; }));
    QVERIFY(saved);
    QCOMPARE(actionsSince(bench, 0), QStringList{QStringLiteral("settings.changed")});
    const TrailEntry entry = trail(bench).first().entry;
    QCOMPARE(entry.subject, QStringLiteral("settings:mail"));
    QCOMPARE(entry.actor, kActor);
    QCOMPARE(entry.summary, QStringLiteral("host, user; secret password changed"));
    Retention retention;
    retention.age = std::chrono::days(30);
    QVERIFY(bench.work<Retention>([&](Workplace &place) { return Definitions(place).save(retention); }));
    QCOMPARE(trail(bench).first().entry.subject, QStringLiteral("settings:retention"));
    QCOMPARE(trail(bench).first().entry.summary, QStringLiteral("age"));
}

void tst_Trail::projectsAreRecorded()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    Project project;
    project.id = QStringLiteral("16");
    project.name = QStringLiteral("News");
    project.mediaCallbackUrl = QStringLiteral("https://news.example/callback");
    QVERIFY(bench.work<Project>([&](Workplace &place) { return Definitions(place).saveProject(project); }));
    QCOMPARE(actionsSince(bench, 0), (QStringList{QStringLiteral("project.saved"), QStringLiteral("target.created")}));
    QVERIFY(bench.work<QString>([&](Workplace &place) { return Definitions(place).removeProject(project.id); }));
    QCOMPARE(actionsSince(bench, 2),
             (QStringList{QStringLiteral("project.removed"), QStringLiteral("target.removed")}));
}

void tst_Trail::anAssignedNotificationIsRecorded()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    EncoderNotification arrived;
    arrived.jobId = QStringLiteral("77");
    arrived.part = QStringLiteral("job");
    arrived.state = QStringLiteral("finished");
    const auto taken = bench.work<NotificationOutcome>(
        [&](Workplace &place) { return EncoderDesk(place).take(arrived); });
    QVERIFY(taken);
    QCOMPARE(trail(bench).size(), 0); // what an encoder says is no order
    QVERIFY(bench.emitEvents({published(QStringLiteral("m1"), QStringLiteral("e1"))}));
    QVERIFY(bench.work<NotificationOutcome>(
        [&](Workplace &place) { return EncoderDesk(place).assign(taken->id, QStringLiteral("m1")); }));
    QCOMPARE(actionsSince(bench, 0), QStringList{QStringLiteral("notification.assigned")});
}

void tst_Trail::aRefusedOrderLeavesNothing()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId a = bench.addTarget(plainTarget(QStringLiteral("a")));
    const TargetId b = bench.addTarget(plainTarget(QStringLiteral("b")));
    CallbackTarget good = present(bench, a);
    CallbackTarget bad = present(bench, b);
    good.maxInFlight = 3;
    bad.maxInFlight = 0;
    const auto before = trail(bench).size();
    QVERIFY(!give<QList<CallbackTarget>>(bench, [&](Orders &o) { return o.saveTargets({good, bad}); }));
    QVERIFY(!give<TargetId>(bench, [&](Orders &o) { return o.removeTarget({99}); }));
    QVERIFY(!give<QList<DeliveryId>>(bench, [&](Orders &o) { return o.replay({DeliveryId{99}}); }));
    QCOMPARE(trail(bench).size(), before);
    QCOMPARE(WorkspaceReader::open(bench.workspace()).value()->revisions(a, 0, 10).value().size(), 1);
    // The numbers that were given out for nothing are given out again: nothing is missing.
    QVERIFY(give<CallbackTarget>(bench, [&](Orders &o) { return o.saveTarget(good); }));
    QVERIFY(TrailStore(*Database::open(bench.workspace(), Database::Access::Read).value())
                .verify()
                .value()
                .finding.isEmpty());
}

void tst_Trail::aFailedCommitLeavesNothing()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    bench.storeFault = [](const QString &sql) -> std::optional<Error> {
        if (sql.contains(QLatin1String("INSERT INTO trail")))
            return Error{ErrorCode::StoreUnavailable, QStringLiteral("no room")};
        return std::nullopt;
    };
    QVERIFY(!give<CallbackTarget>(bench, [&](Orders &o) { return o.setTargetState(id, TargetState::Paused, {}); }));
    bench.storeFault = {};
    QCOMPARE(trail(bench).size(), 1);
    QVERIFY(present(bench, id).state == TargetState::Enabled);
    QCOMPARE(WorkspaceReader::open(bench.workspace()).value()->revisions(id, 0, 10).value().size(), 1);
}

void tst_Trail::theDoorsCallbacksAreTheDoors()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    AssetRequest request;
    request.record = R"({"assetName":"T1S03"})";
    request.callbacks = {plainTarget(QStringLiteral("cb"))};
    request.client = QStringLiteral("ci");
    const auto made = bench.work<AssetDescription>([&](Workplace &place) { return publishAsset(place, request, {}); });
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
    const auto rows = trail(bench);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].entry.actor, QStringLiteral("door: ci"));
    QCOMPARE(rows[0].entry.action, QStringLiteral("target.created"));
    (void)bench.addTarget(plainTarget(QStringLiteral("mine")));
    QCOMPARE(trail(bench).first().entry.actor, kActor); // of the next order
}

void tst_Trail::goneIsTheReceivers()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    (void)bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(bench.emitEvents({published(QStringLiteral("m1"), QStringLiteral("e1"))}));
    bench.answer(0, 410);
    QCOMPARE(actionsSince(bench, 1), QStringList{QStringLiteral("target.gone")});
    QCOMPARE(trail(bench).first().entry.actor, QStringLiteral("receiver: 410 Gone"));
}

void tst_Trail::theChainFitsAfterAllOfIt()
{
    EngineBench bench(byAnn());
    QVERIFY(bench.start());
    const auto ids = ended(bench, 3);
    QVERIFY(give<QList<DeliveryId>>(bench, [&](Orders &o) { return o.replay(ids); }));
    bench.restart();
    (void)bench.addTarget(plainTarget(QStringLiteral("after")));
    const auto db = Database::open(bench.workspace(), Database::Access::Read).value();
    const TrailCheck check = TrailStore(*db).verify().value();
    QCOMPARE(check.finding, QString());
    QCOMPARE(check.rows, qint64(trail(bench).size()));
}

QTEST_GUILESS_MAIN(tst_Trail)
#include "tst_trail.moc"
