// When a token is asked for, renewed, given up and asked for again.
#include "core/engine/accesstoken.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kStart{1'000'000s};
constexpr double kNoJitter = 0.5;

Result<GrantedToken> granted(const char *value, Milliseconds lifetime)
{
    return GrantedToken{QString::fromLatin1(value), lifetime};
}

Result<GrantedToken> none(const char *why)
{
    return fail(ErrorCode::Conflict, QString::fromLatin1(why));
}

// One that has been asked for, and has come.
AccessToken with(Milliseconds lifetime, quint64 fetch = 1)
{
    AccessToken token;
    (void)token.use(kStart);
    token.began(fetch);
    (void)token.came(fetch, granted("t", lifetime), kStart, kNoJitter);
    return token;
}

} // namespace

class tst_AccessToken : public QObject {
    Q_OBJECT

private slots:
    void isNotFetchedBeforeItIsUsed();
    void isFetchedOnceAtATime();
    void isRenewedBeforeItEnds_data();
    void isRenewedBeforeItEnds();
    void isNotRenewedWhenNothingIsSent();
    void goesOnWhileItCannotBeRenewed();
    void isAskedForAgainWithGrowingPauses();
    void pausesAreNotAllTheSame();
    void oneThatWasRefusedIsFetchedAnew();
    void anAnswerThatNobodyWaitsForIsNotTaken();
};

void tst_AccessToken::isNotFetchedBeforeItIsUsed()
{
    AccessToken token;
    QVERIFY(!token.wantsFetch(kStart));
    QVERIFY(!token.wakeAt(kStart));
    QVERIFY(!token.use(kStart));
    QVERIFY(token.wantsFetch(kStart));
    QCOMPARE(token.wakeAt(kStart), std::optional(kStart));
    QVERIFY(token.problem().isEmpty()); // nothing is known to be wrong
}

void tst_AccessToken::isFetchedOnceAtATime()
{
    AccessToken token;
    QVERIFY(!token.use(kStart));
    token.began(1);
    QVERIFY(!token.use(kStart));
    QVERIFY(!token.wantsFetch(kStart));
    QVERIFY(!token.wakeAt(kStart)); // the answer wakes
    QVERIFY(token.came(1, granted("t", 1h), kStart, kNoJitter));
    QVERIFY(token.use(kStart));
    QCOMPARE(token.value(), QStringLiteral("t"));
    QCOMPARE(token.grant(), quint64(1));
    QVERIFY(!token.wantsFetch(kStart));
}

void tst_AccessToken::isRenewedBeforeItEnds_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<int>("left");
    QTest::newRow("a minute of an hour") << 3600 << 60;
    QTest::newRow("a tenth of five minutes") << 300 << 30;
    QTest::newRow("a second of ten") << 10 << 1;
}

void tst_AccessToken::isRenewedBeforeItEnds()
{
    QFETCH(int, lifetime);
    QFETCH(int, left);
    AccessToken token = with(std::chrono::seconds(lifetime));
    const Timestamp renewal = kStart + std::chrono::seconds(lifetime - left);
    QVERIFY(token.use(renewal - 1ms));
    QVERIFY(!token.wantsFetch(renewal - 1ms));
    QVERIFY(token.use(renewal)); // nothing waits for the new one
    QVERIFY(token.wantsFetch(renewal));
    token.began(2);
    QVERIFY(token.use(renewal));
    QVERIFY(token.came(2, granted("u", 1h), renewal, kNoJitter));
    QCOMPARE(token.value(), QStringLiteral("u"));
}

void tst_AccessToken::isNotRenewedWhenNothingIsSent()
{
    AccessToken token = with(1h);
    QVERIFY(!token.wantsFetch(kStart + 2h));
    QVERIFY(!token.wakeAt(kStart + 2h));
    QVERIFY(!token.use(kStart + 2h));
    QVERIFY(token.wantsFetch(kStart + 2h));
}

void tst_AccessToken::goesOnWhileItCannotBeRenewed()
{
    AccessToken token = with(1h);
    QVERIFY(token.use(kStart + 59min));
    token.began(2);
    QVERIFY(token.came(2, none("busy"), kStart + 59min, kNoJitter));
    QVERIFY(token.problem().isEmpty());
    QVERIFY(token.use(kStart + 59min));
    QVERIFY(!token.wantsFetch(kStart + 59min));
    QVERIFY(token.wantsFetch(kStart + 59min + 5s));
    QVERIFY(!token.use(kStart + 1h)); // now it has ended
    token.began(3);
    QVERIFY(token.came(3, none("busy"), kStart + 1h, kNoJitter));
    QCOMPARE(token.problem(), QStringLiteral("busy"));
}

void tst_AccessToken::isAskedForAgainWithGrowingPauses()
{
    AccessToken token;
    (void)token.use(kStart);
    Timestamp now = kStart;
    quint64 fetch = 0;
    for (Milliseconds pause : {5s, 10s, 20s, 40s, 80s, 160s, 300s, 300s}) {
        QVERIFY(token.wantsFetch(now));
        token.began(++fetch);
        QVERIFY(token.came(fetch, none("refused"), now, kNoJitter));
        QCOMPARE(token.problem(), QStringLiteral("refused"));
        QCOMPARE(token.wakeAt(now), std::optional(now + pause));
        QVERIFY(!token.wantsFetch(now + pause - 1ms));
        now += pause;
    }
    token.began(++fetch); // without anything new to be sent: what is held waits
    QVERIFY(token.came(fetch, granted("t", 1h), now, kNoJitter));
    QVERIFY(token.problem().isEmpty());
    QVERIFY(token.use(now));
    token.refused(fetch);
    QVERIFY(!token.use(now));
    token.began(++fetch);
    QVERIFY(token.came(fetch, none("refused"), now, kNoJitter));
    QCOMPARE(token.wakeAt(now), std::optional(now + 5s)); // from the beginning
}

void tst_AccessToken::pausesAreNotAllTheSame()
{
    for (const auto &[random, pause] : {std::pair(0.0, 4000ms), std::pair(0.999999, 5999ms)}) {
        AccessToken token;
        (void)token.use(kStart);
        token.began(1);
        (void)token.came(1, none("busy"), kStart, random);
        QCOMPARE(token.wakeAt(kStart), std::optional(kStart + pause));
    }
}

void tst_AccessToken::oneThatWasRefusedIsFetchedAnew()
{
    AccessToken token = with(1h, 7);
    token.refused(6); // the one before it
    QVERIFY(token.use(kStart));
    token.refused(7);
    QCOMPARE(token.grant(), quint64(0));
    QVERIFY(token.value().isEmpty());
    QVERIFY(!token.use(kStart));
    QVERIFY(token.wantsFetch(kStart));
    token.refused(0); // of a request that showed none
    QVERIFY(token.wantsFetch(kStart));
}

void tst_AccessToken::anAnswerThatNobodyWaitsForIsNotTaken()
{
    AccessToken token;
    QVERIFY(!token.came(0, granted("t", 1h), kStart, kNoJitter));
    (void)token.use(kStart);
    token.began(2);
    QVERIFY(!token.came(1, granted("t", 1h), kStart, kNoJitter)); // of the target as it was before
    QVERIFY(!token.use(kStart));
    QVERIFY(token.came(2, granted("u", 1h), kStart, kNoJitter));
    QVERIFY(!token.came(2, granted("v", 1h), kStart, kNoJitter));
    QCOMPARE(token.value(), QStringLiteral("u"));
}

QTEST_GUILESS_MAIN(tst_AccessToken)
#include "tst_accesstoken.moc"
