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

} // namespace callboard
