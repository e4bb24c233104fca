#include "tests/support/proxyprocess.h"

#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace callboard {

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

bool listens(quint16 port)
{
    QTcpSocket probe;
    probe.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return probe.waitForConnected(200);
}

} // namespace

ProxyProcess::~ProxyProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

bool ProxyProcess::start(ProxyKind kind, const QString &user, const QString &password)
{
    m_settings = {kind, QStringLiteral("127.0.0.1"), freePort(), user, {password, {}}};
    if (kind == ProxyKind::Http) {
        m_process.start(QStringLiteral("tinyproxy"), tinyproxyArguments());
    } else {
        QStringList arguments{QStringLiteral("-i"), m_settings.host, QStringLiteral("-p"),
                              QString::number(m_settings.port)};
        if (!user.isEmpty())
            arguments += {QStringLiteral("-u"), user, QStringLiteral("-P"), password};
        m_process.start(QStringLiteral("microsocks"), arguments);
    }
    return m_process.waitForStarted() && QTest::qWaitFor([this] { return listens(m_settings.port); }, 5000);
}

QStringList ProxyProcess::tinyproxyArguments() const
{
    QFile file(m_directory.filePath(QStringLiteral("tinyproxy.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("Port " + QByteArray::number(m_settings.port)
               + "\nListen 127.0.0.1\nTimeout 60\nMaxClients 64\nLogFile \""
               + m_directory.filePath(QStringLiteral("tinyproxy.log")).toUtf8() + "\"\n");
    if (!m_settings.user.isEmpty())
        file.write("BasicAuth " + m_settings.user.toUtf8() + ' ' + m_settings.password.plain.toUtf8() + '\n');
    return {QStringLiteral("-d"), QStringLiteral("-c"), file.fileName()};
}

} // namespace callboard
