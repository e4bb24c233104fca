#include "core/payload/mediarecord.h"
#include "core/payload/recorddiff.h"
#include "core/payload/recordwords.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QMap>

#include <algorithm>

namespace callboard::fuzz {

namespace {

using Texts = QMap<QByteArray, std::pair<QString, QString>>;

Texts textsOf(const QList<FieldChange> &changes, bool forwards)
{
    Texts texts;
    for (const FieldChange &change : changes) {
        const QString before = change.before.value_or(QString());
        const QString after = change.after.value_or(QString());
        require(before != after, "a change changes something", change.name);
        texts.insert(change.name.toLower(), forwards ? std::pair(before, after) : std::pair(after, before));
    }
    return texts;
}

} // namespace

void recordPairs(const QByteArray &input)
{
    const qsizetype middle = input.indexOf("\n---\n");
    const auto before = parseRecord(input.left(middle));
    const auto after = parseRecord(middle < 0 ? input : input.mid(middle + 5));
    if (!before || !after)
        return;
    require(changesBetween(*before, *before).isEmpty(), "nothing changes to itself", input);
    const auto forwards = changesBetween(*before, *after);
    const auto backwards = changesBetween(*after, *before);
    require(textsOf(forwards, true) == textsOf(backwards, false), "the way back is the way there", input);
    const QList<Trigger> shown = triggersShownBy(forwards);
    require(std::is_sorted(shown.begin(), shown.end()) && shown.size() <= qsizetype(allTriggers().size()),
            "what a change shows is told once, in order", input);
    require(!shown.isEmpty() || !forwards.isEmpty() || readableFields(*after, {}).size() == after->fields.size(),
            "what did not change is still shown", input);
}

} // namespace callboard::fuzz
