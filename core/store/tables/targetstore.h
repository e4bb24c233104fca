// Targets in a workspace, with their headers. Secret values arrive sealed; nothing here can open them. A removed
// target's row stays for the log's sake and no longer shows up. Uses the given connection and its thread.
#pragma once

#include "core/domain/target.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

class TargetStore {
public:
    explicit TargetStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<CallbackTarget>> all();
    [[nodiscard]] Result<CallbackTarget> byId(TargetId id);
    // By id ("12") or, failing that, by name without regard to case.
    [[nodiscard]] Result<CallbackTarget> find(const QString &idOrName);

    // Another number after every change of any target.
    [[nodiscard]] Result<qint64> version();

    // Inside a transaction. save() inserts where the id is new (from reserve()) and replaces otherwise; the revision
    // rises by one. NameTaken names the name.
    [[nodiscard]] Result<TargetId> reserve();
    [[nodiscard]] Result<CallbackTarget> save(CallbackTarget target, Timestamp now);
    // Those that are named come first, in this order; the others behind them, as they stood. How many were named and
    // are there. The revisions stay: nothing that is sent is another.
    [[nodiscard]] Result<int> arrange(const QList<TargetId> &order);
    [[nodiscard]] Result<void> remove(TargetId id, Timestamp now); // NotFound

private:
    Result<QList<CallbackTarget>> select(const QString &where, const QVariantList &values);
    Result<void> saveHeaders(const CallbackTarget &target);
    Result<HeaderList> headers(TargetId id);

    Database &m_db;
};

} // namespace callboard
