// How a target shows who it is and how its connections are made, read from our own export. Secrets never come with it:
// what can't be used without its secret is left off, and who gave it is told so.
#pragma once

#include "core/domain/target.h"
#include "core/payload/definition/lenientjson.h"

#include <optional>

namespace callboard {

[[nodiscard]] std::optional<Error> readAuthentication(const JsonNode &node, CallbackTarget &target, ImportNotes &notes);
[[nodiscard]] std::optional<Error> readTls(const JsonNode &node, CallbackTarget &target, ImportNotes &notes);
// An object, or its address alone.
[[nodiscard]] std::optional<Error> readProxy(const JsonNode &node, CallbackTarget &target, ImportNotes &notes);

} // namespace callboard
