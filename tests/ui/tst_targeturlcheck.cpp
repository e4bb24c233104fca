// What a form's URL line says after a look at where the URL leads.
#include "core/security/networkpolicy.h"
#include "tests/support/fakeresolver.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/form/urlcheck.h"
#include "ui/targets/targetdialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTcpServer>
#include <QTranslator>

using namespace callboard;
using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

const QUrl kUrl(QStringLiteral("https://callback.example/ingest"));

EndpointReport standing(std::optional<Milliseconds> left)
{
    EndpointReport report;
    report.address = QHostAddress(QStringLiteral("203.0.113.7"));
    if (left)
        report.expires = Timestamp(*left);
    return report;
}

// What core recorded, marked as said in another language.
class OtherLanguage : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        const bool recorded = QByteArrayView(context) == "callboard::Recorded";
        return recorded ? QString(QStringLiteral("!") + QString::fromUtf8(text)) : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

CallbackTarget at(const QString &url, bool allowPrivate = true)
{
    CallbackTarget target = stored();
    target.url = url;
    target.allowPrivate = allowPrivate;
    return target;
}

} // namespace

class tst_TargetUrlCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void theDaysThatACertificateHasLeftSetTheMood_data();
    void theDaysThatACertificateHasLeftSetTheMood();
    void troubleIsSaidInTheWordsOfADelivery();
    void troubleIsSaidInTheWindowsLanguage();
    void aWarningStaysBesideWhatWasFound();
    void theFormLooksWhereTheUrlLeads();
    void thePolicyRefusesAsTheDispatcherDoes();
    void whileTypingNothingIsAsked();
    void thePathChangesNothing();
    void mailAndNonsenseAreNotLookedAt();
    void saveDoesNotWaitForIt();

private:
    FakeEngineClient m_engine;
    FakeResolver m_resolver;
    QTcpServer m_server;
};

void tst_TargetUrlCheck::initTestCase()
{
    look::apply();
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
    m_resolver.answerError(QStringLiteral("nowhere.example"), QStringLiteral("Host not found"));
    m_resolver.staySilent(QStringLiteral("silent.example"));
}

void tst_TargetUrlCheck::theDaysThatACertificateHasLeftSetTheMood_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("mood");
    QTest::addColumn<QString>("words");
    QTest::newRow("plenty") << 24 * 61 + 1 << int(Mood::Good) << QStringLiteral("certificate 61 day");
    QTest::newRow("the last of plenty") << 24 * 31 << int(Mood::Good) << QStringLiteral("31 day");
    QTest::newRow("soon") << 24 * 30 << int(Mood::Warning) << QStringLiteral("renew it soon");
    QTest::newRow("now") << 24 * 7 << int(Mood::Problem) << QStringLiteral("renew it now");
    QTest::newRow("today") << 3 << int(Mood::Problem) << QStringLiteral("only 0 day");
}

void tst_TargetUrlCheck::theDaysThatACertificateHasLeftSetTheMood()
{
    QFETCH(int, hours);
    QFETCH(int, mood);
    QFETCH(QString, words);
    const UrlAdvice advice = lookAdvice(standing(std::chrono::hours(hours)), kUrl, Timestamp());
    QCOMPARE(int(advice.mood), mood);
    QVERIFY2(advice.sentence.startsWith(QStringLiteral("Resolves to 203.0.113.7, certificate")),
             qPrintable(advice.sentence));
    QVERIFY2(advice.sentence.contains(words), qPrintable(advice.sentence));
}

void tst_TargetUrlCheck::troubleIsSaidInTheWordsOfADelivery()
{
    EndpointReport report;
    report.verdict = {Outcome::NotSent, ErrorClass::Refused, QStringLiteral("It refused.")};
    QCOMPARE(lookAdvice(report, kUrl, Timestamp()).sentence, QStringLiteral("It refused."));
    QCOMPARE(lookAdvice(report, kUrl, Timestamp()).mood, Mood::Warning);
    report.verdict.errorClass = ErrorClass::Tls;
    QCOMPARE(lookAdvice(report, kUrl, Timestamp()).mood, Mood::Problem);
}

void tst_TargetUrlCheck::troubleIsSaidInTheWindowsLanguage()
{
    OtherLanguage other;
    QCoreApplication::installTranslator(&other); // until it is gone
    EndpointReport report;
    report.verdict = {Outcome::NotSent, ErrorClass::Refused,
                      QStringLiteral("a.example refused the connection (port 443).")};
    QCOMPARE(lookAdvice(report, kUrl, Timestamp()).sentence,
             QStringLiteral("!a.example refused the connection (port 443)."));
}

void tst_TargetUrlCheck::aWarningStaysBesideWhatWasFound()
{
    const UrlAdvice good{Mood::Good, QStringLiteral("Goes there.")};
    const UrlAdvice open{Mood::Warning, QStringLiteral("Not encrypted.")};
    const UrlAdvice found{Mood::Good, QStringLiteral("Resolves.")};
    QCOMPARE(together(good, found).sentence, QStringLiteral("Resolves."));
    QCOMPARE(together(open, found).sentence, QStringLiteral("Not encrypted. Resolves."));
    QCOMPARE(together(open, found).mood, Mood::Warning);
    QCOMPARE(together(open, open).sentence, QStringLiteral("Not encrypted."));
    QCOMPARE(together(good, {}).sentence, QStringLiteral("Goes there."));
}

void tst_TargetUrlCheck::theFormLooksWhereTheUrlLeads()
{
    const QString url = QStringLiteral("http://callback.example:%1/ingest").arg(m_server.serverPort());
    TargetDialog dialog(m_engine, at(url));
    dialog.setAids({&m_resolver, nullptr, nullptr});
    dialog.show();
    QTRY_VERIFY2(lineOf(dialog, "urlLine").contains(QStringLiteral("Resolves to 127.0.0.1 and takes connections")),
                 qPrintable(lineOf(dialog, "urlLine")));
    shoot(dialog, QStringLiteral("target-looked"));
    type(dialog, "urlEdit", QStringLiteral("https://nowhere.example/ingest"));
    QVERIFY(!lineOf(dialog, "urlLine").contains(QStringLiteral("127.0.0.1"))); // not of another URL
    QTRY_COMPARE(lineOf(dialog, "urlLine"),
                 QStringLiteral("The name nowhere.example could not be looked up: Host not found."));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled()); // it may come up tomorrow
}

void tst_TargetUrlCheck::thePolicyRefusesAsTheDispatcherDoes()
{
    const QString url = QStringLiteral("https://callback.example:%1/").arg(m_server.serverPort());
    TargetDialog dialog(m_engine, at(url, false));
    dialog.setAids({&m_resolver, nullptr, nullptr});
    dialog.show();
    QTRY_COMPARE(lineOf(dialog, "urlLine"), refusal(QHostAddress(QHostAddress::LocalHost), false).value_or(QString()));
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), Mood::Warning);
    in<QCheckBox>(dialog, "allowPrivateCheck")->click(); // and it is looked at again
    QTRY_VERIFY(!lineOf(dialog, "urlLine").contains(QStringLiteral("may not be called")));
}

void tst_TargetUrlCheck::whileTypingNothingIsAsked()
{
    const int before = m_resolver.lookUps();
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.setAids({&m_resolver, nullptr, nullptr});
    dialog.show();
    type(dialog, "urlEdit", QStringLiteral("https://nowhere.example/"));
    QCOMPARE(m_resolver.lookUps(), before);
    QTRY_VERIFY(lineOf(dialog, "urlLine").contains(QStringLiteral("could not be looked up")));
    QCOMPARE(m_resolver.lookUps(), before + 1); // not once a keystroke
}

void tst_TargetUrlCheck::thePathChangesNothing()
{
    UrlCheck check(m_resolver);
    check.follow(at(QStringLiteral("https://nowhere.example/a")));
    QTRY_COMPARE(check.advice().mood, Mood::Warning);
    const int lookUps = m_resolver.lookUps();
    check.follow(at(QStringLiteral("https://nowhere.example/b")));
    QCOMPARE(check.advice().mood, Mood::Warning); // still what was found
    check.follow(at(QStringLiteral("https://nowhere.example:444/b")));
    QVERIFY(check.advice().sentence.isEmpty());
    QTRY_COMPARE(m_resolver.lookUps(), lookUps + 1);
}

void tst_TargetUrlCheck::mailAndNonsenseAreNotLookedAt()
{
    UrlCheck check(m_resolver);
    const int lookUps = m_resolver.lookUps();
    for (const char *url : {"mailto:a@b.example", "ftp://b.example/", "https://", ""})
        check.follow(at(QString::fromLatin1(url)));
    // What is looked at after them is the first that is asked for.
    check.follow(at(QStringLiteral("https://nowhere.example/")));
    QTRY_COMPARE(check.advice().mood, Mood::Warning);
    QCOMPARE(m_resolver.lookUps(), lookUps + 1);
}

void tst_TargetUrlCheck::saveDoesNotWaitForIt()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, at(QStringLiteral("https://silent.example/")));
    dialog.setAids({&m_resolver, nullptr, nullptr});
    dialog.show();
    QTRY_VERIFY(lineOf(dialog, "urlLine").contains(QStringLiteral("Looking there")));
    click(dialog, "saveButton");
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(engine.saved.size(), 1);
}

QTEST_MAIN(tst_TargetUrlCheck)
#include "tst_targeturlcheck.moc"
