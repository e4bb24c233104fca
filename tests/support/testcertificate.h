// A self-signed certificate made on the spot by the openssl command, for servers that tests run.
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
};

// For `hostName` (also as subjectAltName), written into `directory`; valid for a day.
[[nodiscard]] TestCertificate selfSignedCertificate(const QString &directory, const QString &hostName);

} // namespace callboard
