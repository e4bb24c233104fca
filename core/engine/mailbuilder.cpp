#include "core/engine/mailbuilder.h"

#include "core/domain/mailaddress.h"
#include "core/payload/mailtext.h"
#include "core/payload/rendering.h"
#include "core/transport/mail/headertext.h"
#include "core/transport/mailjob.h"

#include <QDateTime>
#include <QSysInfo>

#include <algorithm>

namespace callboard {

namespace {

// Mail servers hold their greeting back on purpose; what suits a web server would give up too early.
constexpr Milliseconds kLeastPatience = std::chrono::minutes(1);

QByteArray listed(const QStringList &mailboxes)
{
    QByteArrayList list;
    for (const QString &mailbox : mailboxes)
        list.append(mailboxText({}, mailbox));
    return list.join(", ");
}

QByteArray mailDate(Timestamp now)
{
    return QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC).toString(Qt::RFC2822Date).toLatin1();
}

WireHeaders mailHeaders(const Mailbox &sender, const MailAddress &address, const QString &subject, const QString &id,
                        Timestamp now)
{
    WireHeaders headers;
    headers.emplaceBack("Date", mailDate(now));
    headers.emplaceBack("From", mailboxText(sender.name, sender.address));
    if (!address.to.isEmpty())
        headers.emplaceBack("To", listed(address.to));
    if (!address.cc.isEmpty())
        headers.emplaceBack("Cc", listed(address.cc));
    headers.emplaceBack("Subject", mailHeaderText(subject));
    headers.emplaceBack("Message-ID",
                        QByteArray("<" + id.toUtf8() + "@" + sender.address.section(u'@', -1).toUtf8() + ">"));
    headers.emplaceBack("Auto-Submitted", "auto-generated");
    return headers;
}

BuiltRequest mailRequest(const SmtpServer &server, const MailAddress &address, const MailText &text, const QString &id,
                         Timestamp now)
{
    const Mailbox sender = senderOf(server, QSysInfo::machineHostName());
    auto job = std::make_shared<MailJob>();
    job->server = server;
    job->sender = sender.address;
    job->recipients = address.recipients();
    job->text = text.text;
    job->html = text.html;
    job->attachmentName = text.attachmentName;
    BuiltRequest built;
    built.request.method = "MAIL";
    built.request.headers = mailHeaders(sender, address, text.subject, id, now);
    built.request.mail = std::move(job);
    return built;
}

} // namespace

Result<BuiltRequest> buildMail(const CallbackTarget &target, const MediaEvent &event, const RequestContext &context)
{
    const auto address = parseMailto(target.url);
    if (!address)
        return tl::unexpected(address.error());
    auto payload = render(target, event);
    if (!payload)
        return tl::unexpected(payload.error());
    const auto record = parseRecord(event.data, event.dataContentType);
    if (!record)
        return tl::unexpected<Error>(record.error());
    const MailText text = mailText(*record, event, target.format, address->subject, address->body);
    BuiltRequest built = mailRequest(context.mailServer, *address, text, context.webhookId, context.now);
    TransportRequest &request = built.request;
    request.target = target.id;
    request.url = payload->url;
    request.headers.emplaceBack("webhook-id", context.webhookId.toUtf8());
    if (!context.replayOf.isEmpty())
        request.headers.emplaceBack("callboard-replay-of", context.replayOf.toUtf8());
    auto job = std::make_shared<MailJob>(*request.mail);
    job->attachmentType = payload->contentType;
    request.mail = std::move(job);
    request.body = context.same ? context.same->body : std::move(payload->body);
    request.connectTimeout = target.connectTimeout;
    request.totalTimeout = std::max(target.totalTimeout, kLeastPatience);
    built.maskedHead = mailHead(request.headers);
    return built;
}

Result<BuiltRequest> buildTestMail(const SmtpServer &server, const QString &to, const QString &id, Timestamp now)
{
    if (const auto problem = mailboxProblem(to))
        return fail(ErrorCode::InvalidArgument, *problem);
    MailText text;
    text.subject = QStringLiteral("Callboard test mail");
    text.text = QStringLiteral("Callboard can send mail through %1.\n").arg(server.host);
    text.html = QStringLiteral("<p>Callboard can send mail through %1.</p>\n").arg(server.host.toHtmlEscaped());
    BuiltRequest built = mailRequest(server, {{to}, {}, {}, {}, {}}, text, id, now);
    built.request.url = QUrl(QStringLiteral("mailto:") + to);
    built.maskedHead = mailHead(built.request.headers);
    return built;
}

} // namespace callboard
