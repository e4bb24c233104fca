// The workspace's settings in table meta, one entry each, secrets only as the vault sealed them. Uses the given
// connection and its thread; saving inside a transaction.
#pragma once

#include "core/domain/workspacesettings.h"
#include "core/store/sql/database.h"

namespace callboard {

class WorkspaceSettingsStore {
public:
    explicit WorkspaceSettingsStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<WorkspaceSettings> load();
    // Secrets in the clear are not saved: they have to be sealed before.
    [[nodiscard]] Result<void> save(const SmtpServer &server);
    [[nodiscard]] Result<void> save(const EncoderSettings &settings);
    [[nodiscard]] Result<void> save(const PlatformSettings &settings);
    [[nodiscard]] Result<void> save(const Retention &retention);

private:
    Database &m_db;
};

} // namespace callboard
