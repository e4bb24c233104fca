// One request header of a target, and the rules a name and a value must keep (RFC 9110 §5.1, §5.5, §5.6.2).
// A secret header carries its value sealed by the vault; `value` is then empty except while a person types it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

struct Header {
    QString name;
    QString value;
    QByteArray sealed; // vault ciphertext; only with secret
    bool secret = false;
    bool enabled = true;

    bool operator==(const Header &) const = default;
};

using HeaderList = QList<Header>;

// What is shown and logged in place of a secret.
inline const QString kMask = QStringLiteral("•••");

// The sentence that says what is wrong with it; empty optional: fine.
[[nodiscard]] std::optional<QString> headerNameProblem(const QString &name);
[[nodiscard]] std::optional<QString> headerValueProblem(const QString &value);
[[nodiscard]] std::optional<QString> headerProblem(const Header &header);

// True for names that usually carry a credential (Authorization, X-Api-Key, ...): a form proposes the secret box.
[[nodiscard]] bool looksSecret(const QString &name);

} // namespace callboard
