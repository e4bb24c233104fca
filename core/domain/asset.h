// What is known of a media asset: the record it was published with and the newest event about it. A plain value.
#pragma once

#include "core/domain/event.h"

#include <optional>

namespace callboard {

struct MediaAsset {
    QString id; // LightFlow's uuid, Spark's id
    QString project;
    bool published = false; // came in by POST /assets
    QString contentType;    // of `record`
    QByteArray record;      // as published; empty: it was not
    Timestamp createdAt{};
    std::optional<MediaEvent> latest; // the newest event; its data is the present record

    [[nodiscard]] bool isKnown() const { return published || latest; }
    [[nodiscard]] const QByteArray &presentRecord() const
    {
        return latest && !latest->data.isEmpty() ? latest->data : record;
    }
    [[nodiscard]] const QString &presentType() const
    {
        return latest && !latest->data.isEmpty() ? latest->dataContentType : contentType;
    }
};

} // namespace callboard
