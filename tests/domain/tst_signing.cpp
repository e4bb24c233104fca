#include "core/domain/signing.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'700'000'000'000)};

SigningKey key(const char *text, std::optional<Timestamp> until = {})
{
    return {{QString::fromLatin1(text), {}}, until};
}

QString names(const QList<SigningKey> &keys)
{
    QString all;
    for (const SigningKey &one : keys)
        all += one.secret.plain;
    return all;
}

} // namespace

class tst_Signing : public QObject {
    Q_OBJECT

private slots:
    void everySchemeIsReadAsItIsSpelled();
    void theNewestAlwaysSigns();
    void anOlderKeySignsUntilItsTime();
    void withoutAnEndAnOlderKeyIsOver();
};

void tst_Signing::everySchemeIsReadAsItIsSpelled()
{
    QCOMPARE(allSigningSchemes().size(), 10);
    for (SigningScheme scheme : allSigningSchemes()) {
        QVERIFY(!toString(scheme).isEmpty());
        QVERIFY(signingSchemeFrom(toString(scheme).toUpper()) == scheme);
    }
    QVERIFY(!signingSchemeFrom(QString()));
    QVERIFY(!signingSchemeFrom(QStringLiteral("md5")));
}

void tst_Signing::theNewestAlwaysSigns()
{
    QVERIFY(keysAt({}, kNow).isEmpty());
    QCOMPARE(names(keysAt({key("a")}, kNow)), QStringLiteral("a"));
    QCOMPARE(names(keysAt({key("a", kNow - 1h)}, kNow)), QStringLiteral("a"));
}

void tst_Signing::anOlderKeySignsUntilItsTime()
{
    const QList<SigningKey> keys{key("c"), key("b", kNow + 1h), key("a", kNow)};
    QCOMPARE(names(keysAt(keys, kNow - 1ms)), QStringLiteral("cba"));
    QCOMPARE(names(keysAt(keys, kNow)), QStringLiteral("cb"));
    QCOMPARE(names(keysAt(keys, kNow + 1h)), QStringLiteral("c"));
}

void tst_Signing::withoutAnEndAnOlderKeyIsOver()
{
    QCOMPARE(names(keysAt({key("b"), key("a")}, kNow)), QStringLiteral("b"));
}

QTEST_APPLESS_MAIN(tst_Signing)
#include "tst_signing.moc"
