#include "core/payload/rendering.h"

#include "core/payload/cloudevents.h"
#include "core/payload/lightflowcodec.h"
#include "core/payload/sparkcodec.h"

#include <QCache>

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

// A target's address is read once and not for every callback; the few hundred used last are remembered.
Result<QUrl> addressFrom(const QString &text)
{
    constexpr qsizetype kRemembered = 512;
    static thread_local QCache<QString, QUrl> known(kRemembered);
    if (const QUrl *url = known.object(text))
        return *url;
    if (const auto problem = urlProblem(text))
        return fail(ErrorCode::InvalidUrl, *problem);
    const QUrl url(text, QUrl::StrictMode);
    known.insert(text, new QUrl(url));
    return url;
}

} // namespace

Result<RenderedPayload> render(const CallbackTarget &target, const MediaEvent &event)
{
    auto address = addressFrom(target.url);
    if (!address)
        return tl::unexpected(address.error());
    QUrl url = std::move(*address);
    const auto record = parseRecord(event.data, event.dataContentType);
    if (!record)
        return tl::unexpected<Error>(record.error());
    if (target.method == Method::Get && !target.isMail())
        return RenderedPayload{lightFlowGetUrl(url, *record, event), {}, {}};
    RenderedPayload payload = renderBody(target, *record, event);
    if (url.hasFragment())
        url.setFragment(QString()); // never part of a request
    payload.url = url;
    return payload;
}

} // namespace callboard
