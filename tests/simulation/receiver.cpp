#include "tests/simulation/receiver.h"

#include <array>

namespace callboard::sim {

namespace {

constexpr std::array kWords{"healthy", "slow",      "flaky", "refusing", "doubtful",
                            "busy",    "unwilling", "gone",  "hanging",  "barred"};

Exchange status(int code)
{
    Exchange exchange;
    exchange.status = code;
    exchange.outcome = code / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
    exchange.errorClass = code / 100 == 2 ? ErrorClass::None : ErrorClass::Status;
    if (code / 100 != 2)
        exchange.errorText = QStringLiteral("The receiver answered %1.").arg(code);
    return exchange;
}

Exchange broken(Outcome outcome, ErrorClass errorClass)
{
    Exchange exchange;
    exchange.outcome = outcome;
    exchange.errorClass = errorClass;
    exchange.errorText = QStringLiteral("Simulated: %1.").arg(callboard::toString(errorClass));
    return exchange;
}

} // namespace

QString toString(Mood mood)
{
    return QLatin1String(kWords[size_t(mood)]);
}

Exchange Receiver::answer(const TransportRequest &request, Dice &dice)
{
    constexpr std::array kServerErrors{500, 502, 503, 301, 408};
    switch (mood) {
    case Mood::Refusing:
        return dice.percent(50) ? broken(Outcome::NotSent, ErrorClass::Refused)
                                : broken(Outcome::NotSent, ErrorClass::Resolve);
    case Mood::Barred: return broken(Outcome::NotSent, ErrorClass::Policy);
    case Mood::Doubtful:
        if (dice.percent(50))
            see(request, false);
        return broken(Outcome::InDoubt, ErrorClass::Closed);
    case Mood::Hanging: return expire(request, dice);
    default: break;
    }
    int code = 200;
    if (mood == Mood::Flaky && dice.percent(50))
        code = kServerErrors[size_t(dice.below(kServerErrors.size()))];
    if (mood == Mood::Busy)
        code = 429;
    if (mood == Mood::Unwilling)
        code = 404;
    if (mood == Mood::Gone)
        code = 410;
    see(request, code == 200);
    Exchange exchange = status(code);
    if (code == 429)
        exchange.retryAfter = std::chrono::seconds(dice.between(1, 7200));
    return exchange;
}

Exchange Receiver::expire(const TransportRequest &request, Dice &dice)
{
    if (dice.percent(50))
        see(request, false);
    return broken(Outcome::InDoubt, ErrorClass::Timeout);
}

Exchange Receiver::loseTail(const TransportRequest &request, Tail tail, Dice &dice)
{
    if (tail == Tail::Lost && dice.percent(50))
        see(request, false);
    Exchange exchange = broken(tail == Tail::Lost ? Outcome::InDoubt : Outcome::NotSent, ErrorClass::Closed);
    exchange.tail = tail;
    return exchange;
}

void Receiver::see(const TransportRequest &request, bool answeredOk)
{
    seen.append({headerOf(request, "webhook-id"), request.ticket, tokenOf(request.body), answeredOk});
}

int tokenOf(const QByteArray &body)
{
    const qsizetype from = body.indexOf('~') + 1;
    return from == 0 ? 0 : body.mid(from, body.indexOf('~', from) - from).toInt();
}

QByteArray headerOf(const TransportRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace callboard::sim
