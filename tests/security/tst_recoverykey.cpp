// A recovery key as a person reads it: what is copied right opens, and what is copied wrong is found and named.
#include "core/security/recoverykey.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callboard;

class TestRecoveryKey : public QObject {
    Q_OBJECT

private slots:
    void readsWhatItShows();
    void showsReadableGroups();
    void forgivesHowItIsWritten();
    void findsEveryWrongLetterAndNamesItsGroup();
    void findsGroupsThatChangedPlaces();
    void saysHowManyLettersAreMissing();
    void namesALetterThatCannotBe();
};

namespace {

QString messageFor(const QString &text)
{
    const auto key = recoveryKeyFrom(text);
    return key ? QStringLiteral("it was taken") : key.error().detail;
}

} // namespace

void TestRecoveryKey::readsWhatItShows()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 200; ++i) {
        const QByteArray key = makeRecoveryKey();
        QCOMPARE(key.size(), kRecoveryKeyBytes);
        seen.insert(key);
        QCOMPARE(recoveryKeyFrom(recoveryKeyText(key)).value(), key);
    }
    QCOMPARE(seen.size(), 200);
    const QByteArray ones(kRecoveryKeyBytes, '\xff');
    QCOMPARE(recoveryKeyFrom(recoveryKeyText(ones)).value(), ones);
}

void TestRecoveryKey::showsReadableGroups()
{
    const QStringList groups = recoveryKeyText(makeRecoveryKey()).split(u'-');
    QCOMPARE(groups.size(), 11);
    for (qsizetype i = 0; i < groups.size(); ++i)
        QCOMPARE(groups[i].size(), i < 10 ? 6 : 3);
    QVERIFY(!groups.join(QString()).contains(QRegularExpression(QStringLiteral("[^0-9A-HJKMNP-TV-Z]"))));
}

void TestRecoveryKey::forgivesHowItIsWritten()
{
    const QByteArray key(kRecoveryKeyBytes, '\0');
    QString text = recoveryKeyText(key).toLower();
    text.replace(u'0', u'o').replace(u'1', u'l').replace(u'-', QStringLiteral("  \n"));
    QCOMPARE(recoveryKeyFrom(text).value(), key);
}

void TestRecoveryKey::findsEveryWrongLetterAndNamesItsGroup()
{
    const QString right = recoveryKeyText(makeRecoveryKey());
    const QString letters = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for (qsizetype i = 0; i < right.size(); ++i) {
        if (right[i] == u'-')
            continue;
        for (const QChar letter : letters) {
            QString wrong = right;
            wrong[i] = letter;
            if (wrong != right)
                QCOMPARE(messageFor(wrong),
                         QStringLiteral("Group %1 of the recovery key is not as it was shown.")
                             .arg(right.left(i).count(u'-') + 1));
        }
    }
}

void TestRecoveryKey::findsGroupsThatChangedPlaces()
{
    QStringList groups = recoveryKeyText(makeRecoveryKey()).split(u'-');
    groups.swapItemsAt(2, 7);
    if (groups[2] != groups[7])
        QVERIFY(messageFor(groups.join(u'-')).startsWith(QStringLiteral("Group 3 ")));
}

void TestRecoveryKey::saysHowManyLettersAreMissing()
{
    QCOMPARE(messageFor(recoveryKeyText(makeRecoveryKey()).chopped(1)),
             QStringLiteral("A recovery key has 63 letters and digits; here are 62."));
    QCOMPARE(messageFor({}), QStringLiteral("A recovery key has 63 letters and digits; here are 0."));
}

void TestRecoveryKey::namesALetterThatCannotBe()
{
    QString text = recoveryKeyText(makeRecoveryKey());
    text[7] = u'U';
    QCOMPARE(messageFor(text), QStringLiteral("Letter 7 can't be in a recovery key."));
    text[7] = QChar(0x0430); // a Cyrillic a
    QCOMPARE(messageFor(text), QStringLiteral("Letter 7 can't be in a recovery key."));
}

QTEST_GUILESS_MAIN(TestRecoveryKey)
#include "tst_recoverykey.moc"
