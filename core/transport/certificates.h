// What certificates and keys in files say, read for people and put into the form in which a target keeps them. Pure
// but for OpenSSL; any thread. Errors: NotAllowed where a passphrase is missing or wrong, and another one may help;
// InvalidArgument where the bytes are of no use, with a sentence that says why.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QSslCertificate;
class QSslKey;

namespace callboard {

// Of the first certificate in the text, which is the one that counts.
struct CertificateDescription {
    QString subject; // the common name, else the organisation, else all of it
    QString issuer;  // likewise; the same as `subject` where it vouches for itself
    Timestamp begins{};
    Timestamp ends{};
    QString pin;   // sha256/BASE64 of its public key
    int count = 0; // certificates in the text, this one among them
};

[[nodiscard]] Result<CertificateDescription> describeCertificates(const QByteArray &pem);

// The sentence about a certificate that is no longer or not yet good at `now`; empty optional: it is good then. A
// warning: it can be saved all the same.
[[nodiscard]] std::optional<QString> validityProblem(const CertificateDescription &certificate, Timestamp now);

// A client certificate with its key, in PEM.
struct ClientIdentity {
    QByteArray certificatePem; // ours first, then what is between it and its authority
    QByteArray keyPem;         // PKCS#8, without a passphrase
    QByteArray authoritiesPem; // what else the file holds, such as the root that vouches for ours; may be empty
};

// A file .p12 or .pfx. An empty passphrase is tried as it is.
[[nodiscard]] Result<ClientIdentity> readPkcs12(const QByteArray &bytes, const QString &passphrase);

// The first private key in the text (a certificate may stand before it), as PKCS#8 in PEM without a passphrase. RSA,
// elliptic curves, Ed25519 and Ed448.
[[nodiscard]] Result<QByteArray> readPrivateKey(const QByteArray &pem, const QString &passphrase);
// The text holds a private key that opens with a passphrase only.
[[nodiscard]] bool keyNeedsPassphrase(const QByteArray &pem);

// The sentence that says that the key is not the one of the (first) certificate; empty optional: it is.
[[nodiscard]] std::optional<QString> pairProblem(const QByteArray &certificatePem, const QByteArray &keyPem);

// sha256/BASE64 of the certificate's SubjectPublicKeyInfo (RFC 7469 §2.4); empty for a null certificate.
[[nodiscard]] QString pinOf(const QSslCertificate &certificate);
// The digest alone, 32 bytes.
[[nodiscard]] QByteArray keyDigest(const QSslCertificate &certificate);

// For a connection: null where it can't be read. Without a passphrase.
[[nodiscard]] QSslKey connectionKey(const QByteArray &pem);

} // namespace callboard
