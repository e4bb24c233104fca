#include "tests/intake/doorclient.h"

#include <QHostAddress>
#include <QJsonDocument>

#include <sys/socket.h>

namespace {

constexpr int kPatience = 20'000;

QByteArray inChunks(const QByteArray &body)
{
    QByteArray result;
    for (qsizetype from = 0; from < body.size(); from += 7) {
        const QByteArray part = body.mid(from, 7);
        result += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return result + "0\r\n\r\n";
}

qsizetype announcedLength(const QByteArray &head)
{
    return WireAnswer{200, head, {}}.header("content-length").toLongLong();
}

} // namespace

QByteArray WireRequest::bytes(quint16 port) const
{
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\n";
    if (host)
        head += "Host: " + (host->isEmpty() ? "127.0.0.1:" + QByteArray::number(port) : *host) + "\r\n";
    if (token)
        head += "Authorization: Bearer " + *token + "\r\n";
    if (contentType)
        head += "Content-Type: " + *contentType + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    if (chunked)
        return head + "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body);
    if (contentLength || !body.isEmpty() || method == "POST")
        head += "Content-Length: " + QByteArray::number(contentLength.value_or(body.size())) + "\r\n";
    return head + "\r\n" + body;
}

QByteArray WireAnswer::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

QJsonObject WireAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString WireAnswer::detail() const
{
    return json().value(QStringLiteral("detail")).toString();
}

DoorClient::DoorClient(quint16 port)
    : m_port(port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(kPatience);
}

void DoorClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(kPatience)) { }
}

void DoorClient::endWriting()
{
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

bool DoorClient::isOpen()
{
    m_socket.waitForReadyRead(1);
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

WireAnswer DoorClient::read()
{
    QByteArray data;
    for (;;) {
        data += m_socket.readAll();
        const qsizetype end = data.indexOf("\r\n\r\n");
        if (data.startsWith("HTTP/1.1 100") && end >= 0) {
            data.remove(0, end + 4);
            continue;
        }
        const QByteArray head = end < 0 ? QByteArray() : data.first(end + 2);
        if (end >= 0 && data.size() >= end + 4 + announcedLength(head))
            return {head.mid(9, 3).toInt(), head, data.mid(end + 4, announcedLength(head))};
        if (!m_socket.waitForReadyRead(kPatience)) {
            const bool ended = m_socket.state() != QAbstractSocket::ConnectedState;
            return {.status = ended ? 0 : WireAnswer::kSilence, .head = {}, .body = {}};
        }
    }
}

WireAnswer DoorClient::send(const WireRequest &request)
{
    write(request.bytes(m_port));
    return read();
}

WireAnswer askOnce(quint16 port, const WireRequest &request)
{
    return DoorClient(port).send(request);
}

QByteArray eventJson(const QByteArray &id, const QByteArray &subject)
{
    return R"({"specversion":"1.0","id":")" + id + R"(","source":"/test","type":"media.asset.published","subject":")"
        + subject + R"(","datacontenttype":"application/json","data":{"uuid":")" + subject
        + R"(","status":"finished","duration":1.10}})";
}
