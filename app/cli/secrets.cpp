#include "app/cli/secrets.h"

#include "app/actor.h"
#include "core/store/tables/settingstore.h"

#include <QFile>
#include <QRandomGenerator>

#include <cstdio>

namespace callboard::cli {

namespace {

const QString kTokenSetting = QStringLiteral("intake_token");
const QString kTokenContext = QStringLiteral("meta.value:intake_token");

QByteArray withoutNewline(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

Result<QByteArray> makeToken(Database &db, const Vault &vault)
{
    QByteArray random(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    const QByteArray token = random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString sealed = QString::fromLatin1(vault.seal(token, kTokenContext).toBase64());
    return SettingStore(db).set(kTokenSetting, sealed).map([&token] { return token; });
}

} // namespace

Result<QByteArray> readSecret(const QString &reference)
{
    QFile file;
    if (reference == QLatin1String("-")) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("Can't read standard input."));
    } else if (reference.startsWith(u'@')) {
        file.setFileName(reference.mid(1));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("Can't read %1: %2").arg(file.fileName(), file.errorString()));
    } else {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("A secret is not given on the command line: use @FILE, or - for standard input."));
    }
    return withoutNewline(file.readAll());
}

VaultKeeper vaultKeeper(const Database &db)
{
    return VaultKeeper(db.path(), VaultKeySource::forWorkspace(db.tag()), commandActor());
}

Result<std::shared_ptr<const Vault>> openVault(const Database &db, bool create)
{
    return vaultKeeper(db)
        .open(create)
        .map([](const OpenedVault &opened) { return opened.vault; })
        .map_error([](const KeyFailure &failure) { return failure.error; });
}

Result<std::shared_ptr<const Vault>> openVaultOf(const QString &workspace)
{
    return Database::open(workspace, Database::Access::Read).and_then([](const std::unique_ptr<Database> &db) {
        return openVault(*db, false);
    });
}

Result<QByteArray> intakeToken(Database &db, const QString &tokenFile, bool create)
{
    if (const QByteArray fromEnvironment = qgetenv("CALLBOARD_INTAKE_TOKEN"); !fromEnvironment.isEmpty())
        return fromEnvironment;
    if (!tokenFile.isEmpty())
        return readSecret(u'@' + tokenFile);
    auto sealed = SettingStore(db).value(kTokenSetting);
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (sealed->isEmpty() && !create)
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral(
                        "There is no intake token yet: set CALLBOARD_INTAKE_TOKEN or start “callboard serve” once."));
    auto vault = openVault(db, create);
    if (!vault)
        return tl::unexpected(
            Error{vault.error().code,
                  vault.error().detail
                      + QStringLiteral(" (Or give the intake token by CALLBOARD_INTAKE_TOKEN or --token-file.)")});
    if (sealed->isEmpty())
        return makeToken(db, **vault);
    return (*vault)->unseal(QByteArray::fromBase64(sealed->toLatin1()), kTokenContext);
}

} // namespace callboard::cli
