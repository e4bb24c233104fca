// What a delivery tells its target that the one before it did not: parsed, compared and explained, ready to be shown.
// Pure. A record can be long, so this is made off the window's thread.
#pragma once

#include "core/payload/recorddiff.h"
#include "core/payload/recordwords.h"
#include "core/store/deliveryquery.h"

namespace callboard {

struct ReadableChange {
    FieldChange change;
    QString beforeMeaning; // empty: none known
    QString afterMeaning;
};

[[nodiscard]] QList<ReadableChange> readableChanges(const QList<FieldChange> &changes, const QString &zone);

struct AssetChanges {
    enum class Kind : quint8 {
        Unknown,        // not compared yet
        NoRecord,       // the event carries none
        Elsewhere,      // a replay of the latest state, whose event is none of those it repeats
        Unreadable,     // `problem` says why
        FirstTime,      // the target was told nothing about the asset before
        NothingToMatch, // what it was told before can't be read: `problem`
        Same,
        Different,
    };

    static constexpr int kMostFields = 2'000; // that are listed

    Kind kind = Kind::Unknown;
    QString problem;
    DeliveryId against;      // told the target what it knew before
    QList<Trigger> reported; // what the platform says has happened, each once
    bool replay = false;
    QList<ReadableChange> changes;
    QList<Trigger> shown;        // the events that the changes stand for
    QList<ReadableField> fields; // of the record, the first kMostFields
    qsizetype fieldCount = 0;
    QStringList warnings;
};

[[nodiscard]] AssetChanges assetChanges(const DeliveryDetail &detail);

} // namespace callboard
