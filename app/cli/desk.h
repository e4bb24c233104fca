// A workspace opened for one command's writing: the same orders and the same acceptance as the engine's, in a
// transaction of their own. An engine that runs elsewhere notices within half a second.
#pragma once

#include "app/actor.h"
#include "app/cli/output.h"
#include "core/engine/workplace.h"
#include "core/intake/eventsink.h"

#include <memory>

namespace callboard::cli {

class Desk {
public:
    // `withVault`: opens the vault, making its key where there is none.
    [[nodiscard]] static Result<std::unique_ptr<Desk>> open(const QString &workspace, bool withVault);

    // Runs `write` in a transaction and commits it, or leaves nothing behind.
    template <class T, class Write>
    [[nodiscard]] Result<T> write(Write write)
    {
        if (auto begun = m_db->begin(); !begun)
            return tl::unexpected(begun.error());
        Result<T> result = vaultIsCurrent().and_then(write);
        if (result) {
            if (auto committed = m_db->commit(); committed)
                return result;
            else
                result = tl::unexpected(committed.error());
        }
        m_db->rollback();
        return result;
    }
    [[nodiscard]] Orders orders()
    {
        Orders made(*m_db, m_book, m_clock, m_due, commandActor());
        made.setOccasion(m_occasion);
        return made;
    }
    // What all orders from now on are given by, for the trail: a filter, a file.
    void setOccasion(const QString &occasion) { m_occasion = occasion; }
    // Hands `write` everything an order writes with, in a transaction as above.
    template <class T, class Write>
    [[nodiscard]] Result<T> order(Write write)
    {
        Orders written = orders();
        Acceptance acceptance(*m_db, m_book, m_clock, m_due);
        Workplace place{*m_db, m_book, acceptance, written, m_clock};
        return this->write<T>([&] { return write(place); });
    }
    [[nodiscard]] Result<Accepted> accept(QList<MediaEvent> events);
    [[nodiscard]] Database &db() { return *m_db; }
    [[nodiscard]] TargetBook &book() { return m_book; }

private:
    Desk() = default;
    // Conflict: its key was changed since it was opened, and nothing may be sealed under the old one.
    [[nodiscard]] Result<void> vaultIsCurrent();

    SystemClock m_clock;
    DueClock m_due{m_clock};
    std::unique_ptr<Database> m_db;
    TargetBook m_book;
    QString m_occasion;
};

// True while some process dispatches the workspace.
[[nodiscard]] bool isDispatched(const QString &workspace);

} // namespace callboard::cli
