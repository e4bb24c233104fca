// Asking a platform what an asset's record is now, and reading its answer: LightFlow's GET /assets/{uuid}, Spark's
// media.getFileInfo over REST. Pure; sending is the engine's.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/error.h"
#include "core/domain/platform.h"

#include <QUrl>

namespace callboard {

struct PlatformQuestion {
    QUrl url;
    QByteArray authorization; // "Bearer …", or empty: the key is in the URL's query (Spark)
};

// `key` is in the clear. InvalidUrl: the base URL can't be used.
[[nodiscard]] Result<PlatformQuestion> platformQuestion(const PlatformSettings &settings, const QString &key,
                                                        const QString &asset, const QString &project);

struct PlatformAnswer {
    QByteArray record;
    QString contentType;
};

// The record in a 200's body: LightFlow's object, or Spark's <result>. Malformed: an error form (<error>,
// {"message":…}) with its own words, or no record.
[[nodiscard]] Result<PlatformAnswer> readPlatformAnswer(PlatformKind kind, const QByteArray &body);

// Which platform an asset belongs to, told by its record's names.
[[nodiscard]] PlatformKind platformOf(const MediaAsset &asset);

} // namespace callboard
