#include "core/payload/rendering.h"

#include "core/payload/cloudevents.h"
#include "core/payload/lightflowcodec.h"
#include "core/payload/sparkcodec.h"

namespace callboard {

namespace {

RenderedPayload renderBody(const CallbackTarget &target, const MediaRecord &record, const MediaEvent &event)
{
    switch (target.format) {
    case PayloadFormat::Spark: return {{}, "application/xml", encodeSpark(record, event)};
    case PayloadFormat::CloudEvents: return {{}, "application/cloudevents+json", encodeCloudEvent(event)};
    case PayloadFormat::LightFlow: break;
    }
    return {{}, "application/json", encodeLightFlow(record, event)};
}

} // namespace

Result<RenderedPayload> render(const CallbackTarget &target, const MediaEvent &event)
{
    if (const auto problem = urlProblem(target.url))
        return fail(ErrorCode::InvalidUrl, *problem);
    const auto record = parseRecord(event.data, event.dataContentType);
    if (!record)
        return tl::unexpected<Error>(record.error());
    QUrl url(target.url, QUrl::StrictMode);
    if (target.method == Method::Get && !target.isMail())
        return RenderedPayload{lightFlowGetUrl(url, *record, event), {}, {}};
    RenderedPayload payload = renderBody(target, *record, event);
    url.setFragment(QString()); // never part of a request
    payload.url = url;
    return payload;
}

} // namespace callboard
