// callboard encoder | project | mail | platform | asset: what a workspace is set up with beside targets, and what is
// known of assets.
#pragma once

#include "app/cli/output.h"

#include <optional>
#include <string>

namespace callboard::cli {

// What is absent stays as it is. Secrets are references: @FILE, or - for standard input.
struct EncoderOptions {
    std::optional<std::string> apiKey, notificationSecret, baseUrl, relayUrl;
};
[[nodiscard]] int setEncoder(const Common &common, const QString &encoder, const EncoderOptions &options);
[[nodiscard]] int showEncoders(const Common &common);
// The JSON that goes into the encoder's job, secrets masked; 1 where a callback can't be handed over.
[[nodiscard]] int encoderNotifications(const Common &common, const QString &asset, const QString &encoder);
[[nodiscard]] int submitJob(const Common &common, const QString &asset);

struct ProjectOptions {
    std::optional<std::string> name, mediaCallbackUrl, zone;
};
[[nodiscard]] int setProject(const Common &common, const QString &id, const ProjectOptions &options);
[[nodiscard]] int listProjects(const Common &common);
[[nodiscard]] int removeProject(const Common &common, const QString &id);

struct MailOptions {
    std::string server;                  // an SMTP URL; "" forgets it
    std::optional<std::string> password; // a reference
};
[[nodiscard]] int setMail(const Common &common, const MailOptions &options);
[[nodiscard]] int showMail(const Common &common);
[[nodiscard]] int testMail(const Common &common, const QString &to);

struct PlatformOptions {
    std::optional<std::string> baseUrl, key;
    std::optional<bool> allowPrivate;
};
[[nodiscard]] int setPlatform(const Common &common, const QString &platform, const PlatformOptions &options);

[[nodiscard]] int listAssets(const Common &common, const QString &search);
[[nodiscard]] int showAsset(const Common &common, const QString &asset);
[[nodiscard]] int refreshAsset(const Common &common, const QString &asset);
[[nodiscard]] int listUnmatched(const Common &common);
[[nodiscard]] int assignNotification(const Common &common, qint64 notification, const QString &asset);

} // namespace callboard::cli
