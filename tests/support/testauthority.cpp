#include "tests/support/testauthority.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace callboard {

namespace {

QByteArray contents(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

QString keyArguments(const QString &key)
{
    return key == QStringLiteral("ec") ? QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1")
                                       : QStringLiteral("-newkey ") + key;
}

IssuedCertificate readIssued(const QString &base)
{
    return {base + QStringLiteral(".pem"), base + QStringLiteral(".key"), contents(base + QStringLiteral(".pem")),
            contents(base + QStringLiteral(".key"))};
}

} // namespace

TlsSettings trusting(const QByteArray &authorities)
{
    TlsSettings tls;
    tls.authorities = authorities;
    return tls;
}

TlsSettings pinning(const QStringList &pins)
{
    TlsSettings tls;
    tls.pins = pins;
    return tls;
}

TlsSettings showing(const QByteArray &certificatePem, const QByteArray &keyPem, const QByteArray &authorities)
{
    TlsSettings tls;
    tls.authorities = authorities;
    tls.certificate = certificatePem;
    tls.key.plain = QString::fromLatin1(keyPem);
    return tls;
}

QByteArray openssl(const QString &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments.split(u' '));
    process.write(input);
    process.closeWriteChannel();
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    return done ? QByteArray("").append(process.readAllStandardOutput()) : QByteArray();
}

TestAuthority::TestAuthority(const QString &directory, const QString &name)
    : m_directory(directory)
{
    QDir().mkpath(directory);
    const QString base = directory + u'/' + name;
    const QByteArray made = openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%1 -addext "
                                                   "keyUsage=critical,keyCertSign,digitalSignature -keyout %2.key "
                                                   "-out %2.pem")
                                        .arg(name, base));
    if (!made.isNull())
        m_own = readIssued(base);
}

TestAuthority::TestAuthority(const QString &directory, const QString &name, const TestAuthority &above)
    : m_directory(directory)
    , m_own(above.issue(name, {.isAuthority = true}))
{
}

IssuedCertificate TestAuthority::issue(const QString &name, const Wish &wish) const
{
    const QString base = m_directory + u'/' + name;
    const QString extension = wish.isAuthority ? QStringLiteral("-addext basicConstraints=critical,CA:TRUE -addext "
                                                                "keyUsage=critical,keyCertSign,digitalSignature")
                                               : QStringLiteral("-addext subjectAltName=DNS:%1").arg(name);
    const QByteArray asked = openssl(QStringLiteral("req -new -nodes %1 -subj /CN=%2 %3 -keyout %4.key -out %4.request")
                                         .arg(keyArguments(wish.key), name, extension, base));
    if (asked.isNull())
        return {};
    const QByteArray made = openssl(QStringLiteral("x509 -req -copy_extensions copy -days %1 -CA %2 -CAkey %3 "
                                                   "-in %4.request -out %4.pem")
                                        .arg(QString::number(wish.days), m_own.certificateFile, m_own.keyFile, base));
    return made.isNull() ? IssuedCertificate() : readIssued(base);
}

} // namespace callboard
