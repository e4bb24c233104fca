#include "ui/receiver/receiverrules.h"

#include "core/transport/retryafter.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;
using Action = ReceiverRule::Action;

namespace {

constexpr Milliseconds kLongestDelay = 24h;
constexpr int kMostTimes = 1'000'000;
const QByteArray kRetryAfter = "Retry-After";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::ReceiverRules)
};

QString pathProblem(const QString &path)
{
    if (!path.startsWith(u'/'))
        return Words::tr("A path begins with “/”; “/” alone stands for every path.");
    const bool plain = std::all_of(path.begin(), path.end(), [](QChar c) { return c > u' ' && c < QChar(0x7F); });
    return plain ? QString() : Words::tr("A path has no spaces, and other than plain letters only as %XX.");
}

QString statusProblem(const QString &status)
{
    bool isNumber = false;
    const int code = status.toInt(&isNumber);
    return isNumber && code >= 200 && code <= 599 ? QString() : Words::tr("A status is a number from 200 to 599.");
}

QString delayProblem(const QString &delay)
{
    const auto time = parseDuration(delay);
    return delay.isEmpty() || (time && *time <= kLongestDelay)
        ? QString()
        : Words::tr("Not a delay: write 250ms, 2s or 1m, 24h at most, or nothing.");
}

QString timesProblem(const QString &times)
{
    bool isNumber = false;
    const int count = times.toInt(&isNumber);
    return times.isEmpty() || (isNumber && count >= 1 && count <= kMostTimes)
        ? QString()
        : Words::tr("How often the rule is used: a number from 1, or nothing for always.");
}

QString retryAfterProblem(const QString &value)
{
    return value.isEmpty() || parseRetryAfter(value.toLatin1(), SystemClock().now())
        ? QString()
        : Words::tr("Retry-After is a number of seconds, or a date such as Wed, 21 Oct 2026 07:28:00 GMT.");
}

QByteArray retryAfterOf(const ReceiverRule &rule)
{
    for (const auto &[name, value] : rule.headers) {
        if (name.compare(kRetryAfter, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ReceiverRule rule(int status, Action action = Action::Answer)
{
    ReceiverRule made;
    made.status = status;
    made.action = action;
    return made;
}

} // namespace

bool matters(Action action, RuleField field)
{
    switch (action) {
    case Action::Close:
    case Action::Reset:
    case Action::Garbage: return field != RuleField::Status && field != RuleField::RetryAfter;
    case Action::Hang: return field != RuleField::Status && field != RuleField::RetryAfter && field != RuleField::Delay;
    case Action::PartialStatus:
    case Action::PartialHeaders: return field != RuleField::RetryAfter;
    default: return true;
    }
}

QString ruleProblem(const RuleText &text, RuleField field)
{
    if (!matters(text.action, field))
        return {};
    switch (field) {
    case RuleField::Path: return pathProblem(text.path);
    case RuleField::Action: return {};
    case RuleField::Status: return statusProblem(text.status);
    case RuleField::Delay: return delayProblem(text.delay);
    case RuleField::Times: return timesProblem(text.times);
    case RuleField::RetryAfter: return retryAfterProblem(text.retryAfter);
    }
    return {};
}

std::optional<ReceiverRule> ruleFrom(const RuleText &text)
{
    for (int field = 0; field < kRuleFields; ++field) {
        if (!ruleProblem(text, RuleField(field)).isEmpty())
            return std::nullopt;
    }
    ReceiverRule made;
    made.path = text.path.toLatin1();
    made.action = text.action;
    if (matters(text.action, RuleField::Status))
        made.status = text.status.toInt();
    if (matters(text.action, RuleField::Delay))
        made.delay = parseDuration(text.delay).value_or(0ms);
    made.times = text.times.isEmpty() ? -1 : text.times.toInt();
    if (matters(text.action, RuleField::RetryAfter) && !text.retryAfter.isEmpty())
        made.headers.append({kRetryAfter, text.retryAfter.toLatin1()});
    return made;
}

RuleText textOf(const ReceiverRule &rule)
{
    RuleText text;
    text.path = QString::fromLatin1(rule.path);
    text.action = rule.action;
    text.status = QString::number(rule.status);
    text.delay = rule.delay > 0ms ? formatDuration(rule.delay) : QString();
    text.times = rule.times > 0 ? QString::number(rule.times) : QString();
    text.retryAfter = QString::fromLatin1(retryAfterOf(rule));
    return text;
}

bool same(const QList<ReceiverRule> &a, const QList<ReceiverRule> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ReceiverRule &x, const ReceiverRule &y) {
        return x.path == y.path && x.action == y.action && x.status == y.status && x.delay == y.delay
            && x.times == y.times && x.headers == y.headers && x.body == y.body;
    });
}

QList<AnswerPreset> answerPresets()
{
    ReceiverRule busy = rule(503);
    busy.headers = {{kRetryAfter, "30"}};
    ReceiverRule thrice = rule(500);
    thrice.times = 3;
    return {{Words::tr("Answers 200"), {rule(200)}},
            {Words::tr("503 with Retry-After 30"), {busy}},
            {Words::tr("Fails three times, then 200"), {thrice, rule(200)}},
            {Words::tr("Hangs"), {rule(200, Action::Hang)}},
            {Words::tr("Closes without an answer"), {rule(200, Action::Close)}}};
}

QList<Action> allActions()
{
    return {Action::Answer, Action::AnswerThenClose, Action::Close,   Action::Reset,          Action::Hang,
            Action::Drip,   Action::HalfBody,        Action::Endless, Action::PartialHeaders, Action::PartialStatus,
            Action::Garbage};
}

QString actionWord(Action action)
{
    switch (action) {
    case Action::Answer: return Words::tr("answers");
    case Action::Close: return Words::tr("closes without an answer");
    case Action::Reset: return Words::tr("resets the connection");
    case Action::PartialStatus: return Words::tr("breaks off in the status line");
    case Action::PartialHeaders: return Words::tr("breaks off in the headers");
    case Action::HalfBody: return Words::tr("breaks off in the body");
    case Action::Hang: return Words::tr("hangs");
    case Action::Endless: return Words::tr("never ends its answer");
    case Action::Drip: return Words::tr("answers byte by byte");
    case Action::Garbage: return Words::tr("answers what is not HTTP");
    case Action::AnswerThenClose: return Words::tr("answers, then closes");
    }
    return {};
}

QString answerWord(const ReceivedRequest &request)
{
    const QString status = QString::number(request.answeredStatus);
    switch (request.action) {
    case Action::Answer:
    case Action::AnswerThenClose: return request.answeredStatus > 0 ? status : Words::tr("no answer");
    case Action::Drip:
    case Action::HalfBody:
    case Action::Endless:
    case Action::PartialHeaders: return Words::tr("%1, %2").arg(status, actionWord(request.action));
    default: return actionWord(request.action);
    }
}

look::Tone answerTone(const ReceivedRequest &request)
{
    const bool whole = request.action == Action::Answer || request.action == Action::AnswerThenClose;
    if (!whole || request.answeredStatus == 0)
        return look::Tone::InDoubt;
    return request.answeredStatus < 300 ? look::Tone::Delivered : look::Tone::Failed;
}

} // namespace callboard
