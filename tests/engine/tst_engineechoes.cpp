// Receivers that say back what they were shown: nothing of it is kept or told.
#include "core/domain/header.h"
#include "core/engine/definitions.h"
#include "tests/engine/accessbench.h"

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineEchoes : public QObject {
    Q_OBJECT

private slots:
    void whatAReceiverRepeatsIsHidden_data();
    void whatAReceiverRepeatsIsHidden();
    void aSecretThatWasReplacedMeanwhileIsHidden();
    void aTargetThatWasRemovedMeanwhileKeepsItsSecret();
    void aTokenIsHidden();
    void theMailServersPasswordIsHidden();
    void whatIsCutStaysHidden();
    void aTestShowsNoneOfIt();
    void anAnswerWithoutSecretsIsKeptAsItCame();

private:
    static Exchange echo(const QByteArray &body, int status = 400)
    {
        Exchange exchange;
        exchange.status = status;
        exchange.outcome = status / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
        exchange.errorClass = status / 100 == 2 ? ErrorClass::None : ErrorClass::Status;
        exchange.errorText = QStringLiteral("cms.example answered 400 ") + QString::fromUtf8(body);
        exchange.responseHead = "HTTP/1.1 400 " + body + "\r\nLocation: https://x.example/?t=" + body + "\r\n\r\n";
        exchange.responseBody = "{\"you sent\":\"" + body + "\"}";
        exchange.responseSize = exchange.responseBody.size();
        return exchange;
    }
    static CallbackTarget withHeader(const QString &value)
    {
        CallbackTarget target = plainTarget(QStringLiteral("cms"));
        target.headers.append(Header{QStringLiteral("Authorization"), value, {}, true, true});
        return target;
    }
    static Exchange kept(const EngineBench &bench, qsizetype attempt = 0)
    {
        return bench.detail(bench.rows().last().delivery.id).attempts.value(attempt).exchange;
    }
    static bool isClean(const Exchange &exchange, const QByteArray &secret)
    {
        return !exchange.responseBody.contains(secret) && !exchange.responseHead.contains(secret)
            && !exchange.errorText.contains(QString::fromUtf8(secret))
            && exchange.responseBody.contains(kMask.toUtf8());
    }
};

namespace {

const QString kOneHidden = QStringLiteral("1 secret of the target was hidden in the answer.");

struct Bench : EngineBench {
    explicit Bench(const CallbackTarget &target)
    {
        vault = openVault();
        if (!start())
            qFatal("no engine");
        const auto made = save(*this, target);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        saved = *made;
    }

    CallbackTarget saved;
};

} // namespace

void tst_EngineEchoes::whatAReceiverRepeatsIsHidden_data()
{
    QTest::addColumn<CallbackTarget>("target");
    QTest::addColumn<QByteArray>("echoed");
    const QByteArray secret = kSecret.toUtf8();
    QTest::newRow("header") << withHeader(QStringLiteral("Bearer ") + kSecret) << secret;
    QTest::newRow("header, percent-encoded")
        << withHeader(QStringLiteral("ApiKey ") + kSecret) << QByteArray(secret).replace("-", "%2D");
    QTest::newRow("bearer") << shows(AuthScheme::Bearer) << secret;
    QTest::newRow("basic, as it was sent") << shows(AuthScheme::Basic) << QByteArray("cms-client:" + secret).toBase64();
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.signing = {SigningScheme::Hmac, {}, {{{QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), {}}, {}}}};
    QTest::newRow("signing key") << target << QByteArray("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    target = plainTarget(QStringLiteral("cms"));
    target.proxy = {ProxyKind::Http, QStringLiteral("proxy.example"), 3128, QStringLiteral("out"), {kSecret, {}}};
    QTest::newRow("proxy") << target << secret;
}

void tst_EngineEchoes::whatAReceiverRepeatsIsHidden()
{
    QFETCH(CallbackTarget, target);
    QFETCH(QByteArray, echoed);
    Bench bench(target);
    emitOne(bench, QStringLiteral("1"));
    bench.answer(0, echo(echoed));
    const Exchange exchange = kept(bench);
    QVERIFY2(isClean(exchange, echoed), exchange.responseBody.constData());
    QCOMPARE(exchange.note, kOneHidden);
    QCOMPARE(exchange.responseSize, echo(echoed).responseSize);
    const DeliveryRow row = bench.rows().first();
    QVERIFY2(!row.delivery.error.contains(QString::fromUtf8(echoed)), qPrintable(row.delivery.error));
    QVERIFY(row.delivery.error.contains(kMask));
    QVERIFY(isNowhereIn(bench, echoed));
    QVERIFY(isNowhereIn(bench, kSecret.toUtf8()));
}

void tst_EngineEchoes::aSecretThatWasReplacedMeanwhileIsHidden()
{
    Bench bench(withHeader(kSecret));
    emitOne(bench, QStringLiteral("1"));
    CallbackTarget other = bench.saved;
    other.headers[0].value = QStringLiteral("another-0815");
    QVERIFY(save(bench, other));
    bench.answer(0, echo(kSecret.toUtf8()));
    QVERIFY(isClean(kept(bench), kSecret.toUtf8()));
}

void tst_EngineEchoes::aTargetThatWasRemovedMeanwhileKeepsItsSecret()
{
    Bench bench(withHeader(kSecret));
    emitOne(bench, QStringLiteral("1"));
    const TargetId id = bench.saved.id;
    QVERIFY(bench.order<bool>([id](Orders &orders) { return orders.removeTarget(id).map([](auto) { return true; }); }));
    bench.answer(0, echo(kSecret.toUtf8()));
    QVERIFY(isClean(kept(bench), kSecret.toUtf8()));
}

void tst_EngineEchoes::aTokenIsHidden()
{
    Bench bench(shows(AuthScheme::OAuth2));
    emitOne(bench, QStringLiteral("1"));
    giveToken(bench, 0, "tok-first-4711");
    QCOMPARE(authorization(bench.transport->sent.at(1)), QByteArray("Bearer tok-first-4711"));
    bench.answer(1, echo("tok-first-4711", 401)); // and so it is sent once more with another
    giveToken(bench, 2, "tok-second-0815");
    bench.answer(3, echo("tok-second-0815"));
    QVERIFY(isClean(kept(bench, 0), "tok-first-4711"));
    QVERIFY(isClean(kept(bench, 1), "tok-second-0815"));
    QVERIFY2(kept(bench, 0).note.startsWith(kOneHidden), qPrintable(kept(bench, 0).note));
    QCOMPARE(kept(bench, 1).note, kOneHidden);
    QVERIFY(isNowhereIn(bench, "tok-first-4711"));
}

void tst_EngineEchoes::theMailServersPasswordIsHidden()
{
    EngineOptions options;
    options.mail = SmtpServer{};
    options.mail->host = QStringLiteral("smtp.example.org");
    options.mail->user = QStringLiteral("ops");
    options.mail->password.plain = kSecret;
    options.mail->from = QStringLiteral("callboard@example.org");
    EngineBench bench(options);
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("mail"));
    target.url = QStringLiteral("mailto:ops@example.org");
    QVERIFY(bench.addTarget(target).isValid());
    emitOne(bench, QStringLiteral("1"));
    QCOMPARE(bench.transport->sent.size(), 1);
    Exchange exchange = echo(QByteArray('\0' + QByteArray("ops") + '\0' + kSecret.toUtf8()).toBase64());
    exchange.protocol = Protocol::Smtp;
    exchange.status = 535;
    bench.answer(0, exchange);
    QVERIFY2(kept(bench).responseBody.contains(kMask.toUtf8()), kept(bench).responseBody.constData());
    QCOMPARE(kept(bench).note, kOneHidden);
}

void tst_EngineEchoes::whatIsCutStaysHidden()
{
    Bench bench(withHeader(kSecret));
    emitOne(bench, QStringLiteral("1"));
    Exchange exchange = echo("nothing");
    exchange.responseBody = QByteArray(256 * 1024 - 9, 'x') + kSecret.left(9).toUtf8();
    exchange.responseSize = 10'000'000;
    exchange.truncated = true;
    bench.answer(0, exchange);
    QVERIFY(kept(bench).responseBody.endsWith(QByteArray('x' + kMask.toUtf8())));
    QCOMPARE(kept(bench).responseSize, 10'000'000);
}

void tst_EngineEchoes::aTestShowsNoneOfIt()
{
    Bench bench(plainTarget(QStringLiteral("other")));
    CallbackTarget target = withHeader(QStringLiteral("Bearer ") + kSecret);
    Result<TestResult> result = tl::unexpected(Error{});
    bench.engine->sendTest(target, published(QStringLiteral("a"), QStringLiteral("e")),
                           [&](const Result<TestResult> &answer) { result = answer; });
    QTRY_COMPARE(bench.transport->sent.size(), 1);
    bench.answer(0, echo(kSecret.toUtf8()));
    QVERIFY(result);
    QVERIFY(isClean(result->exchange, kSecret.toUtf8()));
    QCOMPARE(result->exchange.note, kOneHidden);
}

void tst_EngineEchoes::anAnswerWithoutSecretsIsKeptAsItCame()
{
    Bench bench(withHeader(kSecret));
    emitOne(bench, QStringLiteral("1"));
    const QByteArray said("thank \xff\0 you %41 \\u0041", 21);
    bench.answer(0, echo(said));
    QCOMPARE(kept(bench).responseBody, echo(said).responseBody);
    QCOMPARE(kept(bench).note, QString());
}

QTEST_GUILESS_MAIN(tst_EngineEchoes)
#include "tst_engineechoes.moc"
