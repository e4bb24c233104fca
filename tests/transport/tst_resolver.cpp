#include "core/transport/resolver.h"

#include <QTest>

using namespace callboard;

class TestResolver : public QObject {
    Q_OBJECT

private slots:
    void takesLiteralAddressesAsTheyAre_data();
    void takesLiteralAddressesAsTheyAre();
    void findsLocalhost();
    void staysSilentOnceTheContextIsGone();
};

void TestResolver::takesLiteralAddressesAsTheyAre_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << QStringLiteral("203.0.113.7");
    QTest::newRow("IPv6") << QStringLiteral("2001:db8::1");
}

void TestResolver::takesLiteralAddressesAsTheyAre()
{
    QFETCH(QString, host);
    SystemResolver resolver;
    QObject context;
    std::optional<Resolution> answer;
    resolver.resolve(host, &context, [&answer](const Resolution &resolution) { answer = resolution; });
    QVERIFY(!answer.has_value()); // never before resolve() returns
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->addresses, QList<QHostAddress>{QHostAddress(host)});
    QVERIFY(answer->error.isEmpty());
}

void TestResolver::findsLocalhost()
{
    SystemResolver resolver;
    QObject context;
    std::optional<Resolution> answer;
    resolver.resolve(QStringLiteral("localhost"), &context,
                     [&answer](const Resolution &resolution) { answer = resolution; });
    QVERIFY(!answer.has_value());
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->addresses.isEmpty());
    QVERIFY(answer->addresses.first().isLoopback());
}

void TestResolver::staysSilentOnceTheContextIsGone()
{
    SystemResolver resolver;
    QObject other;
    bool answered = false;
    bool otherAnswered = false;
    {
        QObject context;
        resolver.resolve(QStringLiteral("127.0.0.1"), &context, [&answered](const Resolution &) { answered = true; });
    }
    resolver.resolve(QStringLiteral("127.0.0.1"), &other,
                     [&otherAnswered](const Resolution &) { otherAnswered = true; });
    QTRY_VERIFY(otherAnswered);
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
