#include "core/transport/pipelined/answerparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

namespace callboard {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

namespace {

QByteArray toBytes(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Below http::parser, which would copy every field of every answer into a list of its own.
class BeastParser final : public http::basic_parser<false> {
public:
    BeastParser(ParsedAnswer &answer, qint64 keep)
        : m_answer(answer)
        , m_keep(keep)
    {
        header_limit(AnswerParser::kLargestHead);
        // Counted here, so that what was read stays known. (With boost::none Beast 1.74 refuses every length.)
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    [[nodiscard]] bool awaitsChunk() const { return is_header_done() && chunked() && !is_done() && m_leftOfChunk == 0; }

private:
    void on_request_impl(http::verb, string_view, string_view, int, error_code &) override { }

    void on_response_impl(int code, string_view reason, int version, error_code &error) override
    {
        if (code < 100) { // three digits, yet no status (RFC 9110 §15); 000 would be taken for none
            error = http::error::bad_status;
            return;
        }
        m_answer.status = code;
        m_answer.announcesEnd = m_old = version < 11;
        if (code / 100 != 2)
            m_answer.reason = toBytes(reason);
    }

    void on_field_impl(http::field name, string_view, string_view value, error_code &) override
    {
        if (is_header_done()) // a trailer
            return;
        if (name == http::field::connection)
            readConnection(http::token_list(value));
        else if (name == http::field::location)
            m_answer.location = toBytes(value);
        else if (name == http::field::retry_after)
            m_answer.retryAfter = toBytes(value);
    }

    void readConnection(http::token_list options)
    {
        m_saysClose = m_saysClose || options.exists("close");
        m_saysKeepAlive = m_saysKeepAlive || options.exists("keep-alive");
        m_answer.announcesEnd = m_saysClose || (m_old && !m_saysKeepAlive);
    }

    void on_header_impl(error_code &) override { m_answer.endsWithConnection = need_eof(); }

    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override { }

    std::size_t on_body_impl(string_view body, error_code &error) override
    {
        const auto room = std::max<qint64>(m_keep - m_answer.body.size(), 0);
        if (room > 0)
            m_answer.body.append(body.data(), std::min(static_cast<qsizetype>(body.size()), qsizetype(room)));
        m_answer.size += static_cast<qint64>(body.size());
        if (m_answer.size > AnswerParser::kLargestBody)
            error = http::error::body_limit;
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t size, string_view, error_code &) override { m_leftOfChunk = size; }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &error) override
    {
        m_leftOfChunk -= body.size();
        return on_body_impl(body, error);
    }

    void on_finish_impl(error_code &) override { }

    ParsedAnswer &m_answer;
    qint64 m_keep;
    bool m_old = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
    std::uint64_t m_leftOfChunk = 0;
};

// The least that ends a chunked body. Given less of it twice, Beast 1.74 fails an assertion of its own.
constexpr qsizetype kLastChunk = 5; // 0 CR LF CR LF

// Beast looks for the end of the whole head once it met half a status line; the line itself is what counts here.
bool hasWholeLine(QByteArrayView bytes)
{
    return std::memchr(bytes.data(), '\n', static_cast<size_t>(bytes.size())) != nullptr;
}

bool mayBecomeHttp(QByteArrayView bytes)
{
    constexpr QByteArrayView kStart("HTTP/1.");
    const qsizetype size = std::min(bytes.size(), kStart.size());
    return bytes.first(size) == kStart.first(size);
}

} // namespace

struct AnswerParser::Private {
    ParsedAnswer answer;
    std::optional<BeastParser> parser;
    qint64 keep = 0;
    bool begun = false; // bytes of the present message were taken

    void restart()
    {
        answer = {};
        parser.emplace(answer, keep);
        begun = false;
    }

    // One step: the head, as far as it is there, or the body.
    State put(QByteArrayView bytes, qsizetype &used)
    {
        used = 0;
        if (parser->awaitsChunk() && bytes.size() < kLastChunk)
            return State::NeedMore;
        const bool inHead = !parser->is_header_done();
        parser->eager(!inHead);
        error_code error;
        const size_t taken = parser->put(boost::asio::const_buffer(bytes.data(), static_cast<size_t>(bytes.size())),
                                         error);
        used = static_cast<qsizetype>(taken);
        begun = begun || used > 0;
        if (inHead)
            answer.head.append(bytes.data(), used);
        if (error == http::error::need_more || (!error && !parser->is_done()))
            return answer.head.size() > kLargestHead ? State::TooLarge : State::NeedMore;
        if (error)
            return error == http::error::body_limit || error == http::error::header_limit ? State::TooLarge
                                                                                          : State::Malformed;
        return State::Complete;
    }
};

AnswerParser::AnswerParser()
    : m_d(std::make_unique<Private>())
{
    m_d->restart();
}

AnswerParser::~AnswerParser() = default;

void AnswerParser::begin(qint64 keep)
{
    m_d->keep = keep;
    m_d->restart();
}

AnswerParser::State AnswerParser::feed(QByteArrayView bytes, qsizetype &used)
{
    used = 0;
    while (used < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(used);
        if (!m_d->begun && !mayBecomeHttp(rest))
            return State::Malformed;
        if (!m_d->begun && !hasWholeLine(rest))
            return rest.size() > kLargestHead ? State::TooLarge : State::NeedMore;
        qsizetype taken = 0;
        const State state = m_d->put(rest, taken);
        used += taken;
        if (state == State::Complete && m_d->answer.isInterim())
            m_d->restart();
        else if (state != State::NeedMore || taken == 0)
            return state;
    }
    return State::NeedMore;
}

AnswerParser::State AnswerParser::endOfInput()
{
    if (!m_d->answer.endsWithConnection)
        return State::NeedMore;
    error_code error;
    m_d->parser->put_eof(error);
    return error ? State::Malformed : State::Complete;
}

const ParsedAnswer &AnswerParser::answer() const
{
    return m_d->answer;
}

ParsedAnswer AnswerParser::takeAnswer()
{
    return std::exchange(m_d->answer, {});
}

} // namespace callboard
