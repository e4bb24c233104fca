#include "core/security/keychainlock.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

#include <algorithm>
#include <optional>

namespace callboard {

namespace {

using Attributes = QMap<QString, QString>;

constexpr int kPatienceMs = 500; // of each question
const QString kSecrets = QStringLiteral("org.freedesktop.secrets");
const QString kRoot = QStringLiteral("/org/freedesktop/secrets");
const QString kServiceInterface = QStringLiteral("org.freedesktop.Secret.Service");

std::optional<QVariantList> ask(const QString &service, const QString &path, const QString &interface,
                                const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    const QDBusMessage answer = QDBusConnection::sessionBus().call(call, QDBus::Block, kPatienceMs);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return std::nullopt;
    return answer.arguments();
}

bool isOnTheBus(const QString &name)
{
    const auto answer = ask(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"), {name});
    return answer && !answer->isEmpty() && answer->first().toBool();
}

// A keychain that is locked as a whole may not say what it holds.
KeychainLock defaultCollection()
{
    const auto alias = ask(kSecrets, kRoot, kServiceInterface, QStringLiteral("ReadAlias"),
                           {QStringLiteral("default")});
    if (!alias || alias->isEmpty())
        return KeychainLock::Unknown;
    const QString path = alias->first().value<QDBusObjectPath>().path();
    if (path == QLatin1String("/")) // none was made yet
        return KeychainLock::Open;
    const auto locked = ask(kSecrets, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                            {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!locked || locked->isEmpty())
        return KeychainLock::Unknown;
    const bool isLocked = locked->first().value<QDBusVariant>().variant().toBool();
    return isLocked ? KeychainLock::Locked : KeychainLock::Open;
}

} // namespace

KeychainLock keychainLock(const QString &service, const QString &entry)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return KeychainLock::Absent;
    if (!isOnTheBus(kSecrets)) {
        const QStringList others{QStringLiteral("org.kde.kwalletd5"), QStringLiteral("org.kde.kwalletd6")};
        return std::any_of(others.begin(), others.end(), isOnTheBus) ? KeychainLock::MayAsk : KeychainLock::Absent;
    }
    qDBusRegisterMetaType<Attributes>();
    const Attributes wanted{{QStringLiteral("server"), service}, {QStringLiteral("user"), entry}};
    const auto found = ask(kSecrets, kRoot, kServiceInterface, QStringLiteral("SearchItems"),
                           {QVariant::fromValue(wanted)});
    if (!found || found->size() != 2)
        return KeychainLock::Unknown;
    const auto paths = [&found](int index) {
        return qdbus_cast<QList<QDBusObjectPath>>(found->at(index).value<QDBusArgument>());
    };
    if (!paths(1).isEmpty())
        return KeychainLock::Locked;
    return paths(0).isEmpty() ? defaultCollection() : KeychainLock::Open;
}

} // namespace callboard
