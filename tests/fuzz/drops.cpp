#include "core/intake/drop/dropreader.h"
#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QSet>

namespace callboard::fuzz {

namespace {

void check(const QList<MediaEvent> &events, const DroppedFile &file)
{
    QSet<std::pair<QString, QString>> identities;
    for (const MediaEvent &event : events) {
        require(!event.asset.isEmpty() && !event.source.isEmpty(), "an event says what it is about", file.content);
        require(parseRecord(event.data, event.dataContentType).has_value(), "its data is a record", event.data);
        if (event.source != kDropSource)
            continue;
        const std::pair identity(event.source, event.sourceId);
        require(!identities.contains(identity), "each record is an event of its own", file.content);
        identities.insert(identity);
        requireJson(encodeCloudEvent(event), "a dropped record can be passed on");
    }
}

} // namespace

// The first line is the file's name.
void drops(const QByteArray &input)
{
    const qsizetype end = input.indexOf('\n');
    const DroppedFile file{input.left(end), 1'700'000'000'000'000'000, end < 0 ? input : input.mid(end + 1)};
    const auto content = readDrop(file);
    const auto again = readDrop(file);
    require(content.has_value() == again.has_value(), "a file is read twice the same", file.content);
    if (!content) {
        require(!content.error().detail.isEmpty(), "a refusal says why");
        requirePlaceInXml(content.error().detail, file.content);
        require(again.error() == content.error(), "and is refused twice the same", content.error().detail);
        return;
    }
    if (const auto *events = std::get_if<QList<MediaEvent>>(&*content)) {
        check(*events, file);
        require(*events == std::get<QList<MediaEvent>>(*again), "the same file is the same events", file.content);
    } else if (const auto *request = std::get_if<AssetRequest>(&*content)) {
        require(request->key == std::get<AssetRequest>(*again).key && !request->key.isEmpty(), "and the same request");
    } else {
        require(std::get<EncoderNotification>(*content).key() == std::get<EncoderNotification>(*again).key(),
                "and the same notification", file.content);
    }
}

} // namespace callboard::fuzz
