// Signed targets in the engine: their keys are checked when they are saved, needed when they send, and go nowhere else.
#include "core/security/signing/signature.h"
#include "core/security/signing/signingkey.h"
#include "core/store/tables/targetstore.h"
#include "tests/engine/openvault.h"

#include <QFile>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

namespace {

const QString kKey = QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
const QString kNewerKey = QStringLiteral("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");

SigningKey key(const QString &text, std::optional<Timestamp> until = {})
{
    return {{text, {}}, until};
}

CallbackTarget signedTarget(SigningScheme scheme = SigningScheme::Hmac, const QString &text = kKey)
{
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.signing = {scheme, {}, {key(text)}};
    return target;
}

SignatureVerdict verdict(const TransportRequest &request, const QString &text, Timestamp now)
{
    SignatureHeaders headers;
    for (const auto &[name, value] : request.headers)
        headers.append({name, value});
    return verifySignature({SigningScheme::Hmac, {}, {}}, text, headers, request.body, now);
}

QByteArray header(const TransportRequest &request, const QByteArray &name)
{
    for (const auto &[one, value] : request.headers) {
        if (one == name)
            return value;
    }
    return {};
}

QList<CallbackTarget> targets(const EngineBench &bench)
{
    return (*WorkspaceReader::open(bench.workspace()))->targets();
}

} // namespace

class tst_EngineSigning : public QObject {
    Q_OBJECT

private slots:
    void whatLeavesIsSignedAndTheKeyIsSealed();
    void everyTryIsSignedAtItsTime();
    void duringARotationBothKeysSign();
    void aKeyThatItsSchemeCannotUseIsRefused();
    void aHeaderOfItsSchemeIsNotTheTargetsOwnToo();
    void anotherSchemeIsHeldAgainstTheSealedKey();
    void withoutAVaultNoKeyIsTaken();
    void withoutAVaultItIsHeldButCanBePaused();
    void aReplayIsSignedAnew();
    void aReplayElsewhereIsNotSigned();
};

void tst_EngineSigning::whatLeavesIsSignedAndTheKeyIsSealed()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    const auto saved = save(bench, signedTarget());
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().detail));
    QVERIFY(saved->signing.keys[0].secret.plain.isEmpty());
    QVERIFY(!saved->signing.keys[0].secret.sealed.isEmpty());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QCOMPARE(bench.transport->sent.size(), 1);
    QCOMPARE(verdict(bench.transport->sent[0], kKey, bench.clock.now()), SignatureVerdict::Valid);
    bench.answer(0, 200);
    bench.engine.reset(); // the files are read only once nobody has them open
    for (const char *suffix : {"", "-wal"}) {
        QFile file(bench.workspace() + QLatin1String(suffix));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains(kKey.mid(6).toLatin1()));
    }
}

void tst_EngineSigning::everyTryIsSignedAtItsTime()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    QVERIFY(save(bench, signedTarget()));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 503);
    bench.advance(1h);
    QCOMPARE(bench.transport->sent.size(), 2);
    const TransportRequest &first = bench.transport->sent[0];
    const TransportRequest &second = bench.transport->sent[1];
    QCOMPARE(header(second, "webhook-id"), header(first, "webhook-id"));
    QVERIFY(header(second, "webhook-signature") != header(first, "webhook-signature"));
    QCOMPARE(verdict(second, kKey, bench.clock.now()), SignatureVerdict::Valid);
    QCOMPARE(verdict(first, kKey, bench.clock.now()), SignatureVerdict::Stale);
}

void tst_EngineSigning::duringARotationBothKeysSign()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    const auto before = save(bench, signedTarget());
    QVERIFY(before);
    CallbackTarget rotated = *before; // with the sealed key
    rotated.signing.keys[0].until = bench.clock.now() + 1h;
    rotated.signing.keys.prepend(key(kNewerKey));
    QVERIFY(save(bench, rotated));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    for (const QString &either : {kKey, kNewerKey})
        QCOMPARE(verdict(bench.transport->sent[0], either, bench.clock.now()), SignatureVerdict::Valid);
    bench.answer(0, 200);
    bench.advance(1h);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a2"), QStringLiteral("e2"))}));
    QCOMPARE(verdict(bench.transport->sent[1], kNewerKey, bench.clock.now()), SignatureVerdict::Valid);
    QCOMPARE(verdict(bench.transport->sent[1], kKey, bench.clock.now()), SignatureVerdict::Foreign);
}

void tst_EngineSigning::aKeyThatItsSchemeCannotUseIsRefused()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    const auto refused = save(bench, signedTarget(SigningScheme::Hmac, QStringLiteral("planted-no-whsec")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(!refused.error().detail.contains(QLatin1String("planted")), qPrintable(refused.error().detail));
    QVERIFY(targets(bench).isEmpty());
    // Nor does a good one help where an older is wrong.
    CallbackTarget mixed = signedTarget();
    mixed.signing.keys.append(key(QStringLiteral("planted-no-whsec"), bench.clock.now() + 1h));
    QVERIFY(!save(bench, mixed));
    QVERIFY(targets(bench).isEmpty());
}

void tst_EngineSigning::aHeaderOfItsSchemeIsNotTheTargetsOwnToo()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    CallbackTarget target = signedTarget(SigningScheme::Cloudinary, QStringLiteral("a-shared-secret-of-ours"));
    for (const char *name : {"x-cld-signature", "X-Cld-Timestamp"}) {
        target.headers = {{QString::fromLatin1(name), QStringLiteral("1"), {}, false, true}};
        const auto refused = save(bench, target);
        QVERIFY2(!refused, name);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(refused.error().detail.contains(QString::fromLatin1(name)), qPrintable(refused.error().detail));
    }
    target.headers[0].enabled = false; // it is not sent
    QVERIFY(save(bench, target));
}

void tst_EngineSigning::anotherSchemeIsHeldAgainstTheSealedKey()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    const auto saved = save(bench, signedTarget(SigningScheme::Mux, QStringLiteral("a-shared-secret-of-ours")));
    QVERIFY(saved);
    CallbackTarget changed = *saved;
    changed.signing.scheme = SigningScheme::Hmac;
    const auto refused = save(bench, changed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    changed.signing.scheme = SigningScheme::Cloudflare; // any text will do
    QVERIFY(save(bench, changed));
}

void tst_EngineSigning::withoutAVaultNoKeyIsTaken()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto refused = save(bench, signedTarget());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::VaultUnavailable);
    QVERIFY(targets(bench).isEmpty());
}

void tst_EngineSigning::withoutAVaultItIsHeldButCanBePaused()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    const auto saved = save(bench, signedTarget());
    QVERIFY(saved);
    bench.vault.reset();
    bench.restart();
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QTRY_VERIFY_WITH_TIMEOUT((bench.engine->processDue(), bench.row({1}).delivery.state == S::Held), 3000);
    QCOMPARE(bench.transport->sent.size(), 0); // never without its signature
    const auto paused = bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(saved->id, TargetState::Paused, {}); });
    QVERIFY2(paused, qPrintable(paused ? QString() : paused.error().detail));
    CallbackTarget otherwise = *paused;
    otherwise.signing.scheme = SigningScheme::Ed25519;
    const auto refused = bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(otherwise); });
    QCOMPARE(refused.error().code, ErrorCode::VaultUnavailable);
    QVERIFY(targets(bench)[0].signing == saved->signing);
}

void tst_EngineSigning::aReplayIsSignedAnew()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    CallbackTarget target = signedTarget();
    target.retry = {};
    QVERIFY(save(bench, target));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 404);
    bench.clock.advance(1h);
    QVERIFY(bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.transport->sent[1].body, bench.transport->sent[0].body);
    QCOMPARE(verdict(bench.transport->sent[1], kKey, bench.clock.now()), SignatureVerdict::Valid);
}

void tst_EngineSigning::aReplayElsewhereIsNotSigned()
{
    EngineBench bench;
    bench.vault = openVault();
    QVERIFY(bench.start());
    QVERIFY(save(bench, signedTarget()));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 404);
    const auto replay = [&](const QString &url) {
        return bench.order<DeliveryId>([&](Orders &orders) { return orders.replayTo({1}, url); });
    };
    QVERIFY(replay(QStringLiteral("https://other.example/try")));
    bench.answer(1, 200);
    QVERIFY(replay(QStringLiteral("https://cms.example/another/path")));
    QCOMPARE(bench.transport->sent.size(), 3);
    QVERIFY(header(bench.transport->sent[1], "webhook-signature").isEmpty());
    QVERIFY(!header(bench.transport->sent[1], "webhook-id").isEmpty());
    QCOMPARE(verdict(bench.transport->sent[2], kKey, bench.clock.now()), SignatureVerdict::Valid);
}

QTEST_GUILESS_MAIN(tst_EngineSigning)
#include "tst_enginesigning.moc"
