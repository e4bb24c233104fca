// The fields of a target's definition, one row each: how they are called, read and set. For targetdefinition and
// targetrestoring alone.
#pragma once

#include "core/domain/targetdefinition.h"

#include <QJsonValue>

#include <span>

namespace callboard {

struct DefinitionField {
    const char *key;
    const char *label; // what a person calls it
    QJsonValue (*get)(const CallbackTarget &);
    void (*set)(CallbackTarget &, const QJsonValue &);
    bool secret = false;
};

[[nodiscard]] std::span<const DefinitionField> definitionFields();

} // namespace callboard
