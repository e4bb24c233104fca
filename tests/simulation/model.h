// What the simulation knows without asking the engine's store: the states it has told of, in the order in which they
// were acknowledged, and which target wanted each. Its own rules of who wants what, on purpose.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"
#include "tests/simulation/dice.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace callboard::sim {

struct Told {
    MediaEvent event;
    int order = 0; // of its handing in, the last time if it was refused before; 0: never
    bool acknowledged = false;
    std::optional<Trigger> kind; // what it is to a target; absent: a record that shows nothing new
    QSet<TargetId> wantedBy;
};

class Model {
public:
    // A state that nobody has told of yet; its token is its place in told(), from 1.
    int makeEvent(const QString &asset, Dice &dice);
    [[nodiscard]] const MediaEvent &event(int token) const { return m_told[token - 1].event; }
    [[nodiscard]] const QList<Told> &told() const { return m_told; }
    [[nodiscard]] int order(int token) const { return m_told[token - 1].order; }
    [[nodiscard]] bool isAcknowledged(int token) const { return m_told[token - 1].acknowledged; }
    [[nodiscard]] int acknowledgedCount() const { return m_acknowledged; }

    void handIn(int token);
    void acknowledge(int token);
    void targetSaved(const CallbackTarget &target) { m_targets.insert(target.id, target); }
    void targetRemoved(TargetId id) { m_targets.remove(id); }
    [[nodiscard]] const QHash<TargetId, CallbackTarget> &targets() const { return m_targets; }

    // The newest state each target wanted of each asset, as a token.
    [[nodiscard]] const QHash<std::pair<TargetId, QString>, int> &lastWanted() const { return m_lastWanted; }

private:
    [[nodiscard]] static bool wants(const CallbackTarget &target, const MediaEvent &event, Trigger kind);

    QList<Told> m_told;
    int m_handedIn = 0;
    int m_acknowledged = 0;
    QSet<QString> m_knownAssets;
    QHash<TargetId, CallbackTarget> m_targets;
    QHash<std::pair<TargetId, QString>, int> m_lastWanted;
};

} // namespace callboard::sim
