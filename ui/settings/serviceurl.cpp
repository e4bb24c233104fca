
#include "ui/settings/serviceurl.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace callboard {

namespace {

using Mood = FieldLine::Mood;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::ServiceUrl)
};

std::optional<QString> baseProblem(const QString &text)
{
    if (const auto problem = urlProblem(text))
        return inOurLanguage(*problem);
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("mailto"))
        return Words::tr("An address here begins with https:// or http://.");
    if (url.hasQuery() || url.hasFragment())
        return Words::tr("The address ends with its path: without “?” and “#”.");
    return std::nullopt;
}

} // namespace

QString baseUrlFrom(const QString &typed)
{
    QString base = typed.trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

UrlAdvice serviceUrlAdvice(const QString &url, bool allowPrivate)
{
    if (url.isEmpty())
        return {};
    if (const auto problem = baseProblem(url))
        return {Mood::Problem, *problem};
    UrlAdvice advice = urlAdvice(url, allowPrivate);
    // What is refused only until it is allowed.
    if (!allowPrivate && advice.sentence != urlAdvice(url, true).sentence)
        advice.sentence =
            Words::tr("%1 is an internal address: allow them below if it is meant.").arg(QUrl(url).host());
    return advice;
}

UrlAdvice doorUrlAdvice(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (const auto problem = baseProblem(text))
        return {Mood::Problem, *problem};
    const QUrl url(text, QUrl::StrictMode);
    if (url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback())
        return {Mood::Warning, Words::tr("Only this machine reaches that address: an encoder elsewhere does not.")};
    if (url.scheme() != QLatin1String("https"))
        return {Mood::Warning,
                Words::tr("Not encrypted: the notification secret can be read on the way. Prefer https.")};
    return {Mood::Good, Words::tr("Notifications arrive at %1.").arg(notificationUrl(text, Encoder::Zencoder))};
}

QString notificationUrl(const QString &base, Encoder encoder)
{
    return QString(base + QStringLiteral("/v1/encoders/") + toString(encoder));
}

} // namespace callboard
