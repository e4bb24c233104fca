#include "core/intake/doorvisit.h"

#include "core/intake/problem.h"

#include <microhttpd.h>

#include <utility>

namespace callboard {

namespace {

bool send(MHD_Connection *connection, const DoorAnswer &answer)
{
    // The library copies the body and does not write to it; its signature is older than const.
    MHD_Response *response = MHD_create_response_from_buffer(
        static_cast<size_t>(answer.body.size()), const_cast<char *>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
    if (!response)
        return false;
    MHD_add_response_header(response, "Content-Type", answer.contentType.constData());
    MHD_add_response_header(response, "Cache-Control", "no-store");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : answer.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    const bool queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response) == MHD_YES;
    MHD_destroy_response(response);
    return queued;
}

} // namespace

DoorVisit::DoorVisit(const DoorContext &context, DoorRequest head)
    : m_context(context)
    , m_request(std::move(head))
    , m_deadline(context.requestTimeout)
{
}

DoorVisit::~DoorVisit()
{
    if (m_ticket)
        m_context.desk->finish(*m_ticket);
}

// A refused body is read and dropped, so that its sender sees the answer instead of a reset connection. One that is
// too large, or that its sender holds back until asked for, is refused at once.
bool DoorVisit::begin(MHD_Connection *connection)
{
    m_refusal = judgeHead();
    const bool atOnce = m_refusal && (announcesTooMuch() || m_request.has("expect"));
    return !atOnce || send(connection, *m_refusal);
}

bool DoorVisit::take(QByteArrayView part)
{
    // The library's time-out restarts with each byte; this one does not.
    if (m_deadline.hasExpired())
        return false;
    m_received += part.size();
    if (m_received > m_context.largestBody && !m_refusal) {
        m_refusal = tooLarge();
        m_request.body.clear();
    }
    if (!m_refusal)
        m_request.body.append(part.data(), part.size());
    // A chunked body announces no size: what goes on for ever ends without an answer.
    return m_received <= 2 * m_context.largestBody;
}

bool DoorVisit::complete(MHD_Connection *connection)
{
    if (!m_ticket) {
        if (!m_refusal)
            m_refusal = judgeBody();
        if (m_refusal)
            return send(connection, *m_refusal);
        m_ticket = m_context.desk->open();
        if (!m_ticket)
            return send(connection, unavailable(QStringLiteral("Callboard is closing. Send it again.")));
        m_route->serve(m_request, m_context.desk->replyTo(*m_ticket));
        m_request.body.clear();
    }
    const auto answer = m_context.desk->takeOrSuspend(*m_ticket, connection);
    return !answer || send(connection, *answer);
}

std::optional<DoorAnswer> DoorVisit::judgeHead()
{
    if (auto refusal = m_context.guard.refusePeer(m_request))
        return refusal;
    if (auto refusal = refuseUnauthorized())
        return refusal;
    auto found = m_context.routes.find(m_request.method, m_request.path);
    if (auto *refusal = std::get_if<DoorAnswer>(&found))
        return std::move(*refusal);
    auto &match = std::get<RouteMatch>(found);
    m_route = match.route;
    m_request.parameters = std::move(match.parameters);
    if (announcesTooMuch())
        return tooLarge();
    return m_route->admit ? m_route->admit(m_request) : std::nullopt;
}

// Before it is said whether anything is there: a stranger learns no paths.
std::optional<DoorAnswer> DoorVisit::refuseUnauthorized() const
{
    const Route *route = m_context.routes.guarding(m_request.path);
    switch (route ? route->access : Route::Access::Token) {
    case Route::Access::Open: return std::nullopt;
    case Route::Access::Peer: return m_context.guard.refuseStranger(m_request, route->peerSecret());
    case Route::Access::Token: break;
    }
    return m_context.guard.refuseWithoutToken(m_request);
}

std::optional<DoorAnswer> DoorVisit::judgeBody() const
{
    // The library drops a connection that ends early; an event must not depend on that alone.
    if (m_request.has("content-length") && m_request.header("content-length").toLongLong() != m_received)
        return problem(400, QStringLiteral("framing"),
                       QStringLiteral("The body has %1 bytes, Content-Length says %2.")
                           .arg(QString::number(m_received), QString::fromLatin1(m_request.header("content-length"))));
    return std::nullopt;
}

bool DoorVisit::announcesTooMuch() const
{
    return m_request.header("content-length").toLongLong() > m_context.largestBody;
}

DoorAnswer DoorVisit::tooLarge() const
{
    return problem(413, QStringLiteral("too-large"),
                   QStringLiteral("A body has at most %1 bytes.").arg(m_context.largestBody));
}

} // namespace callboard
