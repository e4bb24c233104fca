// A certificate authority made on the spot by the openssl command: it issues certificates for servers and clients that
// tests run, and vouches for authorities below it.
#pragma once

#include "core/domain/connectionsettings.h"

#include <QByteArray>
#include <QString>

namespace callboard {

struct IssuedCertificate {
    QString certificateFile;
    QString keyFile;
    QByteArray certificatePem; // empty: openssl failed
    QByteArray keyPem;
};

class TestAuthority {
public:
    struct Wish {
        int days = 30;                            // negative: it has ended
        QString key = QStringLiteral("rsa:2048"); // also ed25519, and ec
        bool isAuthority = false;
    };

    // Vouches for itself. Its files are written into `directory`.
    TestAuthority(const QString &directory, const QString &name);
    // `above` vouches for it.
    TestAuthority(const QString &directory, const QString &name, const TestAuthority &above);

    [[nodiscard]] const IssuedCertificate &own() const { return m_own; }
    // For the host or person of that name, in the same directory.
    [[nodiscard]] IssuedCertificate issue(const QString &name, const Wish &wish) const;
    [[nodiscard]] IssuedCertificate issue(const QString &name) const { return issue(name, Wish()); }

private:
    QString m_directory;
    IssuedCertificate m_own;
};

// Settings with the one thing.
[[nodiscard]] TlsSettings trusting(const QByteArray &authorities);
[[nodiscard]] TlsSettings pinning(const QStringList &pins);
[[nodiscard]] TlsSettings showing(const QByteArray &certificatePem, const QByteArray &keyPem,
                                  const QByteArray &authorities = {});

// The command's output; null where it failed. `arguments` are split at spaces.
[[nodiscard]] QByteArray openssl(const QString &arguments, const QByteArray &input = {});

} // namespace callboard
