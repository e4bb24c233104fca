// A workspace's settings as the store hands them out: every part filled in, secrets sealed.
#pragma once

#include "core/domain/workspacesettings.h"

namespace callboard {

inline WorkspaceSettings filled()
{
    WorkspaceSettings settings;
    settings.smtp.host = QStringLiteral("mail.example.com");
    settings.smtp.user = QStringLiteral("callbacks@example.com");
    settings.smtp.password.sealed = QByteArrayLiteral("sealed-password");
    settings.smtp.from = QStringLiteral("Callboard <callbacks@example.com>");
    settings.zencoder.apiKey.sealed = QByteArrayLiteral("sealed-key");
    settings.zencoder.notificationSecret.sealed = QByteArrayLiteral("sealed-secret");
    settings.zencoder.relayUrl = QStringLiteral("https://callboard.example");
    settings.brightcove.notificationSecret.sealed = QByteArrayLiteral("sealed-brightcove");
    settings.lightFlow.baseUrl = QStringLiteral("https://api.lightflow.media");
    settings.lightFlow.key.sealed = QByteArrayLiteral("sealed-token");
    settings.spark.baseUrl = QStringLiteral("http://127.0.0.1:9000/services/rest");
    return settings;
}

} // namespace callboard
