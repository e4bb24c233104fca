#include "core/domain/platform.h"

namespace callboard {

QString toString(PlatformKind kind)
{
    return kind == PlatformKind::LightFlow ? QStringLiteral("lightflow") : QStringLiteral("spark");
}

std::optional<PlatformKind> platformFrom(const QString &text)
{
    for (PlatformKind kind : {PlatformKind::LightFlow, PlatformKind::Spark}) {
        if (text.compare(toString(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

} // namespace callboard
