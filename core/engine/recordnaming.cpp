#include "core/engine/recordnaming.h"

#include "core/payload/recorddiff.h"
#include "core/store/tables/assetstore.h"

namespace callboard {

Result<QList<MediaEvent>> namedEvents(Database &db, const MediaEvent &event)
{
    if (event.type != kRecordEventType || event.source == kRefreshSource)
        return QList<MediaEvent>{event};
    const auto asset = AssetStore(db).find(event.asset);
    if (!asset)
        return tl::unexpected(asset.error());
    const auto after = parseRecord(event.data, event.dataContentType);
    if (!after)
        return tl::unexpected(after.error());
    const auto before = parseRecord(asset->presentRecord(), asset->presentType());
    if (!asset->isKnown() || !before)
        return QList<MediaEvent>{event};
    QList<MediaEvent> named;
    for (Trigger trigger : triggersShownBy(changesBetween(*before, *after))) {
        MediaEvent one = event;
        one.trigger = trigger;
        one.type = info(trigger).eventType;
        if (!named.isEmpty())
            one.sourceId += u'/' + info(trigger).option;
        named.append(one);
    }
    return named.isEmpty() ? QList<MediaEvent>{event} : named;
}

} // namespace callboard
