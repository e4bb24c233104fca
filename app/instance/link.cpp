#include "app/instance/link.h"

#include <QRegularExpression>

namespace callboard {

namespace {

const QString kScheme = QStringLiteral("callboard://");

bool isLink(const QString &text)
{
    return text.startsWith(kScheme, Qt::CaseInsensitive);
}

} // namespace

QStringList pageNames()
{
    return {QStringLiteral("overview"), QStringLiteral("deliveries"), QStringLiteral("failures"),
            QStringLiteral("targets"),  QStringLiteral("assets"),     QStringLiteral("receiver"),
            QStringLiteral("projects")};
}

std::optional<Link> parseLink(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z-]+)(?:/([a-z]+|[0-9]{1,18}))?/?$"));
    const QRegularExpressionMatch match = form.match(isLink(text) ? text.mid(kScheme.size()) : QString());
    const QString what = match.captured(1);
    const QString which = match.captured(2);
    if (what == QLatin1String("new-target") && which.isEmpty())
        return Link{Link::Kind::NewTarget, {}, 0};
    if (what == QLatin1String("page") && pageNames().contains(which))
        return Link{Link::Kind::Page, which, 0};
    const qint64 id = which.toLongLong(); // 0 for what is no number
    if (what == QLatin1String("delivery") && id > 0)
        return Link{Link::Kind::Delivery, {}, id};
    if (what == QLatin1String("target") && id > 0)
        return Link{Link::Kind::Target, {}, id};
    return std::nullopt;
}

QString pageLink(const QString &page)
{
    return kScheme + QStringLiteral("page/") + page;
}

QString newTargetLink()
{
    return kScheme + QStringLiteral("new-target");
}

QString linkOfAction(const QString &action)
{
    if (action == QLatin1String("NewTarget"))
        return newTargetLink();
    return action == QLatin1String("Failures") ? pageLink(QStringLiteral("failures")) : QString();
}

} // namespace callboard
