// The built-in local receiver: takes any HTTP/1.1 request (pipelined ones too, Boost.Beast's parser), keeps the newest,
// and answers by rules: a status, a delay, Retry-After, or a misbehaviour. Lives in the thread it was made in.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPair>

#include <memory>

namespace callboard {

// What to do with requests whose path begins with `path`; the first rule that fits and is not used up is taken.
struct ReceiverRule {
    enum class Action {
        Answer,
        Close,          // read all, FIN, no answer
        Reset,          // read all, RST
        PartialStatus,  // "HTTP/1.1 20", then close
        PartialHeaders, // status line and half a header, then close
        HalfBody,       // complete headers, half the announced body, close
        Hang,           // no answer, connection stays open
        Endless,        // a body that never ends
        Drip,           // one byte of the answer each 200 ms
        Garbage,        // an answer that is not HTTP
        AnswerThenClose // answer, keep-alive announced, then close
    };
    QByteArray path = "/";
    Action action = Action::Answer;
    int status = 200;
    Milliseconds delay{0};
    int times = -1; // -1: always
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

struct ReceivedRequest {
    quint64 number = 0; // 1 for the first since the start
    Timestamp receivedAt{};
    QByteArray method;
    QByteArray target; // path and query
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int answeredStatus = 0; // 0: none was sent
    ReceiverRule::Action action = ReceiverRule::Action::Answer;
};

// {"rules":[{"path":"/x","status":503,"times":3,"delay":"2s","retryAfter":30,"body":"...","action":"reset"}]}
[[nodiscard]] Result<QList<ReceiverRule>> parseReceiverScript(const QByteArray &json);
// The same rules again when it is read.
[[nodiscard]] QByteArray receiverScript(const QList<ReceiverRule> &rules);

class Receiver : public QObject {
    Q_OBJECT

public:
    explicit Receiver(QObject *parent = nullptr);
    ~Receiver() override;

    // Port 0 picks a free one. AddressInUse names address and port.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                                         quint16 port = 0);
    void close();
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString url() const; // http://127.0.0.1:9000

    void setRules(QList<ReceiverRule> rules);
    // The newest requests, oldest first, at most `keep` (default 1000).
    [[nodiscard]] const QList<ReceivedRequest> &requests() const;
    [[nodiscard]] quint64 count() const; // since the start, also what is no longer kept
    void clear();
    void setKeep(int keep);

signals:
    void received(const callboard::ReceivedRequest &request);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
