// The words in which assets and what encoders say of them are shown. Pure. What came from outside goes through shown():
// text stays text.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/encoder.h"
#include "core/domain/target.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"

namespace callboard::assetwords {

inline const QString kUnknown = QStringLiteral("–");

[[nodiscard]] QString shown(const QString &text);    // on one line, control and bidi characters escaped
[[nodiscard]] QString wholeTip(const QString &text); // for a tooltip: escaped too, and never read as rich text

[[nodiscard]] QString status(const QString &status); // of assetStatus(): "Finished"; a word of its own as it is
[[nodiscard]] look::Tone statusTone(const QString &status);
[[nodiscard]] QString lastEvent(const MediaAsset &asset); // published, rated; record seen; –

[[nodiscard]] QString encoder(Encoder encoder);                  // Zencoder
[[nodiscard]] QString part(const EncoderNotification &arrived);  // Job, Output 12345, TITLE/CREATE/…
[[nodiscard]] look::Tone stateTone(const QString &encoderState); // of the encoder's own word
[[nodiscard]] QString source(const CallbackTarget &target);      // LightFlow; Encoder; Encoder, through Callboard

// By the content type, and where there is none by the first byte.
[[nodiscard]] PayloadView::Language languageOf(const QString &contentType, const QByteArray &bytes);

} // namespace callboard::assetwords
