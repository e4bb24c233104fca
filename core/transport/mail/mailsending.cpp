#include "core/transport/mail/mailsending.h"

#include "core/transport/mail/curlmail.h"
#include "core/transport/mail/mailverdict.h"
#include "core/transport/mailjob.h"

#include <QElapsedTimer>

#include <array>

namespace callboard {

namespace {

using Step = SmtpTalk::Step;
using namespace std::chrono_literals;

constexpr Milliseconds kLongestGoodbye = 2s;
constexpr qsizetype kLongestReplyText = 300;

// The words of a reply's lines without their codes.
QString wordsOf(const QByteArray &reply)
{
    QByteArray words;
    for (const QByteArray &line : reply.split('\n'))
        words += line.mid(4).trimmed() + ' ';
    return QString::fromUtf8(words).simplified().left(kLongestReplyText);
}

} // namespace

struct MailSending::Private {
    const TransportRequest &request;
    const std::atomic<bool> &cancelled;
    QElapsedTimer sinceBegin;
    SmtpTalk talk;
    Timings timings;
    std::optional<MailEnd> stopped; // by us, and why
    Timings::Step goodbye;
    std::array<char, CURL_ERROR_SIZE> error{};
    curlmail::Handle handle;

    [[nodiscard]] std::chrono::microseconds now() const
    {
        return std::chrono::microseconds(sinceBegin.nsecsElapsed() / 1000);
    }
    [[nodiscard]] std::chrono::microseconds taken(CURLINFO info) const
    {
        curl_off_t microseconds = 0;
        curl_easy_getinfo(handle.get(), info, &microseconds);
        return std::chrono::microseconds(microseconds);
    }
    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(handle.get(), option, value);
    }

    void watch();
    void said(curl_infotype type, QByteArrayView bytes);
    bool heard(QByteArrayView line);
    bool mayGoOn();
    void readTimings();
    [[nodiscard]] QString remoteAddress() const;
    [[nodiscard]] MailObservation observe(CURLcode code) const;
    [[nodiscard]] Exchange report(CURLcode code);
    [[nodiscard]] CURLcode perform();
};

void MailSending::Private::watch()
{
    static constexpr auto kOnDebug = [](CURL *, curl_infotype type, char *data, size_t size, void *self) -> int {
        static_cast<Private *>(self)->said(type, {data, static_cast<qsizetype>(size)});
        return 0;
    };
    static constexpr auto kOnHeader = [](char *data, size_t size, size_t count, void *self) -> size_t {
        const size_t bytes = size * count;
        return static_cast<Private *>(self)->heard({data, static_cast<qsizetype>(bytes)}) ? bytes : 0;
    };
    static constexpr auto kOnProgress = [](void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) -> int {
        return static_cast<Private *>(self)->mayGoOn() ? 0 : 1;
    };
    set(CURLOPT_DEBUGFUNCTION, static_cast<curl_debug_callback>(kOnDebug));
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_VERBOSE, 1L); // the only way to learn what is said; nothing of it is printed or kept
    set(CURLOPT_HEADERFUNCTION, static_cast<size_t (*)(char *, size_t, size_t, void *)>(kOnHeader));
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, static_cast<curl_xferinfo_callback>(kOnProgress));
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_ERRORBUFFER, error.data());
}

void MailSending::Private::said(curl_infotype type, QByteArrayView bytes)
{
    if (type == CURLINFO_DATA_OUT) {
        talk.saidMessage(bytes);
        if (talk.messageLeft())
            timings.sent = now();
    } else if (type == CURLINFO_HEADER_OUT) {
        talk.said(bytes);
        if (talk.upgraded() && !timings.encrypted)
            timings.encrypted = now();
        if (bytes.startsWith("QUIT"))
            goodbye = now();
    }
}

// False ends it: what the server says rules out what is set up here.
bool MailSending::Private::heard(QByteArrayView line)
{
    if (goodbye)
        return true;
    if (talk.step() == Step::Message && !timings.firstByte)
        timings.firstByte = now();
    talk.heard(line);
    const MailJob &job = *request.mail;
    const bool greeted = talk.step() == Step::Hello && talk.status() >= 200 && talk.status() < 300;
    const bool tlsStands = job.server.security != SmtpSecurity::StartTls || talk.upgraded();
    // libcurl would go on without signing in.
    if (greeted && tlsStands && !job.server.user.isEmpty() && !talk.offersSigningIn())
        stopped = MailEnd::NoSigningIn;
    return !stopped;
}

bool MailSending::Private::mayGoOn()
{
    if (goodbye)
        return now() - *goodbye < kLongestGoodbye;
    if (cancelled)
        stopped = MailEnd::Cancelled;
    else if (now() > request.connectTimeout && taken(CURLINFO_CONNECT_TIME_T) == 0us)
        stopped = MailEnd::ConnectTimeout;
    return !stopped;
}

CURLcode MailSending::Private::perform()
{
    const curlmail::List headers = curlmail::headersOf(request);
    const curlmail::List recipients = curlmail::recipientsOf(request);
    const curlmail::Mime message = curlmail::messageOf(handle.get(), request);
    if ((!headers && !request.headers.isEmpty()) || !recipients || !message)
        return CURLE_OUT_OF_MEMORY;
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_MIMEPOST, message.get());
    const CURLcode code = curl_easy_perform(handle.get());
    set(CURLOPT_MIMEPOST, static_cast<curl_mime *>(nullptr));
    return code;
}

void MailSending::Private::readTimings()
{
    const auto step = [this](CURLINFO info) {
        const auto time = taken(info);
        return time > 0us ? Timings::Step(time) : std::nullopt;
    };
    timings.resolved = step(CURLINFO_NAMELOOKUP_TIME_T);
    timings.connected = step(CURLINFO_CONNECT_TIME_T);
    if (request.mail->server.security == SmtpSecurity::Tls)
        timings.encrypted = step(CURLINFO_APPCONNECT_TIME_T);
    timings.done = goodbye ? goodbye : now();
}

QString MailSending::Private::remoteAddress() const
{
    const char *address = nullptr;
    long port = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_PRIMARY_IP, &address);
    curl_easy_getinfo(handle.get(), CURLINFO_PRIMARY_PORT, &port);
    const QString ip = QString::fromLatin1(address);
    if (ip.isEmpty())
        return {};
    return (ip.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(ip).arg(port);
}

MailObservation MailSending::Private::observe(CURLcode code) const
{
    const MailJob &job = *request.mail;
    long osError = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_OS_ERRNO, &osError);
    MailObservation seen;
    seen.host = job.server.host;
    seen.port = job.server.port;
    seen.end = stopped.value_or(curlmail::endOf(code, osError));
    seen.step = talk.step();
    seen.status = talk.status();
    seen.replyText = wordsOf(talk.reply());
    seen.recipient = talk.step() == Step::Recipient ? job.recipients.value(talk.recipientIndex()) : QString();
    seen.user = job.server.user;
    seen.detail = QString::fromUtf8(error.data()).simplified();
    seen.messageLeft = talk.messageLeft();
    seen.limit = seen.end == MailEnd::ConnectTimeout ? request.connectTimeout : request.totalTimeout;
    return seen;
}

Exchange MailSending::Private::report(CURLcode code)
{
    const Verdict verdict = judgeMail(observe(code));
    readTimings();
    Exchange exchange;
    exchange.protocol = Protocol::Smtp;
    exchange.outcome = verdict.outcome;
    exchange.errorClass = verdict.errorClass;
    exchange.errorText = verdict.text;
    // A reply to something else than the mail is no answer to it.
    if (verdict.outcome == Outcome::Delivered || verdict.outcome == Outcome::Rejected)
        exchange.status = talk.status();
    exchange.responseHead = talk.reply();
    exchange.remoteAddress = remoteAddress();
    exchange.timings = timings;
    return exchange;
}

MailSending::MailSending(const TransportRequest &request, const QByteArray &caPem, const std::atomic<bool> &cancelled)
    : m_d(new Private{request, cancelled, {}, {}, {}, {}, {}, {}, curlmail::Handle(curl_easy_init())})
{
    m_d->sinceBegin.start();
    if (!m_d->handle)
        return;
    m_d->watch();
    if (!curlmail::prepare(m_d->handle.get(), request, caPem))
        m_d->stopped = MailEnd::Impossible;
}

MailSending::~MailSending() = default;

Exchange MailSending::run()
{
    if (m_d->cancelled)
        m_d->stopped = MailEnd::Cancelled;
    if (!m_d->handle) // out of memory
        m_d->stopped = MailEnd::Failed;
    return m_d->report(m_d->stopped ? CURLE_FAILED_INIT : m_d->perform());
}

} // namespace callboard
