// Makes, rotates and revokes the door's tokens. Inside the caller's transaction; everything is checked before anything
// is written. Of what it issues nothing but a hash stays here.
#pragma once

#include "core/domain/doortoken.h"
#include "core/engine/workplace.h"

namespace callboard {

class DoorDesk {
public:
    explicit DoorDesk(Workplace &place)
        : m_place(place)
    {
    }

    // NameTaken: there is one, ended or not.
    [[nodiscard]] Result<IssuedDoorToken> add(const QString &name, DoorScopes scopes, std::optional<Timestamp> endsAt);
    // The new one lasts as long as the one before did; that one ends after `overlap`, or sooner by itself.
    [[nodiscard]] Result<IssuedDoorToken> rotate(const QString &name, Milliseconds overlap);
    [[nodiscard]] Result<QString> revoke(const QString &name);

private:
    [[nodiscard]] Result<QList<DoorToken>> named(const QString &name);
    [[nodiscard]] Result<IssuedDoorToken> issue(DoorToken token, const QString &action);
    [[nodiscard]] Result<void> record(const QString &action, const DoorToken &token);

    Workplace &m_place;
};

} // namespace callboard
