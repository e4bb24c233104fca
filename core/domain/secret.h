// A secret of the workspace's own settings (a password, an API key): in the clear only while a person types it or a
// command reads it, else sealed by the vault.
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard {

struct Secret {
    QString plain;     // not saved as it is
    QByteArray sealed; // vault ciphertext

    [[nodiscard]] bool isSet() const { return !plain.isEmpty() || !sealed.isEmpty(); }
    bool operator==(const Secret &) const = default;
};

} // namespace callboard
