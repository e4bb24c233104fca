// Tokens in the engine: what waits for one, what is held without one, and what is sent again with a new one.
#include "tests/engine/accessbench.h"

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineTokens : public QObject {
    Q_OBJECT

private slots:
    void init();

    void theFirstCallbackWaitsForItsToken();
    void oneTokenServesManyAndIsRenewed();
    void withoutATokenItIsHeldUntilThereIsOne();
    void aReplayWaitsForItsToken();
    void aRefusedTokenIsRenewedOnce();
    void aReceiverThatAlwaysRefusesGetsTwoRequestsForEachTry();
    void manyRefusedAtOnceAskForOneToken();
    void aRefusedTokenDoesNotCountForTheCircuit();
    void aProbeWaitsForItsToken();
    void twoTargetsNeverShareAToken();
    void aChangedTargetBeginsAnew();
    void aRemovedTargetIsForgotten();
    void aTokenIsForgottenWhenTheStoreFails();
    void drainingDoesNotWaitForATokenAndAsksForNone();

private:
    std::unique_ptr<EngineBench> m_bench;
};

void tst_EngineTokens::init()
{
    m_bench = std::make_unique<EngineBench>();
    m_bench->vault = openVault();
    QVERIFY(m_bench->start());
}

void tst_EngineTokens::theFirstCallbackWaitsForItsToken()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    m_bench->advance(1h);
    QCOMPARE(m_bench->transport->sent.size(), 0); // nobody has anything to say yet
    emitOne(*m_bench, QStringLiteral("1"));
    emitOne(*m_bench, QStringLiteral("2"));
    QCOMPARE(m_bench->transport->sent.size(), 1); // one question for both
    const TransportRequest &question = m_bench->transport->sent[0];
    QVERIFY(asksForToken(question));
    QCOMPARE(authorization(question), "Basic " + QByteArray("cms-client:planted-4711").toBase64());
    QVERIFY(m_bench->row({1}).delivery.state == S::Queued);
    giveToken(*m_bench, 0, "ey.first");
    QCOMPARE(m_bench->transport->sent.size(), 3);
    QCOMPARE(authorization(m_bench->transport->sent[1]), QByteArray("Bearer ey.first"));
    QCOMPARE(authorization(m_bench->transport->sent[2]), QByteArray("Bearer ey.first"));
    m_bench->answer(1, 200);
    QVERIFY(m_bench->row({1}).delivery.state == S::Delivered);
    const Attempt attempt = m_bench->detail({1}).attempts[0];
    QVERIFY2(attempt.requestHead.contains("\r\nAuthorization: Bearer •••\r\n"), attempt.requestHead.constData());
    m_bench->answer(2, 200);
    QVERIFY(isNowhereIn(*m_bench, "ey.first")); // in memory alone
}

void tst_EngineTokens::oneTokenServesManyAndIsRenewed()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    giveToken(*m_bench, 0, "ey.first", 600);
    m_bench->answer(1, 200);
    m_bench->clock.advance(530s);
    emitOne(*m_bench, QStringLiteral("2"));
    QCOMPARE(m_bench->transport->sent.size(), 3);
    QVERIFY(!asksForToken(m_bench->transport->sent[2]));
    m_bench->answer(2, 200);
    m_bench->clock.advance(15s); // less than a minute left
    emitOne(*m_bench, QStringLiteral("3"));
    QCOMPARE(m_bench->transport->sent.size(), 5);
    QCOMPARE(authorization(m_bench->transport->sent[3]), QByteArray("Bearer ey.first")); // it does not wait
    giveToken(*m_bench, 4, "ey.second");
    m_bench->answer(3, 200);
    emitOne(*m_bench, QStringLiteral("4"));
    QCOMPARE(authorization(m_bench->transport->sent[5]), QByteArray("Bearer ey.second"));
}

void tst_EngineTokens::withoutATokenItIsHeldUntilThereIsOne()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    refuseToken(*m_bench, 0);
    QVERIFY(m_bench->row({1}).delivery.state == S::Held);
    QCOMPARE(m_bench->row({1}).delivery.error, QStringLiteral("login.example.com refused the client: invalid_client"));
    emitOne(*m_bench, QStringLiteral("2"));
    QVERIFY(m_bench->row({2}).delivery.state == S::Held);
    m_bench->advance(4s);
    QCOMPARE(m_bench->transport->sent.size(), 1);
    m_bench->advance(1s);
    QCOMPARE(m_bench->transport->sent.size(), 2);
    refuseToken(*m_bench, 1);
    m_bench->advance(9s);
    QCOMPARE(m_bench->transport->sent.size(), 2);
    m_bench->advance(1s);
    giveToken(*m_bench, 2, "ey.late");
    QCOMPARE(m_bench->transport->sent.size(), 5);
    for (qsizetype i : {3, 4}) {
        QCOMPARE(authorization(m_bench->transport->sent[i]), QByteArray("Bearer ey.late"));
        m_bench->answer(i, 200);
    }
    QVERIFY(m_bench->row({1}).delivery.state == S::Delivered);
    QCOMPARE(m_bench->row({1}).delivery.attempts, 1); // the receiver was called once
    QCOMPARE(m_bench->ledger().unexplained, 0);
}

void tst_EngineTokens::aReplayWaitsForItsToken()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    giveToken(*m_bench, 0, "ey.first", 60);
    m_bench->answer(1, 200);
    m_bench->advance(1h);
    QVERIFY(m_bench->order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    QCOMPARE(m_bench->transport->sent.size(), 3);
    refuseToken(*m_bench, 2);
    QVERIFY(m_bench->row({2}).delivery.state == S::Queued);
    m_bench->advance(5s);
    giveToken(*m_bench, 3, "ey.second");
    QCOMPARE(authorization(m_bench->transport->sent[4]), QByteArray("Bearer ey.second"));
    m_bench->answer(4, 401); // once more, though a replay has no second try
    giveToken(*m_bench, 5, "ey.third");
    m_bench->answer(6, 401);
    QVERIFY(m_bench->row({2}).delivery.state == S::Failed);
    QCOMPARE(m_bench->transport->sent.size(), 7);
}

void tst_EngineTokens::aRefusedTokenIsRenewedOnce()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    giveToken(*m_bench, 0, "ey.first");
    m_bench->answer(1, 401);
    QVERIFY(m_bench->row({1}).delivery.state == S::Retrying);
    QCOMPARE(m_bench->transport->sent.size(), 3);
    giveToken(*m_bench, 2, "ey.second");
    QCOMPARE(authorization(m_bench->transport->sent[3]), QByteArray("Bearer ey.second"));
    QCOMPARE(m_bench->transport->sent[3].body, m_bench->transport->sent[1].body);
    m_bench->answer(3, 200);
    const DeliveryDetail detail = m_bench->detail({1});
    QVERIFY(detail.row.delivery.state == S::Delivered);
    QCOMPARE(detail.attempts.size(), 2);
    QCOMPARE(detail.attempts[0].exchange.status, 401);
    QCOMPARE(detail.attempts[0].exchange.note,
             QStringLiteral("The token was refused: it was sent again with a new one."));
    QVERIFY(detail.attempts[1].exchange.note.isEmpty());
}

void tst_EngineTokens::aReceiverThatAlwaysRefusesGetsTwoRequestsForEachTry()
{
    CallbackTarget target = shows(AuthScheme::OAuth2);
    target.retry = *RetryPolicy::parse(QStringLiteral("1m,1m"));
    QVERIFY(save(*m_bench, target));
    emitOne(*m_bench, QStringLiteral("1"));
    giveToken(*m_bench, 0, "ey.0");
    int callbacks = 0;
    qsizetype next = 1;
    for (int tries = 1; tries <= 3; ++tries) {
        for (int half = 0; half < 2; ++half) {
            while (asksForToken(m_bench->transport->sent.at(next)))
                giveToken(*m_bench, next++, "ey." + QByteArray::number(callbacks));
            ++callbacks;
            m_bench->answer(next++, 401);
        }
        QCOMPARE(m_bench->transport->sent.size(), next); // nothing more until its pause is over
        QVERIFY(m_bench->row({1}).delivery.state == (tries < 3 ? S::Retrying : S::Failed));
        if (tries < 3)
            m_bench->advance(1min);
    }
    QCOMPARE(callbacks, 6);
    m_bench->advance(24h);
    QCOMPARE(m_bench->transport->sent.size(), next);
    QCOMPARE(m_bench->row({1}).delivery.attempts, 6);
}

void tst_EngineTokens::manyRefusedAtOnceAskForOneToken()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    for (const char *id : {"1", "2", "3"})
        emitOne(*m_bench, QString::fromLatin1(id));
    giveToken(*m_bench, 0, "ey.first");
    QCOMPARE(m_bench->transport->sent.size(), 4);
    for (qsizetype i : {1, 2})
        m_bench->answer(i, 401);
    giveToken(*m_bench, 4, "ey.second");
    m_bench->answer(3, 401); // of the first token still: the second stays
    QCOMPARE(m_bench->transport->sent.size(), 8);
    for (qsizetype i : {5, 6, 7}) {
        QCOMPARE(authorization(m_bench->transport->sent[i]), QByteArray("Bearer ey.second"));
        m_bench->answer(i, 200);
    }
    QCOMPARE(m_bench->transport->sent.size(), 8);
    for (int id : {1, 2, 3})
        QVERIFY(m_bench->row({id}).delivery.state == S::Delivered);
}

void tst_EngineTokens::aRefusedTokenDoesNotCountForTheCircuit()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    qsizetype next = 0;
    for (int i = 1; i <= 60; ++i) { // many more than open a circuit
        emitOne(*m_bench, QString::number(i));
        while (asksForToken(m_bench->transport->sent.at(next)))
            giveToken(*m_bench, next++, "ey." + QByteArray::number(i));
        m_bench->answer(next++, 401);
        giveToken(*m_bench, next++, "ey.new" + QByteArray::number(i));
        m_bench->answer(next++, i % 2 == 0 ? 200 : 404);
        QVERIFY(m_bench->row({i}).delivery.state != S::Held);
    }
}

void tst_EngineTokens::aProbeWaitsForItsToken()
{
    CallbackTarget target = shows(AuthScheme::OAuth2);
    target.retry = {};
    QVERIFY(save(*m_bench, target));
    for (int i = 1; i <= 12; ++i)
        emitOne(*m_bench, QString::number(i));
    giveToken(*m_bench, 0, "ey.first", 20);
    for (qsizetype i = 1; i < m_bench->transport->sent.size(); ++i) // each makes room for another, until it opens
        m_bench->answer(i, 503);
    const qsizetype before = m_bench->transport->sent.size();
    QVERIFY(before > 10);
    for (const char *id : {"13", "14"})
        emitOne(*m_bench, QString::fromLatin1(id));
    QVERIFY(m_bench->row({14}).delivery.state == S::Held);
    m_bench->advance(1min); // the token has ended, and a probe is due
    QCOMPARE(m_bench->transport->sent.size(), before + 1);
    QVERIFY(m_bench->row({14}).delivery.state == S::Held);
    giveToken(*m_bench, before, "ey.second");
    QCOMPARE(m_bench->transport->sent.size(), before + 2); // one alone
    QCOMPARE(authorization(m_bench->transport->sent[before + 1]), QByteArray("Bearer ey.second"));
    for (qsizetype i = before + 1; i < m_bench->transport->sent.size(); ++i) { // it closes, and lets the others go
        m_bench->answer(i, 200);
        m_bench->advance(1s);
    }
    QVERIFY(m_bench->row({14}).delivery.state == S::Delivered);
    QCOMPARE(m_bench->ledger().unexplained, 0);
}

void tst_EngineTokens::twoTargetsNeverShareAToken()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2, QStringLiteral("one"))));
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2, QStringLiteral("two"))));
    emitOne(*m_bench, QStringLiteral("1"));
    QCOMPARE(m_bench->transport->sent.size(), 2);
    giveToken(*m_bench, 0, "ey.one");
    giveToken(*m_bench, 1, "ey.two");
    QCOMPARE(m_bench->transport->sent.size(), 4);
    for (const TransportRequest &request : m_bench->transport->sent.mid(2)) {
        const bool isOne = request.url.host() == QLatin1String("one.example");
        QCOMPARE(authorization(request), QByteArray(isOne ? "Bearer ey.one" : "Bearer ey.two"));
    }
    QVERIFY(m_bench->transport->sent[2].url.host() != m_bench->transport->sent[3].url.host());
}

void tst_EngineTokens::aChangedTargetBeginsAnew()
{
    auto saved = save(*m_bench, shows(AuthScheme::OAuth2));
    QVERIFY(saved);
    emitOne(*m_bench, QStringLiteral("1"));
    refuseToken(*m_bench, 0);
    QVERIFY(m_bench->row({1}).delivery.state == S::Held);
    saved->authentication.user = QStringLiteral("another");
    saved = save(*m_bench, *saved); // with the sealed secret
    QVERIFY2(saved, qPrintable(said(saved)));
    m_bench->spin();
    QCOMPARE(m_bench->transport->sent.size(), 2); // at once
    QCOMPARE(authorization(m_bench->transport->sent[1]), "Basic " + QByteArray("another:planted-4711").toBase64());
    saved->authentication.user = QStringLiteral("a third");
    saved = save(*m_bench, *saved);
    QVERIFY(saved);
    m_bench->spin();
    QCOMPARE(m_bench->transport->sent.size(), 3);
    giveToken(*m_bench, 1, "ey.stale"); // what the one before asked for
    QCOMPARE(m_bench->transport->sent.size(), 3);
    giveToken(*m_bench, 2, "ey.fresh");
    QCOMPARE(authorization(m_bench->transport->sent[3]), QByteArray("Bearer ey.fresh"));
}

void tst_EngineTokens::aRemovedTargetIsForgotten()
{
    const auto saved = save(*m_bench, shows(AuthScheme::OAuth2));
    QVERIFY(saved);
    emitOne(*m_bench, QStringLiteral("1"));
    QVERIFY(m_bench->order<TargetId>([&](Orders &orders) { return orders.removeTarget(saved->id); }));
    giveToken(*m_bench, 0, "ey.late");
    m_bench->advance(1h);
    QCOMPARE(m_bench->transport->sent.size(), 1);
    QVERIFY(m_bench->row({1}).delivery.state == S::Cancelled);
}

// Nothing leaves whose row is not on disk, with a token or without.
void tst_EngineTokens::aTokenIsForgottenWhenTheStoreFails()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    bool broken = true;
    m_bench->storeFault = [&](const QString &sql) -> std::optional<Error> {
        if (broken && sql.startsWith(QLatin1String("INSERT INTO attempt")))
            return Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
        return std::nullopt;
    };
    giveToken(*m_bench, 0, "ey.first");
    QCOMPARE(m_bench->transport->sent.size(), 1);
    broken = false;
    m_bench->advance(1s);
    QCOMPARE(m_bench->transport->sent.size(), 2);
    QCOMPARE(authorization(m_bench->transport->sent[1]), QByteArray("Bearer ey.first"));
    m_bench->answer(1, 200);
    QVERIFY(m_bench->row({1}).delivery.state == S::Delivered);
}

void tst_EngineTokens::drainingDoesNotWaitForATokenAndAsksForNone()
{
    QVERIFY(save(*m_bench, shows(AuthScheme::OAuth2)));
    emitOne(*m_bench, QStringLiteral("1"));
    QCOMPARE(m_bench->transport->sent.size(), 1);
    bool drained = false;
    QObject::connect(m_bench->engine.get(), &Engine::drained, m_bench->engine.get(), [&] { drained = true; });
    m_bench->engine->drain(1h);
    QVERIFY(drained);
    giveToken(*m_bench, 0, "ey.late");
    QCOMPARE(m_bench->transport->sent.size(), 1);
    m_bench->restart();
    m_bench->spin();
    QTRY_COMPARE(m_bench->transport->sent.size(), 1); // of the new engine, once its vault is open
    giveToken(*m_bench, 0, "ey.again");
    m_bench->answer(1, 200);
    QVERIFY(m_bench->row({1}).delivery.state == S::Delivered);
}

QTEST_GUILESS_MAIN(tst_EngineTokens)
#include "tst_enginetokens.moc"
