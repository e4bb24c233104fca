#include "core/domain/doortoken.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_DoorToken : public QObject {
    Q_OBJECT

private slots:
    void scopesReadBack_data();
    void scopesReadBack();
    void unknownScopesAreNone();
    void aTokenIs47Characters();
    void theHintTellsNothing();
    void endsAtItsMoment();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void tst_DoorToken::scopesReadBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one") << QStringLiteral("read") << QStringLiteral("read");
    QTest::newRow("in any order") << QStringLiteral("notify, events") << QStringLiteral("events,notify");
    QTest::newRow("twice") << QStringLiteral("events,events") << QStringLiteral("events");
    QTest::newRow("all") << QStringLiteral("read,notify,publish,events") << toString(DoorScopes::all());
}

void tst_DoorToken::scopesReadBack()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    const auto scopes = doorScopesFrom(typed);
    QVERIFY(scopes);
    QCOMPARE(toString(*scopes), shown);
    QVERIFY(DoorScopes::fromBits(scopes->bits()) == *scopes);
}

void tst_DoorToken::unknownScopesAreNone()
{
    for (const QString &typed : {QStringLiteral("all"), QStringLiteral("events publish"), QStringLiteral("Events")})
        QVERIFY2(!doorScopesFrom(typed), qPrintable(typed));
    QVERIFY(doorScopesFrom({})->isEmpty());
}

void tst_DoorToken::aTokenIs47Characters()
{
    const QByteArray token = doorTokenFrom(QByteArray(32, '\xff'));
    QCOMPARE(token, "cbt_" + QByteArray(42, '_') + '8');
    QCOMPARE(doorTokenHash(token).size(), 32);
    QVERIFY(doorTokenHash(token) != doorTokenHash(token.chopped(1)));
}

void tst_DoorToken::theHintTellsNothing()
{
    const QByteArray token = doorTokenFrom(QByteArray("0123456789abcdef0123456789abcdef"));
    const QString hint = doorTokenHint(token);
    QCOMPARE(hint.size(), 9); // four characters of forty-three
    QVERIFY(QString::fromLatin1(token).startsWith(hint.chopped(1)));
}

void tst_DoorToken::endsAtItsMoment()
{
    DoorToken token;
    QVERIFY(!token.hasEnded(Timestamp::max()));
    token.endsAt = Timestamp(5s);
    QVERIFY(!token.hasEnded(Timestamp(5s) - 1ms));
    QVERIFY(token.hasEnded(Timestamp(5s)));
}

void tst_DoorToken::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fine");
    QTest::newRow("a word") << QStringLiteral("cms") << true;
    QTest::newRow("words") << QStringLiteral("Nachrichten, Köln (2)") << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("spaces around") << QStringLiteral(" cms") << false;
    QTest::newRow("two lines") << QStringLiteral("a\nb") << false;
    QTest::newRow("another direction") << QStringLiteral("a\u202Eb") << false;
    QTest::newRow("long") << QString(61, u'a') << false;
    QTest::newRow("the token itself") << QStringLiteral("cbt_x") << false;
}

void tst_DoorToken::saysWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(bool, fine);
    DoorToken token;
    token.name = name;
    QCOMPARE(!doorTokenProblem(token, {}), fine);
    token.name = QStringLiteral("cms");
    token.scopes = {};
    QVERIFY(doorTokenProblem(token, {})->contains(QStringLiteral("scope")));
    token.scopes = {DoorScope::Read};
    token.endsAt = Timestamp{};
    QVERIFY(doorTokenProblem(token, {})->contains(QStringLiteral("end")));
}

QTEST_GUILESS_MAIN(tst_DoorToken)
#include "tst_doortoken.moc"
