#include "ui/targets/form/identitychooser.h"

#include "core/transport/certificates.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/certificatefile.h"
#include "ui/targets/form/passphrasedialog.h"

#include <QFileDialog>
#include <QFileInfo>

namespace callboard {

IdentityChooser::IdentityChooser(QWidget *over)
    : QObject(over)
    , m_over(over)
{
}

void IdentityChooser::openFileDialog(const char *objectName, const QString &title, const QStringList &filters,
                                     const Take &take)
{
    auto *dialog = new QFileDialog(m_over->window(), title);
    dialog->setObjectName(QString::fromLatin1(objectName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(filters + QStringList(tr("All files (*)")));
    connect(dialog, &QFileDialog::fileSelected, this, take);
    dialog->open();
}

void IdentityChooser::chooseAuthorities()
{
    openFileDialog("authoritiesFileDialog", tr("Choose the trusted authorities"),
                   {tr("Certificates (*.pem *.crt *.cer)")}, [this](const QString &path) { takeAuthorities(path); });
}

void IdentityChooser::chooseCertificate()
{
    openFileDialog("certificateFileDialog", tr("Choose the client certificate"),
                   {tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx)")},
                   [this](const QString &path) { takeCertificate(path); });
}

void IdentityChooser::chooseKey(const QByteArray &certificate)
{
    openFileDialog("keyFileDialog", tr("Choose the key of the client certificate"), {tr("Keys (*.pem *.key)")},
                   [this, certificate](const QString &path) { takeKey(certificate, path); });
}

void IdentityChooser::takeAuthorities(const QString &path)
{
    const auto bytes = readCertificateFile(path);
    if (!bytes)
        return emit authoritiesRefused(bytes.error().detail);
    const QByteArray authorities = certificatesIn(*bytes);
    if (const auto found = describeCertificates(authorities); !found)
        return emit authoritiesRefused(inOurLanguage(found.error().detail));
    emit authoritiesChosen(authorities);
}

void IdentityChooser::takeCertificate(const QString &path)
{
    const auto bytes = readCertificateFile(path);
    if (!bytes)
        return emit refused(bytes.error().detail);
    if (!isPem(*bytes))
        return open(path, [this, bytes](const QString &passphrase) { return takePkcs12(*bytes, passphrase); });
    const QByteArray certificate = certificatesIn(*bytes);
    if (const auto found = describeCertificates(certificate); !found)
        return emit refused(inOurLanguage(found.error().detail));
    if (!holdsPrivateKey(*bytes))
        return emit chosen(certificate, {});
    open(path,
         [this, certificate, bytes](const QString &passphrase) { return takePair(certificate, *bytes, passphrase); });
}

void IdentityChooser::takeKey(const QByteArray &certificate, const QString &path)
{
    const auto bytes = readCertificateFile(path);
    if (!bytes)
        return emit refused(bytes.error().detail);
    open(path,
         [this, certificate, bytes](const QString &passphrase) { return takePair(certificate, *bytes, passphrase); });
}

void IdentityChooser::open(const QString &path, const ReadKey &read)
{
    const Result<void> opened = read({});
    if (opened)
        return;
    if (opened.error().code != ErrorCode::NotAllowed)
        return emit refused(inOurLanguage(opened.error().detail));
    auto *dialog = new PassphraseDialog(QFileInfo(path).fileName(), read, m_over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PassphraseDialog::failed, this, &IdentityChooser::refused);
    dialog->open();
}

Result<void> IdentityChooser::takePkcs12(const QByteArray &bytes, const QString &passphrase)
{
    return readPkcs12(bytes, passphrase).and_then([this](const ClientIdentity &identity) {
        return finish(identity.certificatePem, identity.keyPem);
    });
}

Result<void> IdentityChooser::takePair(const QByteArray &certificate, const QByteArray &pem, const QString &passphrase)
{
    return readPrivateKey(pem, passphrase).and_then([&](const QByteArray &key) { return finish(certificate, key); });
}

Result<void> IdentityChooser::finish(const QByteArray &certificate, const QByteArray &key)
{
    if (const auto problem = pairProblem(certificate, key))
        return fail(ErrorCode::InvalidArgument, *problem);
    emit chosen(certificate, QString::fromLatin1(key));
    return {};
}

} // namespace callboard
