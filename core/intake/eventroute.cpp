#include "core/intake/eventroute.h"

#include "core/domain/hops.h"
#include "core/intake/mediatype.h"
#include "core/intake/problem.h"
#include "core/payload/cloudevents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

namespace {

const QByteArray kTaken = "application/cloudevents+json, application/cloudevents-batch+json, application/json";

enum class Mode { Structured, Binary, Unknown };

// The content type decides first: an event that says it is structured may not be overruled by stray ce- headers.
Mode modeOf(const DoorRequest &request, const MediaType &type)
{
    if (type.essence == "application/cloudevents+json" || type.essence == "application/cloudevents-batch+json")
        return Mode::Structured;
    const auto names = request.headers.keys();
    if (std::ranges::any_of(names, [](const QByteArray &name) { return name.startsWith("ce-"); }))
        return Mode::Binary;
    return type.essence == "application/json" ? Mode::Structured : Mode::Unknown;
}

// A header that is there twice says nothing that could be relied on.
std::optional<int> hopsOf(const DoorRequest &request)
{
    if (!request.has(kHopsHeader))
        return 0;
    return request.repeatedHeaders.contains(kHopsHeader) ? std::nullopt : hopsFrom(request.header(kHopsHeader));
}

std::optional<DoorAnswer> refuseLoop(const DoorRequest &request)
{
    const auto hops = hopsOf(request);
    if (!hops)
        return problem(
            400, QStringLiteral("malformed"),
            QStringLiteral("Callboard-Hops says through how many Callboards an event came: one whole number."));
    if (*hops > kMostHops)
        return problem(508, QStringLiteral("loop"),
                       QStringLiteral("This came through %1 Callboards, and at most %2 are taken: do they call each "
                                      "other? Nothing was taken.")
                           .arg(*hops)
                           .arg(kMostHops));
    return std::nullopt;
}

std::optional<DoorAnswer> admit(const DoorRequest &request)
{
    if (auto refusal = refuseEncoded(request, kTaken))
        return refusal;
    const MediaType type = mediaTypeOf(request);
    const Mode mode = modeOf(request, type);
    if (mode == Mode::Unknown)
        return unsupportedMediaType(QStringLiteral("The content type “%1” is not taken without ce- headers. Send "
                                                   "application/cloudevents+json, application/cloudevents-batch+json "
                                                   "or application/json.")
                                        .arg(QString::fromUtf8(type.essence)),
                                    kTaken);
    if (mode == Mode::Structured && !type.isUtf8())
        return unsupportedMediaType(
            QStringLiteral("JSON events are UTF-8, not “%1”.").arg(QString::fromUtf8(type.charset)), kTaken);
    return refuseLoop(request);
}

Result<QList<MediaEvent>> parse(const DoorRequest &request)
{
    if (modeOf(request, mediaTypeOf(request)) == Mode::Structured)
        return parseCloudEvents(request.body);
    return parseBinaryCloudEvent(request.headers, request.body).map([](MediaEvent event) {
        return QList<MediaEvent>{std::move(event)};
    });
}

DoorAnswer acknowledge(const Accepted &accepted)
{
    const QJsonObject object{{QStringLiteral("accepted"), accepted.accepted},
                             {QStringLiteral("duplicates"), accepted.duplicates},
                             {QStringLiteral("ids"), QJsonArray::fromStringList(accepted.ids)}};
    return {202, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

void serve(EventSink &sink, const DoorRequest &request, const Reply &reply)
{
    Result<QList<MediaEvent>> events = parse(request);
    if (!events)
        return reply(problemOf(events.error()));
    for (MediaEvent &event : *events)
        event.hops = hopsOf(request).value_or(0);
    if (events->isEmpty()) // a batch of none is a batch (CloudEvents JSON format §4)
        return reply(acknowledge({}));
    sink.submit({std::move(*events), [reply](const Result<Accepted> &accepted) {
                     reply(accepted ? acknowledge(*accepted) : problemOf(accepted.error()));
                 }});
}

} // namespace

Route eventRoute(EventSink &sink)
{
    return {.method = "POST",
            .path = "/v1/events",
            .access = Route::Access::Token,
            .admit = admit,
            .serve = [&sink](const DoorRequest &request, const Reply &reply) { serve(sink, request, reply); },
            .scope = DoorScope::Events};
}

} // namespace callboard
