#include "app/cli/secrets.h"
#include "app/cli/targetcommands.h"
#include "core/domain/urlcredentials.h"

namespace callboard::cli {

namespace {

using Text = std::optional<std::string>;

tl::unexpected<Error> wrong(const char *option, const QString &text, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 “%2”: %3").arg(QLatin1String(option), text, expected));
}

template <class T, class Read>
Result<void> take(const Text &text, const char *option, const QString &expected, T &into, Read read)
{
    if (!text)
        return {};
    const QString value = QString::fromStdString(*text);
    const auto parsed = read(value);
    if (!parsed)
        return wrong(option, value, expected);
    into = *parsed;
    return {};
}

Result<Header> headerFrom(const std::string &text, bool secret)
{
    const QString line = QString::fromStdString(text);
    const qsizetype colon = line.indexOf(u':');
    if (colon < 1)
        return wrong(secret ? "--secret-header" : "--header", secret ? QStringLiteral("…") : line,
                     QStringLiteral("expected 'Name: value'."));
    Header header;
    header.name = line.left(colon).trimmed();
    header.value = line.mid(colon + 1).trimmed();
    header.secret = secret;
    if (secret) {
        auto value = readSecret(header.value);
        if (!value)
            return tl::unexpected(value.error());
        header.value = QString::fromUtf8(*value);
    }
    if (auto problem = headerProblem(header))
        return fail(ErrorCode::InvalidHeader, *problem);
    return header;
}

Result<void> takeHeaders(const std::vector<std::string> &texts, bool secret, HeaderList &headers)
{
    for (const std::string &text : texts) {
        auto header = headerFrom(text, secret);
        if (!header)
            return tl::unexpected(header.error());
        headers.removeIf(
            [&header](const Header &old) { return old.name.compare(header->name, Qt::CaseInsensitive) == 0; });
        headers.append(*header);
    }
    return {};
}

// What the document says of its callbacks; name, address, headers and scope stay.
Result<void> takePreset(CallbackTarget &target, const Text &preset)
{
    if (!preset)
        return {};
    if (*preset != "lightflow" && *preset != "spark")
        return wrong("--preset", QString::fromStdString(*preset), QStringLiteral("expected lightflow or spark."));
    const CallbackTarget model = *preset == "spark" ? sparkPreset() : lightFlowPreset();
    target.method = model.method;
    target.format = model.format;
    target.triggers = model.triggers;
    target.coalesceWindow = model.coalesceWindow;
    target.pipelining = model.pipelining;
    return {};
}

Result<void> takeWords(CallbackTarget &target, const TargetOptions &o)
{
    return takePreset(target, o.preset)
        .and_then([&] {
            return take(o.method, "--method", QStringLiteral("expected GET, POST or PUT."), target.method, methodFrom);
        })
        .and_then([&] {
            return take(o.format, "--format", QStringLiteral("expected lightflow, spark or cloudevents."),
                        target.format, formatFrom);
        })
        .and_then([&] {
            return take(o.source, "--source", QStringLiteral("expected lightflow or encoder."), target.source,
                        sourceFrom);
        })
        .and_then([&] {
            return take(o.on, "--on",
                        QStringLiteral(
                            "expected a list of success, failure, progress, rating, moderation, transcode, external."),
                        target.triggers, triggersFrom);
        })
        .and_then([&] {
            return take(o.urgent, "--urgent", QStringLiteral("expected a list of triggers, such as moderation."),
                        target.urgent, triggersFrom);
        });
}

Result<void> takeTimes(CallbackTarget &target, const TargetOptions &o)
{
    const QString duration = QStringLiteral("expected a duration such as 60s, 5m or 1h.");
    return take(o.coalesce, "--coalesce", duration, target.coalesceWindow, parseDuration)
        .and_then([&] {
            return take(o.coalesceLongest, "--coalesce-longest", duration, target.coalesceLongest, parseDuration);
        })
        .and_then([&] { return take(o.timeout, "--timeout", duration, target.totalTimeout, parseDuration); })
        .and_then([&] {
            return take(o.retry, "--retry", QStringLiteral("expected delays such as 5s,1m,5m, or standard, or none."),
                        target.retry, RetryPolicy::parse);
        })
        .and_then([&] {
            return take(o.rate, "--rate", QStringLiteral("expected a rate such as 50/s, 100/min or 1000/h, or none."),
                        target.rate, rateLimitFrom);
        });
}

} // namespace

Result<CallbackTarget> withOptions(CallbackTarget target, const TargetOptions &o)
{
    const auto taken = takeWords(target, o)
                           .and_then([&] { return takeTimes(target, o); })
                           .and_then([&] { return takeHeaders(o.headers, false, target.headers); })
                           .and_then([&] { return takeHeaders(o.secretHeaders, true, target.headers); });
    if (!taken)
        return tl::unexpected(taken.error());
    if (o.url)
        target.url = QString::fromStdString(*o.url);
    if (o.name)
        target.name = QString::fromStdString(*o.name);
    if (o.project)
        target.scope = {o.project->empty() ? ScopeKind::All : ScopeKind::Project, QString::fromStdString(*o.project)};
    if (o.asset)
        target.scope = {o.asset->empty() ? ScopeKind::All : ScopeKind::Asset, QString::fromStdString(*o.asset)};
    target.maxInFlight = o.maxInFlight.value_or(target.maxInFlight);
    target.pipelining = o.pipelining.value_or(target.pipelining);
    target.connections = o.connections.value_or(target.connections);
    target.pipelineDepth = o.pipelineDepth.value_or(target.pipelineDepth);
    target.relay = o.relay.value_or(target.relay);
    target.allowPrivate = o.allowPrivate.value_or(target.allowPrivate);
    if (separatedCredentials(target.url).had)
        return fail(ErrorCode::InvalidUrl,
                    QStringLiteral("The URL carries a user name or password. Give them with --auth basic --user NAME "
                                   "--auth-secret @FILE, and keep in mind that others could read this one."));
    if (auto problem = urlProblem(target.url))
        return fail(ErrorCode::InvalidUrl, *problem);
    if (target.name.isEmpty())
        target.name = proposedName(target.url);
    return target;
}

} // namespace callboard::cli
