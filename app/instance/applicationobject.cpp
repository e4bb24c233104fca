#include "app/instance/applicationobject.h"

#include "app/instance/link.h"

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

bool ApplicationObject::refuse(const QDBusMessage &message)
{
    if (!m_ending)
        return false;
    message.setDelayedReply(true);
    QDBusConnection::sessionBus().send(
        message.createErrorReply(QLatin1String(kEnding), QStringLiteral("Callboard is ending.")));
    return true;
}

void ApplicationObject::show(const QVariantMap &platformData, const QString &link)
{
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    emit activated(token.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString() : token);
    if (!link.isEmpty())
        emit linkOpened(link);
}

void ApplicationObject::Activate(const QVariantMap &platformData, const QDBusMessage &message)
{
    if (!refuse(message))
        show(platformData, {});
}

// One window shows one thing: the first.
void ApplicationObject::Open(const QStringList &uris, const QVariantMap &platformData, const QDBusMessage &message)
{
    if (!refuse(message))
        show(platformData, uris.value(0));
}

void ApplicationObject::ActivateAction(const QString &name, const QVariantList &, const QVariantMap &platformData,
                                       const QDBusMessage &message)
{
    if (!refuse(message))
        show(platformData, linkOfAction(name));
}

} // namespace callboard
