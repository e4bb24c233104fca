// The Content-Type and Content-Encoding of a request, as far as a route decides by them, and the refusal (415) that
// names what would have been taken. Pure.
#pragma once

#include "core/intake/doormessage.h"

#include <QString>

#include <optional>

namespace callboard {

struct MediaType {
    QByteArray essence; // lower case, without parameters; empty: not said
    QByteArray charset; // lower case; empty: not said

    [[nodiscard]] bool isUtf8() const { return charset.isEmpty() || charset == "utf-8"; }
};

[[nodiscard]] MediaType mediaTypeOf(const DoorRequest &request);

// 415. `taken` goes into Accept-Post.
[[nodiscard]] DoorAnswer unsupportedMediaType(const QString &detail, const QByteArray &taken);
// For a body that is compressed; empty optional: it is plain.
[[nodiscard]] std::optional<DoorAnswer> refuseEncoded(const DoorRequest &request, const QByteArray &taken);

} // namespace callboard
