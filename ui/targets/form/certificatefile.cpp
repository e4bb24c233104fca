#include "ui/targets/form/certificatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace callboard {

namespace {

constexpr qint64 kLargest = qint64{256} * 1024;
constexpr QByteArrayView kBegin{"-----BEGIN CERTIFICATE-----"};
constexpr QByteArrayView kEnd{"-----END CERTIFICATE-----"};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::CertificateFile)
};

} // namespace

// What is no ordinary file could keep the window waiting.
Result<QByteArray> readCertificateFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return fail(ErrorCode::InvalidArgument, Words::tr("%1 is no file.").arg(info.fileName()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidArgument,
                    Words::tr("%1 can't be read: %2").arg(info.fileName(), file.errorString()));
    const QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest)
        return fail(
            ErrorCode::TooLarge,
            Words::tr("%1 is larger than %2 KiB: that is no certificate.").arg(info.fileName()).arg(kLargest / 1024));
    return bytes;
}

bool isPem(const QByteArray &bytes)
{
    return bytes.contains("-----BEGIN ");
}

bool holdsPrivateKey(const QByteArray &pem)
{
    return pem.contains("PRIVATE KEY-----");
}

QByteArray certificatesIn(const QByteArray &pem)
{
    QByteArray certificates;
    for (qsizetype begin = pem.indexOf(kBegin); begin >= 0;) {
        const qsizetype end = pem.indexOf(kEnd, begin);
        if (end < 0)
            break;
        certificates += pem.sliced(begin, end + kEnd.size() - begin) + '\n';
        begin = pem.indexOf(kBegin, end);
    }
    return certificates;
}

} // namespace callboard
