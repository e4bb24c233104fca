// Targets that show who they are: what leaves, what is kept of it, and what can be saved.
#include "tests/engine/accessbench.h"

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineAccess : public QObject {
    Q_OBJECT

private slots:
    void init();

    void basicIsShownAndMasked();
    void bearerIsShownAndSealed();
    void aReplayElsewhereShowsNothing();
    void sendTestFetchesATokenOfItsOwn();
    void sendTestSaysWhyThereIsNone();
    void connectionsAreMadeAsTheTargetSays();
    void whatCannotBeUsedIsNotSaved_data();
    void whatCannotBeUsedIsNotSaved();

private:
    std::unique_ptr<EngineBench> m_bench;
};

void tst_EngineAccess::init()
{
    m_bench = std::make_unique<EngineBench>();
    m_bench->vault = openVault();
    QVERIFY(m_bench->start());
}

void tst_EngineAccess::basicIsShownAndMasked()
{
    const auto saved = save(*m_bench, shows(AuthScheme::Basic));
    QVERIFY2(saved, qPrintable(said(saved)));
    emitOne(*m_bench, QStringLiteral("1"));
    QCOMPARE(authorization(m_bench->transport->sent[0]), "Basic " + QByteArray("cms-client:planted-4711").toBase64());
    const Attempt attempt = m_bench->detail({1}).attempts[0];
    QVERIFY2(attempt.requestHead.contains("\r\nAuthorization: Basic •••\r\n"), attempt.requestHead.constData());
    QVERIFY(!attempt.requestHead.contains(QByteArray("cms-client:planted-4711").toBase64()));
}

void tst_EngineAccess::bearerIsShownAndSealed()
{
    const auto saved = save(*m_bench, shows(AuthScheme::Bearer));
    QVERIFY2(saved, qPrintable(said(saved)));
    QVERIFY(saved->authentication.secret.plain.isEmpty());
    emitOne(*m_bench, QStringLiteral("1"));
    QCOMPARE(authorization(m_bench->transport->sent[0]), "Bearer " + kSecret.toLatin1());
    m_bench->answer(0, 200);
    QVERIFY(isNowhereIn(*m_bench, kSecret.toLatin1()));
}

void tst_EngineAccess::aReplayElsewhereShowsNothing()
{
    CallbackTarget target = shows(AuthScheme::Basic);
    target.tls.pins = {QStringLiteral("sha256/") + QString::fromLatin1(QByteArray(32, 'p').toBase64())};
    target.proxy.kind = ProxyKind::Http;
    target.proxy.host = QStringLiteral("proxy.example");
    target.proxy.port = 8080;
    QVERIFY(save(*m_bench, target));
    emitOne(*m_bench, QStringLiteral("1"));
    m_bench->answer(0, 404);
    const auto replay = [&](const QString &url) {
        return m_bench->order<DeliveryId>([&](Orders &orders) { return orders.replayTo({1}, url); });
    };
    QVERIFY(replay(QStringLiteral("https://other.example/try")));
    m_bench->answer(1, 200);
    QVERIFY(replay(QStringLiteral("https://cms.example/another/path")));
    const TransportRequest &other = m_bench->transport->sent.at(1);
    QVERIFY(authorization(other).isEmpty());
    QVERIFY(other.security && other.security->pins.isEmpty() && other.security->usesProxy());
    const TransportRequest &same = m_bench->transport->sent.at(2);
    QVERIFY(authorization(same).startsWith("Basic "));
    QCOMPARE(same.security->pins.size(), 1);
}

void tst_EngineAccess::sendTestFetchesATokenOfItsOwn()
{
    CallbackTarget typed = shows(AuthScheme::OAuth2);
    std::optional<Result<TestResult>> result;
    m_bench->engine->sendTest(typed, published(QStringLiteral("a1"), QStringLiteral("e1")),
                              [&](const Result<TestResult> &done) { result = done; });
    QTRY_COMPARE(m_bench->transport->sent.size(), 1);
    giveToken(*m_bench, 0, "ey.test");
    QCOMPARE(m_bench->transport->sent.size(), 2);
    QCOMPARE(authorization(m_bench->transport->sent[1]), QByteArray("Bearer ey.test"));
    m_bench->answer(1, 200);
    QVERIFY(result && *result);
    QVERIFY((*result)->requestHead.contains("Authorization: Bearer •••"));
    QVERIFY(m_bench->rows().isEmpty());
}

void tst_EngineAccess::sendTestSaysWhyThereIsNone()
{
    std::optional<Result<TestResult>> result;
    m_bench->engine->sendTest(shows(AuthScheme::OAuth2), published(QStringLiteral("a1"), QStringLiteral("e1")),
                              [&](const Result<TestResult> &done) { result = done; });
    QTRY_COMPARE(m_bench->transport->sent.size(), 1);
    refuseToken(*m_bench, 0);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().detail, QStringLiteral("login.example.com refused the client: invalid_client"));
    QCOMPARE(m_bench->transport->sent.size(), 1);
}

void tst_EngineAccess::connectionsAreMadeAsTheTargetSays()
{
    CallbackTarget target = shows(AuthScheme::OAuth2);
    target.pipelining = true;
    target.tls.pins = {QStringLiteral("sha256/") + QString::fromLatin1(QByteArray(32, 'p').toBase64())};
    target.proxy.kind = ProxyKind::Socks5;
    target.proxy.host = QStringLiteral("proxy.example");
    target.proxy.port = 1080;
    QVERIFY(save(*m_bench, target));
    emitOne(*m_bench, QStringLiteral("1"));
    const auto way = m_bench->transport->sent.at(0).security;
    QVERIFY(way && way->usesProxy() && way->pins.isEmpty()); // the pins are the receiver's
    giveToken(*m_bench, 0, "ey.first");
    const TransportRequest first = m_bench->transport->sent.at(1);
    QVERIFY(first.pipelining);
    QCOMPARE(first.security->pins, QList<QByteArray>{QByteArray(32, 'p')});
    m_bench->answer(1, 200);
    emitOne(*m_bench, QStringLiteral("2"));
    QCOMPARE(m_bench->transport->sent.at(2).security, first.security); // made once
}

void tst_EngineAccess::whatCannotBeUsedIsNotSaved_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"clear token url", "spoilt bearer", "foreign certificate", "key in the certificate", "header and signature"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_EngineAccess::whatCannotBeUsedIsNotSaved()
{
    QFETCH(QString, what);
    CallbackTarget target = shows(what.startsWith(QLatin1String("clear")) ? AuthScheme::OAuth2 : AuthScheme::Bearer);
    if (what.startsWith(QLatin1String("clear")))
        target.authentication.tokenUrl = QStringLiteral("http://login.example.com/token");
    else if (what.startsWith(QLatin1String("spoilt")))
        target.authentication.secret.plain = QStringLiteral("planted 4711");
    else if (what.startsWith(QLatin1String("foreign")))
        target.tls.authorities = "planted-4711, and no certificate";
    else if (what.startsWith(QLatin1String("key")))
        target.tls.authorities = "-----BEGIN PRIVATE KEY-----\nplanted-4711\n-----END PRIVATE KEY-----\n";
    else
        target.signing = {SigningScheme::Token, QStringLiteral("authorization"), {{{kSecret + kSecret, {}}, {}}}};
    const auto refused = save(*m_bench, target);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(!refused.error().detail.contains(QLatin1String("planted")), qPrintable(refused.error().detail));
    QVERIFY((*WorkspaceReader::open(m_bench->workspace()))->targets().isEmpty());
    if (what.startsWith(QLatin1String("clear"))) {
        target.allowPrivate = true;
        QVERIFY(save(*m_bench, target));
    }
}

QTEST_GUILESS_MAIN(tst_EngineAccess)
#include "tst_engineaccess.moc"
