// Every definition that a target had, without its secrets. Uses the given connection and its thread; writing inside a
// transaction.
#pragma once

#include "core/domain/trail.h"
#include "core/store/sql/database.h"

namespace callboard {

// Of a definition but for its secrets' marks, which change when they are sealed anew: the trail has it, so that the
// chain covers revisions too.
[[nodiscard]] QString definitionDigest(const CallbackTarget &target);

class RevisionStore {
public:
    explicit RevisionStore(Database &db)
        : m_db(db)
    {
    }

    // Writes nothing where the definition is that of the newest. True: it is another.
    [[nodiscard]] Result<bool> record(const CallbackTarget &target, Timestamp at, const QString &actor);
    // For a target from before there were revisions: what it is now, before that is changed.
    [[nodiscard]] Result<void> begin(const CallbackTarget &present);
    // The newest first, below `before`; 0: from the top. One that was never recorded is there as it is now.
    [[nodiscard]] Result<QList<TargetRevision>> of(TargetId target, int before, int limit);
    // What held at `revision`; 0: the newest. NotFound: it is not kept, or never was.
    [[nodiscard]] Result<TargetRevision> at(TargetId target, int revision);
    // The same secret, sealed anew: its mark is another from now on, in every revision.
    [[nodiscard]] Result<void> resealed(TargetId target, const QByteArray &before, const QByteArray &after);
    // The first that is not as the trail has it, as a sentence; empty: all are.
    [[nodiscard]] Result<QString> verify();
    // Those that were followed by another before `before`, at most `most`.
    [[nodiscard]] Result<int> removeBefore(Timestamp before, int most);

private:
    Database &m_db;
};

} // namespace callboard
