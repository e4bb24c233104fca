#include "core/transport/certificates.h"
#include "core/transport/opensslvalues.h"

#include <QSslKey>

#include <algorithm>
#include <vector>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

namespace callboard {

namespace openssl {

namespace {

struct Passphrase {
    QByteArray text;
    bool asked = false;
};

// OpenSSL would ask at the terminal without one.
int tell(char *buffer, int size, int, void *about)
{
    auto *passphrase = static_cast<Passphrase *>(about);
    passphrase->asked = true;
    if (passphrase->text.isEmpty() || passphrase->text.size() > size)
        return -1;
    std::copy(passphrase->text.cbegin(), passphrase->text.cend(), buffer);
    return static_cast<int>(passphrase->text.size());
}

Key readKey(const QByteArray &pem, Passphrase &passphrase)
{
    const Bio bio = readFrom(pem);
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, tell, &passphrase));
    forgetErrors();
    return key;
}

struct Context {
    // RC2 and other methods of old in which files of certificates still come are no part of the default provider.
    Context()
        : value(OSSL_LIB_CTX_new())
        , usual(OSSL_PROVIDER_load(value, "default"))
        , old(OSSL_PROVIDER_load(value, "legacy"))
    {
    }
    ~Context()
    {
        for (OSSL_PROVIDER *provider : {usual, old}) {
            if (provider)
                OSSL_PROVIDER_unload(provider);
        }
        OSSL_LIB_CTX_free(value);
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    OSSL_LIB_CTX *value;
    OSSL_PROVIDER *usual;
    OSSL_PROVIDER *old;
};

using Pkcs12 = std::unique_ptr<PKCS12, Freeing<PKCS12_free>>;

Pkcs12 readFile(const QByteArray &bytes, const Context &context)
{
    const Bio bio = readFrom(bytes);
    PKCS12 *file = PKCS12_init_ex(NID_pkcs7_data, context.value, nullptr);
    if (!file || !d2i_PKCS12_bio(bio.get(), &file)) // which frees it where it fails
        return nullptr;
    return Pkcs12(file);
}

bool vouchesForItself(X509 *certificate)
{
    return X509_check_issued(certificate, certificate) == X509_V_OK;
}

// Takes those out of `rest` that lead from `certificate` towards its authority, itself not among them.
std::vector<X509 *> takeChain(X509 *certificate, std::vector<X509 *> &rest)
{
    std::vector<X509 *> chain;
    for (X509 *last = certificate; last && !vouchesForItself(last);) {
        const auto next = std::find_if(rest.begin(), rest.end(), [last](X509 *each) {
            return X509_check_issued(each, last) == X509_V_OK && !vouchesForItself(each);
        });
        last = next == rest.end() ? nullptr : *next;
        if (last) {
            chain.push_back(last);
            rest.erase(next);
        }
    }
    return chain;
}

} // namespace

Key keyFrom(const QByteArray &pem)
{
    Passphrase none;
    return readKey(pem, none);
}

QByteArray toPem(EVP_PKEY *key)
{
    const Bio bio = writeToMemory();
    return PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? written(bio)
                                                                                                     : QByteArray();
}

QByteArray toPem(X509 *certificate)
{
    const Bio bio = writeToMemory();
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? written(bio) : QByteArray();
}

void forgetErrors()
{
    ERR_clear_error();
}

} // namespace openssl

Result<QByteArray> readPrivateKey(const QByteArray &pem, const QString &passphrase)
{
    openssl::Passphrase given{passphrase.toUtf8()};
    const openssl::Key key = openssl::readKey(pem, given);
    if (key) {
        if (const QByteArray plain = openssl::toPem(key.get()); !plain.isEmpty())
            return plain;
    }
    if (given.asked && given.text.isEmpty())
        return fail(ErrorCode::NotAllowed, QStringLiteral("The key opens with its passphrase only."));
    if (given.asked)
        return fail(ErrorCode::NotAllowed, QStringLiteral("The passphrase does not open the key."));
    return fail(ErrorCode::InvalidArgument, QStringLiteral("There is no private key in PEM in it."));
}

bool keyNeedsPassphrase(const QByteArray &pem)
{
    openssl::Passphrase none;
    return !openssl::readKey(pem, none) && none.asked;
}

Result<ClientIdentity> readPkcs12(const QByteArray &bytes, const QString &passphrase)
{
    const openssl::Context context;
    const openssl::Pkcs12 file = openssl::readFile(bytes, context);
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const QByteArray given = passphrase.toUtf8();
    const bool opened = file && PKCS12_parse(file.get(), given.constData(), &key, &certificate, &others) == 1;
    const bool wrong = file && !opened && ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_MAC_VERIFY_FAILURE;
    openssl::forgetErrors();
    const openssl::Key ownedKey(key);
    const openssl::Certificate ownedCertificate(certificate);
    const openssl::Certificates ownedOthers(others);
    if (!file)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("It is no PKCS#12 file (.p12, .pfx)."));
    if (wrong && given.isEmpty())
        return fail(ErrorCode::NotAllowed, QStringLiteral("The file opens with its passphrase only."));
    if (wrong)
        return fail(ErrorCode::NotAllowed, QStringLiteral("The passphrase does not open the file."));
    if (!opened)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The PKCS#12 file is damaged, or sealed by a method that can't be read here."));
    if (!key || !certificate)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The PKCS#12 file holds no private key with its certificate."));
    std::vector<X509 *> rest;
    for (int i = 0; i < sk_X509_num(others); ++i)
        rest.push_back(sk_X509_value(others, i));
    ClientIdentity identity{openssl::toPem(certificate), openssl::toPem(key), {}};
    for (X509 *each : openssl::takeChain(certificate, rest))
        identity.certificatePem += openssl::toPem(each);
    for (X509 *each : rest)
        identity.authoritiesPem += openssl::toPem(each);
    return identity;
}

QSslKey connectionKey(const QByteArray &pem)
{
    for (QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    // Qt has no name for Ed25519 and hands such a key on to OpenSSL as it is.
    openssl::Key key = openssl::keyFrom(pem);
    return key ? QSslKey(Qt::HANDLE(key.release())) : QSslKey();
}

} // namespace callboard
