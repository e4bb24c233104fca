#include "core/intake/doorvisit.h"

#include "core/intake/problem.h"

#include <microhttpd.h>

#include <utility>

namespace callboard {

using namespace std::chrono_literals;

namespace {

// Whoever guesses holds a connection for so long with each guess.
constexpr auto kGuessDelay = 1s;

std::chrono::nanoseconds steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

QByteArray callerKey(const DoorCaller &caller, const QByteArray &peer)
{
    if (caller.token.isValid())
        return "token " + QByteArray::number(caller.token.value);
    return caller.isMain ? QByteArray("main") : "peer " + peer;
}

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

DoorVisit::DoorVisit(DoorContext &context, DoorRequest head)
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
// too large, that its sender holds back until asked for, or whose end nobody knows is refused at once.
bool DoorVisit::begin(MHD_Connection *connection)
{
    m_refusal = judgeHead();
    const bool atOnce = m_refusal && (announcesTooMuch() || hasNoEnd() || m_request.has("expect"));
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
        if (m_refusal && m_refusalDelay == 0ms)
            return send(connection, *m_refusal);
        m_ticket = m_context.desk->open();
        if (!m_ticket)
            return send(connection, unavailable(QStringLiteral("Callboard is closing. Send it again.")));
        serve();
    }
    const auto answer = m_context.desk->takeOrSuspend(*m_ticket, connection);
    return !answer || send(connection, *answer);
}

void DoorVisit::serve()
{
    const Reply reply = m_context.desk->replyTo(*m_ticket);
    if (m_refusal)
        m_context.watch->answerLater(m_refusalDelay, reply, *m_refusal);
    else
        m_route->serve(m_request, reply);
    m_request.body.clear();
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
std::optional<DoorAnswer> DoorVisit::refuseUnauthorized()
{
    const Route *route = m_context.routes.guarding(m_request.path);
    const Route::Access access = route ? route->access : Route::Access::Token;
    if (access == Route::Access::Open)
        return refuseTooOften(callerKey({}, m_request.peer));
    const auto peer = access == Route::Access::Peer ? std::optional(route->peerSecret()) : std::nullopt;
    const Timestamp now = SystemClock().now();
    auto known = m_context.guard.recognise(m_request, peer ? &*peer : nullptr, now);
    if (auto *stranger = std::get_if<DoorStranger>(&known))
        return turnAway(std::move(*stranger));
    const auto &caller = std::get<DoorCaller>(known);
    m_request.client = caller.name;
    if (auto refusal = refuseWithoutScope(caller, route ? route->scope : std::nullopt))
        return refusal;
    if (!caller.isMain || m_context.limitsMain) {
        if (auto refusal = refuseTooOften(callerKey(caller, m_request.peer)))
            return refusal;
    }
    if (caller.token.isValid())
        m_context.tokens->noteUse(caller.token, now);
    return std::nullopt;
}

// A right token is never counted here, so that nobody locks out others behind the same address.
std::optional<DoorAnswer> DoorVisit::turnAway(DoorStranger &&stranger)
{
    const auto wait = stranger.guessed ? m_context.guesses.take(m_request.peer, steadyNow()) : 0ns;
    if (wait == 0ns)
        return std::move(stranger.answer);
    m_refusalDelay = kGuessDelay;
    return tooMany(QStringLiteral("Too many wrong tokens came from this address."), wait);
}

std::optional<DoorAnswer> DoorVisit::refuseTooOften(const QByteArray &caller)
{
    const auto wait = m_context.requests.take(caller, steadyNow());
    if (wait == 0ns)
        return std::nullopt;
    return tooMany(QStringLiteral("More requests came than this door takes from one caller. Nothing was taken."), wait);
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

// The library would read on until the connection ends.
bool DoorVisit::hasNoEnd() const
{
    return m_request.has("transfer-encoding")
        && m_request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0;
}

DoorAnswer DoorVisit::tooLarge() const
{
    return problem(413, QStringLiteral("too-large"),
                   QStringLiteral("A body has at most %1 bytes.").arg(m_context.largestBody));
}

} // namespace callboard
