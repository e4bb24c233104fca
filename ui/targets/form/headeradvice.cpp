#include "ui/targets/form/headeradvice.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::HeaderAdvice)
};

bool endsLikeSecret(const QString &name)
{
    // Named like one, and none: it only makes a request recognisable.
    if (name.compare(QLatin1String("Idempotency-Key"), Qt::CaseInsensitive) == 0)
        return false;
    constexpr QLatin1String kEnds[] = {QLatin1String("-key"), QLatin1String("-token"), QLatin1String("-secret"),
                                       QLatin1String("-password")};
    return std::any_of(std::begin(kEnds), std::end(kEnds),
                       [&name](QLatin1String end) { return name.endsWith(end, Qt::CaseInsensitive); });
}

bool sameName(const Header &a, const Header &b)
{
    return a.name.compare(b.name, Qt::CaseInsensitive) == 0;
}

} // namespace

bool resemblesSecret(const Header &header)
{
    return looksSecret(header.name) || endsLikeSecret(header.name)
        || header.value.startsWith(QLatin1String("Bearer "), Qt::CaseInsensitive)
        || header.value.startsWith(QLatin1String("Basic "), Qt::CaseInsensitive);
}

QStringList headerAdvice(const HeaderList &headers)
{
    QStringList advice;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const bool twice = header->enabled && std::any_of(headers.begin(), header, [&header](const Header &earlier) {
                               return earlier.enabled && sameName(earlier, *header);
                           });
        if (!header->secret && resemblesSecret(*header))
            advice.append(
                Words::tr("“%1” looks like a secret: tick Secret, and it is encrypted and masked.").arg(header->name));
        else if (twice)
            advice.append(Words::tr("“%1” is here more than once: the values are sent as one, with a comma between.")
                              .arg(header->name));
        else
            advice.append(QString());
    }
    return advice;
}

QStringList commonHeaderNames()
{
    return {QStringLiteral("Accept"),
            QStringLiteral("Accept-Language"),
            QStringLiteral("Authorization"),
            QStringLiteral("Cache-Control"),
            QStringLiteral("Content-Language"),
            QStringLiteral("Cookie"),
            QStringLiteral("From"),
            QStringLiteral("Idempotency-Key"),
            QStringLiteral("If-Match"),
            QStringLiteral("If-None-Match"),
            QStringLiteral("Origin"),
            QStringLiteral("Pragma"),
            QStringLiteral("Prefer"),
            QStringLiteral("Proxy-Authorization"),
            QStringLiteral("Referer"),
            QStringLiteral("traceparent"),
            QStringLiteral("X-Access-Token"),
            QStringLiteral("X-Api-Key"),
            QStringLiteral("X-Auth-Token"),
            QStringLiteral("X-Correlation-ID"),
            QStringLiteral("X-Forwarded-For"),
            QStringLiteral("X-Request-ID")};
}

} // namespace callboard
