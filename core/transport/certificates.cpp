#include "core/transport/certificates.h"

#include "core/transport/opensslvalues.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <openssl/pem.h>

namespace callboard {

namespace {

constexpr QByteArrayView kBegin{"-----BEGIN CERTIFICATE-----"};

Timestamp timestampOf(const QDateTime &time)
{
    return Timestamp(Milliseconds(time.toMSecsSinceEpoch()));
}

QString nameOf(const QStringList &commonName, const QStringList &organisation, const QString &whole)
{
    if (!commonName.isEmpty())
        return commonName.first();
    return organisation.isEmpty() ? whole : organisation.first();
}

QString wholeName(const X509_NAME *name)
{
    const openssl::Bio bio = openssl::writeToMemory();
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    return QString::fromUtf8(openssl::written(bio));
}

openssl::Certificate fromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return openssl::Certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

} // namespace

Result<CertificateDescription> describeCertificates(const QByteArray &pem)
{
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty() || certificates.first().isNull())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("There is no certificate in PEM in it."));
    const auto announced = pem.count(kBegin);
    if (certificates.size() != announced)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Of %1 certificates in it %2 can be read.").arg(announced).arg(certificates.size()));
    const QSslCertificate &first = certificates.first();
    const openssl::Certificate value = fromDer(first.toDer());
    if (!value)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("There is no certificate in PEM in it."));
    using Certificate = QSslCertificate;
    CertificateDescription description;
    description.subject = nameOf(first.subjectInfo(Certificate::CommonName),
                                 first.subjectInfo(Certificate::Organization),
                                 wholeName(X509_get_subject_name(value.get())));
    description.issuer = nameOf(first.issuerInfo(Certificate::CommonName), first.issuerInfo(Certificate::Organization),
                                wholeName(X509_get_issuer_name(value.get())));
    description.begins = timestampOf(first.effectiveDate());
    description.ends = timestampOf(first.expiryDate());
    description.pin = pinOf(first);
    description.count = static_cast<int>(certificates.size());
    return description;
}

std::optional<QString> validityProblem(const CertificateDescription &certificate, Timestamp now)
{
    const auto day = [](Timestamp time) { return toIso(time).left(10); };
    if (now >= certificate.ends)
        return QStringLiteral("The certificate of %1 ended on %2.").arg(certificate.subject, day(certificate.ends));
    if (now < certificate.begins)
        return QStringLiteral("The certificate of %1 is valid from %2 only.")
            .arg(certificate.subject, day(certificate.begins));
    return std::nullopt;
}

std::optional<QString> pairProblem(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const openssl::Bio certificates = openssl::readFrom(certificatePem);
    const openssl::Certificate certificate(PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr));
    const openssl::Key key = openssl::keyFrom(keyPem);
    std::optional<QString> problem;
    if (!certificate)
        problem = QStringLiteral("The client certificate is no PEM certificate.");
    else if (!key)
        problem = QStringLiteral("The client key is no private key in PEM, or it has a passphrase.");
    else if (X509_check_private_key(certificate.get(), key.get()) != 1)
        problem = QStringLiteral("The client key is not the key of the client certificate.");
    openssl::forgetErrors();
    return problem;
}

QByteArray keyDigest(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    const openssl::Certificate value = fromDer(certificate.toDer());
    unsigned char *bytes = nullptr;
    const int size = value ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(value.get()), &bytes) : 0;
    const QByteArray der = size > 0 ? QByteArray(reinterpret_cast<const char *>(bytes), size) : QByteArray();
    OPENSSL_free(bytes);
    return der.isEmpty() ? QByteArray() : QCryptographicHash::hash(der, QCryptographicHash::Sha256);
}

QString pinOf(const QSslCertificate &certificate)
{
    const QByteArray digest = keyDigest(certificate);
    return digest.isEmpty() ? QString() : QStringLiteral("sha256/") + QString::fromLatin1(digest.toBase64());
}

} // namespace callboard
