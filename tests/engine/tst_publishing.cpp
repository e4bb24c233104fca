#include "core/engine/publishing.h"
#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

// seeds/lightflow-callbacks.txt, line 2: callbacks "are defined in the endpoint responsible for publishing new assets".
class tst_Publishing : public QObject {
    Q_OBJECT

private slots:
    void callbacksBelongToThatAssetAlone();
    void refusedCallbackLeavesNothingBehind();
    void callbackFromTheDoorMayNotCallInside();
    void addressThatIsWrittenOutIsRefusedAtOnce_data();
    void addressThatIsWrittenOutIsRefusedAtOnce();
    void portHasToBeAmongThoseAllowed();
    void whatTheEncoderCallsIsNotOursToRefuse();
    void sameKeyPublishesOnce();
    void eventIsCompletedWithWhatWasSetAtCreation();
    void unknownAssetIsNotFound();
    void secretHeadersAreSealed();
    void encoderCallbacksAreThoseInScope();
};

namespace {

AssetRequest requestWith(QList<CallbackTarget> callbacks)
{
    AssetRequest request;
    request.record = R"({"assetName":"T1S03","inputUrl":"http://someserver.com/VideoSample.mp4"})";
    request.callbacks = std::move(callbacks);
    return request;
}

CallbackTarget callback(const QString &url)
{
    CallbackTarget target;
    target.url = url;
    return target;
}

Result<AssetDescription> publish(EngineBench &bench, const AssetRequest &request, const DoorCallbackRules &rules = {})
{
    return bench.work<AssetDescription>([&](Workplace &place) { return publishAsset(place, request, rules); });
}

QString refusalOf(EngineBench &bench, const QString &url, const DoorCallbackRules &rules = {})
{
    const auto made = publish(bench, requestWith({callback(QStringLiteral("https://a.example/x")), callback(url)}),
                              rules);
    return made ? QString() : made.error().detail;
}

} // namespace

void tst_Publishing::callbacksBelongToThatAssetAlone()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto made = publish(bench,
                              requestWith({callback(QStringLiteral("https://a.example/x")),
                                           callback(QStringLiteral("https://a.example/y"))}));
    QVERIFY(made);
    QCOMPARE(made->callbacks.size(), 2);
    QVERIFY(made->callbacks[0].name != made->callbacks[1].name);
    QVERIFY(bench.emitEvents({published(QStringLiteral("another"), QStringLiteral("e1"))}));
    QCOMPARE(bench.transport->sent.size(), 0);
    QVERIFY(bench.emitEvents({published(made->asset.id, QStringLiteral("e2"))}));
    QCOMPARE(bench.transport->sent.size(), 2);
    const auto described = bench.work<AssetDescription>(
        [&](Workplace &place) { return describeAsset(place, made->asset.id); });
    QVERIFY(described);
    QCOMPARE(described->callbacks.size(), 2);
    QCOMPARE(assetStatus(described->asset), QStringLiteral("finished"));
}

void tst_Publishing::refusedCallbackLeavesNothingBehind()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto refused = publish(
        bench,
        requestWith({callback(QStringLiteral("https://a.example/x")), callback(QStringLiteral("ftp://a.example/y"))}));
    QVERIFY(!refused);
    const auto reader = WorkspaceReader::open(bench.workspace());
    QVERIFY((*reader)->targets().isEmpty());
    QVERIFY((*reader)->assets({}, 10).value().isEmpty());
    QVERIFY(bench.emitEvents({published(QStringLiteral("t"), QStringLiteral("e1"))})); // and the engine goes on
}

void tst_Publishing::callbackFromTheDoorMayNotCallInside()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget inside = callback(QStringLiteral("https://inside.example/x"));
    inside.allowPrivate = true; // whatever the request says
    const auto made = publish(bench, requestWith({inside}));
    QVERIFY(made);
    QVERIFY(!made->callbacks[0].allowPrivate);
    QVERIFY(made->callbacks[0].origin == TargetOrigin::Door);
    QVERIFY(publish(bench, requestWith({inside}), {.allowPrivate = true})->callbacks[0].allowPrivate);
    QVERIFY(bench.emitEvents({published(made->asset.id, QStringLiteral("e1"))}));
    QVERIFY(!bench.transport->sent.last().allowPrivate); // so that what its name leads to is held to it
}

void tst_Publishing::addressThatIsWrittenOutIsRefusedAtOnce_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("mayBeMeant");
    const auto row = [](const char *host, bool mayBeMeant) {
        QTest::newRow(host) << QString::fromUtf8(host) << mayBeMeant;
    };
    for (const char *host : {"127.0.0.1",         "127.1",           "2130706433", "0x7f000001",
                             "0177.0.0.1",        "①②⑦.0.0.1",       "localhost",  "localhost.",
                             "LOCALHOST",         "x.localhost",     "[::1]",      "[::ffff:127.0.0.1]",
                             "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.1",   "172.16.0.1",
                             "192.168.0.1",       "100.64.0.1",      "[fd12::1]",  "[::ffff:0:10.0.0.1]"})
        row(host, true);
    for (const char *host : {"0", "0.0.0.0", "[::]", "169.254.1.1", "169.254.169.254", "[fe80::1]", "[fd00:ec2::254]",
                             "224.0.0.1", "[ff02::1]", "192.0.2.1", "255.255.255.255", "[2001:db8::1]"})
        row(host, false);
}

void tst_Publishing::addressThatIsWrittenOutIsRefusedAtOnce()
{
    QFETCH(QString, host);
    QFETCH(bool, mayBeMeant);
    EngineBench bench;
    QVERIFY(bench.start());
    const QString url = QStringLiteral("http://%1/x").arg(host);
    const QString refusal = refusalOf(bench, url);
    QVERIFY2(refusal.startsWith(QStringLiteral("parameters.callbacks[1].url: ")), qPrintable(refusal));
    QVERIFY((*WorkspaceReader::open(bench.workspace()))->targets().isEmpty());
    QCOMPARE(refusalOf(bench, url, {.allowPrivate = true}).isEmpty(), mayBeMeant);
}

void tst_Publishing::portHasToBeAmongThoseAllowed()
{
    EngineBench bench;
    QVERIFY(bench.start());
    for (const char *url : {"http://a.example/", "https://a.example/", "https://a.example:8443/"})
        QCOMPARE(refusalOf(bench, QString::fromLatin1(url)), QString());
    QCOMPARE(refusalOf(bench, QStringLiteral("https://a.example:81/")),
             QStringLiteral("parameters.callbacks[1].url: port 81 is not among those that callbacks may go to: "
                            "80, 443, 1024-65535"));
    QVERIFY(!refusalOf(bench, QStringLiteral("https://a.example:6667/")).isEmpty());
    const DoorCallbackRules narrow{false, PortList::parse(QStringLiteral("443,9000-9099")).value()};
    QVERIFY(refusalOf(bench, QStringLiteral("http://a.example/"), narrow).contains(QStringLiteral("port 80 ")));
    QCOMPARE(refusalOf(bench, QStringLiteral("https://a.example:9001/"), narrow), QString());
    QVERIFY(!refusalOf(bench, QStringLiteral("https://a.example:9100/"), narrow).isEmpty());
}

void tst_Publishing::whatTheEncoderCallsIsNotOursToRefuse()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget theirs = callback(QStringLiteral("http://10.0.0.1:81/x"));
    theirs.source = CallbackSource::Encoder;
    QVERIFY(publish(bench, requestWith({theirs})));
    theirs.relay = true; // then the call is ours
    QVERIFY(!publish(bench, requestWith({theirs})));
    QVERIFY(publish(bench, requestWith({callback(QStringLiteral("mailto:desk@a.example"))})));
}

void tst_Publishing::sameKeyPublishesOnce()
{
    EngineBench bench;
    QVERIFY(bench.start());
    AssetRequest request = requestWith({callback(QStringLiteral("https://a.example/x"))});
    request.key = "the file of this morning";
    const auto first = publish(bench, request);
    const auto again = publish(bench, request);
    QVERIFY(first);
    QVERIFY(again);
    QCOMPARE(again->asset.id, first->asset.id);
    QCOMPARE((*WorkspaceReader::open(bench.workspace()))->targets().size(), 1);
}

// lines 56 to 62: assetName, metadata, ... "as it was set during its creation"
void tst_Publishing::eventIsCompletedWithWhatWasSetAtCreation()
{
    EngineBench bench;
    QVERIFY(bench.start());
    AssetRequest request = requestWith({callback(QStringLiteral("https://a.example/x"))});
    request.record = R"({"assetName":"T1S03","inputUrl":"http://s.example/v.mp4","metadata":{"shelf":1.10}})";
    const auto made = publish(bench, request);
    QVERIFY(made);
    MediaEvent event = published(made->asset.id, QStringLiteral("e1"));
    event.data = R"({"uuid":")" + made->asset.id.toUtf8() + R"(","duration":120})"; // and nothing else
    QVERIFY(bench.emitEvents({event}));
    const QByteArray body = bench.transport->sent.at(0).body;
    QVERIFY2(body.contains("\"assetName\": \"T1S03\""), body.constData());
    QVERIFY2(body.contains("\"metadata\": {\"shelf\":1.10}"), body.constData());
    QVERIFY2(body.contains("\"status\": \"finished\""), body.constData()); // the event's, not the publishing's
    QVERIFY2(body.contains("\"duration\": 120"), body.constData());
}

void tst_Publishing::unknownAssetIsNotFound()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto described = bench.work<AssetDescription>(
        [](Workplace &place) { return describeAsset(place, QStringLiteral("nobody")); });
    QVERIFY(described.error().code == ErrorCode::NotFound);
}

void tst_Publishing::secretHeadersAreSealed()
{
    EngineBench bench;
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    CallbackTarget guarded = callback(QStringLiteral("https://a.example/x"));
    guarded.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer s3cret"), {}, true, true}};
    Result<AssetDescription> answer = tl::unexpected(Error{});
    bool answered = false;
    Order order;
    order.needsVault = true;
    order.write = [&](Workplace &place) {
        answer = publishAsset(place, requestWith({guarded}), {});
        return answer.map([](const AssetDescription &) {});
    };
    order.done = [&](const Result<void> &) { answered = true; };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    QTRY_VERIFY(answered);
    QVERIFY(answer);
    QVERIFY(answer->callbacks[0].headers[0].value.isEmpty());
    QVERIFY(!answer->callbacks[0].headers[0].sealed.isEmpty());
}

void tst_Publishing::encoderCallbacksAreThoseInScope()
{
    MediaAsset asset;
    asset.id = QStringLiteral("a");
    asset.project = QStringLiteral("16");
    CallbackTarget ours = plainTarget(QStringLiteral("ours"));
    CallbackTarget all = ours;
    all.source = CallbackSource::Encoder;
    CallbackTarget own = all;
    own.scope = {ScopeKind::Asset, QStringLiteral("a")};
    CallbackTarget other = all;
    other.scope = {ScopeKind::Asset, QStringLiteral("b")};
    CallbackTarget project = all;
    project.scope = {ScopeKind::Project, QStringLiteral("16")};
    CallbackTarget off = all;
    off.state = TargetState::Disabled;
    QCOMPARE(encoderCallbacks({ours, all, own, other, project, off}, asset).size(), 3);
}

QTEST_GUILESS_MAIN(tst_Publishing)
#include "tst_publishing.moc"
