#include "core/store/tables/settingstore.h"

namespace callboard {

Result<QString> SettingStore::value(const QString &key)
{
    return m_db.run(QStringLiteral("SELECT value FROM meta WHERE key = ?"), {key}).map([](Query *row) {
        QString value = row->next() ? row->value(0).toString() : QString();
        row->finish();
        return value;
    });
}

Result<void> SettingStore::set(const QString &key, const QString &value)
{
    return m_db
        .run(QStringLiteral(
                 "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
             {key, value})
        .map([](Query *) {});
}

} // namespace callboard
