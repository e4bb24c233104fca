// What the form makes of keys: which sign, which go on, and that a state comes back as it was. And the words for it.
#include "ui/targets/form/signingstate.h"
#include "ui/targets/signingwords.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};

SigningKey sealed(const char *bytes, std::optional<Timestamp> until = {})
{
    return {{{}, bytes}, until};
}

Signing storedFor(SigningScheme scheme)
{
    return {scheme, {}, {sealed("new"), sealed("old", kNow + 3h), sealed("past", kNow - 1h)}};
}

SigningState stateOf(const Signing &stored)
{
    SigningState state;
    state.stored = stored;
    state.now = kNow;
    state.take(stored);
    return state;
}

// Taken from what it comes to, a state comes to the same again.
void checkItComesBack(const SigningState &state)
{
    SigningState again = stateOf(state.stored);
    again.take(state.signing());
    QCOMPARE(again.signing(), state.signing());
    QCOMPARE(again.typed, state.typed);
    if (state.mayOverlap())
        QCOMPARE(again.overlap, state.overlap);
}

} // namespace

class TestTargetSigningKeys : public QObject {
    Q_OBJECT

private slots:
    void whatIsStoredIsLeftAlone_data();
    void whatIsStoredIsLeftAlone();
    void theTypedKeyComesFirstAndTheOneBeforeGoesOn();
    void atOnceTheOneBeforeEnds();
    void oneSignatureHasRoomForOneKey();
    void anotherKindTakesNoStoredKey();
    void anEndedKeyIsLeftOut();
    void offHasNoKeys();
    void signingIsSaidInWords();
};

void TestTargetSigningKeys::whatIsStoredIsLeftAlone_data()
{
    QTest::addColumn<int>("scheme");
    for (const SigningScheme scheme : allSigningSchemes())
        QTest::newRow(qPrintable(toString(scheme))) << int(scheme);
}

void TestTargetSigningKeys::whatIsStoredIsLeftAlone()
{
    QFETCH(int, scheme);
    Signing stored = storedFor(SigningScheme(scheme));
    stored.header = QStringLiteral("X-Own");
    QCOMPARE(stateOf(stored).signing(), stored);
}

void TestTargetSigningKeys::theTypedKeyComesFirstAndTheOneBeforeGoesOn()
{
    SigningState state = stateOf(storedFor(SigningScheme::Mux));
    QVERIFY(!state.mayOverlap());
    state.typed = QStringLiteral("typed");
    QVERIFY(state.mayOverlap());
    QList<SigningKey> keys = state.signing().keys;
    QCOMPARE(keys.size(), 3); // what is past is past
    QCOMPARE(keys[0], (SigningKey{{QStringLiteral("typed"), {}}, {}}));
    QCOMPARE(keys[1], sealed("new", kNow + 24h));
    QCOMPARE(keys[2], sealed("old", kNow + 3h));
    checkItComesBack(state);
    state.overlap = 1h;
    QCOMPARE(state.signing().keys[1], sealed("new", kNow + 1h));
    checkItComesBack(state);
}

void TestTargetSigningKeys::atOnceTheOneBeforeEnds()
{
    SigningState state = stateOf(storedFor(SigningScheme::Hmac));
    state.typed = QStringLiteral("typed");
    state.overlap = 0h;
    const QList<SigningKey> keys = state.signing().keys;
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys[1], sealed("old", kNow + 3h));
    checkItComesBack(state);
}

void TestTargetSigningKeys::oneSignatureHasRoomForOneKey()
{
    SigningState state = stateOf(storedFor(SigningScheme::Kaltura));
    QVERIFY(state.older().isEmpty());
    state.typed = QStringLiteral("typed");
    QVERIFY(!state.mayOverlap());
    QCOMPARE(state.signing().keys.size(), 1);
    checkItComesBack(state);
}

void TestTargetSigningKeys::anotherKindTakesNoStoredKey()
{
    SigningState state = stateOf(storedFor(SigningScheme::Mux));
    state.scheme = SigningScheme::Cloudflare;
    QVERIFY(state.servesStored());
    QCOMPARE(state.signing().keys, state.stored.keys);
    state.scheme = SigningScheme::Hmac;
    QVERIFY(!state.servesStored());
    QVERIFY(state.signing().keys.isEmpty());
    state.typed = QStringLiteral("typed");
    QCOMPARE(state.signing().keys.size(), 1);
    checkItComesBack(state);
}

void TestTargetSigningKeys::anEndedKeyIsLeftOut()
{
    SigningState state = stateOf(storedFor(SigningScheme::Mux));
    QCOMPARE(state.older(), QList<SigningKey>{sealed("old", kNow + 3h)});
    state.ended.insert("old");
    QVERIFY(state.older().isEmpty());
    QCOMPARE(state.signing().keys.size(), 2);
    checkItComesBack(state);
    state.typed = QStringLiteral("typed");
    QCOMPARE(state.signing().keys.size(), 2);
    checkItComesBack(state);
}

void TestTargetSigningKeys::offHasNoKeys()
{
    SigningState state = stateOf(storedFor(SigningScheme::Mux));
    state.scheme = SigningScheme::None;
    QCOMPARE(state.signing(), Signing());
    checkItComesBack(state);
    state.scheme = SigningScheme::Mux; // they are stored still
    QCOMPARE(state.signing().keys.size(), 3);
}

void TestTargetSigningKeys::signingIsSaidInWords()
{
    QCOMPARE(words::signing({}, kNow), QStringLiteral("off"));
    QCOMPARE(words::signing({SigningScheme::Mux, {}, {}}, kNow), QStringLiteral("Mux, no key yet"));
    QCOMPARE(words::signing({SigningScheme::Hmac, {}, {sealed("a")}}, kNow), QStringLiteral("Standard Webhooks"));
    QCOMPARE(words::signing(storedFor(SigningScheme::Mux), kNow),
             QStringLiteral("Mux, 2 keys until %1").arg(words::keyEnd(kNow + 3h)));
    QCOMPARE(words::signing(storedFor(SigningScheme::Mux), kNow + 4h), QStringLiteral("Mux"));
    QCOMPARE(words::signing(storedFor(SigningScheme::BodySha512), kNow), QStringLiteral("HMAC-SHA512"));
    for (const SigningScheme scheme : allSigningSchemes()) {
        QVERIFY(!words::scheme(scheme).isEmpty());
        QVERIFY(words::schemeHelp(scheme).endsWith(u'.'));
    }
}

QTEST_MAIN(TestTargetSigningKeys)
#include "tst_targetsigningkeys.moc"
