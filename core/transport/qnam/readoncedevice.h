// A request body that can be read once and never again: reset() fails, so that QNetworkAccessManager can't put the
// request on the wire a second time when a connection breaks (it would, silently, up to three times). Its size is
// known, so that it is sent with a Content-Length; an empty one guards requests without a body.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace callboard {

class ReadOnceDevice final : public QIODevice {
    Q_OBJECT

public:
    explicit ReadOnceDevice(QByteArray bytes, QObject *parent = nullptr);

    // `then` runs when the first byte is taken: the connection stands, and the request begins to leave.
    void onFirstRead(std::function<void()> then) { m_onFirstRead = std::move(then); }
    [[nodiscard]] bool wasRead() const { return m_taken > 0; }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64 position) override; // only to where it is

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_taken = 0;
    std::function<void()> m_onFirstRead;
};

} // namespace callboard
