#include "app/instance/windowclaim.h"

#include "app/instance/applicationobject.h"
#include "app/instance/workspacekey.h"
#include "core/store/sql/database.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace callboard {

namespace {

constexpr int kPatience = 15'000; // longer than an engine takes to end
constexpr int kPause = 100;       // between two tries
constexpr int kAnswerWithin = 5'000;
constexpr qint64 kLongestLine = 4096;
const QByteArray kShown = QByteArrayLiteral("shown\n");
const QByteArray kEnding = QByteArrayLiteral("ending\n");

enum class Answer { Shown, Ending, Silence };

// The desktop gives whoever is started its leave to take the focus; it is handed on to the window that is there.
QString activationToken()
{
    const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : token;
}

Answer askOverBus(const QString &busName, const QString &token, const QString &link)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return Answer::Silence;
    QDBusMessage call = QDBusMessage::createMethodCall(
        busName, ApplicationObject::path(), QLatin1String(ApplicationObject::kInterface),
        link.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("Open"));
    QVariantMap data;
    if (!token.isEmpty())
        data = {{QStringLiteral("activation-token"), token}, {QStringLiteral("desktop-startup-id"), token}};
    if (!link.isEmpty())
        call << QStringList{link};
    call << data;
    call.setAutoStartService(false);
    const QDBusMessage reply = bus.call(call, QDBus::Block, kAnswerWithin);
    if (reply.type() == QDBusMessage::ReplyMessage)
        return Answer::Shown;
    return reply.errorName() == QLatin1String(ApplicationObject::kEnding) ? Answer::Ending : Answer::Silence;
}

// Token and link, parted by a tabulator, which is in neither.
QByteArray lineOf(const QString &token, const QString &link)
{
    QByteArray line = token.toUtf8().replace('\t', "") + '\t' + link.toUtf8().replace('\t', "");
    return line.replace('\n', "").left(kLongestLine - 1) + '\n';
}

Answer askOverSocket(const QString &socket, const QString &token, const QString &link)
{
    QLocalSocket caller;
    caller.connectToServer(socket);
    if (!caller.waitForConnected(kAnswerWithin))
        return Answer::Silence;
    caller.write(lineOf(token, link));
    const QDeadlineTimer patience(kAnswerWithin);
    while (!caller.canReadLine()) {
        if (!caller.waitForReadyRead(int(patience.remainingTime())))
            return Answer::Silence;
    }
    const QByteArray line = caller.readLine(kLongestLine);
    return line == kShown ? Answer::Shown : line == kEnding ? Answer::Ending : Answer::Silence;
}

Answer ask(const QString &busName, const QString &socket, const QString &link)
{
    const QString token = activationToken();
    const Answer overBus = askOverBus(busName, token, link);
    return overBus == Answer::Silence ? askOverSocket(socket, token, link) : overBus;
}

} // namespace

Result<std::unique_ptr<WindowClaim>> WindowClaim::take(const QString &workspace, const QString &link)
{
    const QString key = workspaceKey(workspace);
    const QString base = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + QStringLiteral("/callboard-") + key;
    const QString socket = base + QStringLiteral(".socket");
    const bool own = key == workspaceKey(defaultWorkspace());
    const QString busName = ApplicationObject::busName(own ? QString() : key);

    auto lock = std::make_unique<QLockFile>(base + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // never by age; a dead process's lock is recognised by its pid
    // The other may be between its lock and its door, or on its way out: then the next try meets an answer or no lock.
    for (const QDeadlineTimer patience(kPatience); !lock->tryLock(kPause);) {
        if (lock->error() != QLockFile::LockFailedError)
            return std::unique_ptr<WindowClaim>(new WindowClaim(nullptr));
        if (ask(busName, socket, link) == Answer::Shown)
            return std::unique_ptr<WindowClaim>();
        if (patience.hasExpired())
            return fail(ErrorCode::WorkspaceInUse,
                        QStringLiteral("Another process has the window of %1 and does not answer.").arg(workspace));
    }
    std::unique_ptr<WindowClaim> claim(new WindowClaim(std::move(lock)));
    claim->listen(socket, busName);
    return claim;
}

WindowClaim::WindowClaim(std::unique_ptr<QLockFile> lock)
    : m_lock(std::move(lock))
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            connect(caller, &QLocalSocket::readyRead, this, [this, caller] { answer(caller); });
            if (caller->bytesAvailable() > 0)
                answer(caller);
        }
    });
}

// The name goes before the lock: who finds the lock free must find the name free as well.
WindowClaim::~WindowClaim()
{
    m_server.close();
    if (!m_busName.isEmpty())
        QDBusConnection::sessionBus().interface()->unregisterService(m_busName);
}

void WindowClaim::listen(const QString &socket, const QString &busName)
{
    QLocalServer::removeServer(socket); // of one that was killed: the lock is ours
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(socket);

    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto *object = new QObject(this);
    m_application = new ApplicationObject(object);
    connect(m_application, &ApplicationObject::activated, this, &WindowClaim::raiseRequested);
    connect(m_application, &ApplicationObject::linkOpened, this, &WindowClaim::linkRequested);
    bus.registerObject(ApplicationObject::path(), object);
    const auto registered = bus.interface()->registerService(busName, QDBusConnectionInterface::DontQueueService);
    if (registered.isValid() && registered.value() == QDBusConnectionInterface::ServiceRegistered)
        m_busName = busName;
}

void WindowClaim::setEnding()
{
    m_ending = true;
    if (m_application)
        m_application->setEnding();
}

void WindowClaim::answer(QLocalSocket *caller)
{
    if (!caller->canReadLine()) {
        if (caller->bytesAvailable() >= kLongestLine)
            caller->abort();
        return;
    }
    const QStringList parts = QString::fromUtf8(caller->readLine(kLongestLine)).chopped(1).split(u'\t');
    caller->write(m_ending ? kEnding : kShown);
    caller->disconnectFromServer(); // after what was written
    if (!m_ending)
        emit raiseRequested(parts.value(0));
    if (!m_ending && !parts.value(1).isEmpty())
        emit linkRequested(parts.value(1));
}

} // namespace callboard
