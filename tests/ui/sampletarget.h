// A target as the store hands it out: with an id, a sealed secret and a header in the clear.
#pragma once

#include "core/domain/target.h"

namespace callboard {

inline CallbackTarget stored()
{
    CallbackTarget target;
    target.id = TargetId{7};
    target.name = QStringLiteral("CMS ingest");
    target.url = QStringLiteral("https://callback.example/ingest");
    target.headers = {{QStringLiteral("Authorization"), {}, QByteArrayLiteral("sealed-bytes"), true, true},
                      {QStringLiteral("X-Custom-Header"), QStringLiteral("X-Custom-Header-Value"), {}, false, true}};
    target.revision = 3;
    return target;
}

// With a key that is stored, and one from before it that goes on for three hours.
inline CallbackTarget signedWith(SigningScheme scheme)
{
    CallbackTarget target = stored();
    const auto inThreeHours = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
        + std::chrono::hours(3);
    target.signing = {
        scheme,
        {},
        {{{{}, QByteArrayLiteral("sealed-new")}, {}}, {{{}, QByteArrayLiteral("sealed-old")}, inThreeHours}}};
    return target;
}

} // namespace callboard
