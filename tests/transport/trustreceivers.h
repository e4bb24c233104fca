// Receivers to be trusted or not: one that counts what reaches it, and one that wants to see a certificate.
#pragma once

#include "tests/support/testauthority.h"
#include "tests/support/testcertificate.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace callboard {

// Counts what is left of TLS when it is taken off, and in front of it what comes over the wire.
class ByteCounter : public QSslServer {
public:
    explicit ByteCounter(const TestCertificate &certificate)
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificate(certificate.certificate);
        configuration.setPrivateKey(certificate.key);
        setSslConfiguration(configuration);
        connect(this, &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                const auto take = [this, socket] { bytes += socket->readAll().size(); };
                connect(socket, &QTcpSocket::readyRead, this, take);
                take(); // something may be there already
            }
        });
        connect(&m_wire, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_wire.nextPendingConnection())
                relay(socket);
        });
        listen(QHostAddress::LocalHost);
        m_wire.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_wire.serverPort(); }

    qint64 bytes = 0;
    qint64 onTheWire = 0;
    int handshakes = 0;
    int ended = 0;

private:
    void relay(QTcpSocket *socket)
    {
        auto *onwards = new QTcpSocket(socket);
        connect(socket, &QTcpSocket::readyRead, onwards, [this, socket, onwards] {
            const QByteArray came = socket->readAll();
            onTheWire += came.size();
            onwards->write(came);
        });
        connect(onwards, &QTcpSocket::readyRead, socket, [socket, onwards] { socket->write(onwards->readAll()); });
        connect(socket, &QTcpSocket::disconnected, this, [this, onwards] {
            ++ended;
            onwards->disconnectFromHost();
        });
        onwards->connectToHost(QHostAddress(QHostAddress::LocalHost), serverPort());
    }

    QTcpServer m_wire;
};

// `openssl s_server`, which ends the handshake by an alert where nginx answers 400.
class StrictServer {
public:
    ~StrictServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool start(const TestCertificate &certificate, const TestAuthority &clients, const QString &version)
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("openssl"),
                        {QStringLiteral("s_server"), QStringLiteral("-accept"),
                         QStringLiteral("127.0.0.1:%1").arg(m_port), version, QStringLiteral("-cert"),
                         certificate.certificateFile, QStringLiteral("-key"), certificate.keyFile,
                         QStringLiteral("-CAfile"), clients.own().certificateFile, QStringLiteral("-Verify"),
                         QStringLiteral("2"), QStringLiteral("-verify_return_error")});
        return m_process.waitForStarted() && QTest::qWaitFor([this] { return said().contains("ACCEPT"); }, 5000);
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const QByteArray &said() { return m_said += m_process.readAll(); }

private:
    QProcess m_process;
    QByteArray m_said;
    quint16 m_port = 0;
};

} // namespace callboard
