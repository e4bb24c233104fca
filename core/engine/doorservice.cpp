// EngineService's third part: the tokens of the door.
#include "core/engine/doordesk.h"
#include "core/engine/engineservice.h"
#include "core/store/tables/doortokenstore.h"

namespace callboard {

void EngineService::readDoorTokens(QObject *context, Then<QList<DoorToken>> then)
{
    order<QList<DoorToken>>(answering<QList<DoorToken>>(context, std::move(then)), false,
                            [](Workplace &place) { return DoorTokenStore(place.db).all(); });
}

void EngineService::addDoorToken(QString name, DoorScopes scopes, std::optional<Timestamp> endsAt, QObject *context,
                                 Then<IssuedDoorToken> then)
{
    order<IssuedDoorToken>(answering<IssuedDoorToken>(context, std::move(then)), false,
                           [name = std::move(name), scopes, endsAt](Workplace &place) {
                               return DoorDesk(place).add(name, scopes, endsAt);
                           });
}

void EngineService::rotateDoorToken(QString name, Milliseconds overlap, QObject *context, Then<IssuedDoorToken> then)
{
    order<IssuedDoorToken>(
        answering<IssuedDoorToken>(context, std::move(then)), false,
        [name = std::move(name), overlap](Workplace &place) { return DoorDesk(place).rotate(name, overlap); });
}

void EngineService::revokeDoorToken(QString name, QObject *context, Then<QString> then)
{
    order<QString>(answering<QString>(context, std::move(then)), false,
                   [name = std::move(name)](Workplace &place) { return DoorDesk(place).revoke(name); });
}

} // namespace callboard
