// Reads JSON as people write it in samples: trailing and missing commas, stray quotes and backslashes, curly quotes.
// Every liberty taken is noted as a repair. What it can't make sense of is an Error with line and column. Pure.
#pragma once

#include "core/payload/definition/sourcetext.h"

#include <vector>

namespace callboard {

struct JsonMember;

struct JsonNode {
    enum class Kind { Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Null;
    QString text; // of a string its text, of a number or truth value its spelling
    std::vector<JsonNode> items;
    std::vector<JsonMember> members;
    qsizetype offset = 0; // where it begins in the text as given

    [[nodiscard]] bool isObject() const { return kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; }
    [[nodiscard]] bool isString() const { return kind == Kind::String; }
    // The first member of that name; case, spaces, `_` and `-` don't count. Null: there is none.
    [[nodiscard]] const JsonNode *find(QStringView key) const;
};

struct JsonMember {
    QString key;
    qsizetype offset = 0;
    JsonNode value;
};

// `on Failure`, `on_failure` and `onFailure` are one key: onfailure.
[[nodiscard]] QString plainKey(QStringView key);

// The path from `root` to what stands at `offset`: .headers[0].name; empty: root itself.
[[nodiscard]] QString pathTo(const JsonNode &root, qsizetype offset);

[[nodiscard]] Result<JsonNode> readLenientJson(const MappedText &text, ImportNotes &notes);

} // namespace callboard
