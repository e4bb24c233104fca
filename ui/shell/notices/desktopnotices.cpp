#include "ui/shell/notices/desktopnotices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>

namespace callboard {

namespace {

Q_LOGGING_CATEGORY(lcNotices, "callboard.notices", QtInfoMsg)

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kShow = QStringLiteral("default"); // a click on the notice itself does the same
const QString kShowButton = QStringLiteral("show");
const QString kReplay = QStringLiteral("replay");
constexpr uchar kNormalUrgency = 1;
constexpr int kTheServicesOwn = -1; // how long it stays

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

DesktopNotices::DesktopNotices(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    // With a service name Qt would look up its owner here and wait for the answer. Ids tell whose signals they are.
    const auto hear = [this](const char *signal, const char *slot) {
        m_bus.connect(QString(), kPath, kService, QLatin1String(signal), this, slot);
    };
    hear("ActivationToken", SLOT(takeToken(uint, QString)));
    hear("ActionInvoked", SLOT(takeAction(uint, QString)));
    hear("NotificationClosed", SLOT(takeClosed(uint, uint)));
}

void DesktopNotices::show(const DesktopNotice &notice)
{
    if (!m_bus.isConnected())
        return giveUp(QStringLiteral("there is no session bus"));
    if (m_abilities)
        return send(notice);
    m_queue.append(notice);
    if (!m_asking)
        askAbilities();
}

void DesktopNotices::askAbilities()
{
    m_asking = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            m_queue.clear(); // the next one asks again: the service may have come by then
            return giveUp(reply.error().message());
        }
        m_abilities = reply.value();
        for (const DesktopNotice &notice : std::exchange(m_queue, {}))
            send(notice);
    });
}

QStringList DesktopNotices::actionsOf(const DesktopNotice &notice) const
{
    if (!m_abilities->contains(QStringLiteral("actions")))
        return {};
    QStringList actions{kShow, notice.showText, kShowButton, notice.showText};
    if (!notice.replayText.isEmpty())
        actions << kReplay << notice.replayText;
    return actions;
}

void DesktopNotices::send(const DesktopNotice &notice)
{
    const bool markup = m_abilities->contains(QStringLiteral("body-markup"));
    QDBusMessage call = callOf(QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(kNormalUrgency)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.callboard.Callboard")},
                            {QStringLiteral("category"), QStringLiteral("transfer.error")}};
    call << QStringLiteral("Callboard") << m_ids.value(notice.key) << QStringLiteral("org.callboard.Callboard")
         << notice.summary << (markup ? notice.body.toHtmlEscaped() : notice.body) << actionsOf(notice) << hints
         << kTheServicesOwn;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key = notice.key, round = m_round] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isError()) {
            if (round == m_round)
                m_ids.insert(key, reply.value());
            else
                close(reply.value()); // it was on its way when all were taken back
            return;
        }
        m_abilities.reset(); // another service may be there the next time
        giveUp(reply.error().message());
    });
}

void DesktopNotices::withdrawAll()
{
    ++m_round;
    m_queue.clear();
    for (const uint id : std::as_const(m_ids))
        close(id);
    m_ids.clear();
    m_tokens.clear();
}

void DesktopNotices::close(uint id)
{
    QDBusMessage call = callOf(QStringLiteral("CloseNotification"));
    call << id;
    m_bus.asyncCall(call);
}

void DesktopNotices::giveUp(const QString &why)
{
    if (!m_complained)
        qCInfo(lcNotices, "Failures are not told on the desktop: %s", qUtf8Printable(why));
    m_complained = true;
}

// Comes before the action it belongs to.
void DesktopNotices::takeToken(uint id, const QString &token)
{
    if (!m_ids.key(id).isEmpty())
        m_tokens.insert(id, token);
}

void DesktopNotices::takeAction(uint id, const QString &action)
{
    const QString key = m_ids.key(id);
    if (key.isEmpty())
        return; // another program's
    if (action == kReplay)
        emit replayChosen(key);
    else
        emit showChosen(key, m_tokens.take(id));
}

void DesktopNotices::takeClosed(uint id, uint)
{
    m_tokens.remove(id);
    m_ids.remove(m_ids.key(id));
}

} // namespace callboard
