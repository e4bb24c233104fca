// One callback definition as JSON -> CallbackTarget: the documents' keys (seeds/lightflow-callbacks.txt, lines 37-93)
// and those of our own export. What is left out has the documents' defaults; unknown keys are warned of.
#pragma once

#include "core/domain/target.h"
#include "core/payload/definition/lenientjson.h"

#include <optional>

namespace callboard {

// As people write it: every key and value in any spelling, each noted as a repair. As the document has it: its own
// spellings (truth values in quotes and `on Failure` are among them); others, unknown keys and masked header values are
// Malformed.
enum class Spelling : quint8 { AsPeopleWriteIt, AsDocumented };

[[nodiscard]] Result<CallbackTarget> readTarget(const JsonNode &node, ImportNotes &notes,
                                                Spelling spelling = Spelling::AsPeopleWriteIt);

// Shared with the curl command: refuse what could not be sent, mark what looks secret, warn of placeholders. A name and
// password in a URL become Basic authentication, noted as a repair.
[[nodiscard]] std::optional<Error> setImportedUrl(CallbackTarget &target, const QString &url, qsizetype offset,
                                                  ImportNotes &notes);
[[nodiscard]] std::optional<Error> addImportedHeader(CallbackTarget &target, const QString &name, const QString &value,
                                                     qsizetype offset, ImportNotes &notes);
// The part of a text that a person still has to fill in (API_TOKEN, <JWT TOKEN>, {{token}}, $TOKEN); empty: none.
[[nodiscard]] QString placeholderIn(const QString &text);
// Where it stands, at or after `offset`.
[[nodiscard]] qsizetype placeholderOffset(const QString &placeholder, qsizetype offset, const ImportNotes &notes);

} // namespace callboard
