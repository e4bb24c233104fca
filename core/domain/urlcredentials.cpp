#include "core/domain/urlcredentials.h"

#include "core/domain/header.h"

#include <algorithm>

namespace callboard {

namespace {

struct Span {
    qsizetype begin = -1; // of what stands before the @; negative: nothing does
    qsizetype end = -1;   // the @
};

qsizetype endOfScheme(const QString &url)
{
    const qsizetype colon = url.indexOf(u':');
    return colon > 0 && url.mid(colon, 3) == QLatin1String("://") ? colon : -1;
}

Span credentialsIn(const QString &url)
{
    const qsizetype colon = endOfScheme(url);
    if (colon < 0)
        return {};
    const qsizetype begin = colon + 3;
    const auto rest = url.begin() + begin;
    const auto isEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const qsizetype end = begin + (std::find_if(rest, url.end(), isEnd) - rest);
    const qsizetype at = url.left(end).lastIndexOf(u'@');
    return at < begin ? Span{} : Span{begin, at};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

bool namesAHost(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

bool isWeb(const QString &url)
{
    const QString scheme = url.left(std::max<qsizetype>(endOfScheme(url), 0)).toLower();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http");
}

} // namespace

SeparatedUrl separatedCredentials(const QString &url)
{
    const Span span = credentialsIn(url);
    if (span.begin < 0 || !isWeb(url))
        return {url, {}, {}, false};
    const QString given = url.mid(span.begin, span.end - span.begin);
    const qsizetype colon = given.indexOf(u':');
    QString clean = url;
    clean.remove(span.begin, span.end + 1 - span.begin);
    return {clean, decoded(given.left(colon)), colon < 0 ? QString() : decoded(given.mid(colon + 1)), true};
}

QString withoutCredentials(const QString &url)
{
    if (url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return url;
    Span span = credentialsIn(url);
    // A password with a slash in it, or an address without its slashes: too much is better than too little.
    if (span.begin < 0 && url.contains(u'@') && !namesAHost(url))
        span = {endOfScheme(url) < 0 ? 0 : endOfScheme(url) + 3, url.lastIndexOf(u'@')};
    if (span.begin < 0 || span.end < span.begin)
        return url;
    QString masked = url;
    return masked.replace(span.begin, span.end - span.begin, kMask);
}

QString urlErrorOf(const QUrl &url)
{
    return url.errorString().section(QLatin1String("; source was"), 0, 0);
}

} // namespace callboard
