// By which key an attempt was signed, asked of an engine that sent it and whose keys changed since.
#include "core/engine/signaturecheck.h"
#include "core/security/signing/signingkey.h"
#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

struct Bench : EngineBench {
    Bench()
    {
        vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
        if (!start())
            qFatal("no engine");
    }

    // Waits for the vault, which is opened on another thread.
    CallbackTarget save(const CallbackTarget &target)
    {
        Result<CallbackTarget> answer = tl::unexpected(Error{});
        bool answered = false;
        Order order;
        order.needsVault = true;
        order.write = [&](Workplace &place) {
            answer = place.orders.saveTarget(target);
            return answer.map([](const CallbackTarget &) {});
        };
        order.done = [&](const Result<void> &) { answered = true; };
        engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
        [&] { QTRY_VERIFY(answered); }();
        spin();
        if (!answer)
            qWarning() << answer.error().detail;
        return answer.value_or(CallbackTarget());
    }

    CallbackTarget signing(SigningScheme scheme)
    {
        CallbackTarget target = plainTarget(QStringLiteral("cms"));
        target.signing = {scheme, {}, {newKey(scheme)}};
        return save(target);
    }

    static SigningKey newKey(SigningScheme scheme) { return {{makeSigningKey(scheme), {}}, {}}; }

    // One event, delivered.
    Attempt deliver()
    {
        if (!emitEvents({published(QStringLiteral("T1S03"), QStringLiteral("e1"))}) || transport->sent.size() != 1)
            qFatal("nothing was sent");
        answer(0, 200);
        return detail(rows().constFirst().delivery.id).attempts.constFirst();
    }

    Result<SignatureFinding> ask(const Attempt &attempt)
    {
        Result<SignatureFinding> answer = tl::unexpected(Error{});
        engine->checkSignature(attempt.delivery, attempt.id,
                               [&answer](const Result<SignatureFinding> &finding) { answer = finding; });
        return answer;
    }

    SignedBy signerOf(const Attempt &attempt)
    {
        const auto finding = ask(attempt);
        if (!finding)
            qFatal("%s", qPrintable(finding.error().detail));
        return finding->by;
    }
};

} // namespace

class TestSignatureCheck : public QObject {
    Q_OBJECT

private slots:
    void thePresentKeyIsKnownAgain_data();
    void thePresentKeyIsKnownAgain();
    void theHeaderOfTheTargetsOwnIsLookedInto();
    void anOlderKeyHasAnEnd();
    void anEndedKeyIsNoMore();
    void aSchemeThatWasChangedIsSaid();
    void whatWasNotSignedIsSaid();
    void aTokenIsNotLookedInto();
    void withoutTheVaultNobodyKnows();
    void whatIsNotThereIsNotFound();
    void thePublicHalfOfAStoredKeyIsKnown();
};

void TestSignatureCheck::thePublicHalfOfAStoredKeyIsKnown()
{
    Bench bench;
    const auto ask = [&bench](TargetId id) {
        Result<QString> answer = tl::unexpected(Error{});
        bench.engine->findPublicKey(id, [&answer](const Result<QString> &key) { answer = key; });
        return answer;
    };
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    const QString older = makeSigningKey(SigningScheme::Ed25519);
    target.signing = {SigningScheme::Ed25519, {}, {{{older, {}}, {}}}};
    target = bench.save(target);
    QCOMPARE(ask(target.id).value(), publicSigningKey(older).value());
    const QString newer = makeSigningKey(SigningScheme::Ed25519);
    target.signing.keys.first().until = bench.clock.now() + 24h;
    target.signing.keys.prepend(SigningKey{{newer, {}}, {}});
    target = bench.save(target);
    QCOMPARE(ask(target.id).value(), publicSigningKey(newer).value());
    target.signing = {SigningScheme::Hmac, {}, {Bench::newKey(SigningScheme::Hmac)}};
    target = bench.save(target);
    QCOMPARE(ask(target.id).value(), QString());
    QCOMPARE(ask(TargetId{4711}).error().code, ErrorCode::NotFound);
}

void TestSignatureCheck::thePresentKeyIsKnownAgain_data()
{
    QTest::addColumn<int>("scheme");
    for (const SigningScheme scheme : allSigningSchemes()) {
        if (scheme != SigningScheme::None && scheme != SigningScheme::Token)
            QTest::newRow(qPrintable(toString(scheme))) << int(scheme);
    }
}

void TestSignatureCheck::thePresentKeyIsKnownAgain()
{
    QFETCH(int, scheme);
    Bench bench;
    const CallbackTarget target = bench.signing(SigningScheme(scheme));
    const Attempt attempt = bench.deliver();
    QVERIFY(carriesSignature(target.signing, attempt.requestHead));
    bench.advance(720h); // how old it is makes no difference
    QVERIFY(bench.signerOf(attempt) == SignedBy::PresentKey);
}

void TestSignatureCheck::theHeaderOfTheTargetsOwnIsLookedInto()
{
    Bench bench;
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.signing = {SigningScheme::BodySha256, QStringLiteral("X-Own"), {Bench::newKey(SigningScheme::BodySha256)}};
    target = bench.save(target);
    const Attempt attempt = bench.deliver();
    QVERIFY(attempt.requestHead.contains("X-Own: "));
    QVERIFY(bench.signerOf(attempt) == SignedBy::PresentKey);
    QVERIFY(carriesSignature(target.signing, attempt.requestHead));
    QVERIFY(!carriesSignature({}, attempt.requestHead));
}

void TestSignatureCheck::anOlderKeyHasAnEnd()
{
    Bench bench;
    CallbackTarget target = bench.signing(SigningScheme::Mux);
    const Attempt attempt = bench.deliver();
    const Timestamp end = bench.clock.now() + 3h;
    target.signing.keys.first().until = end;
    target.signing.keys.prepend(Bench::newKey(SigningScheme::Mux));
    target = bench.save(target);
    const auto finding = bench.ask(attempt);
    QVERIFY(finding.has_value());
    QCOMPARE(*finding, (SignatureFinding{SignedBy::OlderKey, end}));
    bench.advance(3h);
    QVERIFY(bench.signerOf(attempt) == SignedBy::EndedKey);
}

void TestSignatureCheck::anEndedKeyIsNoMore()
{
    Bench bench;
    CallbackTarget target = bench.signing(SigningScheme::Hmac);
    const Attempt attempt = bench.deliver();
    target.signing.keys = {Bench::newKey(SigningScheme::Hmac)};
    QVERIFY(bench.save(target).id.isValid());
    QVERIFY(bench.signerOf(attempt) == SignedBy::EndedKey);
}

void TestSignatureCheck::aSchemeThatWasChangedIsSaid()
{
    Bench bench;
    CallbackTarget target = bench.signing(SigningScheme::Mux);
    const Attempt attempt = bench.deliver();
    target.signing = {SigningScheme::Hmac, {}, {Bench::newKey(SigningScheme::Hmac)}};
    target = bench.save(target);
    QVERIFY(bench.signerOf(attempt) == SignedBy::OtherScheme);
    target.signing = {};
    target = bench.save(target);
    QVERIFY(bench.signerOf(attempt) == SignedBy::OtherScheme);
}

void TestSignatureCheck::whatWasNotSignedIsSaid()
{
    Bench bench;
    CallbackTarget target = bench.save(plainTarget(QStringLiteral("cms")));
    const Attempt attempt = bench.deliver();
    QVERIFY(!carriesSignature(target.signing, attempt.requestHead));
    target.signing = {SigningScheme::Mux, {}, {Bench::newKey(SigningScheme::Mux)}};
    QVERIFY(bench.save(target).id.isValid());
    QVERIFY(bench.signerOf(attempt) == SignedBy::Nobody);
}

void TestSignatureCheck::aTokenIsNotLookedInto()
{
    Bench bench;
    const CallbackTarget target = bench.signing(SigningScheme::Token);
    const Attempt attempt = bench.deliver();
    QVERIFY(attempt.requestHead.contains(kMask.toUtf8()));
    QVERIFY(bench.signerOf(attempt) == SignedBy::Token);
    QVERIFY(findSigner(target, nullptr, attempt, bench.clock.now())->by == SignedBy::Token);
}

void TestSignatureCheck::withoutTheVaultNobodyKnows()
{
    Bench bench;
    const CallbackTarget target = bench.signing(SigningScheme::Ed25519);
    const Attempt attempt = bench.deliver();
    QVERIFY(findSigner(target, nullptr, attempt, bench.clock.now())->by == SignedBy::Unknown);
    const auto foreign = Vault::fromKey(QByteArray(kVaultKeyBytes, 'x')).value();
    const auto finding = findSigner(target, foreign.get(), attempt, bench.clock.now());
    QVERIFY(!finding);
    QVERIFY(finding.error().code == ErrorCode::VaultCorrupt);
}

void TestSignatureCheck::whatIsNotThereIsNotFound()
{
    Bench bench;
    const CallbackTarget target = bench.signing(SigningScheme::Mux);
    Attempt attempt = bench.deliver();
    attempt.id.value += 1;
    QVERIFY(bench.ask(attempt).error().code == ErrorCode::NotFound);
    attempt.delivery = {4711};
    QVERIFY(bench.ask(attempt).error().code == ErrorCode::NotFound);
}

QTEST_MAIN(TestSignatureCheck)
#include "tst_signaturecheck.moc"
