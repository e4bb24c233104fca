// The door with several tokens: what each may do, how often, and what guessing costs.
#include "core/intake/doorguard.h"
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QElapsedTimer>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const QByteArray kEventsToken = "cbt_events-00000000000000000000000000000000000000";
const QByteArray kPublishToken = "cbt_publish-0000000000000000000000000000000000000";
const QByteArray kNotifyToken = "cbt_notify-00000000000000000000000000000000000000";
const QByteArray kReadToken = "cbt_read-0000000000000000000000000000000000000000";

DoorToken token(qint64 id, const QByteArray &secret, DoorScopes scopes)
{
    DoorToken made;
    made.id = {id};
    made.name = QStringLiteral("client %1").arg(id);
    made.scopes = scopes;
    made.hash = doorTokenHash(secret);
    return made;
}

const WireRequest kRead{.method = "GET", .path = "/assets/x", .contentType = {}};
const WireRequest kPublish{
    .path = "/assets",
    .contentType = "application/json",
    .body = R"({"parameters":{"input":{"urlPath":"https://example.com/a.mp4"},"callbacks":[]}})"};
const WireRequest kNotify{.path = "/v1/encoders/zencoder",
                          .contentType = "application/json",
                          .body = R"({"job":{"id":1,"state":"finished"},"output":{"id":2,"state":"finished"}})"};

WireRequest with(WireRequest request, const QByteArray &secret)
{
    request.token = secret;
    return request;
}

} // namespace

class TestDoorTokens : public QObject {
    Q_OBJECT

private slots:
    void init();
    void eachOpensWhatItMay_data();
    void eachOpensWhatItMay();
    void theMainTokenOpensEverything();
    void anyOpensReadiness();
    void aTokenAsPasswordOfBasic();
    void tellsTheSinkWhoseTokenItWas();
    void notesWhatWasUsedAndNothingElse();
    void exchangesThemWithoutAPause();
    void limitsATokenAndNotItsNeighbour();
    void limitsTheMainTokenOnlyWhenTold();
    void slowsGuessesAndNoRightToken();
    void closesAtOnceOverDelayedAnswers();

private:
    void open(std::optional<Rate> limit = {});
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }
    WireRequest event(const QByteArray &id) const { return {.body = eventJson(id)}; }

    std::shared_ptr<DoorTokens> m_tokens;
    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorTokens::init()
{
    open();
}

void TestDoorTokens::open(std::optional<Rate> limit)
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    m_tokens = std::make_shared<DoorTokens>();
    m_tokens->set({token(1, kEventsToken, {DoorScope::Events}), token(2, kPublishToken, {DoorScope::Publish}),
                   token(3, kNotifyToken, {DoorScope::Notify}), token(4, kReadToken, {DoorScope::Read})});
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}, .tokens = m_tokens, .limit = limit},
                               *m_sink, m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorTokens::eachOpensWhatItMay_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("scope");
    QTest::newRow("events") << kEventsToken << QStringLiteral("events");
    QTest::newRow("publish") << kPublishToken << QStringLiteral("publish");
    QTest::newRow("read") << kReadToken << QStringLiteral("read");
    QTest::newRow("notify") << kNotifyToken << QStringLiteral("notify");
}

void TestDoorTokens::eachOpensWhatItMay()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, scope);
    const std::pair<QString, WireRequest> doors[] = {{QStringLiteral("events"), event("1")},
                                                     {QStringLiteral("publish"), kPublish},
                                                     {QStringLiteral("read"), kRead},
                                                     {QStringLiteral("notify"), kNotify}};
    for (const auto &[needed, request] : doors) {
        const WireAnswer answer = ask(with(request, secret));
        if (needed == scope) {
            QVERIFY2(answer.status == 202 || answer.status == 201 || answer.status == 404, qPrintable(answer.detail()));
            continue;
        }
        QCOMPARE(answer.status, 403);
        QVERIFY2(answer.detail().contains(needed), qPrintable(answer.detail()));
        QVERIFY(answer.header("WWW-Authenticate").contains("insufficient_scope"));
        QVERIFY(!answer.body.contains(secret));
    }
}

void TestDoorTokens::theMainTokenOpensEverything()
{
    QCOMPARE(ask(event("1")).status, 202);
    QCOMPARE(ask(kPublish).status, 201);
    QCOMPARE(ask(kNotify).status, 202);
    QCOMPARE(ask(kRead).status, 404);
}

void TestDoorTokens::anyOpensReadiness()
{
    WireRequest request{.method = "GET", .path = "/readyz", .contentType = {}};
    for (const QByteArray &secret : {kEventsToken, kPublishToken, kReadToken, kNotifyToken})
        QCOMPARE(ask(with(request, secret)).status, 200);
    QCOMPARE(ask(with(request, kReadToken + 'x')).status, 401);
}

void TestDoorTokens::aTokenAsPasswordOfBasic()
{
    WireRequest request = kNotify;
    request.token = {};
    request.headers = {{"Authorization", "Basic " + QByteArray("zencoder:" + kNotifyToken).toBase64()}};
    QCOMPARE(ask(request).status, 202);
    request.headers = {{"Authorization", "Basic " + QByteArray("zencoder:" + kEventsToken).toBase64()}};
    QCOMPARE(ask(request).status, 403);
}

void TestDoorTokens::tellsTheSinkWhoseTokenItWas()
{
    const qsizetype before = m_platform.published().size();
    QCOMPARE(ask(with(kPublish, kPublishToken)).status, 201);
    QCOMPARE(ask(kPublish).status, 201);
    const auto published = m_platform.published();
    QCOMPARE(published.size(), before + 2);
    QCOMPARE(published[before].client, QStringLiteral("client 2"));
    QCOMPARE(published[before + 1].client, kMainToken);
}

void TestDoorTokens::notesWhatWasUsedAndNothingElse()
{
    QCOMPARE(ask(with(event("1"), kEventsToken)).status, 202);
    QCOMPARE(ask(with(event("2"), kPublishToken)).status, 403);
    QCOMPARE(ask(event("3")).status, 202);
    const auto uses = m_tokens->takeUses();
    QCOMPARE(uses.size(), 1);
    QVERIFY(uses.contains(DoorTokenId{1}));
    QVERIFY(m_tokens->takeUses().isEmpty());
    m_tokens->giveBack(uses);
    QVERIFY(m_tokens->takeUses().contains(DoorTokenId{1}));
}

void TestDoorTokens::exchangesThemWithoutAPause()
{
    DoorClient client(m_door->port());
    QCOMPARE(client.send(with(event("1"), kEventsToken)).status, 202);
    m_tokens->set({});
    QCOMPARE(client.send(with(event("2"), kEventsToken)).status, 401);
    m_tokens->set({token(9, kEventsToken, {DoorScope::Events})});
    QCOMPARE(client.send(with(event("3"), kEventsToken)).status, 202);
    QCOMPARE(client.send(event("4")).status, 202);
}

void TestDoorTokens::limitsATokenAndNotItsNeighbour()
{
    open(Rate{2, 1h}); // and a burst of twice that
    DoorClient client(m_door->port());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(client.send(with(event(QByteArray::number(i)), kEventsToken)).status, 202);
    const WireAnswer refused = client.send(with(event("one more"), kEventsToken));
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() > 1000);
    QCOMPARE(refused.json().value(QStringLiteral("title")).toString(), QStringLiteral("Too Many Requests"));
    QVERIFY(!refused.body.contains("cbt_"));
    QCOMPARE(m_sink->submissionCount(), 4);
    QCOMPARE(client.send(with(kNotify, kNotifyToken)).status, 202);
}

void TestDoorTokens::limitsTheMainTokenOnlyWhenTold()
{
    open(Rate{1, 1h});
    DoorClient limited(m_door->port());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(limited.send(event(QByteArray::number(i))).status, 202);
    QCOMPARE(limited.send(event("one more")).status, 429);
    open();
    DoorClient free(m_door->port());
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(free.send(event(QByteArray::number(i))).status, 202);
}

void TestDoorTokens::slowsGuessesAndNoRightToken()
{
    DoorClient guesser(m_door->port());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(guesser.send(with(event("x"), "cbt_guess" + QByteArray::number(i))).status, 401);
    QElapsedTimer timer;
    timer.start();
    const WireAnswer refused = guesser.send(with(event("x"), "cbt_guess"));
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() >= 1);
    QVERIFY(!refused.body.contains("cbt_guess"));
    QVERIFY(timer.elapsed() >= 990); // it was made to wait
    // From the same address, and even over the same connection.
    QCOMPARE(guesser.send(event("1")).status, 202);
    QCOMPARE(ask(with(event("2"), kEventsToken)).status, 202);
    QCOMPARE(ask({.token = {}, .body = eventJson("3")}).status, 401); // nothing was guessed
}

void TestDoorTokens::closesAtOnceOverDelayedAnswers()
{
    for (int i = 0; i < 10; ++i)
        QCOMPARE(ask(with(event("x"), "wrong")).status, 401);
    DoorClient waiting(m_door->port());
    waiting.write(with(event("x"), "wrong").bytes(m_door->port()));
    QCOMPARE(ask(event("1")).status, 202); // one thread: the guess was seen before
    m_door->close();
    QCOMPARE(waiting.read().status, 429);
}

QTEST_GUILESS_MAIN(TestDoorTokens)
#include "tst_doortokens.moc"
