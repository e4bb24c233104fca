// The filter's language as text: what is read, what is refused and where, what comes back when it is written again.
#include "core/store/filter/filterlanguage.h"
#include "core/store/filter/filterterm.h"
#include "core/store/filter/filtervalues.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using Field = DeliveryCondition::Field;
using Kind = FilterProblem::Kind;
using S = DeliveryState;

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};

FilterTargets targets()
{
    return {{TargetId{1}, QStringLiteral("cms")},
            {TargetId{2}, QStringLiteral("Spark site, main")},
            {TargetId{3}, QStringLiteral("12")}};
}

ParsedFilter parsed(const char *text)
{
    return parseFilter(QString::fromUtf8(text), targets(), kNow);
}

} // namespace

class TestFilterLanguage : public QObject {
    Q_OBJECT

private slots:
    void simpleConditionsFillTheirOwnPlaces();
    void severalConditionsHoldTogetherAndCommasMeanOr();
    void notAndMinusMeanTheOpposite();
    void freeWordsAreOneTextAsTheyWereWritten();
    void quotesKeepBlanksCommasAndColons();
    void anAddressIsText();
    void numbersHaveRelationsAndRanges_data();
    void numbersHaveRelationsAndRanges();
    void momentsAreAgesDaysOrTimes();
    void aRangeOfEndsIsHalfOpen();
    void problemsSayWhereAndWhatIsKnown_data();
    void problemsSayWhereAndWhatIsKnown();
    void moreThanAStatementTakesIsRefused();
    void aTargetIsNamedOrNumbered();
    void whatIsWrittenReadsAsTheSame_data();
    void whatIsWrittenReadsAsTheSame();
    void aTermTakesThePlaceOfItsKind_data();
    void aTermTakesThePlaceOfItsKind();
    void anythingTypedIsSurvived();
};

void TestFilterLanguage::simpleConditionsFillTheirOwnPlaces()
{
    const ParsedFilter read = parsed(
        "state:failed target:cms asset:T1S03 cause:timeout since:24h until:1h marked event:4711");
    QVERIFY(read.problems.isEmpty());
    const DeliveryFilter &filter = read.filter;
    QVERIFY(filter.states == (QList<S>{S::Failed}));
    QCOMPARE(filter.target, TargetId{1});
    QCOMPARE(filter.asset, QStringLiteral("T1S03"));
    QCOMPARE(filter.cause, QStringLiteral("timeout"));
    QCOMPARE(*filter.since, kNow - 24h);
    QCOMPARE(*filter.until, kNow - 1h);
    QVERIFY(filter.marked);
    QCOMPARE(filter.event, EventId{4711});
    QVERIFY(filter.conditions.isEmpty());
    QVERIFY(filter.text.isEmpty());
}

void TestFilterLanguage::severalConditionsHoldTogetherAndCommasMeanOr()
{
    const DeliveryFilter filter = parsed("state:failed,held STATE:held code:4xx,503 asset:a,b*").filter;
    QVERIFY(filter.states == (QList<S>{S::Held, S::Failed})); // in the order of the states
    QCOMPARE(filter.conditions.size(), 3);
    QCOMPARE(filter.conditions[0].field, Field::State);
    QVERIFY(filter.conditions[1].ranges == (QList<NumberRange>{{400, 499}, {503, 503}}));
    QCOMPARE(filter.conditions[2].words, (QStringList{QStringLiteral("a"), QStringLiteral("b*")}));
}

void TestFilterLanguage::notAndMinusMeanTheOpposite()
{
    const DeliveryFilter filter = parsed("not state:delivered -marked NOT  cause:http-503 -nowhere").filter;
    QVERIFY(filter.states.isEmpty() && !filter.marked && filter.cause.isEmpty() && filter.text.isEmpty());
    QCOMPARE(filter.conditions.size(), 4);
    for (const DeliveryCondition &condition : filter.conditions)
        QVERIFY(condition.negated);
    QCOMPARE(filter.conditions[3].words, QStringList{QStringLiteral("nowhere")});
}

void TestFilterLanguage::freeWordsAreOneTextAsTheyWereWritten()
{
    QCOMPARE(parsed("connection  refused").filter.text, QStringLiteral("connection refused"));
    QCOMPARE(parsed("a-b_c%d").filter.text, QStringLiteral("a-b_c%d"));
    const DeliveryFilter two = parsed("first state:failed second").filter;
    QCOMPARE(two.text, QStringLiteral("first"));
    QCOMPARE(two.conditions.constFirst().words, QStringList{QStringLiteral("second")});
    QCOMPARE(parsed("\"marked\"").filter.text, QStringLiteral("marked"));
    QCOMPARE(parsed("nothing").filter.text, QStringLiteral("nothing"));
    QCOMPARE(parsed("a<b").filter.text, QStringLiteral("a<b"));
}

void TestFilterLanguage::quotesKeepBlanksCommasAndColons()
{
    QCOMPARE(parsed("target:\"Spark site, main\"").filter.target, TargetId{2});
    QCOMPARE(parsed("\"a: \\\"b\\\" \\\\ c\"").filter.text, QStringLiteral("a: \"b\" \\ c"));
    const DeliveryFilter filter = parsed("error~\"50% off_\\n*\"").filter;
    QCOMPARE(filter.conditions.constFirst().words, QStringList{QStringLiteral("%50\\% off\\_\\\\n*%")});
}

void TestFilterLanguage::anAddressIsText()
{
    const ParsedFilter read = parsed("https://receiver.example:8443/hook?a=b");
    QVERIFY(read.problems.isEmpty());
    QCOMPARE(read.filter.text, QStringLiteral("https://receiver.example:8443/hook?a=b"));
}

void TestFilterLanguage::numbersHaveRelationsAndRanges_data()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("field");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    const auto add = [](const char *text, Field field, qint64 from, qint64 to) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(field) << from << to;
    };
    add("code:503", Field::Code, 503, 503);
    add("code:5xx", Field::Code, 500, 599);
    add("code:5XX", Field::Code, 500, 599);
    add("code:none", Field::Code, 0, 0);
    add("code>=400", Field::Code, 400, most);
    add("code:400..404", Field::Code, 400, 404);
    add("status<400", Field::Code, 1, 399); // 0 is no answer
    add("code:..399", Field::Code, 1, 399);
    add("dur>2s", Field::Duration, 2'000'001, most);
    add("dur>=1.5s", Field::Duration, 1'500'000, most);
    add("dur<250ms", Field::Duration, least, 249'999);
    add("dur:1s..1m", Field::Duration, 1'000'000, 60'000'000);
    add("tries>=3", Field::Tries, 3, most);
    add("tries:3", Field::Tries, 3, 3);
    add("tries:..2", Field::Tries, least, 2);
    add("id:4711", Field::Id, 4711, 4711);
    add("id:dl_abc234_4711", Field::Id, 4711, 4711);
    add("id<=4711", Field::Id, least, 4711);
    add("replayed>9", Field::Replayed, 10, most);
}

void TestFilterLanguage::numbersHaveRelationsAndRanges()
{
    QFETCH(QString, text);
    QFETCH(int, field);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    const ParsedFilter read = parseFilter(text, targets(), kNow);
    QVERIFY(read.problems.isEmpty());
    QCOMPARE(read.filter.conditions.size(), 1);
    QCOMPARE(int(read.filter.conditions[0].field), field);
    QVERIFY(read.filter.conditions[0].ranges == (QList<NumberRange>{{from, to}}));
    QCOMPARE(read.filter.conditions[0].source, text);
}

void TestFilterLanguage::momentsAreAgesDaysOrTimes()
{
    QCOMPARE(*momentFrom(QStringLiteral("90m"), kNow), kNow - 90min);
    QCOMPARE(*momentFrom(QStringLiteral("2023-11-14T22:13:20Z"), kNow), kNow);
    QCOMPARE(*momentFrom(QStringLiteral("2023-11-14T22:13:20.005Z"), kNow), kNow + 5ms);
    const QDateTime midnight = QDateTime::fromMSecsSinceEpoch(kNow.time_since_epoch().count()).date().startOfDay();
    QCOMPARE(momentFrom(QStringLiteral("today"), kNow)->time_since_epoch().count(), midnight.toMSecsSinceEpoch());
    QCOMPARE(*momentFrom(QStringLiteral("yesterday"), kNow),
             *momentFrom(midnight.addDays(-1).toString(u"yyyy-MM-dd"), kNow));
    for (const char *wrong : {"", "24", "2023-13-01", "tomorrow", "2023-11-14T", "-1h", "h", "1 h x"})
        QVERIFY2(!momentFrom(QString::fromLatin1(wrong), kNow), wrong);
    for (const Milliseconds back : {0ms, 1ms, 1'000ms, 60'000ms, Milliseconds(40h), Milliseconds(9000h)})
        QCOMPARE(*momentFrom(momentText(kNow - back), kNow), kNow - back);
}

void TestFilterLanguage::aRangeOfEndsIsHalfOpen()
{
    const DeliveryFilter since = parsed("ended:1h").filter;
    QCOMPARE(*since.endedSince, kNow - 1h);
    QVERIFY(!since.endedUntil);
    const DeliveryFilter both = parsed("ended:2h..1h").filter;
    QCOMPARE(*both.endedSince, kNow - 2h);
    QCOMPARE(*both.endedUntil, kNow - 1h);
    QVERIFY2(!parsed("ended:1h..2h").problems.isEmpty(), "backwards");
    QVERIFY2(!parsed("since:2h..1h").problems.isEmpty(), "since has a beginning alone");
    QCOMPARE(parsed("since:1h since:2h").filter.conditions.size(), 1);
}

void TestFilterLanguage::problemsSayWhereAndWhatIsKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("marked"); // the part of the text
    QTest::addColumn<QString>("known");  // among others
    QTest::addColumn<bool>("unfinished");
    const auto add = [](const char *text, Kind kind, const char *marked, const char *known, bool unfinished) {
        QTest::newRow(text) << QString::fromUtf8(text) << int(kind) << QString::fromUtf8(marked)
                            << QString::fromUtf8(known) << unfinished;
    };
    add("colour:red x", Kind::UnknownKey, "colour", "state", false);
    add("refused: x", Kind::UnknownKey, "refused", "error", false);
    add("a state:lost b", Kind::UnknownValue, "lost", "failed", false);
    add("state:failed,los", Kind::UnknownValue, "los", "held", false);
    add("state:fai", Kind::UnknownValue, "fai", "failed", true);
    add("state:fai x", Kind::UnknownValue, "fai", "failed", false);
    add("state:", Kind::MissingValue, "", "failed", true);
    add("state:failed,", Kind::MissingValue, "", "failed", true);
    add("state>failed", Kind::BadRelation, "state>", ":", true);
    add("dur:2s", Kind::BadValue, "2s", "dur>2s", true);
    add("code:99 x", Kind::BadValue, "99", "5xx", false);
    add("tries>many", Kind::BadValue, "many", "3", true);
    add("target:nobody x", Kind::UnknownValue, "nobody", "cms", false);
    add("event:burnt x", Kind::UnknownValue, "burnt", "moderated", false);
    add("is:lost x", Kind::UnknownValue, "lost", "replay", false);
    add("\"open end", Kind::OpenQuote, "\"open end", "", true);
    add("error~\"open", Kind::OpenQuote, "\"open", "", true);
    add("x not", Kind::NothingDenied, "not", "", true);
}

void TestFilterLanguage::problemsSayWhereAndWhatIsKnown()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, marked);
    QFETCH(QString, known);
    QFETCH(bool, unfinished);
    const ParsedFilter read = parseFilter(text, targets(), kNow);
    QCOMPARE(read.problems.size(), 1);
    const FilterProblem &problem = read.problems.constFirst();
    QCOMPARE(int(problem.kind), kind);
    QCOMPARE(text.mid(problem.from, problem.length), marked);
    QVERIFY(known.isEmpty() || problem.known.contains(known));
    QCOMPARE(problem.unfinished, unfinished);
    QVERIFY(!problem.sentence().isEmpty() && !problem.sentence().contains(u'%'));
}

void TestFilterLanguage::moreThanAStatementTakesIsRefused()
{
    const auto kindOf = [](const QString &text) {
        const ParsedFilter read = parseFilter(text, targets(), kNow);
        return read.problems.isEmpty() ? std::optional<Kind>() : read.problems.constFirst().kind;
    };
    const QString values = QStringLiteral("asset:a") + QStringLiteral(",b").repeated(kMostFilterValues - 1);
    QVERIFY(!kindOf(values));
    QVERIFY(kindOf(values + QStringLiteral(",c")) == Kind::TooMany);
    QVERIFY(kindOf(values + QStringLiteral(" tries:3")) == Kind::TooMany);
    const QString conditions = QStringLiteral("-a ").repeated(kMostFilterConditions);
    QVERIFY(!kindOf(conditions.chopped(1)));
    QVERIFY(kindOf(conditions + QStringLiteral("-b")) == Kind::TooMany);
    QVERIFY2(!kindOf(QStringLiteral("word ").repeated(2000)), "one text");
}

void TestFilterLanguage::aTargetIsNamedOrNumbered()
{
    QCOMPARE(parsed("target:CMS").filter.target, TargetId{1});
    QCOMPARE(parsed("target:12").filter.target, TargetId{3}); // a name is stronger
    QCOMPARE(parsed("target:#12").filter.target, TargetId{12});
    QCOMPARE(parsed("target:7").filter.target, TargetId{7});
    QVERIFY(parsed("target:cms,7").filter.conditions.constFirst().ranges == (QList<NumberRange>{{1, 1}, {7, 7}}));
    QCOMPARE(parsed("target:old*").filter.conditions.constFirst().words, QStringList{QStringLiteral("old%")});
    QCOMPARE(parsed("target~site").filter.conditions.constFirst().words, QStringList{QStringLiteral("%site%")});
}

void TestFilterLanguage::whatIsWrittenReadsAsTheSame_data()
{
    QTest::addColumn<DeliveryFilter>("filter");
    const auto add = [](const char *name, auto change) {
        DeliveryFilter filter;
        change(filter);
        QTest::newRow(name) << filter;
    };
    add("nothing", [](auto &) {});
    add("states", [](auto &f) { f.states = {S::Held, S::Failed}; });
    add("target", [](auto &f) { f.target = {2}; });
    add("a target that is gone", [](auto &f) { f.target = {77}; });
    add("asset", [](auto &f) { f.asset = QStringLiteral("a b*\"\\,:"); });
    add("cause", [](auto &f) { f.cause = QStringLiteral("http-503"); });
    add("age", [](auto &f) { f.since = kNow - 24h; });
    add("range", [](auto &f) {
        f.since = kNow - 24h + 17ms;
        f.until = kNow - 1h;
    });
    add("ended", [](auto &f) { f.endedSince = kNow - 1h; });
    add("ended between", [](auto &f) {
        f.endedSince = kNow - 2h;
        f.endedUntil = kNow - 1h;
    });
    add("ended before", [](auto &f) { f.endedUntil = kNow - 1h; });
    add("event and mark", [](auto &f) {
        f.event = {8};
        f.marked = true;
    });
    for (const char *text : {"plain", "two words", "a, \"b\" %", "state:failed", "-x", "not", "not a", "marked", "*",
                             "\\", "https://a.example/", "a\\\"", "x:"}) {
        add(text, [text](auto &f) { f.text = QString::fromLatin1(text); });
    }
}

void TestFilterLanguage::whatIsWrittenReadsAsTheSame()
{
    QFETCH(DeliveryFilter, filter);
    const ParsedFilter again = parseFilter(filterText(filter, targets(), kNow), targets(), kNow);
    QVERIFY2(again.problems.isEmpty(), qPrintable(filterText(filter, targets(), kNow)));
    QVERIFY2(again.filter == filter, qPrintable(filterText(filter, targets(), kNow)));
    const DeliveryFilter conditions = parsed("not state:failed dur>2s -note:\"x y\" first \"second\"").filter;
    QVERIFY(parseFilter(filterText(conditions, targets(), kNow), targets(), kNow).filter.conditions.size()
            == conditions.conditions.size());
}

void TestFilterLanguage::aTermTakesThePlaceOfItsKind_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("result");
    const auto add = [](const char *text, FilterKey key, const char *term, const char *result) {
        QTest::addRow("%s <- %s", text, term)
            << QString::fromLatin1(text) << int(key) << QString::fromLatin1(term) << QString::fromLatin1(result);
    };
    add("", FilterKey::State, "state:failed", "state:failed");
    add("abc", FilterKey::State, "state:failed", "state:failed abc");
    add("x state:held y", FilterKey::State, "state:failed", "x state:failed y");
    add("state:held x state:queued", FilterKey::State, "state:failed", "state:failed x ");
    add("x state:held y", FilterKey::State, "", "x y");
    add("-state:held y", FilterKey::State, "state:failed", "state:failed -state:held y");
    add("a \"open", FilterKey::Asset, "asset:b", "asset:b a \"open");
    add("a marked b", FilterKey::Is, "", "a b");
    add("is:marked", FilterKey::Is, "", "");
    add("is:replay \"marked\"", FilterKey::Is, "marked", "marked is:replay \"marked\"");
}

void TestFilterLanguage::aTermTakesThePlaceOfItsKind()
{
    QFETCH(QString, text);
    QFETCH(int, key);
    QFETCH(QString, term);
    QFETCH(QString, result);
    QCOMPARE(withTerm(text, FilterKey(key), term), result);
}

// Every beginning of a long text, as it is typed, and every one with something odd in it.
void TestFilterLanguage::anythingTypedIsSurvived()
{
    const QString text = QStringLiteral(
        "-state:failed,held target:\"a \\\" b\" dur>=1.5s not note~x,y,, ended:1h..  :: ~ <> - not");
    for (qsizetype length = 0; length <= text.size(); ++length) {
        for (const QChar odd :
             {QChar(u'x'), QChar(u'"'), QChar(u','), QChar(u':'), QChar(u'-'), QChar(0), QChar(0xD800)}) {
            QString typed = text.left(length) + odd;
            for (const FilterProblem &problem : parseFilter(typed, targets(), kNow).problems) {
                QVERIFY(problem.from >= 0 && problem.from + problem.length <= typed.size());
                QVERIFY(!problem.sentence().isEmpty());
            }
            QVERIFY(!withTerm(typed, FilterKey::State, QStringLiteral("state:held")).isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestFilterLanguage)
#include "tst_filterlanguage.moc"
