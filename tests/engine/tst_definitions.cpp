#include "core/engine/definitions.h"
#include "core/store/tables/settingstore.h"
#include "tests/engine/enginebench.h"

#include <QFile>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

// seeds/spark-media-callback.txt, lines 14-16: the project's Media Callback URL.
class tst_Definitions : public QObject {
    Q_OBJECT

private slots:
    void mediaCallbackUrlMakesTheSparkTarget();
    void anotherUrlChangesTheAddressAndNothingElse();
    void emptyUrlRemovesTheTarget();
    void projectsAreToldApartByVhost();
    void wrongUrlIsRefusedAndChangesNothing();
    void mailWaitsForAServerAndThenGoes();
    void secretsOfSettingsAreNotInTheFile();
};

namespace {

Result<Project> save(EngineBench &bench, const Project &project)
{
    return bench.work<Project>([&](Workplace &place) { return Definitions(place).saveProject(project); });
}

Project testing(const QString &url)
{
    return {QStringLiteral("16"), QStringLiteral("Testing"), url, QStringLiteral("America/Toronto"), {}};
}

QList<CallbackTarget> targets(EngineBench &bench)
{
    return (*WorkspaceReader::open(bench.workspace()))->targets();
}

const QString kUrl = QStringLiteral("https://example.org/yourcallback.py");

} // namespace

void tst_Definitions::mediaCallbackUrlMakesTheSparkTarget()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto saved = save(bench, testing(kUrl));
    QVERIFY(saved);
    const QList<CallbackTarget> made = targets(bench);
    QCOMPARE(made.size(), 1);
    QVERIFY(made[0].id == saved->target);
    QCOMPARE(made[0].url, kUrl);
    QVERIFY(made[0].format == PayloadFormat::Spark);
    QVERIFY(made[0].triggers == sparkPreset().triggers);
    QCOMPARE(made[0].coalesceWindow.count(), 60'000);
    QVERIFY(made[0].pipelining);
    QVERIFY((made[0].scope == Scope{ScopeKind::Project, QStringLiteral("16")}));
    const auto stored = (*WorkspaceReader::open(bench.workspace()))->projects();
    QVERIFY(stored);
    QCOMPARE(stored->first().mediaCallbackUrl, kUrl);
}

void tst_Definitions::anotherUrlChangesTheAddressAndNothingElse()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto first = save(bench, testing(kUrl));
    QVERIFY(first);
    QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) {
        CallbackTarget target = targets(bench).first();
        target.coalesceWindow = 30s;
        return orders.saveTarget(target);
    }));
    const auto second = save(bench, testing(QStringLiteral("https://example.org/other")));
    QVERIFY(second);
    QVERIFY(second->target == first->target);
    QCOMPARE(targets(bench).size(), 1);
    QCOMPARE(targets(bench)[0].url, QStringLiteral("https://example.org/other"));
    QCOMPARE(targets(bench)[0].coalesceWindow.count(), 30'000);
}

void tst_Definitions::emptyUrlRemovesTheTarget()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(save(bench, testing(kUrl)));
    MediaEvent event = rated(QStringLiteral("556114"), QStringLiteral("e1"), 1);
    event.project = QStringLiteral("16");
    QVERIFY(bench.emitEvents({event}));
    QVERIFY(save(bench, testing({})));
    QVERIFY(targets(bench).isEmpty());
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Cancelled));
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_Definitions::projectsAreToldApartByVhost()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(save(bench, testing(kUrl)));
    QVERIFY(save(bench, {QStringLiteral("17"), QStringLiteral("Other"), kUrl, {}, {}}));
    MediaEvent event = rated(QStringLiteral("556114"), QStringLiteral("e1"), 1);
    event.project = QStringLiteral("17");
    QVERIFY(bench.emitEvents({event}));
    QCOMPARE(bench.rows().size(), 1);
    QCOMPARE(bench.rows()[0].targetName, QStringLiteral("Other (media callback)"));
}

void tst_Definitions::wrongUrlIsRefusedAndChangesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(save(bench, testing(kUrl)));
    QVERIFY(!save(bench, testing(QStringLiteral("javascript:alert(1)"))));
    QCOMPARE(targets(bench)[0].url, kUrl);
    Project nameless;
    QVERIFY(!save(bench, nameless));
}

void tst_Definitions::mailWaitsForAServerAndThenGoes()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget mail = lightFlowPreset();
    mail.name = QStringLiteral("mail");
    mail.url = QStringLiteral("mailto:johndoe@epiclabs.io");
    QVERIFY(bench.addTarget(mail).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Held));
    SmtpServer server;
    server.host = QStringLiteral("mail.example.org");
    server.from = QStringLiteral("callboard@example.org");
    QVERIFY(bench.work<SmtpServer>([&](Workplace &place) { return Definitions(place).save(server); }));
    bench.spin();
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].mail);
    Exchange refused;
    refused.protocol = Protocol::Smtp;
    refused.outcome = Outcome::Rejected;
    refused.errorClass = ErrorClass::Status;
    refused.status = 451;
    bench.answer(0, refused);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Retrying)); // 4xx: later
    bench.advance(5s);
    refused.status = 550;
    bench.answer(1, refused);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed)); // 5xx: final
}

void tst_Definitions::secretsOfSettingsAreNotInTheFile()
{
    EngineBench bench;
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    EncoderSettings settings;
    settings.apiKey.plain = QStringLiteral("planted-api-key");
    settings.notificationSecret.plain = QStringLiteral("planted-secret");
    bool answered = false;
    Result<EncoderSettings> saved = tl::unexpected(Error{});
    QByteArray heard;
    QObject::connect(bench.engine.get(), &Engine::notificationSecretsChanged, bench.engine.get(),
                     [&](const std::optional<QByteArray> &zencoder) { heard = zencoder.value_or(QByteArray()); });
    Order order;
    order.needsVault = true;
    order.write = [&](Workplace &place) {
        saved = Definitions(place).save(settings);
        return saved.map([](const EncoderSettings &) {});
    };
    order.done = [&](const Result<void> &) { answered = true; };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    QTRY_VERIFY(answered);
    QVERIFY(saved);
    QVERIFY(saved->apiKey.plain.isEmpty());
    QTRY_COMPARE(heard, QByteArray("planted-secret"));
    const auto stored = (*WorkspaceReader::open(bench.workspace()))->settings();
    QVERIFY(stored);
    QVERIFY(stored->zencoder.apiKey.plain.isEmpty());
    QVERIFY(!stored->zencoder.apiKey.sealed.contains("planted"));
    bench.engine.reset(); // the files are read only once nobody has them open
    for (const char *suffix : {"", "-wal"}) {
        QFile file(bench.workspace() + QLatin1String(suffix));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("planted"));
    }
}

QTEST_GUILESS_MAIN(tst_Definitions)
#include "tst_definitions.moc"
