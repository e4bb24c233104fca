// A token of the door: a name, what may be done with it, and for how long. The token itself is shown once, when it is
// made; of it only a SHA-256 is kept, which is enough for 256 random bits. Plain values and pure rules.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

using DoorTokenId = Id<struct DoorTokenTag>;

// Stored as bits: the numbers stay.
enum class DoorScope : quint8 {
    Events = 1,  // POST /v1/events
    Publish = 2, // POST /assets
    Read = 4,    // GET /assets/…
    Notify = 8,  // the encoders' notifications
};

class DoorScopes {
public:
    constexpr DoorScopes() = default;
    constexpr DoorScopes(std::initializer_list<DoorScope> scopes)
    {
        for (DoorScope scope : scopes)
            set(scope, true);
    }
    static constexpr DoorScopes all() { return fromBits(15); }
    static constexpr DoorScopes fromBits(int bits)
    {
        DoorScopes scopes;
        scopes.m_bits = bits & 15;
        return scopes;
    }

    [[nodiscard]] constexpr bool has(DoorScope scope) const { return (m_bits & int(scope)) != 0; }
    constexpr void set(DoorScope scope, bool on) { m_bits = on ? (m_bits | int(scope)) : (m_bits & ~int(scope)); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr int bits() const { return m_bits; }
    constexpr bool operator==(const DoorScopes &) const = default;

private:
    int m_bits = 0;
};

struct DoorToken {
    DoorTokenId id;
    QString name;
    DoorScopes scopes = {DoorScope::Events};
    QByteArray hash; // of the token as it is sent
    QString hint;    // its first characters, to tell it by
    Timestamp createdAt{};
    std::optional<Timestamp> endsAt{}; // it opens nothing from then on
    std::optional<Timestamp> usedAt{}; // about when it last opened something

    [[nodiscard]] bool hasEnded(Timestamp now) const { return endsAt && *endsAt <= now; }
    bool operator==(const DoorToken &) const = default;
};

// What whoever made or rotated it is told, once.
struct IssuedDoorToken {
    DoorToken token;
    QByteArray secret; // cbt_ and 43 characters of base64url
};

inline constexpr Milliseconds kDoorTokenOverlap = std::chrono::hours(24);

[[nodiscard]] QString toString(DoorScope scope);   // "events"
[[nodiscard]] QString toString(DoorScopes scopes); // "events,publish", in the order above
// An unknown word: empty optional.
[[nodiscard]] std::optional<DoorScopes> doorScopesFrom(const QString &list);

// What keeps a token from being made; empty optional: fine.
[[nodiscard]] std::optional<QString> doorTokenProblem(const DoorToken &token, Timestamp now);

[[nodiscard]] QByteArray doorTokenHash(QByteArrayView secret);
// From 32 random bytes.
[[nodiscard]] QByteArray doorTokenFrom(const QByteArray &random);
[[nodiscard]] QString doorTokenHint(const QByteArray &secret); // "cbt_4fG9…"

} // namespace callboard
