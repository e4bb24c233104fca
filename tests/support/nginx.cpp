#include "tests/support/nginx.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace callboard {

namespace {

QByteArray configuration(const QByteArray &directory, quint16 port, const QByteArray &serverBody)
{
    return "daemon off; master_process off; worker_processes 1; pid " + directory + "/nginx.pid; error_log " + directory
        + "/error.log; events { worker_connections 256; } http { log_format one '$request_method $uri $status'; "
          "access_log "
        + directory + "/access.log one; client_max_body_size 64m; client_body_temp_path " + directory
        + "/body; proxy_temp_path " + directory + "/proxy; fastcgi_temp_path " + directory
        + "/fastcgi; uwsgi_temp_path " + directory + "/uwsgi; scgi_temp_path " + directory
        + "/scgi; server { listen 127.0.0.1:" + QByteArray::number(port) + "; " + serverBody + " } }\n";
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace

Nginx::~Nginx()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

bool Nginx::start(const QByteArray &serverBody)
{
    m_port = freePort();
    const QString file = m_directory.filePath(QStringLiteral("nginx.conf"));
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write(configuration(m_directory.path().toUtf8(), m_port, serverBody));
    config.close();
    m_process.start(QStringLiteral("/usr/sbin/nginx"),
                    {QStringLiteral("-e"), m_directory.filePath(QStringLiteral("start.log")), QStringLiteral("-p"),
                     m_directory.path(), QStringLiteral("-c"), file});
    return m_process.waitForStarted() && QTest::qWaitFor([this] { return listens(); }, 5000);
}

bool Nginx::listens() const
{
    QTcpSocket probe;
    probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return probe.waitForConnected(200);
}

QList<QByteArray> Nginx::accessLog() const
{
    QFile log(m_directory.filePath(QStringLiteral("access.log")));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    return log.readAll().trimmed().split('\n');
}

} // namespace callboard
