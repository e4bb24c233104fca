// What goes out for one event to one target: URL, content type and body. Pure; the same function feeds the wire, the
// preview beside the form and the tests.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"
#include "core/domain/target.h"

#include <QUrl>

namespace callboard {

struct RenderedPayload {
    QUrl url;
    QByteArray contentType; // empty: no body
    QByteArray body;
};

[[nodiscard]] Result<RenderedPayload> render(const CallbackTarget &target, const MediaEvent &event);

// Samples of both documents for previews, tests and the demo: LightFlow's record as media.asset.published, Spark's as
// media.file.rated (the document's own records).
[[nodiscard]] MediaEvent sampleEvent(Trigger trigger);

} // namespace callboard
