// What targets wanted, as it was for any event: a row holds from `since` on until its target's next. Written by
// TargetStore alone. Rows begin with the schema that brought them: what targets wanted before is not recorded. Uses the
// given connection and its thread; writing inside a transaction.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

struct Rule {
    CallbackTarget target; // id, name and what matching reads; nothing else is recorded
    EventId since;
    bool removed = false;
};

class RuleStore {
public:
    explicit RuleStore(Database &db)
        : m_db(db)
    {
    }

    // For every event from the next one on. Writes nothing where the target wanted the same before.
    [[nodiscard]] Result<void> record(const CallbackTarget &target, bool removed);
    // Of each target that there was for this event, in the order of the targets.
    [[nodiscard]] Result<QList<CallbackTarget>> inForceAt(EventId event);
    // Targets there were already when this event came in and whose rules then are not recorded: id and name.
    [[nodiscard]] Result<QList<CallbackTarget>> unrecordedAt(const MediaEvent &event);
    // The first event for which the rules of all targets are recorded.
    [[nodiscard]] Result<EventId> reachBackTo();
    // Every one there ever was, in the order in which they came into force.
    [[nodiscard]] Result<QList<Rule>> all();

private:
    Database &m_db;
};

} // namespace callboard
