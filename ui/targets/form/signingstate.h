// What a form makes of a target's keys: one that is typed comes before those that are stored, and the newest of these
// may go on signing beside it for a while. A value; times count from `now`.
#pragma once

#include "core/domain/signing.h"

#include <QSet>

namespace callboard {

inline constexpr Milliseconds kUsualOverlap = std::chrono::hours(24);

struct SigningState {
    Signing stored; // as it is saved
    Timestamp now{};
    SigningScheme scheme = SigningScheme::None;
    QString header;
    QString typed; // the new key; empty: none
    Milliseconds overlap = kUsualOverlap;
    QSet<QByteArray> ended; // older keys that stop at once, sealed

    // As it stands in `signing`, which was made of the same stored keys.
    void take(const Signing &signing);
    [[nodiscard]] Signing signing() const;
    // The stored keys are of the kind that the scheme takes.
    [[nodiscard]] bool servesStored() const;
    // The typed key takes the place of one that could go on signing.
    [[nodiscard]] bool mayOverlap() const;
    [[nodiscard]] QList<SigningKey> older() const; // that sign beside the newest, of the stored

private:
    [[nodiscard]] bool isLive(const SigningKey &key) const { return key.until && *key.until > now; }
    void takeOverlap(const QList<SigningKey> &keys);
};

} // namespace callboard
