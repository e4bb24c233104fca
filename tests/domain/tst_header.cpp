#include "core/domain/header.h"

#include <QTest>

using namespace callboard;

class TestHeader : public QObject {
    Q_OBJECT

private slots:
    void acceptsEveryTokenCharacter();
    void refusesNames_data();
    void refusesNames();
    void namesThePositionOfABadCharacter();
    void refusesValues_data();
    void refusesValues();
    void acceptsValuesWithTabsAndOtherScripts();
    void prefixesAValueProblemWithTheName();
    void knowsNamesThatCarryCredentials();
};

void TestHeader::acceptsEveryTokenCharacter()
{
    QCOMPARE(headerNameProblem(QStringLiteral("aZ09!#$%&'*+-.^_`|~")), std::nullopt);
}

void TestHeader::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << QStringLiteral("X Custom");
    QTest::newRow("colon") << QStringLiteral("X-Custom:");
    QTest::newRow("line break") << QStringLiteral("X\r\nHost");
    QTest::newRow("beyond ASCII") << QStringLiteral("X-Größe");
    QTest::newRow("framing") << QStringLiteral("Content-Length");
    QTest::newRow("framing, other case") << QStringLiteral("TRANSFER-encoding");
    QTest::newRow("routing") << QStringLiteral("host");
    QTest::newRow("ours") << QStringLiteral("Webhook-Id");
    for (const char *name : {"Connection", "Expect", "Upgrade", "TE", "Trailer", "Keep-Alive", "Proxy-Connection",
                             "Accept-Encoding", "webhook-signature"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestHeader::refusesNames()
{
    QFETCH(QString, name);
    QVERIFY(headerNameProblem(name).has_value());
}

void TestHeader::namesThePositionOfABadCharacter()
{
    QCOMPARE(headerNameProblem(QStringLiteral("X Custom")),
             QStringLiteral("Header name has a character that is not allowed: a space at position 2."));
    QVERIFY(headerNameProblem(QStringLiteral("ab:"))->contains(QLatin1String("U+003A at position 3")));
}

void TestHeader::refusesValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("CR LF") << QStringLiteral("a\r\nEvil: 1");
    QTest::newRow("LF") << QStringLiteral("a\nb");
    QTest::newRow("NUL") << QString(u'a' + QString(QChar(0)) + u'b');
    QTest::newRow("DEL") << QStringLiteral("a\x7F");
    QTest::newRow("space before") << QStringLiteral(" a");
    QTest::newRow("space behind") << QStringLiteral("a ");
}

void TestHeader::refusesValues()
{
    QFETCH(QString, value);
    QVERIFY(headerValueProblem(value).has_value());
}

void TestHeader::acceptsValuesWithTabsAndOtherScripts()
{
    QCOMPARE(headerValueProblem(QString()), std::nullopt);
    QCOMPARE(headerValueProblem(QStringLiteral("a\tb")), std::nullopt);
    QCOMPARE(headerValueProblem(QStringLiteral("エヴァート")), std::nullopt);
}

void TestHeader::prefixesAValueProblemWithTheName()
{
    Header header;
    header.name = QStringLiteral("X-Custom");
    header.value = QStringLiteral("a\nb");
    QVERIFY(headerProblem(header)->startsWith(QLatin1String("X-Custom: ")));
    header.value = QStringLiteral("ab");
    QCOMPARE(headerProblem(header), std::nullopt);
}

void TestHeader::knowsNamesThatCarryCredentials()
{
    QVERIFY(looksSecret(QStringLiteral("authorization")));
    QVERIFY(looksSecret(QStringLiteral("X-API-Key")));
    QVERIFY(!looksSecret(QStringLiteral("X-Custom-Header")));
}

QTEST_APPLESS_MAIN(TestHeader)
#include "tst_header.moc"
