// A client that writes what it is told, byte for byte, well-formed or not, and reads what comes back.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QTcpSocket>

#include <optional>

inline const QByteArray kToken = "test-token-0123456789";

// A request as it should be; a test changes what it is about. An empty `host` is filled in with the door's.
struct WireRequest {
    QByteArray method = "POST";
    QByteArray path = "/v1/events";
    std::optional<QByteArray> host = "";      // empty optional: no such header
    std::optional<QByteArray> token = kToken; // sent as a Bearer token
    std::optional<QByteArray> contentType = "application/cloudevents+json";
    QList<QPair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    std::optional<qint64> contentLength{}; // what to claim instead of the body's size
    bool chunked = false;

    [[nodiscard]] QByteArray bytes(quint16 port) const;
};

struct WireAnswer {
    static constexpr int kSilence = -1; // the connection stays open, and nothing comes

    int status = 0; // 0: the connection ended without an answer
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString detail() const; // of a problem
};

class DoorClient {
public:
    explicit DoorClient(quint16 port);

    void write(const QByteArray &bytes);
    // Says that nothing more is coming, and still reads.
    void endWriting();
    // The other side has not ended it; looks at what has come so far.
    [[nodiscard]] bool isOpen();
    [[nodiscard]] WireAnswer read();
    [[nodiscard]] WireAnswer send(const WireRequest &request);

private:
    quint16 m_port;
    QTcpSocket m_socket;
};

[[nodiscard]] WireAnswer askOnce(quint16 port, const WireRequest &request);
// One structured CloudEvent about an asset.
[[nodiscard]] QByteArray eventJson(const QByteArray &id, const QByteArray &subject = "asset-1");
