#include "core/domain/encoder.h"

namespace callboard {

namespace {

const QString kSourcePrefix = QStringLiteral("urn:callboard:encoder:");

} // namespace

QString toString(Encoder encoder)
{
    return encoder == Encoder::Zencoder ? QStringLiteral("zencoder") : QStringLiteral("brightcove");
}

std::optional<Encoder> encoderFrom(const QString &text)
{
    for (Encoder encoder : {Encoder::Zencoder, Encoder::Brightcove}) {
        if (text.compare(toString(encoder), Qt::CaseInsensitive) == 0)
            return encoder;
    }
    return std::nullopt;
}

QString defaultBaseUrl(Encoder encoder)
{
    return encoder == Encoder::Zencoder ? QStringLiteral("https://app.zencoder.com") : QString();
}

QString eventSource(Encoder encoder)
{
    return kSourcePrefix + toString(encoder);
}

bool isFromEncoder(const QString &eventSource)
{
    return eventSource.startsWith(kSourcePrefix);
}

} // namespace callboard
