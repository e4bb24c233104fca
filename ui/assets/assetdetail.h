// What the page of assets shows, made ready in the thread that reads: a row of the list, and everything about one
// asset. Plain values and pure functions over what the workspace answers.
#pragma once

#include "core/domain/asset.h"
#include "core/payload/encoder/zencoderjob.h"
#include "core/payload/recordwords.h"
#include "core/store/workspacereader.h"

namespace callboard {

struct AssetRow {
    QString id;
    QString name;   // as it is shown; empty: it has none
    QString status; // of assetStatus()
    QString project;
    QString lastEvent; // in words
    Timestamp at{};    // of the last event; else when it was published

    bool operator==(const AssetRow &) const = default;
};

// What the encoder is told about an asset, with secrets masked, and whether a job can be made of it.
struct EncoderHandOff {
    QByteArray settings; // JSON as it stands in the job; empty: no callback goes to the encoder
    QList<HandOffProblem> problems;
    QString obstacle; // why no job can be submitted; empty: it can
};

struct AssetDetail {
    MediaAsset asset;
    AssetRow row;
    QString zone;
    QList<ReadableField> fields;
    QStringList warnings;
    QString recordProblem;           // why the record can't be read field by field
    QList<CallbackTarget> callbacks; // those that belong to it alone
    EncoderHandOff handOff;
    QList<EncoderNotification> notifications; // newest first
};

// What is known in the workspace beside the asset itself.
struct AssetSurroundings {
    QList<CallbackTarget> targets;
    QList<Project> projects;
    EncoderSettings zencoder;
    QList<EncoderNotification> notifications;
};

[[nodiscard]] AssetRow assetRow(const MediaAsset &asset);
[[nodiscard]] AssetDetail assetDetail(const MediaAsset &asset, const AssetSurroundings &around);
[[nodiscard]] EncoderHandOff encoderHandOff(const MediaAsset &asset, const QList<CallbackTarget> &targets,
                                            const EncoderSettings &settings);

[[nodiscard]] Result<QList<AssetRow>> readAssetRows(const WorkspaceReader &reader, const QString &search, int limit);
[[nodiscard]] Result<AssetDetail> readAssetDetail(const WorkspaceReader &reader, const QString &id);

} // namespace callboard
