// OpenSSL's values as C++ values, freed where they end, and their way from and to PEM. Included by sources of this room
// alone; any thread.
#pragma once

#include <QByteArray>

#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace callboard::openssl {

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T *value) const
    {
        Free(value);
    }
};

inline void freeBio(BIO *bio)
{
    BIO_free_all(bio);
}

inline void freeCertificates(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}

using Bio = std::unique_ptr<BIO, Freeing<freeBio>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Freeing<freeCertificates>>;

[[nodiscard]] inline Bio readFrom(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

[[nodiscard]] inline Bio writeToMemory()
{
    return Bio(BIO_new(BIO_s_mem()));
}

[[nodiscard]] inline QByteArray written(const Bio &bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return size > 0 ? QByteArray(bytes, size) : QByteArray();
}

// PKCS#8 without a passphrase; empty where it can't be written.
[[nodiscard]] QByteArray toPem(EVP_PKEY *key);
[[nodiscard]] QByteArray toPem(X509 *certificate);

// The first key in the text; null where there is none, or it asks for a passphrase.
[[nodiscard]] Key keyFrom(const QByteArray &pem);

// What was tried is told by what comes back; what OpenSSL keeps of it would be taken for the trouble of a connection.
void forgetErrors();

} // namespace callboard::openssl
