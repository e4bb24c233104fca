// What a dropped file holds, told by the ending of its name and else by its content: CloudEvents, an encoder's
// notification, LightFlow's publish request, or bare records of assets. Pure.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/error.h"
#include "core/domain/event.h"
#include "core/payload/assetrequest.h"

#include <QList>

#include <variant>

namespace callboard {

inline const QString kDropSource = QStringLiteral("urn:callboard:drop");

struct DroppedFile {
    QByteArray name;
    qint64 modified = 0; // nanoseconds since 1970
    QByteArray content;
};

using DropContent = std::variant<QList<MediaEvent>, EncoderNotification, AssetRequest>;

// A bare record becomes an event of type kRecordEventType; its id is made of the file's name, its time of modification
// and the record. So the same file once more, after a crash before it was moved, is a duplicate, while a later file
// with an earlier state is news. Errors are Malformed with line and column, TooLarge for too many.
[[nodiscard]] Result<DropContent> readDrop(const DroppedFile &file);

} // namespace callboard
