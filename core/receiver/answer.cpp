#include "core/receiver/answer.h"

#include <algorithm>

namespace callboard {

namespace {

using Action = ReceiverRule::Action;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return {};
    }
}

bool hasHeader(const ReceiverRule &rule, QByteArrayView name)
{
    return std::any_of(rule.headers.begin(), rule.headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray statusLine(int status)
{
    QByteArray line;
    line.reserve(256); // the whole answer of the common case
    line += "HTTP/1.1 ";
    line += QByteArray::number(status);
    line += ' ';
    line += reasonPhrase(status);
    line += "\r\n";
    return line;
}

enum class Framing { Length, Chunked };

QByteArray head(const ReceiverRule &rule, qsizetype bodySize, AnswerContext context, Framing framing)
{
    QByteArray bytes = statusLine(rule.status);
    for (const auto &[name, value] : rule.headers) {
        bytes += name;
        bytes += ": ";
        bytes += value;
        bytes += "\r\n";
    }
    if (bodySize > 0 && !hasHeader(rule, "Content-Type"))
        bytes += rule.body.isEmpty() ? "Content-Type: application/json\r\n" : "Content-Type: text/plain\r\n";
    const bool bodyAllowed = rule.status != 204 && rule.status != 304;
    if (framing == Framing::Chunked) {
        bytes += "Transfer-Encoding: chunked\r\n";
    } else if (bodyAllowed && !hasHeader(rule, "Content-Length")) {
        bytes += "Content-Length: ";
        bytes += QByteArray::number(bodySize);
        bytes += "\r\n";
    }
    if (!context.keepAlive)
        bytes += "Connection: close\r\n";
    else if (context.http10 || rule.action == Action::AnswerThenClose)
        bytes += "Connection: keep-alive\r\n";
    bytes += "\r\n";
    return bytes;
}

QByteArray bodyOf(const ReceiverRule &rule, const ReceivedRequest &request)
{
    if (rule.status == 204 || rule.status == 304)
        return {};
    if (!rule.body.isEmpty())
        return rule.body;
    return "{\"received\":" + QByteArray::number(request.number) + '}';
}

Answer wholeAnswer(const ReceiverRule &rule, const ReceivedRequest &request, AnswerContext context)
{
    const QByteArray body = bodyOf(rule, request);
    Answer answer;
    answer.bytes = head(rule, body.size(), context, Framing::Length);
    if (request.method != "HEAD")
        answer.bytes += rule.action == Action::HalfBody ? body.left(body.size() / 2) : body;
    answer.status = rule.status;
    answer.then = context.keepAlive ? Answer::Then::KeepOpen : Answer::Then::Close;
    return answer;
}

Answer misbehave(const ReceiverRule &rule, const ReceivedRequest &request, AnswerContext context)
{
    using Then = Answer::Then;
    switch (rule.action) {
    case Action::Close: return {{}, Then::Close, 0, {}};
    case Action::Reset: return {{}, Then::Reset, 0, {}};
    case Action::Hang: return {{}, Then::Hang, 0, {}};
    case Action::PartialStatus: return {"HTTP/1.1 " + QByteArray::number(rule.status).left(2), Then::Close, 0, {}};
    case Action::PartialHeaders: return {statusLine(rule.status) + "Content-Ty", Then::Close, rule.status, {}};
    case Action::Garbage: return {"This is not what HTTP looks like.\r\n\r\n", Then::Close, 0, {}};
    case Action::Endless: return {head(rule, 0, context, Framing::Chunked), Then::Endless, rule.status, {}};
    case Action::Answer:
    case Action::HalfBody:
    case Action::AnswerThenClose:
    case Action::Drip: break;
    }
    Answer answer = wholeAnswer(rule, request, context);
    if (rule.action == Action::Drip)
        answer.then = Then::Drip;
    else if (rule.action != Action::Answer)
        answer.then = Then::Close;
    return answer;
}

} // namespace

Answer planAnswer(const ReceiverRule &rule, const ReceivedRequest &request, AnswerContext context)
{
    Answer answer = misbehave(rule, request, context);
    answer.delay = rule.delay;
    return answer;
}

Answer badRequestAnswer()
{
    ReceiverRule rule;
    rule.status = 400;
    rule.body = "This is not an HTTP/1.1 request.\n";
    return planAnswer(rule, {}, {.keepAlive = false, .http10 = false});
}

} // namespace callboard
