// Callback definitions from outside: LightFlow's publish request or its `callbacks` array, a pasted curl command, and
// our own export. Faults of hand-written samples are mended and each repair is listed; what can't be mended is an
// Error with line and column. Nothing is saved here.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace callboard {

struct Repair {
    int line = 0;   // 1-based, in the text as given
    int column = 0; // 1-based, in characters
    QString what;   // "missing comma"
    QString how;    // "inserted before “username”"

    bool operator==(const Repair &) const = default;
};

struct ImportedTargets {
    QList<CallbackTarget> targets; // names proposed, secrets marked where the header name says so
    QList<Repair> repairs;
    QStringList warnings; // placeholders such as <JWT TOKEN>, a token left out on purpose, ...
};

[[nodiscard]] Result<ImportedTargets> importTargets(const QByteArray &text);

// Our own format: {"callboard":1,"targets":[...]}. Secret values are left out and said so ("secret": true).
[[nodiscard]] QByteArray exportTargets(const QList<CallbackTarget> &targets);
// One target as a JSON object, for --json; `id` included, secrets masked.
[[nodiscard]] QByteArray targetToJson(const CallbackTarget &target);

} // namespace callboard
