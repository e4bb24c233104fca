#include "core/receiver/connection.h"

#include <QTimerEvent>

#include <sys/socket.h>

namespace callboard {

namespace {

constexpr qint64 kReadAtOnce = 256 * 1024;
constexpr qint64 kMostUnwritten = 4 * 1024 * 1024; // beyond it a peer that doesn't read isn't served further
constexpr int kDripInterval = 200;

QByteArray endlessChunk()
{
    constexpr int size = 32 * 1024;
    QByteArray chunk = QByteArray::number(size, 16) + "\r\n";
    chunk += QByteArray(size, '.');
    return chunk + "\r\n";
}

} // namespace

Connection::Connection(QTcpSocket *socket, Decide decide, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_decide(std::move(decide))
{
    m_sinceStart.start();
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadAtOnce);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_phase == Phase::Endless)
            pour();
        else if (m_socket->bytesAvailable() > 0)
            read();
    });
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    if (m_socket->bytesAvailable() > 0)
        read();
}

void Connection::closeNow()
{
    m_phase = Phase::Ending;
    m_timer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

void Connection::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    if (m_phase == Phase::Dripping) {
        dripOne();
    } else {
        m_timer.stop();
        writeWhatIsDue();
    }
}

void Connection::read()
{
    if (!m_takesRequests || m_phase != Phase::Serving) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    if (m_socket->bytesToWrite() > kMostUnwritten)
        return;
    m_reader.append(m_socket->readAll());
    serve();
}

void Connection::serve()
{
    while (m_takesRequests) {
        switch (m_reader.next()) {
        case RequestReader::State::NeedMore: writeWhatIsDue(); return;
        case RequestReader::State::WantsContinue:
            if (m_pending.empty())
                m_out += "HTTP/1.1 100 Continue\r\n\r\n";
            break;
        case RequestReader::State::Malformed: enqueue(badRequestAnswer()); break;
        case RequestReader::State::Complete:
            enqueue(m_decide(m_reader.request(), {m_reader.keepAlive(), m_reader.isHttp10()}));
            break;
        }
    }
    writeWhatIsDue();
}

void Connection::enqueue(Answer answer)
{
    using Then = Answer::Then;
    // Behind a request that hangs, later ones are still taken and counted; behind one that ends the connection, not.
    m_takesRequests = answer.then == Then::KeepOpen || answer.then == Then::Hang;
    if (m_pending.empty() && answer.then == Then::KeepOpen && answer.delay.count() == 0) {
        m_out += answer.bytes;
        return;
    }
    const qint64 dueAt = m_sinceStart.elapsed() + answer.delay.count();
    m_pending.push_back({std::move(answer), dueAt});
}

void Connection::writeWhatIsDue()
{
    while (m_phase == Phase::Serving && !m_pending.empty()) {
        const Pending &first = m_pending.front();
        if (first.answer.then == Answer::Then::Hang)
            break;
        const qint64 wait = first.dueAt - m_sinceStart.elapsed();
        if (wait > 0) {
            if (!m_timer.isActive())
                m_timer.start(static_cast<int>(wait), Qt::PreciseTimer, this);
            break;
        }
        const Answer answer = std::move(m_pending.front().answer);
        m_pending.pop_front();
        write(answer);
    }
    flushOut();
}

void Connection::write(const Answer &answer)
{
    m_out += answer.bytes;
    switch (answer.then) {
    case Answer::Then::KeepOpen:
    case Answer::Then::Hang: break;
    case Answer::Then::Close: end(); break;
    case Answer::Then::Reset: reset(); break;
    case Answer::Then::Endless:
        m_phase = Phase::Endless;
        flushOut();
        pour();
        break;
    case Answer::Then::Drip:
        m_phase = Phase::Dripping;
        m_timer.start(kDripInterval, this);
        break;
    }
}

void Connection::flushOut()
{
    if (m_out.isEmpty() || m_phase == Phase::Dripping)
        return;
    m_socket->write(m_out);
    m_out.clear();
    m_socket->flush(); // without it the bytes wait for another turn of the event loop
}

void Connection::dripOne()
{
    m_socket->write(m_out.left(1));
    m_out.remove(0, 1);
    if (m_out.isEmpty()) {
        m_timer.stop();
        end();
    }
}

void Connection::pour()
{
    static const QByteArray chunk = endlessChunk();
    while (m_socket->bytesToWrite() < 4 * chunk.size() && m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(chunk);
}

void Connection::end()
{
    flushOut();
    m_phase = Phase::Ending;
    m_socket->disconnectFromHost();
}

void Connection::reset()
{
    flushOut();
    m_phase = Phase::Ending;
    // With a linger time of zero the kernel sends RST in place of FIN.
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

} // namespace callboard
