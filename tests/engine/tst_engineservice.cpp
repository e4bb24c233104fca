#include "core/engine/engineservice.h"
#include "core/payload/rendering.h"
#include "core/receiver/receiver.h"
#include "core/security/signing/signingkey.h"
#include "core/store/readthread.h"
#include "core/transport/qnamtransport.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace callboard;
using namespace std::chrono_literals;

// The whole line with real parts: engine thread, real transport, real receiver, real file.
class tst_EngineService : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void deliversToARealReceiver();
    void whatArrivesIsWhatTheLogSays();
    void secretTypedIntoATargetArrivesAndIsNotStored();
    void aTokenIsFetchedShownAndRenewed();
    void stopDoesNotWaitForAToken();
    void whoSignedIsAnsweredInThisThread();
    void sendTestSendsTheUnsavedTarget();
    void readThreadAnswersInThisThread();
    void stopEndsCleanly();

private:
    CallbackTarget save(CallbackTarget target);
    CallbackTarget local(const QString &name) const;
    CallbackTarget withToken() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Receiver> m_receiver;
    SystemClock m_clock;
    SystemResolver m_resolver;
    std::unique_ptr<QnamTransport> m_transport;
    std::unique_ptr<EngineService> m_service;
    QString m_workspace;
};

void tst_EngineService::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_workspace = m_directory->filePath(QStringLiteral("w.db"));
    m_receiver = std::make_unique<Receiver>();
    QVERIFY(m_receiver->listen());
    m_transport = std::make_unique<QnamTransport>(m_resolver, m_clock);
    EngineParts parts{m_clock, *m_transport, [](bool) { return Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')); },
                      [] { return 0.5; }};
    m_service = std::make_unique<EngineService>(std::move(parts), EngineOptions{});
    QVERIFY(m_service->start(m_workspace));
}

void tst_EngineService::cleanup()
{
    m_service.reset();
    m_transport.reset();
    m_receiver.reset();
}

CallbackTarget tst_EngineService::local(const QString &name) const
{
    CallbackTarget target;
    target.name = name;
    target.url = m_receiver->url() + QStringLiteral("/hook?x=1");
    target.allowPrivate = true;
    return target;
}

CallbackTarget tst_EngineService::save(CallbackTarget target)
{
    std::optional<Result<CallbackTarget>> saved;
    m_service->saveTarget(std::move(target), this, [&saved](const Result<CallbackTarget> &result) { saved = result; });
    [&] { QTRY_VERIFY(saved.has_value()); }();
    if (!saved || !*saved)
        return {};
    return **saved;
}

void tst_EngineService::deliversToARealReceiver()
{
    QVERIFY(save(local(QStringLiteral("one"))).id.isValid());
    QSignalSpy changes(m_service.get(), &EngineClient::changed);
    std::optional<Result<Accepted>> accepted;
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this,
                            [&accepted](const Result<Accepted> &result) { accepted = result; });
    QTRY_VERIFY(accepted && *accepted);
    QTRY_COMPARE(m_receiver->count(), 1U);
    QTRY_COMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 1);
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(m_transport->hiddenResends(), 0U);
}

void tst_EngineService::whatArrivesIsWhatTheLogSays()
{
    CallbackTarget target = local(QStringLiteral("one"));
    target.headers = {{QStringLiteral("X-Custom-Header"), QStringLiteral("X-Custom-Header-Value"), {}, false, true}};
    QVERIFY(save(target).id.isValid());
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    QTRY_COMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 1);
    const ReceivedRequest request = m_receiver->requests().first();
    const Attempt attempt = (*WorkspaceReader::open(m_workspace))->delivery({1}).value().attempts.first();
    QCOMPARE(request.body, attempt.requestBody);
    QByteArray head = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : request.headers)
        head += name + ": " + value + "\r\n";
    QCOMPARE(head + "\r\n", attempt.requestHead);
    QCOMPARE(attempt.exchange.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->port()));
    QVERIFY(attempt.exchange.timings.done.has_value());
}

void tst_EngineService::secretTypedIntoATargetArrivesAndIsNotStored()
{
    CallbackTarget target = local(QStringLiteral("secret"));
    target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer canary-4711"), {}, true, true}};
    const CallbackTarget saved = save(target);
    QVERIFY(saved.id.isValid());
    QVERIFY(saved.headers.first().value.isEmpty());
    QVERIFY(!saved.headers.first().sealed.isEmpty());
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    QTRY_COMPARE(m_receiver->count(), 1U);
    bool arrived = false;
    for (const auto &[name, value] : m_receiver->requests().first().headers)
        arrived |= name == "Authorization" && value == "Bearer canary-4711";
    QVERIFY(arrived);
    QTRY_COMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 1);
    cleanup();
    const QFileInfoList files = QDir(m_directory->path()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-4711"), qPrintable(info.fileName()));
        QCOMPARE(int(info.permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
    }
}

// The receiver is the server of tokens, too.
CallbackTarget tst_EngineService::withToken() const
{
    CallbackTarget target = local(QStringLiteral("guarded"));
    target.authentication.scheme = AuthScheme::OAuth2;
    target.authentication.user = QStringLiteral("client");
    target.authentication.secret.plain = QStringLiteral("canary-4711");
    target.authentication.tokenUrl = m_receiver->url() + QStringLiteral("/token");
    return target;
}

void tst_EngineService::aTokenIsFetchedShownAndRenewed()
{
    using Action = ReceiverRule::Action;
    const auto tokenBody = [](const QByteArray &token) -> QByteArray {
        return R"({"access_token":")" + token + R"(","token_type":"Bearer","expires_in":60})";
    };
    m_receiver->setRules({{"/token", Action::Answer, 200, {}, 1, {}, tokenBody("one")},
                          {"/token", Action::Answer, 200, {}, 1, {}, tokenBody("two")},
                          {"/hook", Action::Answer, 401, {}, 1, {}, {}}});
    QVERIFY(save(withToken()).id.isValid());
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    QTRY_COMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 1);
    QByteArrayList told;
    for (const ReceivedRequest &request : m_receiver->requests()) {
        for (const auto &[name, value] : request.headers) {
            if (name == "Authorization")
                told.append(request.target + ' ' + value);
        }
    }
    const QByteArray client = "/token Basic " + QByteArray("client:canary-4711").toBase64();
    QCOMPARE(told, (QByteArrayList{client, "/hook?x=1 Bearer one", client, "/hook?x=1 Bearer two"}));
    const auto attempts = (*WorkspaceReader::open(m_workspace))->delivery({1}).value().attempts;
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[0].exchange.status, 401);
}

void tst_EngineService::stopDoesNotWaitForAToken()
{
    m_receiver->setRules({{"/token", ReceiverRule::Action::Hang, 200, {}, -1, {}, {}}});
    QVERIFY(save(withToken()).id.isValid());
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    QTRY_COMPARE(m_receiver->count(), 1U);
    QSignalSpy stopped(m_service.get(), &EngineService::stopped);
    m_service->stop();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 0);
    QCOMPARE(m_receiver->count(), 1U);
}

void tst_EngineService::whoSignedIsAnsweredInThisThread()
{
    CallbackTarget target = local(QStringLiteral("signed"));
    const QString key = makeSigningKey(SigningScheme::Hmac);
    target.signing = {SigningScheme::Hmac, {}, {SigningKey{{key, {}}, {}}}};
    const CallbackTarget saved = save(target);
    QVERIFY(saved.id.isValid());
    QVERIFY(saved.signing.keys.first().secret.plain.isEmpty());
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    QTRY_COMPARE((*WorkspaceReader::open(m_workspace))->counts().value().delivered, 1);
    const Attempt attempt = (*WorkspaceReader::open(m_workspace))->delivery({1}).value().attempts.first();
    std::optional<Result<SignatureFinding>> found;
    QThread *answeredIn = nullptr;
    m_service->checkSignature({1}, attempt.id, this, [&](const Result<SignatureFinding> &finding) {
        found = finding;
        answeredIn = QThread::currentThread();
    });
    QTRY_VERIFY(found && *found);
    QVERIFY((*found)->by == SignedBy::PresentKey);
    QCOMPARE(answeredIn, QThread::currentThread());
}

void tst_EngineService::sendTestSendsTheUnsavedTarget()
{
    CallbackTarget target = local(QStringLiteral("unsaved"));
    target.method = Method::Put;
    std::optional<Result<TestResult>> tested;
    m_service->sendTest(target, sampleEvent(Trigger::Failure), this,
                        [&tested](const Result<TestResult> &result) { tested = result; });
    QTRY_VERIFY(tested && *tested);
    QCOMPARE((*tested)->exchange.status, 200);
    QCOMPARE(m_receiver->requests().first().method, QByteArray("PUT"));
    QCOMPARE(m_receiver->requests().first().body, (*tested)->requestBody);
    QCOMPARE((*WorkspaceReader::open(m_workspace))->targets().size(), 0);
}

void tst_EngineService::readThreadAnswersInThisThread()
{
    QVERIFY(save(local(QStringLiteral("one"))).id.isValid());
    ReadThread reads(m_workspace);
    QStringList names;
    QThread *answeredIn = nullptr;
    reads.ask(
        this, [](const WorkspaceReader &reader) { return reader.targets(); },
        [&](const QList<CallbackTarget> &targets) {
            answeredIn = QThread::currentThread();
            for (const CallbackTarget &target : targets)
                names.append(target.name);
        });
    QTRY_COMPARE(names, QStringList{QStringLiteral("one")});
    QCOMPARE(answeredIn, QThread::currentThread());
}

void tst_EngineService::stopEndsCleanly()
{
    QVERIFY(save(local(QStringLiteral("one"))).id.isValid());
    QSignalSpy stopped(m_service.get(), &EngineService::stopped);
    m_service->submitEvents({sampleEvent(Trigger::Success)}, this, [](const Result<Accepted> &) {});
    m_service->stop();
    QTRY_COMPARE(stopped.size(), 1);
    const LedgerCount ledger = (*WorkspaceReader::open(m_workspace))->ledger();
    QCOMPARE(ledger.accepted, 1);
    QCOMPARE(ledger.unexplained, 0);
}

QTEST_GUILESS_MAIN(tst_EngineService)
#include "tst_engineservice.moc"
