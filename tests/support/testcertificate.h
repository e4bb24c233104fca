// Certificates made on the spot by the openssl command, for servers that tests run.
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace callboard {

struct TestCertificate {
    QString certificateFile;
    QString keyFile;
    QSslCertificate certificate; // null: openssl failed
    QSslKey key;
    QSslCertificate issuer; // to be trusted in its place; null: it vouches for itself
};

// Each is for `hostName` (also as subjectAltName) and written into `directory`, in place of one that is there.
// Valid for a day.
[[nodiscard]] TestCertificate selfSignedCertificate(const QString &directory, const QString &hostName);
// Issued by an authority that nobody knows yet; valid for a day.
[[nodiscard]] TestCertificate issuedCertificate(const QString &directory, const QString &hostName);
// Likewise, and past its time since yesterday. (Qt trusts no authority that has expired itself.)
[[nodiscard]] TestCertificate expiredCertificate(const QString &directory, const QString &hostName);

} // namespace callboard
