// Lets the operator choose a client certificate and its key: one PEM file or two, or PKCS#12. Asks for the passphrase
// where there is one. Its dialogs stand over `over`.
#pragma once

#include "core/domain/error.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace callboard {

class IdentityChooser : public QObject {
    Q_OBJECT

public:
    explicit IdentityChooser(QWidget *over);

    void chooseAuthorities();
    void chooseCertificate();
    void chooseKey(const QByteArray &certificate); // for that certificate

signals:
    void authoritiesChosen(const QByteArray &authorities);
    void authoritiesRefused(const QString &why);
    // In PEM; `key` without a passphrase, and empty where the file holds none.
    void chosen(const QByteArray &certificate, const QString &key);
    void refused(const QString &why);

private:
    using Take = std::function<void(const QString &path)>;
    using ReadKey = std::function<Result<void>(const QString &passphrase)>;

    void openFileDialog(const char *objectName, const QString &title, const QStringList &filters, const Take &take);
    void takeAuthorities(const QString &path);
    void takeCertificate(const QString &path);
    void takeKey(const QByteArray &certificate, const QString &path);
    // Without a passphrase first, and asks for one where that is missing.
    void open(const QString &path, const ReadKey &read);
    [[nodiscard]] Result<void> takePkcs12(const QByteArray &bytes, const QString &passphrase);
    [[nodiscard]] Result<void> takePair(const QByteArray &certificate, const QByteArray &pem,
                                        const QString &passphrase);
    [[nodiscard]] Result<void> finish(const QByteArray &certificate, const QByteArray &key);

    QWidget *m_over;
};

} // namespace callboard
