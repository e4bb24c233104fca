// The tokens that a running door knows besides its own one, exchanged whole whenever somebody changes them, and which
// of them were used. Shared by the engine, which reads and writes them, and the door. Any thread.
#pragma once

#include "core/domain/doortoken.h"

#include <QHash>
#include <QList>

#include <memory>
#include <mutex>

namespace callboard {

class DoorTokens {
public:
    using List = std::shared_ptr<const QList<DoorToken>>;

    void set(QList<DoorToken> tokens);
    [[nodiscard]] List list() const; // null: not read yet

    void noteUse(DoorTokenId token, Timestamp at);
    [[nodiscard]] QHash<DoorTokenId, Timestamp> takeUses();
    void giveBack(const QHash<DoorTokenId, Timestamp> &uses); // they could not be written

private:
    mutable std::mutex m_mutex;
    List m_list;
    QHash<DoorTokenId, Timestamp> m_uses;
};

} // namespace callboard
