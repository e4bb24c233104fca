#include "app/cli/desk.h"

#include "app/cli/secrets.h"
#include "core/engine/acceptance.h"
#include "core/store/enginelock.h"
#include "core/store/tables/targetstore.h"
#include "core/store/tables/vaultstore.h"

namespace callboard::cli {

Result<std::unique_ptr<Desk>> Desk::open(const QString &workspace, bool withVault)
{
    auto db = Database::open(workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    std::unique_ptr<Desk> desk(new Desk);
    desk->m_db = std::move(*db);
    auto targets = TargetStore(*desk->m_db).all();
    if (!targets)
        return tl::unexpected(targets.error());
    desk->m_book.load(*targets, desk->m_due.now());
    // Whether mail can be sent is the dispatcher's to know: a command only writes down what is owed.
    SmtpServer somewhere;
    somewhere.host = QStringLiteral("the dispatcher's");
    desk->m_book.setMailServer(somewhere, {});
    if (withVault) {
        auto vault = openVault(*desk->m_db, true);
        if (!vault)
            return tl::unexpected(vault.error());
        desk->m_book.setVault(VaultState::Open, *vault, {});
    }
    return desk;
}

Result<void> Desk::vaultIsCurrent()
{
    if (!m_book.vault())
        return {};
    return VaultStore(*m_db).keyId().and_then([this](const QString &id) -> Result<void> {
        if (id != m_book.vault()->id())
            return fail(ErrorCode::Conflict, QStringLiteral("The vault's key was changed meanwhile. Try again."));
        return {};
    });
}

Result<Accepted> Desk::accept(QList<MediaEvent> events)
{
    return write<Accepted>([&] {
        QSet<DeliveryId> changed;
        return Acceptance(*m_db, m_book, m_clock, m_due).accept(events, changed);
    });
}

bool isDispatched(const QString &workspace)
{
    const auto lock = lockEngine(workspace);
    return !lock && lock.error().code == ErrorCode::WorkspaceInUse;
}

} // namespace callboard::cli
