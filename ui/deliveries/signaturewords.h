// What is known of an attempt's signature, in one line under its request. Pure, translated.
#pragma once

#include "core/domain/error.h"
#include "core/engine/signaturecheck.h"
#include "ui/targets/form/fieldline.h"

namespace callboard {

struct SignatureLine {
    FieldLine::Mood mood = FieldLine::Mood::Hint;
    QString sentence; // empty: nothing to say
};

[[nodiscard]] SignatureLine signatureLine(const Result<SignatureFinding> &finding, Timestamp now);

} // namespace callboard
