#include "core/receiver/receiver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>
#include <utility>

namespace callboard {

namespace {

using Action = ReceiverRule::Action;

constexpr double kLongestDelay = 3650.0 * 86'400; // seconds, as parseDuration() has it

constexpr std::array kActions{std::pair{"answer", Action::Answer},
                              std::pair{"close", Action::Close},
                              std::pair{"reset", Action::Reset},
                              std::pair{"partial-status", Action::PartialStatus},
                              std::pair{"partial-headers", Action::PartialHeaders},
                              std::pair{"half-body", Action::HalfBody},
                              std::pair{"hang", Action::Hang},
                              std::pair{"endless", Action::Endless},
                              std::pair{"drip", Action::Drip},
                              std::pair{"garbage", Action::Garbage},
                              std::pair{"answer-then-close", Action::AnswerThenClose}};

QString actionNames()
{
    QStringList names;
    for (const auto &entry : kActions)
        names.append(QLatin1String(entry.first));
    return names.join(QStringLiteral(", "));
}

QLatin1String nameOf(Action action)
{
    for (const auto &entry : kActions) {
        if (entry.second == action)
            return QLatin1String(entry.first);
    }
    return QLatin1String(kActions.front().first);
}

tl::unexpected<Error> wrong(int rule, const QString &what)
{
    return fail(ErrorCode::Malformed, QStringLiteral("Rule %1: %2").arg(rule).arg(what));
}

Result<Action> actionFrom(const QJsonValue &value, int rule)
{
    for (const auto &[name, action] : kActions) {
        if (value.toString() == QLatin1String(name))
            return action;
    }
    return wrong(rule, QStringLiteral("unknown action “%1”; there are %2.").arg(value.toString(), actionNames()));
}

Result<int> integer(const QJsonValue &value, const QString &key, int least, int most, int rule)
{
    const double number = value.toDouble();
    if (value.isDouble() && number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    return wrong(rule, QStringLiteral("“%1” must be a whole number from %2 to %3.").arg(key).arg(least).arg(most));
}

Result<Milliseconds> delayFrom(const QJsonValue &value, int rule)
{
    const double seconds = value.toDouble();
    if (value.isDouble() && seconds >= 0 && seconds <= kLongestDelay)
        return Milliseconds(qRound64(seconds * 1000));
    if (const auto delay = parseDuration(value.toString()))
        return *delay;
    return wrong(rule, QStringLiteral("“delay” must be a duration such as \"250ms\" or \"2s\"."));
}

bool safeForHead(const QString &text)
{
    return !text.contains(u'\r') && !text.contains(u'\n') && !text.contains(QChar(0));
}

Result<bool> readHeaders(const QJsonValue &value, ReceiverRule &out, int rule)
{
    if (!value.isObject())
        return wrong(rule, QStringLiteral("“headers” must be an object of names and texts."));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = it.value().toString();
        if (!it.value().isString() || it.key().isEmpty() || !safeForHead(it.key()) || !safeForHead(text))
            return wrong(rule, QStringLiteral("header “%1” must have a text of one line.").arg(it.key()));
        out.headers.append({it.key().toUtf8(), text.toUtf8()});
    }
    return true;
}

QByteArray bodyFrom(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.toString().toUtf8();
}

template <class T>
Result<bool> into(T &place, Result<T> value)
{
    if (!value)
        return tl::unexpected(value.error());
    place = *value;
    return true;
}

Result<bool> readMember(const QString &key, const QJsonValue &value, ReceiverRule &out, int rule)
{
    if (key == QLatin1String("path")) {
        if (!value.toString().startsWith(u'/'))
            return wrong(rule, QStringLiteral("“path” must be a text that begins with “/”."));
        out.path = value.toString().toUtf8();
        return true;
    }
    if (key == QLatin1String("action"))
        return into(out.action, actionFrom(value, rule));
    if (key == QLatin1String("status"))
        return into(out.status, integer(value, key, 200, 599, rule));
    if (key == QLatin1String("times"))
        return into(out.times, integer(value, key, -1, 1'000'000'000, rule));
    if (key == QLatin1String("delay"))
        return into(out.delay, delayFrom(value, rule));
    if (key == QLatin1String("headers"))
        return readHeaders(value, out, rule);
    if (key == QLatin1String("retryAfter")) {
        const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        if (text.isEmpty() || !safeForHead(text))
            return wrong(rule, QStringLiteral("“retryAfter” must be seconds or an HTTP date."));
        out.headers.append({"Retry-After", text.toUtf8()});
        return true;
    }
    if (key == QLatin1String("body")) {
        out.body = bodyFrom(value);
        return true;
    }
    return wrong(rule,
                 QStringLiteral("unknown key “%1”; there are path, action, status, times, delay, headers, "
                                "retryAfter and body.")
                     .arg(key));
}

Result<ReceiverRule> readRule(const QJsonValue &value, int number)
{
    if (!value.isObject())
        return wrong(number, QStringLiteral("must be an object."));
    ReceiverRule rule;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (auto read = readMember(it.key(), it.value(), rule, number); !read)
            return tl::unexpected(read.error());
    }
    return rule;
}

tl::unexpected<Error> syntaxError(const QByteArray &json, const QJsonParseError &error)
{
    const QByteArray before = json.left(error.offset);
    const qsizetype column = error.offset - before.lastIndexOf('\n');
    return fail(ErrorCode::Malformed,
                QStringLiteral("The script is not JSON (line %1, column %2): %3.")
                    .arg(before.count('\n') + 1)
                    .arg(column)
                    .arg(error.errorString()));
}

} // namespace

Result<QList<ReceiverRule>> parseReceiverScript(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return syntaxError(json, error);
    const QJsonValue list = document.object().value(QLatin1String("rules"));
    if (!list.isArray())
        return fail(ErrorCode::Malformed, QStringLiteral("The script must be an object with an array “rules”."));
    QList<ReceiverRule> rules;
    for (const QJsonValue &value : list.toArray()) {
        auto rule = readRule(value, static_cast<int>(rules.size()) + 1);
        if (!rule)
            return tl::unexpected(rule.error());
        rules.append(std::move(*rule));
    }
    return rules;
}

QByteArray receiverScript(const QList<ReceiverRule> &rules)
{
    QJsonArray list;
    for (const ReceiverRule &rule : rules) {
        QJsonObject one{{QStringLiteral("path"), QString::fromUtf8(rule.path)},
                        {QStringLiteral("action"), nameOf(rule.action)},
                        {QStringLiteral("status"), rule.status},
                        {QStringLiteral("delay"), formatDuration(rule.delay)},
                        {QStringLiteral("times"), rule.times}};
        QJsonObject headers;
        for (const auto &[name, value] : rule.headers)
            headers.insert(QString::fromUtf8(name), QString::fromUtf8(value));
        if (!headers.isEmpty())
            one.insert(QStringLiteral("headers"), headers);
        if (!rule.body.isEmpty())
            one.insert(QStringLiteral("body"), QString::fromUtf8(rule.body));
        list.append(one);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("rules"), list}}).toJson(QJsonDocument::Compact);
}

} // namespace callboard
