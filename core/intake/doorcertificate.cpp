#include "core/intake/doorcertificate.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <array>
#include <utility>
#include <vector>

#include <sys/stat.h>

namespace callboard {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcDoor, "callboard.door")

constexpr qint64 kLargestFile = qint64(1024) * 1024;
constexpr auto kLookEvery = 1s;

tl::unexpected<Error> refuse(const QString &file, const QString &what)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 %2").arg(file, what));
}

// A credential's modes are systemd's business.
bool isCredential(const QString &file)
{
    const QString directory = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    return !directory.isEmpty() && QFileInfo(file).absolutePath() == QFileInfo(directory).absoluteFilePath();
}

Result<void> checkClosed(const QFile &file)
{
    struct stat status { };
    if (::fstat(file.handle(), &status) != 0 || !S_ISREG(status.st_mode))
        return refuse(file.fileName(), QStringLiteral("is not a regular file."));
    // Debian lets the group ssl-cert read keys; more than reading, or anybody else, is too much.
    if ((status.st_mode & 037) == 0 || isCredential(file.fileName()))
        return {};
    return refuse(file.fileName(),
                  QStringLiteral("is open to other users (mode %1). Run: chmod 600 %2")
                      .arg(QString::number(status.st_mode & 07777, 8).rightJustified(4, u'0'), file.fileName()));
}

Result<QByteArray> contentOf(const QString &name, bool isKey)
{
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return refuse(name,
                      QStringLiteral("can't be read: %1.")
                          .arg(QFileInfo::exists(name) ? file.errorString() : QStringLiteral("no such file")));
    if (isKey) {
        if (auto closed = checkClosed(file); !closed)
            return tl::unexpected(closed.error());
    }
    return file.read(kLargestFile);
}

gnutls_datum_t datumOf(const QByteArray &bytes)
{
    // GnuTLS reads it only; its type is older than const.
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.constData())), unsigned(bytes.size())};
}

struct CertificateList {
    gnutls_x509_crt_t *items = nullptr;
    unsigned count = 0;

    CertificateList() = default;
    ~CertificateList()
    {
        for (unsigned i = 0; i < count; ++i)
            gnutls_x509_crt_deinit(items[i]);
        gnutls_free(items);
    }
    CertificateList(const CertificateList &) = delete;
    CertificateList &operator=(const CertificateList &) = delete;
};

struct PrivateKey {
    gnutls_x509_privkey_t key = nullptr;

    PrivateKey() { gnutls_x509_privkey_init(&key); }
    ~PrivateKey() { gnutls_x509_privkey_deinit(key); }
    PrivateKey(const PrivateKey &) = delete;
    PrivateKey &operator=(const PrivateKey &) = delete;
};

// What goes out with each handshake.
struct Loaded {
    std::vector<gnutls_pcert_st> chain;
    gnutls_privkey_t key = nullptr;

    Loaded() = default;
    ~Loaded()
    {
        for (gnutls_pcert_st &each : chain)
            gnutls_pcert_deinit(&each);
        gnutls_privkey_deinit(key);
    }
    Loaded(const Loaded &) = delete;
    Loaded &operator=(const Loaded &) = delete;
};

Result<void> checkTime(const QString &file, gnutls_x509_crt_t certificate)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto from = QDateTime::fromSecsSinceEpoch(gnutls_x509_crt_get_activation_time(certificate), Qt::UTC);
    const auto until = QDateTime::fromSecsSinceEpoch(gnutls_x509_crt_get_expiration_time(certificate), Qt::UTC);
    if (now < from)
        return fail(
            ErrorCode::NotAllowed,
            QStringLiteral("The certificate in %1 is not valid before %2.").arg(file, from.toString(Qt::ISODate)));
    if (now >= until)
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("The certificate in %1 expired on %2.").arg(file, until.toString(Qt::ISODate)));
    return {};
}

using KeyId = std::array<unsigned char, 64>;

bool belongTogether(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key)
{
    KeyId ids[2] = {};
    size_t sizes[2] = {ids[0].size(), ids[1].size()};
    return gnutls_x509_crt_get_key_id(certificate, GNUTLS_KEYID_USE_SHA256, ids[0].data(), &sizes[0]) == 0
        && gnutls_x509_privkey_get_key_id(key, GNUTLS_KEYID_USE_SHA256, ids[1].data(), &sizes[1]) == 0
        && sizes[0] == sizes[1] && ids[0] == ids[1];
}

Result<void> readCertificates(const QString &file, CertificateList &into)
{
    const auto text = contentOf(file, false);
    if (!text)
        return tl::unexpected(text.error());
    const gnutls_datum_t datum = datumOf(*text);
    if (gnutls_x509_crt_list_import2(&into.items, &into.count, &datum, GNUTLS_X509_FMT_PEM, 0) < 0 || into.count == 0)
        return refuse(file, QStringLiteral("holds no certificate in PEM."));
    return checkTime(file, into.items[0]);
}

Result<void> readKey(const QString &file, const PrivateKey &into)
{
    auto text = contentOf(file, true);
    if (!text)
        return tl::unexpected(text.error());
    const gnutls_datum_t datum = datumOf(*text);
    const int read = gnutls_x509_privkey_import2(into.key, &datum, GNUTLS_X509_FMT_PEM, nullptr, 0);
    text->fill('\0');
    if (read == GNUTLS_E_DECRYPTION_FAILED)
        return refuse(file, QStringLiteral("is locked with a passphrase. Give a key without one, closed to others."));
    if (read < 0)
        return refuse(file, QStringLiteral("holds no private key in PEM."));
    return {};
}

Result<std::shared_ptr<Loaded>> read(const DoorTls &files)
{
    CertificateList certificates;
    const PrivateKey key;
    if (auto done = readCertificates(files.certificate, certificates); !done)
        return tl::unexpected(done.error());
    if (auto done = readKey(files.key, key); !done)
        return tl::unexpected(done.error());
    if (!belongTogether(certificates.items[0], key.key))
        return refuse(files.key, QStringLiteral("is not the key of the certificate in %1.").arg(files.certificate));
    auto loaded = std::make_shared<Loaded>();
    unsigned count = certificates.count;
    loaded->chain.resize(count);
    const bool made = gnutls_pcert_import_x509_list(loaded->chain.data(), certificates.items, &count, 0) == 0
        && gnutls_privkey_init(&loaded->key) == 0
        && gnutls_privkey_import_x509(loaded->key, key.key, GNUTLS_PRIVKEY_IMPORT_COPY) == 0;
    if (!made)
        return refuse(files.certificate, QStringLiteral("and its key can't be used."));
    return loaded;
}

// Tells one state of the two files from the next.
QString stateOf(const DoorTls &files)
{
    QStringList parts;
    for (const QString &name : {files.certificate, files.key}) {
        struct stat status { };
        ::stat(QFile::encodeName(name).constData(), &status);
        parts.append(QStringLiteral("%1.%2.%3.%4")
                         .arg(quint64(status.st_ino))
                         .arg(qint64(status.st_size))
                         .arg(qint64(status.st_mtim.tv_sec))
                         .arg(qint64(status.st_mtim.tv_nsec)));
    }
    return parts.join(u'/');
}

} // namespace

struct DoorCertificate::Private {
    DoorTls files;
    QString state;
    // All of them: a handshake may still be using an older one, and they are few.
    std::vector<std::shared_ptr<Loaded>> loaded;
    QDeadlineTimer nextLook{kLookEvery};
};

Result<std::unique_ptr<DoorCertificate>> DoorCertificate::load(const DoorTls &files)
{
    const QString state = stateOf(files);
    return read(files).map([&](std::shared_ptr<Loaded> loaded) {
        auto d = std::make_unique<Private>();
        d->files = files;
        d->state = state;
        d->loaded.push_back(std::move(loaded));
        return std::unique_ptr<DoorCertificate>(new DoorCertificate(std::move(d)));
    });
}

DoorCertificate::DoorCertificate(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

DoorCertificate::~DoorCertificate() = default;

DoorCertificate::Chain DoorCertificate::current()
{
    if (m_d->nextLook.hasExpired()) {
        m_d->nextLook.setRemainingTime(kLookEvery);
        if (const QString state = stateOf(m_d->files); std::exchange(m_d->state, state) != state) {
            if (auto again = read(m_d->files)) {
                m_d->loaded.push_back(std::move(*again));
                qCInfo(lcDoor).noquote() << "The door's certificate was read again.";
            } else {
                qCWarning(lcDoor).noquote() << "The door goes on with the certificate it has:" << again.error().detail;
            }
        }
    }
    Loaded &newest = *m_d->loaded.back();
    return {newest.chain.data(), unsigned(newest.chain.size()), newest.key};
}

} // namespace callboard
