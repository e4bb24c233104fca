#include "core/intake/mediatype.h"

#include "core/intake/problem.h"

namespace callboard {

MediaType mediaTypeOf(const DoorRequest &request)
{
    const QByteArrayList parts = request.header("content-type").split(';');
    MediaType type{parts.front().trimmed().toLower(), {}};
    for (const QByteArray &part : parts.sliced(1)) {
        const QByteArray parameter = part.trimmed().toLower();
        if (parameter.startsWith("charset="))
            type.charset = parameter.sliced(8).replace('"', "");
    }
    return type;
}

DoorAnswer unsupportedMediaType(const QString &detail, const QByteArray &taken)
{
    DoorAnswer answer = problem(415, QStringLiteral("unsupported-media-type"), detail);
    answer.headers.emplaceBack("Accept-Post", taken);
    return answer;
}

std::optional<DoorAnswer> refuseEncoded(const DoorRequest &request, const QByteArray &taken)
{
    const QByteArray coding = request.header("content-encoding").toLower();
    if (coding.isEmpty() || coding == "identity")
        return std::nullopt;
    return unsupportedMediaType(
        QStringLiteral("The content encoding “%1” is not taken; send it plain.").arg(QString::fromLatin1(coding)),
        taken);
}

} // namespace callboard
