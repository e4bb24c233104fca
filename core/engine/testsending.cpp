#include "core/engine/testsending.h"

#include "core/engine/tokenexchange.h"
#include "core/security/secretvalues.h"
#include "core/transport/connectionsecurity.h"

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
    const auto security = makeConnectionSecurity(secrets->tls, secrets->proxy);
    if (!security)
        return done(tl::unexpected(security.error()));
    target.id = {}; // it shares no connection with the saved target
    RequestContext context;
    context.webhookId = QStringLiteral("dl_%1_test%2").arg(workspaceTag).arg(m_count + 1);
    context.now = m_clock.now();
    context.mailServer = mailServer;
    if (target.authentication.scheme != AuthScheme::OAuth2)
        return sendBuilt(target, *secrets, *security, event, context, done);
    TransportRequest question = tokenRequest(target, secrets->authentication);
    question.security = tokenSecurity(target, *security);
    send(std::move(question),
         [this, target = std::move(target), open = std::move(*secrets), way = *security, event, context,
          done](const Exchange &exchange) mutable {
             const auto token = readTokenAnswer(open.authentication, exchange);
             if (!token)
                 return done(tl::unexpected(token.error()));
             context.accessToken = token->value;
             context.now = m_clock.now();
             sendBuilt(target, open, way, event, context, done);
         });
}

void TestSending::sendBuilt(const CallbackTarget &target, const OpenSecrets &secrets,
                            const std::shared_ptr<const ConnectionSecurity> &security, const MediaEvent &event,
                            const RequestContext &context, const Done &done)
{
    auto built = buildRequest(target, secrets, event, context);
    if (!built)
        return done(tl::unexpected(built.error()));
    built->request.security = security;
    QList<SecretSpellings> shown = secretValues(secrets) + secretValues(context.accessToken);
    if (target.isMail())
        shown += secretValues(context.mailServer);
    auto answer = [done, head = built->maskedHead, body = built->request.body,
                   filter = SecretFilter(shown)](const Exchange &exchange) {
        done(TestResult{head, body, withoutSecrets(exchange, filter)});
    };
    send(std::move(built->request), std::move(answer));
}

void TestSending::take(const TransportResult &result)
{
    if (const auto done = m_waiting.take(result.ticket))
        done(result.exchange);
}

} // namespace callboard
