#include "tests/support/testcertificate.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace callboard {

namespace {

struct Files {
    explicit Files(const QString &directory)
        : certificate(directory + QStringLiteral("/certificate.pem"))
        , key(directory + QStringLiteral("/key.pem"))
        , request(directory + QStringLiteral("/request.pem"))
    {
        QDir().mkpath(directory);
    }

    QString certificate;
    QString key;
    QString request;
};

bool openssl(const QString &arguments, const QStringList &more = {})
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments.split(u' ') + more);
    return process.waitForFinished() && process.exitCode() == 0;
}

QStringList named(const QString &hostName, const QString &keyFile, const QString &out)
{
    return {QStringLiteral("-subj"),   QStringLiteral("/CN=") + hostName,
            QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:") + hostName,
            QStringLiteral("-keyout"), keyFile,
            QStringLiteral("-out"),    out};
}

bool makeRequest(const Files &files, const QString &hostName)
{
    return openssl(QStringLiteral("req -new -newkey rsa:2048 -nodes"), named(hostName, files.key, files.request));
}

// Empty where a file of it is missing.
TestCertificate read(const Files &files)
{
    TestCertificate made;
    made.certificateFile = files.certificate;
    made.keyFile = files.key;
    QFile certificate(files.certificate);
    QFile key(files.key);
    if (certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly)) {
        made.certificate = QSslCertificate(certificate.readAll());
        made.key = QSslKey(key.readAll(), QSsl::Rsa);
    }
    return made;
}

TestCertificate issued(const QString &directory, const QString &hostName, int days)
{
    const Files files(directory);
    const TestCertificate issuer = selfSignedCertificate(directory + QStringLiteral("/issuer"),
                                                         QStringLiteral("authority.example"));
    const bool done = !issuer.certificate.isNull() && makeRequest(files, hostName)
        && openssl(QStringLiteral("x509 -req -copy_extensions copy -set_serial 2 -days %1").arg(days),
                   {QStringLiteral("-CA"), issuer.certificateFile, QStringLiteral("-CAkey"), issuer.keyFile,
                    QStringLiteral("-in"), files.request, QStringLiteral("-out"), files.certificate});
    TestCertificate made = done ? read(files) : TestCertificate();
    made.issuer = issuer.certificate;
    return made;
}

} // namespace

TestCertificate selfSignedCertificate(const QString &directory, const QString &hostName)
{
    const Files files(directory);
    const bool done = openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 1"),
                              named(hostName, files.key, files.certificate));
    return done ? read(files) : TestCertificate();
}

TestCertificate issuedCertificate(const QString &directory, const QString &hostName)
{
    return issued(directory, hostName, 1);
}

TestCertificate expiredCertificate(const QString &directory, const QString &hostName)
{
    return issued(directory, hostName, -1);
}

} // namespace callboard
