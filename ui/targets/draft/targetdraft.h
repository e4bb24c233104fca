// A target as it stood in a form that was not saved, as bytes for a file. Values that are secret, or look like it, are
// not in them, no keys, nor is what stands in the URL's place and could hold one. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"

namespace callboard {

struct TargetDraft {
    CallbackTarget target;
    Timestamp savedAt{};
    bool leftOut = false;    // a secret value was not written
    bool urlLeftOut = false; // nor what stood in the URL's place
    QStringList keptKeys{};  // which of the stored signing keys go on signing, each by its mark

    bool operator==(const TargetDraft &) const = default;
};

// What is no URL that can be saved may be anything that was pasted: a command with its headers, a user's password. Kept
// is what can only be the beginning of a host and a path.
[[nodiscard]] bool mayHoldSecret(const QString &url);

[[nodiscard]] QByteArray draftBytes(const CallbackTarget &target, Timestamp now);
[[nodiscard]] Result<TargetDraft> readDraft(const QByteArray &bytes);
// The draft on top of what is stored: secret values come from there, by the header's name, keys, and a URL that was
// left out.
[[nodiscard]] CallbackTarget restoredFrom(const TargetDraft &draft, const CallbackTarget &stored);

} // namespace callboard
