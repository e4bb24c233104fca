// What stands before the @ of an address: taken out whole, and never quoted.
#include "core/domain/target.h"
#include "core/domain/urlcredentials.h"

#include <QTest>

using namespace callboard;

class TestUrlCredentials : public QObject {
    Q_OBJECT

private slots:
    void separates_data();
    void separates();
    void leavesOthersAsTheyAre_data();
    void leavesOthersAsTheyAre();
    void masks_data();
    void masks();
    void noRefusalQuotesThem_data();
    void noRefusalQuotesThem();
};

void TestUrlCredentials::separates_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *given, const char *url, const char *user, const char *password) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(url) << QString::fromUtf8(user)
                             << QString::fromUtf8(password);
    };
    row("https://me:pw@a.example/", "https://a.example/", "me", "pw");
    row("HTTP://me:pw@a.example:8080/x?y=z#f", "HTTP://a.example:8080/x?y=z#f", "me", "pw");
    row("https://me@a.example", "https://a.example", "me", "");
    row("https://:token@a.example/", "https://a.example/", "", "token");
    row("https://me:@a.example/", "https://a.example/", "me", "");
    row("https://@a.example/", "https://a.example/", "", "");
    row("https://me:p:w@a.example/", "https://a.example/", "me", "p:w");
    row("https://me:p%40w%3A%2F%25@[::1]:9000/", "https://[::1]:9000/", "me", "p@w:/%");
    row("https://a@b.example:p@w@a.example/", "https://a.example/", "a@b.example", "p@w");
    row("https://m%C3%A9:p\xc3\xa4ss@a.example?x=@", "https://a.example?x=@", "m\xc3\xa9", "p\xc3\xa4ss");
}

void TestUrlCredentials::separates()
{
    QFETCH(QString, given);
    const SeparatedUrl separated = separatedCredentials(given);
    QVERIFY(separated.had);
    QTEST(separated.url, "url");
    QTEST(separated.user, "user");
    QTEST(separated.password, "password");
    QVERIFY(!separatedCredentials(separated.url).had);
    QVERIFY(urlProblem(given).has_value());
    QCOMPARE(urlProblem(separated.url), std::nullopt);
}

void TestUrlCredentials::leavesOthersAsTheyAre_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url :
         {"", "@", "https://a.example/me:pw@b", "https://a.example?me:pw@b", "https://a.example#me@b",
          "mailto:me@a.example", "mailto://me:pw@a.example", "smtp://me@a.example", "a.example", "://a@b"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestUrlCredentials::leavesOthersAsTheyAre()
{
    QFETCH(QString, url);
    const SeparatedUrl separated = separatedCredentials(url);
    QVERIFY(!separated.had);
    QCOMPARE(separated.url, url);
    QVERIFY(separated.user.isEmpty() && separated.password.isEmpty());
}

void TestUrlCredentials::masks_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *url, const char *masked) {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(masked);
    };
    row("https://me:pw@a.example/x@y", "https://•••@a.example/x@y");
    row("smtp://me:pw@a.example", "smtp://•••@a.example");
    row("https://me:p/w@a.example/", "https://•••@a.example/");
    row("http:/me:pw@a.example", "•••@a.example");
    row("me:pw@a.example", "•••@a.example");
    row("https://a.example/x@y", "https://a.example/x@y");
    row("mailto:me@a.example", "mailto:me@a.example");
    row("https://a.example/", "https://a.example/");
    row("", "");
}

void TestUrlCredentials::masks()
{
    QFETCH(QString, url);
    QTEST(withoutCredentials(url), "masked");
}

void TestUrlCredentials::noRefusalQuotesThem_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"https://me:canary@a.example/", "https://me:canary@a.example:99999/",
                            "https://me:can/canary@a.example/", "https://me:canary@[::zz]/", "https:///me:canary@x",
                            "http:me:canary@a.example", "ftp://me:canary@a.example/", "https://me:canary@/x",
                            "https://me:canary@a b/", "https://me:canary%zz@a.example/", "https://canary@a.example:25/",
                            "me:canary@a.example", "https://me:canary@a.example:0/", "https://me:canary@a.example\\b/"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestUrlCredentials::noRefusalQuotesThem()
{
    QFETCH(QString, url);
    const auto problem = urlProblem(url);
    QVERIFY(problem.has_value());
    QVERIFY2(!problem->contains(QLatin1String("canary")), qPrintable(*problem));
}

QTEST_APPLESS_MAIN(TestUrlCredentials)
#include "tst_urlcredentials.moc"
