#include "core/engine/testsending.h"

#include "core/engine/requestbuilder.h"

namespace callboard {

namespace {

constexpr quint64 kFirstTicket = quint64(1) << 62; // far above every attempt's id

} // namespace

TestSending::TestSending(Transport &transport, const Clock &clock)
    : m_transport(transport)
    , m_clock(clock)
{
}

void TestSending::send(TransportRequest request, std::function<void(const Exchange &)> done)
{
    ++m_count;
    request.ticket = kFirstTicket + m_count;
    m_waiting.insert(request.ticket, std::move(done));
    m_transport.send({std::move(request)});
}

void TestSending::send(CallbackTarget target, const MediaEvent &event, const Vault *vault, const QString &workspaceTag,
                       const SmtpServer &mailServer, Done done)
{
    auto secrets = openSecrets(target, vault);
    if (!secrets)
        return done(tl::unexpected(secrets.error()));
    if (target.isMail() && !mailServer.isSet())
        return done(fail(ErrorCode::NotFound, QStringLiteral("Mail needs an SMTP server, and none is set up.")));
    target.id = {}; // it shares no connection with the saved target
    RequestContext context;
    context.webhookId = QStringLiteral("dl_%1_test%2").arg(workspaceTag).arg(m_count + 1);
    context.now = m_clock.now();
    context.mailServer = mailServer;
    auto built = buildRequest(target, *secrets, event, context);
    if (!built)
        return done(tl::unexpected(built.error()));
    auto answer = [done = std::move(done), head = built->maskedHead,
                   body = built->request.body](const Exchange &exchange) {
        done(TestResult{head, body, exchange});
    };
    send(std::move(built->request), std::move(answer));
}

void TestSending::take(const TransportResult &result)
{
    if (const auto done = m_waiting.take(result.ticket))
        done(result.exchange);
}

} // namespace callboard
