#include "tests/support/testcertificate.h"

#include <QFile>
#include <QProcess>

namespace callboard {

TestCertificate selfSignedCertificate(const QString &directory, const QString &hostName)
{
    TestCertificate made;
    made.certificateFile = directory + QStringLiteral("/certificate.pem");
    made.keyFile = directory + QStringLiteral("/key.pem");
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("1"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=") + hostName, QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:") + hostName, QStringLiteral("-keyout"), made.keyFile,
                   QStringLiteral("-out"), made.certificateFile});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        return made;
    QFile certificate(made.certificateFile);
    QFile key(made.keyFile);
    if (certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly)) {
        made.certificate = QSslCertificate(certificate.readAll());
        made.key = QSslKey(key.readAll(), QSsl::Rsa);
    }
    return made;
}

} // namespace callboard
