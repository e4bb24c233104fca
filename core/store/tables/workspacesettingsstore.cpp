#include "core/store/tables/workspacesettingsstore.h"

#include "core/store/tables/settingstore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

namespace {

const QString kSmtpKey = QStringLiteral("smtp");
const QString kRetentionKey = QStringLiteral("retention");

QString keyOf(Encoder encoder)
{
    return QStringLiteral("encoder.") + toString(encoder);
}

QString keyOf(PlatformKind kind)
{
    return QStringLiteral("platform.") + toString(kind);
}

QString sealedText(const Secret &secret)
{
    return QString::fromLatin1(secret.sealed.toBase64());
}

Secret secretFrom(const QJsonValue &value)
{
    return {{}, QByteArray::fromBase64(value.toString().toLatin1())};
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> objectIn(Database &db, const QString &key)
{
    return SettingStore(db).value(key).map(
        [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); });
}

void read(const QJsonObject &object, SmtpServer &server)
{
    server.host = object[u"host"].toString();
    server.port = object[u"port"].toInt(server.port);
    server.security = SmtpSecurity(object[u"security"].toInt());
    server.user = object[u"user"].toString();
    server.password = secretFrom(object[u"password"]);
    server.from = object[u"from"].toString();
}

void read(const QJsonObject &object, EncoderSettings &settings)
{
    settings.baseUrl = object[u"baseUrl"].toString();
    settings.apiKey = secretFrom(object[u"apiKey"]);
    settings.notificationSecret = secretFrom(object[u"notificationSecret"]);
    settings.relayUrl = object[u"relayUrl"].toString();
}

void read(const QJsonObject &object, PlatformSettings &settings)
{
    settings.baseUrl = object[u"baseUrl"].toString();
    settings.key = secretFrom(object[u"key"]);
    settings.allowPrivate = object[u"allowPrivate"].toBool();
}

// A workspace that says nothing keeps its history as long as any.
void read(const QJsonObject &object, Retention &retention)
{
    retention.age = Milliseconds(object[u"age"].toInteger(retention.age.count()));
    retention.bytes = object[u"bytes"].toInteger(retention.bytes);
}

} // namespace

Result<WorkspaceSettings> WorkspaceSettingsStore::load()
{
    WorkspaceSettings settings;
    const auto into = [this](const QString &key, auto &part) {
        return objectIn(m_db, key).map([&part](const QJsonObject &object) { read(object, part); });
    };
    return into(kSmtpKey, settings.smtp)
        .and_then([&] { return into(keyOf(Encoder::Zencoder), settings.zencoder); })
        .and_then([&] { return into(keyOf(Encoder::Brightcove), settings.brightcove); })
        .and_then([&] { return into(keyOf(PlatformKind::LightFlow), settings.lightFlow); })
        .and_then([&] { return into(keyOf(PlatformKind::Spark), settings.spark); })
        .and_then([&] { return into(kRetentionKey, settings.retention); })
        .map([&] { return settings; });
}

Result<void> WorkspaceSettingsStore::save(const SmtpServer &server)
{
    return SettingStore(m_db).set(kSmtpKey,
                                  compact({{QStringLiteral("host"), server.host},
                                           {QStringLiteral("port"), server.port},
                                           {QStringLiteral("security"), int(server.security)},
                                           {QStringLiteral("user"), server.user},
                                           {QStringLiteral("password"), sealedText(server.password)},
                                           {QStringLiteral("from"), server.from}}));
}

Result<void> WorkspaceSettingsStore::save(const EncoderSettings &settings)
{
    return SettingStore(m_db).set(
        keyOf(settings.encoder),
        compact({{QStringLiteral("baseUrl"), settings.baseUrl},
                 {QStringLiteral("apiKey"), sealedText(settings.apiKey)},
                 {QStringLiteral("notificationSecret"), sealedText(settings.notificationSecret)},
                 {QStringLiteral("relayUrl"), settings.relayUrl}}));
}

Result<void> WorkspaceSettingsStore::save(const PlatformSettings &settings)
{
    return SettingStore(m_db).set(keyOf(settings.kind),
                                  compact({{QStringLiteral("baseUrl"), settings.baseUrl},
                                           {QStringLiteral("key"), sealedText(settings.key)},
                                           {QStringLiteral("allowPrivate"), settings.allowPrivate}}));
}

Result<void> WorkspaceSettingsStore::save(const Retention &retention)
{
    return SettingStore(m_db).set(
        kRetentionKey,
        compact({{QStringLiteral("age"), qint64(retention.age.count())}, {QStringLiteral("bytes"), retention.bytes}}));
}

} // namespace callboard
