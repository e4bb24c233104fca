// Whom the guard lets pass, by listen address: the cases that need no socket.
#include "core/intake/doorguard.h"

#include <QTest>

using namespace callboard;

class TestDoorGuard : public QObject {
    Q_OBJECT

private slots:
    void judgesHosts_data();
    void judgesHosts();
    void leavesOutTheUsualPortOfItsScheme();
    void needsTheWholeToken();
    void tellsItsTokensApart();
    void takesNoneThatHasEnded();
    void countsGuessesAlone();
    void waitsForTheTokensToBeRead();
    void takesNoRowWithoutAHash();
    void knowsAPeerByItsSecret();
    void aSecretOutOfReachIsNoReasonToRefuse();
    void namesTheScopeThatIsMissing();
};

namespace {

constexpr Timestamp kNow{std::chrono::hours(500'000)};
const DoorIdentity kHere{QHostAddress(QHostAddress::LocalHost), 8787};

DoorToken token(qint64 id, const QByteArray &secret, DoorScopes scopes)
{
    DoorToken made;
    made.id = {id};
    made.name = QStringLiteral("token %1").arg(id);
    made.scopes = scopes;
    made.hash = doorTokenHash(secret);
    return made;
}

DoorRequest carrying(const QByteArray &authorization)
{
    DoorRequest request;
    request.headers.insert("authorization", authorization);
    return request;
}

} // namespace

void TestDoorGuard::judgesHosts_data()
{
    QTest::addColumn<QString>("listening");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("passes");
    const QString lan = QStringLiteral("192.0.2.7");
    const QString all = QStringLiteral("0.0.0.0");
    const QString all6 = QStringLiteral("::");
    QTest::newRow("its own address") << lan << 8787 << QByteArray("192.0.2.7:8787") << true;
    QTest::newRow("a neighbour's") << lan << 8787 << QByteArray("192.0.2.8:8787") << false;
    QTest::newRow("port left out") << lan << 8787 << QByteArray("192.0.2.7") << false;
    QTest::newRow("port 80 left out") << lan << 80 << QByteArray("192.0.2.7") << true;
    QTest::newRow("localhost from afar") << lan << 8787 << QByteArray("localhost:8787") << true;
    QTest::newRow("everywhere: an address it can't know") << all << 8787 << QByteArray("198.51.100.9:8787") << true;
    QTest::newRow("everywhere: version 6") << all6 << 8787 << QByteArray("[2001:db8::1]:8787") << true;
    QTest::newRow("everywhere: a name") << all << 8787 << QByteArray("rebound.example.com:8787") << false;
    QTest::newRow("everywhere: another port") << all << 8787 << QByteArray("198.51.100.9:80") << false;
    QTest::newRow("none") << lan << 8787 << QByteArray() << false;
    QTest::newRow("two") << lan << 8787 << QByteArray("localhost:8787, evil.example.com") << false;
    QTest::newRow("a port that is none") << lan << 8787 << QByteArray("localhost:87870") << false;
    QTest::newRow("user information") << lan << 8787 << QByteArray("evil@localhost:8787") << false;
    QTest::newRow("localhost as a label") << lan << 8787 << QByteArray("localhost.example.com:8787") << false;
}

void TestDoorGuard::judgesHosts()
{
    QFETCH(QString, listening);
    QFETCH(int, port);
    QFETCH(QByteArray, host);
    QFETCH(bool, passes);
    const DoorGuard guard({QHostAddress(listening), quint16(port)}, "token");
    DoorRequest request;
    if (!host.isNull())
        request.headers.insert("host", host);
    const auto refusal = guard.refusePeer(request);
    QCOMPARE(!refusal.has_value(), passes);
    QVERIFY(passes || refusal->status == 403);
}

void TestDoorGuard::leavesOutTheUsualPortOfItsScheme()
{
    DoorRequest request;
    request.headers.insert("host", "door.example.com");
    const QStringList none;
    QVERIFY(DoorGuard({QHostAddress(QStringLiteral("0.0.0.0")), 443, none, true}, "token").refusePeer(request));
    request.headers.insert("host", "192.0.2.7");
    QVERIFY(!DoorGuard({QHostAddress(QStringLiteral("192.0.2.7")), 443, none, true}, "token").refusePeer(request));
    QVERIFY(DoorGuard({QHostAddress(QStringLiteral("192.0.2.7")), 80, none, true}, "token").refusePeer(request));
}

void TestDoorGuard::needsTheWholeToken()
{
    const DoorGuard guard(kHere, "token");
    for (const QByteArray authorization : {"", "Bearer", "Bearer ", "Bearer toke", "Bearer tokens", "Bearertoken"}) {
        const auto found = guard.recognise(carrying(authorization), nullptr, kNow);
        const auto *stranger = std::get_if<DoorStranger>(&found);
        QVERIFY2(stranger, authorization.constData());
        QCOMPARE(stranger->answer.status, 401);
    }
    const auto found = guard.recognise(carrying("Bearer token"), nullptr, kNow);
    const auto *caller = std::get_if<DoorCaller>(&found);
    QVERIFY(caller);
    QVERIFY(caller->isMain);
    QVERIFY(caller->scopes == DoorScopes::all());
}

void TestDoorGuard::tellsItsTokensApart()
{
    const auto tokens = std::make_shared<DoorTokens>();
    tokens->set({token(1, "first", {DoorScope::Events}), token(2, "second", {DoorScope::Publish, DoorScope::Read})});
    const DoorGuard guard(kHere, "main", tokens);
    const auto found = guard.recognise(carrying("Bearer second"), nullptr, kNow);
    const auto *caller = std::get_if<DoorCaller>(&found);
    QVERIFY(caller);
    QCOMPARE(caller->name, QStringLiteral("token 2"));
    QVERIFY(caller->token == DoorTokenId{2});
    QVERIFY(!caller->isMain);
    QVERIFY(!caller->scopes.has(DoorScope::Events));
    tokens->set({token(1, "first", {DoorScope::Events})});
    QVERIFY(std::holds_alternative<DoorStranger>(guard.recognise(carrying("Bearer second"), nullptr, kNow)));
}

void TestDoorGuard::takesNoneThatHasEnded()
{
    const auto tokens = std::make_shared<DoorTokens>();
    DoorToken ends = token(1, "secret", {DoorScope::Events});
    ends.endsAt = kNow;
    tokens->set({ends});
    const DoorGuard guard(kHere, "main", tokens);
    QVERIFY(std::holds_alternative<DoorCaller>(
        guard.recognise(carrying("Bearer secret"), nullptr, kNow - Milliseconds(1))));
    const auto found = guard.recognise(carrying("Bearer secret"), nullptr, kNow);
    const auto *stranger = std::get_if<DoorStranger>(&found);
    QVERIFY(stranger);
    QCOMPARE(stranger->answer.status, 401);
    QVERIFY(stranger->answer.body.contains("has ended"));
    QVERIFY(!stranger->guessed);
    QVERIFY(!stranger->answer.body.contains("secret"));
}

void TestDoorGuard::countsGuessesAlone()
{
    const DoorGuard guard(kHere, "main", std::make_shared<DoorTokens>());
    const auto guessed = [&guard](const DoorRequest &request) {
        const auto found = guard.recognise(request, nullptr, kNow);
        return std::get<DoorStranger>(found).guessed;
    };
    QVERIFY(!guessed({}));
    QVERIFY(!guessed(carrying("Bearer ")));
    const DoorGuard known(kHere, "main");
    const auto wrong = known.recognise(carrying("Bearer guess"), nullptr, kNow);
    QVERIFY(std::get<DoorStranger>(wrong).guessed);
    QVERIFY(!std::get<DoorStranger>(wrong).answer.body.contains("guess"));
}

void TestDoorGuard::waitsForTheTokensToBeRead()
{
    const auto tokens = std::make_shared<DoorTokens>();
    const DoorGuard guard(kHere, "main", tokens);
    const auto early = guard.recognise(carrying("Bearer first"), nullptr, kNow);
    QCOMPARE(std::get<DoorStranger>(early).answer.status, 503);
    QVERIFY(!std::get<DoorStranger>(early).guessed);
    QVERIFY(std::holds_alternative<DoorCaller>(guard.recognise(carrying("Bearer main"), nullptr, kNow)));
    tokens->set({});
    const auto late = guard.recognise(carrying("Bearer first"), nullptr, kNow);
    QCOMPARE(std::get<DoorStranger>(late).answer.status, 401);
}

void TestDoorGuard::takesNoRowWithoutAHash()
{
    const auto tokens = std::make_shared<DoorTokens>();
    DoorToken broken = token(1, "secret", {DoorScope::Events});
    const QByteArrayList hashes{{}, broken.hash.chopped(1), broken.hash.repeated(2)};
    for (const QByteArray &hash : hashes) {
        broken.hash = hash;
        tokens->set({broken});
        const DoorGuard guard(kHere, "main", tokens);
        QVERIFY(std::holds_alternative<DoorStranger>(guard.recognise(carrying("Bearer secret"), nullptr, kNow)));
        QVERIFY(std::holds_alternative<DoorStranger>(guard.recognise(carrying("Bearer "), nullptr, kNow)));
    }
}

void TestDoorGuard::knowsAPeerByItsSecret()
{
    const DoorGuard guard(kHere, "main");
    const PeerSecret zencoder{"hush", "x-secret", QStringLiteral("zencoder")};
    const auto basic = guard.recognise(carrying("Basic " + QByteArray("any:hush").toBase64()), &zencoder, kNow);
    QVERIFY(std::holds_alternative<DoorCaller>(basic));
    QCOMPARE(std::get<DoorCaller>(basic).name, QStringLiteral("zencoder"));
    QVERIFY(std::get<DoorCaller>(basic).scopes == DoorScopes{DoorScope::Notify});
    const PeerSecret unset{{}, "x-secret", {}};
    DoorRequest empty = carrying("Basic " + QByteArray("any:").toBase64());
    empty.headers.insert("x-secret", "");
    QVERIFY(std::holds_alternative<DoorStranger>(guard.recognise(empty, &unset, kNow)));
    QVERIFY(std::holds_alternative<DoorStranger>(guard.recognise(empty, &zencoder, kNow)));
}

void TestDoorGuard::aSecretOutOfReachIsNoReasonToRefuse()
{
    const DoorGuard guard(kHere, "main");
    const PeerSecret closed{{}, "x-secret", QStringLiteral("zencoder"), false};
    const auto found = guard.recognise(carrying("Basic " + QByteArray("any:hush").toBase64()), &closed, kNow);
    QVERIFY(std::holds_alternative<DoorStranger>(found));
    QCOMPARE(std::get<DoorStranger>(found).answer.status, 503);
    const auto silent = guard.recognise(DoorRequest(), &closed, kNow);
    QCOMPARE(std::get<DoorStranger>(silent).answer.status, 401);
    const auto own = guard.recognise(carrying("Basic " + QByteArray("any:main").toBase64()), &closed, kNow);
    QVERIFY(std::holds_alternative<DoorCaller>(own));
}

void TestDoorGuard::namesTheScopeThatIsMissing()
{
    const DoorCaller caller{.name = {}, .scopes = {DoorScope::Events}};
    QVERIFY(!refuseWithoutScope(caller, std::nullopt));
    QVERIFY(!refuseWithoutScope(caller, DoorScope::Events));
    const auto refusal = refuseWithoutScope(caller, DoorScope::Publish);
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 403);
    QVERIFY(refusal->body.contains("publish"));
}

QTEST_GUILESS_MAIN(TestDoorGuard)
#include "tst_doorguard.moc"
