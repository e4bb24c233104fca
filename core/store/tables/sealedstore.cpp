#include "core/store/tables/sealedstore.h"

#include "core/store/tables/settingstore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

namespace {

using Place = SealedValue::Place;

const QString kIntakeToken = QStringLiteral("intake_token");

// Of settings that are JSON in table meta: the entry, and the secret's name in it.
struct SecretField {
    const char *setting;
    const char *field;
};
constexpr SecretField kSettings[] = {
    {"smtp", "password"},
    {"encoder.zencoder", "apiKey"},
    {"encoder.zencoder", "notificationSecret"},
    {"encoder.brightcove", "apiKey"},
    {"encoder.brightcove", "notificationSecret"},
    {"platform.lightflow", "key"},
    {"platform.spark", "key"},
};

Result<QJsonObject> settingIn(Database &db, const QString &setting)
{
    return SettingStore(db).value(setting).map(
        [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); });
}

Result<void> readAccess(Database &db, QList<SealedValue> &found)
{
    const auto read = [&found](const Query &row) {
        const Place places[] = {Place::Authentication, Place::ClientKey, Place::ProxyPassword};
        for (int i = 0; i < 3; ++i) {
            if (!row.bytes(i + 1).isEmpty())
                found.append({places[i], TargetId{row.integer(0)}, 0, {}, row.bytes(i + 1)});
        }
    };
    return db.each(QStringLiteral("SELECT target_id, auth_sealed, key_sealed, proxy_sealed FROM target_access"), {},
                   read);
}

Result<void> readSettings(Database &db, QList<SealedValue> &found)
{
    for (const SecretField &secret : kSettings) {
        const QString setting = QLatin1String(secret.setting);
        const QString field = QLatin1String(secret.field);
        const auto object = settingIn(db, setting);
        if (!object)
            return tl::unexpected(object.error());
        const QByteArray sealed = QByteArray::fromBase64(object->value(field).toString().toLatin1());
        if (!sealed.isEmpty())
            found.append({Place::Setting, {}, 0, setting + u'.' + field, sealed});
    }
    return SettingStore(db).value(kIntakeToken).map([&found](const QString &sealed) {
        if (!sealed.isEmpty())
            found.append({Place::IntakeToken, {}, 0, kIntakeToken, QByteArray::fromBase64(sealed.toLatin1())});
    });
}

Result<void> replaceSetting(Database &db, const SealedValue &value)
{
    const QString setting = value.name.section(u'.', 0, -2);
    return settingIn(db, setting).and_then([&](QJsonObject object) {
        object[value.name.section(u'.', -1)] = QString::fromLatin1(value.sealed.toBase64());
        return SettingStore(db).set(setting, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    });
}

} // namespace

Result<QList<SealedValue>> SealedStore::all()
{
    QList<SealedValue> found;
    const auto header = [&found](const Query &row) {
        found.append({Place::Header, TargetId{row.integer(0)}, int(row.integer(1)), row.text(2), row.bytes(3)});
    };
    const auto key = [&found](const Query &row) {
        found.append({Place::SigningKey, TargetId{row.integer(0)}, int(row.integer(1)), {}, row.bytes(2)});
    };
    return m_db
        .each(QStringLiteral("SELECT target_id, position, name, sealed FROM target_header "
                             "WHERE length(sealed) > 0"),
              {}, header)
        .and_then([&] {
            return m_db.each(QStringLiteral("SELECT target_id, position, sealed FROM target_signing_key "
                                            "WHERE length(sealed) > 0"),
                             {}, key);
        })
        .and_then([&] { return readAccess(m_db, found); })
        .and_then([&] { return readSettings(m_db, found); })
        .map([&found] { return found; });
}

Result<void> SealedStore::replace(const SealedValue &value)
{
    const auto written = [](Query *) {};
    const auto inAccess = [&](const QString &sql) { return m_db.run(sql, {value.sealed, value.target.value}); };
    switch (value.place) {
    case Place::Header:
        return m_db
            .run(QStringLiteral("UPDATE target_header SET sealed = ? WHERE target_id = ? AND position = ?"),
                 {value.sealed, value.target.value, value.position})
            .map(written);
    case Place::SigningKey:
        return m_db
            .run(QStringLiteral("UPDATE target_signing_key SET sealed = ? WHERE target_id = ? AND position = ?"),
                 {value.sealed, value.target.value, value.position})
            .map(written);
    case Place::Authentication:
        return inAccess(QStringLiteral("UPDATE target_access SET auth_sealed = ? WHERE target_id = ?")).map(written);
    case Place::ClientKey:
        return inAccess(QStringLiteral("UPDATE target_access SET key_sealed = ? WHERE target_id = ?")).map(written);
    case Place::ProxyPassword:
        return inAccess(QStringLiteral("UPDATE target_access SET proxy_sealed = ? WHERE target_id = ?")).map(written);
    case Place::Setting: return replaceSetting(m_db, value);
    case Place::IntakeToken: break;
    }
    return SettingStore(m_db).set(kIntakeToken, QString::fromLatin1(value.sealed.toBase64()));
}

} // namespace callboard
