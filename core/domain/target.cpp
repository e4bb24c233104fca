#include "core/domain/target.h"

#include "core/domain/mailaddress.h"
#include "core/domain/ports.h"
#include "core/domain/urlcredentials.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <span>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLongestName = 120;
constexpr qsizetype kLongestUrl = 4096;
constexpr qsizetype kMostHeaders = 64;
constexpr qsizetype kMostSigningKeys = 4;
constexpr Milliseconds kLongestWindow = 24h;
constexpr int kMostConnections = 16;
constexpr int kDeepestPipeline = 64;

constexpr std::array kMethods{"POST", "PUT", "GET"};
constexpr std::array kFormats{"lightflow", "spark", "cloudevents"};
constexpr std::array kSources{"lightflow", "encoder"};
constexpr std::array kStates{"enabled", "paused", "disabled", "disabled"};

using Names = std::span<const char *const>;

template <class Enum>
std::optional<Enum> lookUp(Names names, const QString &text)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (text.compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

template <class Enum>
QString nameOf(Names names, Enum value)
{
    return QLatin1String(names[static_cast<size_t>(value)]);
}

void checkHeaders(const HeaderList &headers, QList<FieldProblem> &problems)
{
    if (headers.size() > kMostHeaders)
        problems.append({TargetField::Headers, QStringLiteral("At most %1 headers.").arg(kMostHeaders)});
    for (int row = 0; row < headers.size(); ++row) {
        if (auto problem = headerProblem(headers[row]))
            problems.append({TargetField::Headers, *problem, true, row});
        else if (!headers[row].secret && looksSecret(headers[row].name) && !headers[row].value.isEmpty())
            problems.append({TargetField::Headers,
                             QStringLiteral("%1 usually carries a credential: mark it secret to keep it encrypted.")
                                 .arg(headers[row].name),
                             false, row});
    }
}

void checkSigning(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    const Signing &signing = target.signing;
    if (!signing.isOn())
        return;
    if (target.isMail()) {
        problems.append(
            {TargetField::Signing, QStringLiteral("A mail can't be signed this way: set signing to none.")});
        return;
    }
    if (signing.keys.isEmpty() || !signing.keys.constFirst().secret.isSet())
        problems.append({TargetField::Signing, QStringLiteral("Signing needs a key.")});
    if (signing.keys.size() > kMostSigningKeys) {
        problems.append({TargetField::Signing, QStringLiteral("At most %1 keys at a time.").arg(kMostSigningKeys)});
    }
    if (signing.header.isEmpty())
        return;
    if (auto problem = headerNameProblem(signing.header))
        problems.append({TargetField::Signing, *problem});
    for (const Header &header : target.headers) {
        if (header.enabled && header.name.compare(signing.header, Qt::CaseInsensitive) == 0)
            problems.append({TargetField::Signing,
                             QStringLiteral("The header “%1” is among the target's own already.").arg(header.name)});
    }
}

void checkAccess(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    if (target.isMail()) {
        if (target.authentication.isOn() || !target.tls.isDefault() || target.proxy.isOn())
            problems.append({TargetField::Authentication,
                             QStringLiteral("A mail goes through the mail server: it has no authentication, "
                                            "certificates or proxy of its own.")});
        return;
    }
    if (auto problem = authenticationProblem(target.authentication))
        problems.append({TargetField::Authentication, *problem});
    for (const Header &header : target.headers) {
        if (target.authentication.isOn() && header.enabled
            && header.name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0)
            problems.append({TargetField::Authentication,
                             QStringLiteral("The header “%1” is among the target's own already.").arg(header.name)});
    }
    if (auto problem = tlsProblem(target.tls))
        problems.append({TargetField::Tls, *problem});
    if (auto problem = proxyProblem(target.proxy))
        problems.append({TargetField::Proxy, *problem});
}

bool sendsSecrets(const CallbackTarget &target)
{
    const bool inHeaders = std::any_of(target.headers.begin(), target.headers.end(),
                                       [](const Header &header) { return header.enabled && header.secret; });
    return inHeaders || target.authentication.isOn() || target.signing.scheme == SigningScheme::Token;
}

// Within the plant nobody is meant to listen; on the way to others anybody may.
void checkEncryption(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    const bool inTheClear = QUrl(target.url, QUrl::StrictMode).scheme() == QLatin1String("http");
    if (inTheClear && !target.allowPrivate && sendsSecrets(target))
        problems.append({TargetField::Url,
                         QStringLiteral("The secret travels unencrypted over http, and whoever is on the way can read "
                                        "it: use https."),
                         false});
}

void checkIdentity(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    if (target.name.trimmed().isEmpty())
        problems.append({TargetField::Name, QStringLiteral("Give the target a name.")});
    else if (target.name.size() > kLongestName)
        problems.append({TargetField::Name, QStringLiteral("A name has at most %1 characters.").arg(kLongestName)});
    if (auto problem = urlProblem(target.url))
        problems.append({TargetField::Url, *problem});
    else
        checkEncryption(target, problems);
    if (target.format == PayloadFormat::Spark && target.method != Method::Post)
        problems.append({TargetField::Method, QStringLiteral("Spark's media callback is always an HTTP POST.")});
    if (target.relay && target.source != CallbackSource::Encoder)
        problems.append({TargetField::Source,
                         QStringLiteral("Only a callback that was handed to an encoder is relayed: set the source to "
                                        "encoder, or the relay off.")});
}

QString wordsOf(TriggerSet triggers)
{
    QStringList words;
    for (const TriggerInfo &entry : allTriggers()) {
        if (triggers.has(entry.trigger))
            words.append(entry.word);
    }
    return words.join(QLatin1String(", "));
}

void checkUrgent(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    if (target.urgent.isEmpty())
        return;
    if (target.coalesceWindow == 0ms) {
        problems.append({TargetField::Coalescing,
                         QStringLiteral("Urgent makes no difference without a window: every event leaves at once."),
                         false});
    }
    const auto unticked = TriggerSet::fromBits(target.urgent.bits() & ~target.triggers.bits());
    if (!unticked.isEmpty()) {
        problems.append(
            {TargetField::Coalescing,
             QStringLiteral("Urgent, but not among the events it is called for: %1.").arg(wordsOf(unticked)), false});
    }
}

void checkCoalescing(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    const Milliseconds window = target.coalesceWindow;
    const Milliseconds longest = target.coalesceLongest;
    if (window < 0ms || window > kLongestWindow) {
        problems.append({TargetField::Coalescing, QStringLiteral("The window is between 0 s and 24 h.")});
    } else if (longest < 0ms || longest > kLongestWindow) {
        problems.append({TargetField::Coalescing, QStringLiteral("The window widens to 24 h at most.")});
    } else if (longest != 0ms && longest < window) {
        problems.append({TargetField::Coalescing,
                         QStringLiteral("The window can't widen to %1: it begins at %2.")
                             .arg(formatDuration(longest), formatDuration(window))});
    } else if (longest != 0ms && window == 0ms) {
        problems.append({TargetField::Coalescing,
                         QStringLiteral("Without a window there is none to widen: every event leaves at once."),
                         false});
    }
    checkUrgent(target, problems);
}

void checkLimits(const CallbackTarget &target, QList<FieldProblem> &problems)
{
    if (target.totalTimeout < 100ms || target.totalTimeout > 10min)
        problems.append({TargetField::Timeout, QStringLiteral("The time-out is between 100 ms and 10 min.")});
    if (target.maxInFlight < 1 || target.maxInFlight > 256)
        problems.append({TargetField::Limits, QStringLiteral("Between 1 and 256 requests in flight.")});
    if (target.rate.count != 0 && rateFrom(rateText(target.rate)) != target.rate) {
        problems.append({TargetField::Limits,
                         QStringLiteral("A rate is at least one request a second, minute or hour, and at most 100000 "
                                        "a second.")});
    }
    if (target.connections < 1 || target.connections > kMostConnections) {
        problems.append(
            {TargetField::Limits, QStringLiteral("Pipelining uses 1 to %1 connections.").arg(kMostConnections)});
    }
    if (target.pipelineDepth < 1 || target.pipelineDepth > kDeepestPipeline) {
        problems.append(
            {TargetField::Limits, QStringLiteral("A pipeline is 1 to %1 requests deep.").arg(kDeepestPipeline)});
    }
}

} // namespace

std::optional<QString> urlProblem(const QString &text)
{
    if (text.isEmpty())
        return QStringLiteral("Enter the address to call, such as https://example.com/callback.");
    if (text.size() > kLongestUrl)
        return QStringLiteral("The URL is longer than %1 characters.").arg(kLongestUrl);
    for (QChar c : text) {
        if (c.isSpace() || c.unicode() < 0x20 || c.unicode() == 0x7F)
            return QStringLiteral("The URL has a space or control character in it.");
    }
    if (text.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) {
        const auto address = parseMailto(text);
        return address ? std::nullopt : std::optional(address.error().detail);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return QStringLiteral("Not a valid URL: %1").arg(urlErrorOf(url));
    const QString scheme = url.scheme();
    if (scheme.isEmpty())
        return QStringLiteral("The URL needs a scheme: https://, http:// or mailto:");
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return QStringLiteral("Scheme “%1” is not supported: use https, http or mailto.").arg(scheme);
    if (url.host().isEmpty())
        return QStringLiteral("The URL has no host: %1").arg(withoutCredentials(text));
    if (separatedCredentials(text).had)
        return QStringLiteral("The URL carries a user name or password. Give them as Basic authentication instead.");
    if (url.port() == 0)
        return QStringLiteral("Port 0 can't be called.");
    if (isForbiddenPort(url.port(80)))
        return QStringLiteral("Port %1 belongs to another protocol and is never called.").arg(url.port());
    return std::nullopt;
}

QList<FieldProblem> validate(const CallbackTarget &target)
{
    QList<FieldProblem> problems;
    checkIdentity(target, problems);
    checkHeaders(target.headers, problems);
    checkSigning(target, problems);
    checkAccess(target, problems);
    if (target.triggers.isEmpty())
        problems.append({TargetField::Triggers, QStringLiteral("No trigger is ticked: it is never called."), false});
    if (target.scope.kind != ScopeKind::All && target.scope.id.trimmed().isEmpty())
        problems.append({TargetField::Scope, QStringLiteral("Name the project or asset this target is for.")});
    checkCoalescing(target, problems);
    checkLimits(target, problems);
    return problems;
}

QString proposedName(const QString &text)
{
    if (const auto address = parseMailto(text))
        return address->recipients().value(0);
    return QUrl(text, QUrl::StrictMode).host();
}

CallbackTarget lightFlowPreset()
{
    return {};
}

CallbackTarget sparkPreset()
{
    CallbackTarget target;
    target.format = PayloadFormat::Spark;
    target.triggers = {Trigger::Rating, Trigger::Moderation, Trigger::Transcode, Trigger::External};
    target.coalesceWindow = 60s;
    target.pipelining = true;
    return target;
}

QString toString(Method method)
{
    return nameOf(kMethods, method);
}
QString toString(PayloadFormat format)
{
    return nameOf(kFormats, format);
}
QString toString(CallbackSource source)
{
    return nameOf(kSources, source);
}
QString toString(TargetState state)
{
    return nameOf(kStates, state);
}
std::optional<Method> methodFrom(const QString &text)
{
    return lookUp<Method>(kMethods, text);
}
std::optional<PayloadFormat> formatFrom(const QString &text)
{
    return lookUp<PayloadFormat>(kFormats, text);
}
std::optional<CallbackSource> sourceFrom(const QString &text)
{
    return lookUp<CallbackSource>(kSources, text);
}

} // namespace callboard
