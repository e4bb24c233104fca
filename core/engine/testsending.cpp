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

void TestSending::send(CallbackTarget target, const MediaEvent &event, const Vault *vault, const QString &workspaceTag,
                       Done done)
{
    auto headers = openSecrets(target, vault);
    if (!headers)
        return done(tl::unexpected(headers.error()));
    target.id = {}; // it shares no connection with the saved target
    ++m_count;
    const QString id = QStringLiteral("dl_%1_test%2").arg(workspaceTag).arg(m_count);
    auto built = buildRequest(target, *headers, event, id, m_clock.now());
    if (!built)
        return done(tl::unexpected(built.error()));
    built->request.ticket = kFirstTicket + m_count;
    m_waiting.insert(
        built->request.ticket,
        [done = std::move(done), head = built->maskedHead, body = built->request.body](const Exchange &exchange) {
            done(TestResult{head, body, exchange});
        });
    m_transport.send({built->request});
}

void TestSending::take(const TransportResult &result)
{
    if (const auto done = m_waiting.take(result.ticket))
        done(result.exchange);
}

} // namespace callboard
