#include "core/transport/pipelined/pipeline.h"

#include "core/transport/wirehead.h"

#include <QSslSocket>

#include <algorithm>
#include <iterator>

#include <sys/socket.h>

namespace callboard {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMostUnwritten = 256 * 1024;
constexpr auto kLongestRest = 30s;
// Receivers close idle connections after 5 s and more. After such a rest one request has to show that it still stands.
constexpr auto kRestThatRaisesDoubt = 4s;

} // namespace

Pipeline::Pipeline(Line line, Way way, const Clock &clock, int generation, PipelineListener &listener, QObject *parent)
    : QObject(parent)
    , m_way(std::move(way))
    , m_clock(clock)
    , m_listener(listener)
    , m_line(std::move(line))
    , m_socket(m_line.socket)
    , m_restingSince(steady_clock::now())
    , m_generation(generation)
    , m_isDirect(m_way.proxy().isEmpty())
{
    m_socket->setParent(this);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &Pipeline::checkDeadlines);
    connect(m_socket, &QIODevice::readyRead, this, &Pipeline::read);
    connect(m_socket, &QAbstractSocket::disconnected, this, &Pipeline::disconnected);
    // A close_notify whose sender keeps the connection open ends it as well. Later: Qt is within the socket now.
    if (m_way.tls) {
        connect(m_socket, &QAbstractSocket::errorOccurred, this, &Pipeline::noteAlert);
        connect(m_socket, &QAbstractSocket::errorOccurred, this, &Pipeline::disconnected, Qt::QueuedConnection);
    }
    connect(m_socket, &QIODevice::bytesWritten, this, [this] {
        if (takesMore())
            m_listener.roomMade();
    });
    watchDeadline(m_restingSince + kLongestRest);
}

Pipeline::~Pipeline()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

bool Pipeline::takesMore() const
{
    return m_writable && !m_ended && m_socket->bytesToWrite() < kMostUnwritten
        && m_socket->state() == QAbstractSocket::ConnectedState;
}

bool Pipeline::hasRested() const
{
    return m_answers > 0 && m_flights.empty() && steady_clock::now() - m_restingSince > kRestThatRaisesDoubt;
}

Caution::Past Pipeline::past() const
{
    const bool pipelined = std::any_of(m_flights.begin(), m_flights.end(),
                                       [](const Flight &flight) { return flight.behindAnother; });
    return {m_generation, m_answers, outstanding(), pipelined, m_begunWithOne};
}

void Pipeline::add(Flight flight)
{
    m_mustProveItself = mustProveItself();
    flight.behindAnother = !m_flights.empty();
    m_flights.push_back(std::move(flight));
    ++m_fresh;
    ++m_taken;
}

void Pipeline::transmit()
{
    if (m_fresh == 0 || m_ended)
        return;
    const Moment now = steady_clock::now();
    if (m_fresh == m_flights.size()) {
        if (hasEndedQuietly())
            return stopWriting();
        m_parser.begin(m_flights.front().request.keepResponseBytes);
    }
    Moment deadline = Moment::max();
    for (size_t i = m_flights.size() - m_fresh; i < m_flights.size(); ++i) {
        appendToOut(m_flights[i], now);
        deadline = std::min(deadline, m_flights[i].deadline);
    }
    writeOut();
    if (!m_ended)
        watchDeadline(deadline);
}

void Pipeline::appendToOut(Flight &flight, Moment now)
{
    const TransportRequest &request = flight.request;
    m_out += wireHead(request);
    m_out += request.body;
    flight.begunAt = now;
    flight.timings = {};
    flight.deadline = now + request.totalTimeout;
    if (m_line.begunAt != Moment{} && flight.queuedAt <= m_line.begunAt) { // the connection was begun for it
        flight.begunAt = m_line.begunAt;
        flight.timings = m_line.steps;
    }
    m_line.begunAt = {};
    flight.timings.sent = elapsed(flight.begunAt, now);
}

// Past Qt where that is possible: QTcpSocket throws away answers that have arrived when a write fails.
void Pipeline::writeOut()
{
    qint64 sent = 0;
    if (!m_way.tls && m_isDirect && m_socket->bytesToWrite() == 0) {
        sent = ::send(static_cast<int>(m_socket->socketDescriptor()), m_out.constData(),
                      static_cast<size_t>(m_out.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK)
            return stopWriting();
        sent = std::max<qint64>(sent, 0);
    }
    for (; m_fresh > 0; --m_fresh) // from here on any of it may have left
        m_flights[m_flights.size() - m_fresh].request.body.clear();
    if (sent < m_out.size()) {
        m_socket->write(m_out.constData() + sent, m_out.size() - sent);
        m_socket->flush();
    }
    m_out.resize(0);
}

// The end of a connection that rested is often there already when its next request is written.
bool Pipeline::hasEndedQuietly() const
{
    if (!m_isDirect)
        return m_socket->state() != QAbstractSocket::ConnectedState;
    char byte = 0;
    const ssize_t got = ::recv(static_cast<int>(m_socket->socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (got < 0)
        return errno != EAGAIN && errno != EWOULDBLOCK;
    return got == 0 || !m_way.tls; // over TLS it may be a session ticket
}

// What has arrived is read first, then the socket's end: it hands them back, and more is known of the receiver then.
// But not behind older requests, which may keep it open until they are overdue.
void Pipeline::stopWriting()
{
    takeBackFresh();
    if (m_flights.empty())
        watchDeadline(steady_clock::now() + 1s);
    else
        m_listener.requestsReturned(std::exchange(m_unsent, {}));
}

void Pipeline::takeBackFresh()
{
    m_writable = false;
    m_out.clear();
    std::move(m_flights.end() - static_cast<std::ptrdiff_t>(m_fresh), m_flights.end(), std::back_inserter(m_unsent));
    m_flights.resize(m_flights.size() - m_fresh);
    m_fresh = 0;
}

void Pipeline::cancel()
{
    end(Ending::Cancelled);
}

void Pipeline::read()
{
    const qsizetype old = m_in.size();
    const qint64 available = m_socket->bytesAvailable();
    m_in.resize(old + available);
    const qint64 got = m_socket->read(m_in.data() + old, available);
    m_in.resize(old + std::max<qint64>(got, 0));
    if (!parse())
        return;
    if (m_flights.empty() && !m_writable)
        return end(Ending::Rested);
    if (m_flights.empty())
        m_restingSince = steady_clock::now();
    m_listener.roomMade();
}

bool Pipeline::parse()
{
    qsizetype done = 0;
    while (done < m_in.size() && m_flights.size() > m_fresh) {
        noteFirstByte();
        qsizetype used = 0;
        const auto state = m_parser.feed(QByteArrayView(m_in).sliced(done), used);
        done += used;
        if (state == AnswerParser::State::NeedMore)
            break;
        if (state != AnswerParser::State::Complete) {
            end(state == AnswerParser::State::TooLarge ? Ending::TooLarge : Ending::NotHttp);
            return false;
        }
        settleFirst();
        if (m_ended)
            return false;
    }
    m_in.remove(0, done);
    if (m_in.isEmpty() || m_flights.size() > m_fresh)
        return true;
    // 408 is how some receivers say that the connection rested too long.
    end(QByteArrayView(m_in).sliced(0, std::min<qsizetype>(m_in.size(), 12)).endsWith(" 408") ? Ending::Rested
                                                                                              : Ending::Unasked);
    return false;
}

void Pipeline::noteFirstByte()
{
    Flight &first = m_flights.front();
    if (!first.timings.firstByte)
        first.timings.firstByte = elapsed(first.begunAt, steady_clock::now());
}

void Pipeline::settleFirst()
{
    Flight flight = std::move(m_flights.front());
    m_flights.pop_front();
    ++m_answers;
    m_mustProveItself = false;
    ParsedAnswer answer = m_parser.takeAnswer();
    const bool goesOn = !answer.announcesEnd && !answer.endsWithConnection && answer.status != 101;
    const bool announced = answer.announcesEnd;
    m_listener.answerCame(*this, flight.behindAnother, goesOn);
    flight.timings.done = elapsed(flight.begunAt, steady_clock::now());
    Exchange exchange = callboard::answered(flight, std::move(answer), m_way, m_clock.now());
    exchange.remoteAddress = m_line.remoteAddress;
    m_listener.requestEnded(flight.request.ticket, std::move(exchange));
    if (!goesOn)
        end(announced ? Ending::Announced : Ending::Lost);
    else
        m_parser.begin(m_flights.empty() ? 0 : m_flights.front().request.keepResponseBytes);
}

void Pipeline::disconnected()
{
    if (m_socket->bytesAvailable() > 0)
        read();
    if (m_ended)
        return;
    if (!m_flights.empty() && m_parser.endOfInput() == AnswerParser::State::Complete)
        settleFirst(); // ends
    if (m_ended)
        return;
    if (m_flights.empty())
        return end(Ending::Rested);
    end(!m_alert.isEmpty() ? Ending::Refused : m_parser.answer().announcesEnd ? Ending::Announced : Ending::Lost);
}

// At once: the end of the connection that follows is the only one that Qt remembers.
void Pipeline::noteAlert()
{
    if (refusesCertificate(m_socket->errorString()))
        m_alert = m_socket->errorString();
}

void Pipeline::checkDeadlines()
{
    const Moment now = steady_clock::now();
    if (earliestDeadline() > now)
        return watchDeadline(earliestDeadline());
    end(m_flights.empty() ? Ending::Rested : Ending::Overdue);
}

Moment Pipeline::earliestDeadline() const
{
    if (m_flights.empty())
        return m_writable ? m_restingSince + kLongestRest : Moment{};
    const auto first = std::min_element(m_flights.begin(), m_flights.end(), [](const Flight &one, const Flight &other) {
        return one.deadline < other.deadline;
    });
    return first->deadline;
}

// Moved only forward in time when it fires, not with each request: it may fire for nothing once in a while.
void Pipeline::watchDeadline(Moment deadline)
{
    if (m_deadline.isActive() && m_watched <= deadline)
        return;
    m_watched = deadline;
    const auto wait = std::chrono::ceil<Milliseconds>(deadline - steady_clock::now());
    m_deadline.start(std::max(wait, Milliseconds(0)));
}

void Pipeline::end(Ending ending)
{
    if (std::exchange(m_ended, true))
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_deadline.stop();
    takeBackFresh();
    const Caution::Past past = this->past();
    const Moment now = steady_clock::now();
    ParsedAnswer partial = m_parser.takeAnswer();
    ParsedAnswer *first = &partial;
    for (Flight &flight : std::exchange(m_flights, {})) {
        flight.timings.done = elapsed(flight.begunAt, now);
        Exchange exchange = unanswered(flight, ending, std::exchange(first, nullptr), flight.deadline <= now, m_way,
                                       m_clock.now(), m_alert);
        exchange.remoteAddress = m_line.remoteAddress;
        m_listener.requestEnded(flight.request.ticket, std::move(exchange));
    }
    m_listener.pipelineEnded(this, ending, past, std::exchange(m_unsent, {}));
}

} // namespace callboard
