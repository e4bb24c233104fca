// The record of a media asset as its platform sent it: fields in their order, each value still the bytes it came as,
// so that 1.10 stays 1.10 and unknown fields survive. Read from JSON (simdjson's raw tokens) or XML.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

struct RecordField {
    QByteArray name;
    QByteArray raw; // a JSON token: "text" with its quotes and escapes, 1.10, true, null, {...}, [...]

    bool operator==(const RecordField &) const = default;
};

class MediaRecord {
public:
    QList<RecordField> fields;
    QStringList warnings; // "stray text “i” between elements at line 41, column 36"

    // Field names are compared without regard to case (Spark mixes publicUrl and user_name). Null counts as absent.
    [[nodiscard]] QByteArray raw(QByteArrayView name) const;              // empty: absent
    [[nodiscard]] std::optional<QString> text(QByteArrayView name) const; // strings unescaped, other tokens as they are
    [[nodiscard]] bool has(QByteArrayView name) const;
    void set(const QByteArray &name, const QByteArray &rawToken);
    void setText(const QByteArray &name, const QString &text);

    bool operator==(const MediaRecord &other) const { return fields == other.fields; }
};

// `contentType` application/xml or text/xml: one element per field under any root; else a JSON object. An empty
// content type is decided by the first byte. Errors: Malformed with line and column; not an object; duplicate field.
[[nodiscard]] Result<MediaRecord> parseRecord(const QByteArray &bytes, const QString &contentType = {});

// The JSON string token for a text, quotes included.
[[nodiscard]] QByteArray jsonString(const QString &text);

} // namespace callboard
