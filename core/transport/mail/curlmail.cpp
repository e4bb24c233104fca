#include "core/transport/mail/curlmail.h"

#include "core/transport/mail/headertext.h"
#include "core/transport/mailjob.h"

#include <cerrno>

namespace callboard::curlmail {

namespace {

// Sets options one after the other and remembers whether all were taken.
class Options {
public:
    explicit Options(CURL *handle)
        : m_handle(handle)
    {
    }

    template <class Value>
    void set(CURLoption option, Value value)
    {
        m_taken = curl_easy_setopt(m_handle, option, value) == CURLE_OK && m_taken;
    }
    void set(CURLoption option, const QByteArray &text) { set(option, text.constData()); } // libcurl copies it
    [[nodiscard]] bool taken() const { return m_taken; }

private:
    CURL *m_handle;
    bool m_taken = true;
};

QByteArray urlOf(const SmtpServer &server)
{
    QByteArray host = server.host.toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const QByteArray scheme = server.security == SmtpSecurity::Tls ? "smtps://" : "smtp://";
    return scheme + host + ':' + QByteArray::number(server.port);
}

void setSecurity(Options &options, const SmtpServer &server, const QByteArray &caPem)
{
    options.set(CURLOPT_USE_SSL, long(server.security == SmtpSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    options.set(CURLOPT_SSL_VERIFYPEER, 1L);
    options.set(CURLOPT_SSL_VERIFYHOST, 2L);
    options.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!caPem.isEmpty()) {
        curl_blob blob{const_cast<char *>(caPem.constData()), static_cast<size_t>(caPem.size()), CURL_BLOB_COPY};
        options.set(CURLOPT_CAINFO_BLOB, &blob);
    }
    if (server.user.isEmpty())
        return;
    options.set(CURLOPT_USERNAME, server.user.toUtf8());
    options.set(CURLOPT_PASSWORD, server.password.plain.toUtf8());
}

// Line ends that quoted-printable keeps as line ends.
QByteArray wireText(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\n', QLatin1String("\r\n"));
    return text.toUtf8();
}

bool addPart(curl_mime *mime, const QByteArray &data, const char *type, const char *encoder)
{
    curl_mimepart *part = curl_mime_addpart(mime);
    return part && curl_mime_data(part, data.constData(), static_cast<size_t>(data.size())) == CURLE_OK
        && curl_mime_type(part, type) == CURLE_OK && curl_mime_encoder(part, encoder) == CURLE_OK;
}

bool addTexts(CURL *handle, curl_mime *mixed, const MailJob &job)
{
    Mime texts(curl_mime_init(handle));
    if (!texts || !addPart(texts.get(), wireText(job.text), "text/plain; charset=utf-8", "quoted-printable"))
        return false;
    if (!job.html.isEmpty()
        && !addPart(texts.get(), wireText(job.html), "text/html; charset=utf-8", "quoted-printable"))
        return false;
    curl_mimepart *part = curl_mime_addpart(mixed);
    if (!part || curl_mime_subparts(part, texts.get()) != CURLE_OK)
        return false;
    static_cast<void>(texts.release()); // the part's from here on
    return curl_mime_type(part, "multipart/alternative") == CURLE_OK;
}

bool addAttachment(curl_mime *mixed, const QByteArray &body, const MailJob &job)
{
    // Base64, so that not a byte of it changes on the way, line ends included.
    curl_mimepart *part = curl_mime_addpart(mixed);
    return part && curl_mime_data(part, body.constData(), static_cast<size_t>(body.size())) == CURLE_OK
        && curl_mime_type(part, job.attachmentType.constData()) == CURLE_OK
        && curl_mime_filename(part, job.attachmentName.toLatin1().constData()) == CURLE_OK
        && curl_mime_encoder(part, "base64") == CURLE_OK;
}

} // namespace

MailEnd endOf(CURLcode code, long osError)
{
    switch (code) {
    case CURLE_OK: return MailEnd::Finished;
    case CURLE_COULDNT_RESOLVE_HOST: return MailEnd::NoAddress;
    case CURLE_COULDNT_CONNECT: return osError == ECONNREFUSED ? MailEnd::Refused : MailEnd::Unreachable;
    case CURLE_OPERATION_TIMEDOUT: return MailEnd::TotalTimeout;
    case CURLE_USE_SSL_FAILED: return MailEnd::NoStartTls;
    case CURLE_LOGIN_DENIED: return MailEnd::NoCommonLogin;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_ENGINE_INITFAILED: return MailEnd::Tls;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING: return MailEnd::BrokeOff;
    case CURLE_WEIRD_SERVER_REPLY: return MailEnd::Garbled;
    case CURLE_ABORTED_BY_CALLBACK: return MailEnd::Cancelled;
    default: return MailEnd::Failed;
    }
}

List listOf(const QByteArrayList &lines)
{
    List list;
    for (const QByteArray &line : lines) {
        curl_slist *longer = curl_slist_append(list.get(), line.constData());
        if (!longer)
            return {};
        static_cast<void>(list.release()); // it is in the longer one
        list.reset(longer);
    }
    return list;
}

List headersOf(const TransportRequest &request)
{
    QByteArrayList lines;
    for (const auto &[name, value] : request.headers)
        lines.append(foldedHeader(name, value));
    return listOf(lines);
}

List recipientsOf(const TransportRequest &request)
{
    QByteArrayList lines;
    for (const QString &recipient : request.mail->recipients)
        lines.append(recipient.toLatin1());
    return listOf(lines);
}

Mime messageOf(CURL *handle, const TransportRequest &request)
{
    Mime mixed(curl_mime_init(handle));
    if (!mixed || !addTexts(handle, mixed.get(), *request.mail))
        return {};
    if (!request.body.isEmpty() && !addAttachment(mixed.get(), request.body, *request.mail))
        return {};
    return mixed;
}

bool prepare(CURL *handle, const TransportRequest &request, const QByteArray &caPem)
{
    const MailJob &job = *request.mail;
    const long total = static_cast<long>(request.totalTimeout.count());
    Options options(handle);
    options.set(CURLOPT_URL, urlOf(job.server));
    options.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    options.set(CURLOPT_PROXY, "");
    options.set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    options.set(CURLOPT_NOSIGNAL, 1L);
    options.set(CURLOPT_QUICK_EXIT, 1L); // a look-up that hangs must not hold up the deadline
    options.set(CURLOPT_FORBID_REUSE, 1L);
    options.set(CURLOPT_TIMEOUT_MS, total);
    // libcurl counts the server's greeting and signing in as connecting: servers make strangers wait there on purpose.
    options.set(CURLOPT_CONNECTTIMEOUT_MS, total);
    options.set(CURLOPT_MAIL_FROM, job.sender.toLatin1());
    setSecurity(options, job.server, caPem);
    return options.taken();
}

} // namespace callboard::curlmail
