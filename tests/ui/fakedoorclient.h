// A door's client that keeps tokens as the workspace would, and answers queued, as the real one does.
#pragma once

#include "core/engine/doorclient.h"

#include <QTimer>

#include <optional>

namespace callboard {

class FakeDoorClient final : public DoorClient {
public:
    QList<DoorToken> tokens;
    QStringList done;             // "add cms events", "rotate cms 86400000", "revoke cms"
    std::optional<Error> refusal; // of everything but reading

    void readDoorTokens(QObject *context, Then<QList<DoorToken>> then) override
    {
        QTimer::singleShot(0, context, [then, now = tokens] { then(now); });
    }
    void addDoorToken(QString name, DoorScopes scopes, std::optional<Timestamp> endsAt, QObject *context,
                      Then<IssuedDoorToken> then) override
    {
        done.append(
            QStringLiteral("add %1 %2%3").arg(name, toString(scopes), endsAt ? QStringLiteral(" ends") : QString()));
        issue(name, scopes, endsAt, context, then);
    }
    void rotateDoorToken(QString name, Milliseconds overlap, QObject *context, Then<IssuedDoorToken> then) override
    {
        done.append(QStringLiteral("rotate %1 %2").arg(name).arg(overlap.count()));
        issue(name, {DoorScope::Events}, {}, context, then);
    }
    void revokeDoorToken(QString name, QObject *context, Then<QString> then) override
    {
        done.append(QStringLiteral("revoke %1").arg(name));
        tokens.removeIf([&name](const DoorToken &token) { return token.name == name; });
        QTimer::singleShot(0, context, [then, name, result = refusal] {
            then(result ? Result<QString>(tl::unexpected<Error>(*result)) : Result<QString>(name));
        });
    }

private:
    void issue(const QString &name, DoorScopes scopes, std::optional<Timestamp> endsAt, QObject *context,
               const Then<IssuedDoorToken> &then)
    {
        if (refusal) {
            QTimer::singleShot(0, context, [then, error = *refusal] { then(tl::unexpected<Error>(error)); });
            return;
        }
        IssuedDoorToken issued;
        issued.secret = "cbt_" + QByteArray(42, 'a') + QByteArray::number(done.size() % 10);
        issued.token.id = {done.size()};
        issued.token.name = name;
        issued.token.scopes = scopes;
        issued.token.endsAt = endsAt;
        issued.token.hint = doorTokenHint(issued.secret);
        issued.token.createdAt = SystemClock().now();
        tokens.prepend(issued.token);
        QTimer::singleShot(0, context, [then, issued] { then(issued); });
    }
};

} // namespace callboard
