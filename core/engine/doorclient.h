// The door's tokens as the window changes them. Any thread; callbacks run in the client's own thread, where `context`
// must live, and not at all once it is gone.
#pragma once

#include "core/domain/doortoken.h"
#include "core/domain/error.h"

#include <QList>

#include <functional>

class QObject;

namespace callboard {

class DoorClient {
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    virtual ~DoorClient() = default;

    // By name, the newest of a name first.
    virtual void readDoorTokens(QObject *context, Then<QList<DoorToken>> then) = 0;
    // NameTaken, InvalidArgument. What is issued is told this once.
    virtual void addDoorToken(QString name, DoorScopes scopes, std::optional<Timestamp> endsAt, QObject *context,
                              Then<IssuedDoorToken> then) = 0;
    // A new one of the same name and scopes; the one before ends after `overlap`. NotFound.
    virtual void rotateDoorToken(QString name, Milliseconds overlap, QObject *context, Then<IssuedDoorToken> then) = 0;
    // All of that name, at once. NotFound.
    virtual void revokeDoorToken(QString name, QObject *context, Then<QString> then) = 0;
};

} // namespace callboard
