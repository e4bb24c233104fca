#include "core/transport/pipelined/ending.h"

#include "core/transport/retryafter.h"

namespace callboard {

namespace {

QString sentence(const Way &way, const QString &words)
{
    return words.arg(way.host).arg(way.port);
}

void judgeInto(Exchange &exchange, const Verdict &verdict)
{
    exchange.outcome = verdict.outcome;
    exchange.errorClass = verdict.errorClass;
    exchange.errorText = verdict.text;
}

Observation observed(const Way &way, const ParsedAnswer &answer)
{
    Observation seen;
    seen.host = way.host;
    seen.port = way.port;
    seen.status = answer.status;
    seen.reason = QString::fromLatin1(answer.reason);
    seen.location = QString::fromLatin1(answer.location);
    seen.mayHaveLeft = true;
    seen.certificateShown = way.showsCertificate();
    return seen;
}

void takeAnswer(Exchange &exchange, ParsedAnswer &answer, Timestamp now)
{
    exchange.status = answer.status;
    exchange.responseHead = std::move(answer.head);
    exchange.responseBody = std::move(answer.body);
    exchange.responseSize = answer.size;
    exchange.truncated = exchange.responseSize > exchange.responseBody.size();
    if (!answer.retryAfter.isEmpty())
        exchange.retryAfter = parseRetryAfter(answer.retryAfter, now);
}

Exchange begunExchange(Flight &flight)
{
    Exchange exchange;
    exchange.timings = flight.timings;
    exchange.note = std::move(flight.note);
    return exchange;
}

void observeEnding(Observation &seen, Ending ending, const Flight &flight)
{
    switch (ending) {
    case Ending::Overdue:
        seen.end = RequestEnd::TotalTimeout;
        seen.limit = flight.request.totalTimeout;
        break;
    case Ending::Cancelled: seen.end = RequestEnd::Cancelled; break;
    case Ending::TooLarge: seen.end = RequestEnd::Cut; break;
    case Ending::NotHttp: seen.error = QNetworkReply::ProtocolFailure; break;
    default: seen.error = QNetworkReply::RemoteHostClosedError; break;
    }
}

Verdict givenUpBehind(const Way &way, Ending ending)
{
    const QString because = ending == Ending::Overdue
        ? QStringLiteral(
            "The connection to %1 was ended here: an earlier request on it had no answer in time (port %2).")
        : QStringLiteral("The connection to %1 was ended here: an earlier answer on it could not be read (port %2).");
    return {Outcome::InDoubt, ErrorClass::Closed, sentence(way, because)};
}

Verdict notLookedAt(const Way &way)
{
    return {Outcome::NotSent, ErrorClass::Closed,
            sentence(way, QStringLiteral("%1 announced the end of the connection before this request (port %2)."))};
}

} // namespace

Exchange exchangeFrom(const Verdict &verdict)
{
    Exchange exchange;
    judgeInto(exchange, verdict);
    return exchange;
}

Exchange notBegun(const Way &way, RequestEnd end)
{
    Observation seen;
    seen.host = way.host;
    seen.port = way.port;
    seen.end = end;
    return exchangeFrom(judge(seen));
}

Exchange answered(Flight &flight, ParsedAnswer answer, const Way &way, Timestamp now)
{
    Exchange exchange = begunExchange(flight);
    if (answer.status / 100 == 2)
        exchange.outcome = Outcome::Delivered;
    else
        judgeInto(exchange, judge(observed(way, answer)));
    takeAnswer(exchange, answer, now);
    return exchange;
}

Exchange unanswered(Flight &flight, Ending ending, ParsedAnswer *partial, bool overdue, const Way &way, Timestamp now,
                    const QString &alert)
{
    Exchange exchange = begunExchange(flight);
    if (partial && partial->status != 0 && !partial->isInterim()) {
        Observation seen = observed(way, *partial);
        observeEnding(seen, ending, flight);
        judgeInto(exchange, judge(seen));
        takeAnswer(exchange, *partial, now);
        exchange.truncated = true;
        return exchange;
    }
    if (ending == Ending::Announced) {
        judgeInto(exchange, notLookedAt(way));
        exchange.tail = Tail::Unprocessed;
        exchange.note = QStringLiteral("not looked at: an earlier answer on the connection announced its end");
        return exchange;
    }
    const bool behindTheCause = (ending == Ending::Overdue && !overdue)
        || ((ending == Ending::NotHttp || ending == Ending::TooLarge) && !partial);
    if (behindTheCause) {
        judgeInto(exchange, givenUpBehind(way, ending));
    } else {
        Observation seen = observed(way, {});
        observeEnding(seen, ending, flight);
        seen.errorDetail = alert;
        judgeInto(exchange, judge(seen));
    }
    if (behindTheCause || ending == Ending::Lost)
        exchange.tail = Tail::Lost;
    return exchange;
}

} // namespace callboard
