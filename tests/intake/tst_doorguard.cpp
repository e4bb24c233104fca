// Whom the guard lets pass, by listen address: the cases that need no socket.
#include "core/intake/doorguard.h"

#include <QTest>

using namespace callboard;

class TestDoorGuard : public QObject {
    Q_OBJECT

private slots:
    void judgesHosts_data();
    void judgesHosts();
    void needsTheWholeToken();
};

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
    const DoorGuard guard(QHostAddress(listening), quint16(port), {}, "token");
    DoorRequest request;
    if (!host.isNull())
        request.headers.insert("host", host);
    const auto refusal = guard.refusePeer(request);
    QCOMPARE(!refusal.has_value(), passes);
    QVERIFY(passes || refusal->status == 403);
}

void TestDoorGuard::needsTheWholeToken()
{
    const DoorGuard guard(QHostAddress(QHostAddress::LocalHost), 8787, {}, "token");
    DoorRequest request;
    for (const QByteArray authorization : {"", "Bearer", "Bearer ", "Bearer toke", "Bearer tokens", "Bearertoken"}) {
        request.headers.insert("authorization", authorization);
        QVERIFY2(guard.refuseWithoutToken(request).has_value(), authorization.constData());
    }
    request.headers.insert("authorization", "Bearer token");
    QVERIFY(!guard.refuseWithoutToken(request).has_value());
}

QTEST_GUILESS_MAIN(TestDoorGuard)
#include "tst_doorguard.moc"
