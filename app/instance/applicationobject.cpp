#include "app/instance/applicationobject.h"

#include <QDBusConnection>

namespace callboard {

const char *const ApplicationObject::kInterface = "org.freedesktop.Application";
const char *const ApplicationObject::kEnding = "org.callboard.Callboard.Error.Ending";

ApplicationObject::ApplicationObject(QObject *parent)
    : QDBusAbstractAdaptor(parent)
{
}

QString ApplicationObject::busName(const QString &key)
{
    const QString name = QStringLiteral("org.callboard.Callboard");
    return key.isEmpty() ? name : QString(name + QStringLiteral(".w") + key); // no part may begin with a digit
}

QString ApplicationObject::path()
{
    return QStringLiteral("/org/callboard/Callboard");
}

void ApplicationObject::Activate(const QVariantMap &platformData, const QDBusMessage &message)
{
    if (m_ending) {
        message.setDelayedReply(true);
        QDBusConnection::sessionBus().send(
            message.createErrorReply(QLatin1String(kEnding), QStringLiteral("Callboard is ending.")));
        return;
    }
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    emit activated(token.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString() : token);
}

// Nothing is opened from outside: the window comes to the front, as for Activate.
void ApplicationObject::Open(const QStringList &, const QVariantMap &platformData, const QDBusMessage &message)
{
    Activate(platformData, message);
}

void ApplicationObject::ActivateAction(const QString &, const QVariantList &, const QVariantMap &platformData,
                                       const QDBusMessage &message)
{
    Activate(platformData, message);
}

} // namespace callboard
