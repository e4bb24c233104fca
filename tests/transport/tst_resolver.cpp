#include "core/transport/resolver.h"

#include <QTest>

using namespace callboard;

class TestResolver : public QObject {
    Q_OBJECT

private slots:
    void takesLiteralAddressesAsTheyAre_data();
    void takesLiteralAddressesAsTheyAre();
    void findsLocalhost();
    void answersAllWhoAskForOneName();
    void saysWhatWentWrongEachTime();
    void staysSilentOnceTheContextIsGone_data();
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

void TestResolver::answersAllWhoAskForOneName()
{
    SystemResolver resolver;
    QObject context;
    int answers = 0;
    for (int i = 0; i < 50; ++i) {
        resolver.resolve(QStringLiteral("localhost"), &context, [&answers](const Resolution &resolution) {
            answers += resolution.addresses.isEmpty() ? 0 : 1;
        });
    }
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 50);
}

void TestResolver::saysWhatWentWrongEachTime()
{
    SystemResolver resolver;
    QObject context;
    for (int i = 0; i < 2; ++i) {
        std::optional<Resolution> answer;
        resolver.resolve(QStringLiteral("no-such-host.invalid"), &context,
                         [&answer](const Resolution &resolution) { answer = resolution; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
        QVERIFY(answer->addresses.isEmpty());
        QVERIFY(!answer->error.isEmpty());
    }
}

void TestResolver::staysSilentOnceTheContextIsGone_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << QStringLiteral("127.0.0.1");
    QTest::newRow("name") << QStringLiteral("localhost");
}

void TestResolver::staysSilentOnceTheContextIsGone()
{
    QFETCH(QString, host);
    SystemResolver resolver;
    QObject other;
    bool answered = false;
    bool otherAnswered = false;
    {
        QObject context;
        resolver.resolve(host, &context, [&answered](const Resolution &) { answered = true; });
    }
    resolver.resolve(host, &other, [&otherAnswered](const Resolution &) { otherAnswered = true; });
    QTRY_VERIFY(otherAnswered);
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
