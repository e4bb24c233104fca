#include "core/receiver/requestreader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace callboard {

namespace http = boost::beast::http;

namespace {

constexpr std::uint64_t kLargestBody = 64ULL * 1024 * 1024;
constexpr std::uint32_t kLargestHead = 64U * 1024;
// The least that ends a chunked body. Given less of it twice, Beast 1.74 fails an assertion of its own.
constexpr qsizetype kLastChunk = 5; // 0 CR LF CR LF

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

struct RequestReader::Private {
    std::optional<http::request_parser<http::string_body>> parser;
    QByteArray bytes;
    qsizetype consumed = 0;
    bool continueReported = false;

    void beginRequest()
    {
        parser.emplace();
        parser->eager(true);
        parser->body_limit(kLargestBody);
        parser->header_limit(kLargestHead);
        continueReported = false;
    }

    // False: malformed. Stops at the end of a request even when the bytes of the next one are there already.
    bool parse()
    {
        while (consumed < bytes.size() && !parser->is_done()) {
            if (parser->is_header_done() && parser->chunked() && bytes.size() - consumed < kLastChunk)
                return true;
            boost::beast::error_code error;
            const boost::asio::const_buffer rest(bytes.constData() + consumed,
                                                 static_cast<size_t>(bytes.size() - consumed));
            const size_t used = parser->put(rest, error);
            consumed += static_cast<qsizetype>(used);
            if (error == http::error::need_more)
                return true;
            if (error)
                return false;
        }
        return true;
    }

    bool wantsContinue()
    {
        if (continueReported || !parser->is_header_done() || parser->is_done())
            return false;
        const auto expect = parser->get().find(http::field::expect);
        return expect != parser->get().end() && boost::beast::iequals(expect->value(), "100-continue");
    }
};

RequestReader::RequestReader()
    : m_d(std::make_unique<Private>())
{
    m_d->beginRequest();
}

RequestReader::~RequestReader() = default;

void RequestReader::append(const QByteArray &bytes)
{
    if (m_d->consumed == m_d->bytes.size()) {
        m_d->bytes = bytes;
    } else {
        m_d->bytes.remove(0, m_d->consumed);
        m_d->bytes += bytes;
    }
    m_d->consumed = 0;
}

RequestReader::State RequestReader::next()
{
    if (m_d->parser->is_done())
        m_d->beginRequest();
    if (!m_d->parse())
        return State::Malformed;
    if (m_d->parser->is_done())
        return State::Complete;
    if (m_d->wantsContinue()) {
        m_d->continueReported = true;
        return State::WantsContinue;
    }
    return State::NeedMore;
}

ReceivedRequest RequestReader::request() const
{
    const auto &message = m_d->parser->get();
    ReceivedRequest request;
    request.method = toBytes(message.method_string());
    request.target = toBytes(message.target());
    request.body = {message.body().data(), static_cast<qsizetype>(message.body().size())};
    for (const auto &field : message)
        request.headers.append({toBytes(field.name_string()), toBytes(field.value())});
    return request;
}

bool RequestReader::keepAlive() const
{
    return m_d->parser->get().keep_alive();
}

bool RequestReader::isHttp10() const
{
    return m_d->parser->get().version() == 10;
}

} // namespace callboard
