// A target's definition as JSON without any secret, and back; what differs between two, field by field; one taken up
// again. In place of each secret stands a mark, made from its sealed bytes: another mark is another secret, and nothing
// more can be told from it. Every field of CallbackTarget is in one table. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace callboard {

// "secret:…"; empty for no secret.
[[nodiscard]] QString secretMark(const QByteArray &sealed);

[[nodiscard]] QJsonObject definitionOf(const CallbackTarget &target);
// Where a secret is sealed there is its mark, which nothing can open. What the JSON does not tell has its default.
[[nodiscard]] CallbackTarget targetFromDefinition(const QJsonObject &definition);
// Malformed: no JSON object.
[[nodiscard]] Result<CallbackTarget> targetFromDefinition(const QByteArray &json);

struct FieldDifference {
    QString field;  // the JSON's name: url, header X-Key, tls.pins
    QString before; // as a person reads it; empty: there was none
    QString after;
    bool secret = false; // the texts do not tell what differs

    bool operator==(const FieldDifference &) const = default;
};

// In the order of the table. Either may have secrets sealed or marked.
[[nodiscard]] QList<FieldDifference> differences(const CallbackTarget &before, const CallbackTarget &after);
// What a person calls a field, in English: "address" for url; a header's name stays.
[[nodiscard]] QString fieldLabel(const QString &field);

struct Restored {
    CallbackTarget target;
    QStringList missing; // fields of secrets that it had and that are not there today; they are empty in `target`
};

// `present` with the definition of `revision`. What it is and what was done with it stays: id, state and origin.
// Secrets are those of today, where there is one in the same place.
[[nodiscard]] Restored restored(const CallbackTarget &revision, const CallbackTarget &present);

} // namespace callboard
