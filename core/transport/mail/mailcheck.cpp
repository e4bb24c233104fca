#include "core/transport/mail/mailcheck.h"

#include "core/domain/mailaddress.h"
#include "core/transport/mail/headertext.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr qsizetype kLongestLine = 998; // RFC 5322 §2.1.1

// What the message is made of belongs to the transport; Bcc would tell everybody.
constexpr std::array kOurs{"mime-version", "content-type", "content-transfer-encoding", "content-disposition", "bcc"};

bool isFieldNameByte(char c) // RFC 5322 §3.6.8
{
    return c > 0x20 && c < 0x7F && c != ':';
}

bool isPrintable(char c)
{
    return c >= 0x20 && c < 0x7F;
}

bool isOurs(const QByteArray &name)
{
    return std::ranges::any_of(kOurs,
                               [&name](const char *ours) { return name.compare(ours, Qt::CaseInsensitive) == 0; });
}

std::optional<QString> headerProblem(const QByteArray &name, const QByteArray &value)
{
    if (name.isEmpty() || !std::ranges::all_of(name, isFieldNameByte))
        return QStringLiteral("A mail header's name has a character that is not allowed (“%1”); nothing was sent.")
            .arg(QString::fromLatin1(name.toPercentEncoding(" ")));
    const QString shown = QString::fromLatin1(name);
    if (isOurs(name))
        return QStringLiteral("Mail header “%1” is set by Callboard itself; nothing was sent.").arg(shown);
    if (!std::ranges::all_of(value, isPrintable))
        return QStringLiteral("Mail header “%1” has a line end, a control character or unencoded text in it; nothing "
                              "was sent.")
            .arg(shown);
    for (const QByteArray &line : foldedHeader(name, value).split('\n')) {
        if (line.size() > kLongestLine)
            return QStringLiteral("Mail header “%1” has a word that is too long for a mail; nothing was sent.")
                .arg(shown);
    }
    return std::nullopt;
}

std::optional<QString> envelopeProblem(const MailJob &job)
{
    if (auto problem = mailboxProblem(job.sender))
        return QStringLiteral("The sender can't be used: %1").arg(*problem);
    if (job.recipients.isEmpty())
        return QStringLiteral("The mail names no recipient.");
    for (const QString &recipient : job.recipients) {
        if (auto problem = mailboxProblem(recipient))
            return problem;
    }
    return std::nullopt;
}

bool canNameAttachment(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
    });
}

} // namespace

std::optional<QString> mailProblem(const TransportRequest &request)
{
    if (!request.mail || !request.mail->server.isSet())
        return QStringLiteral("No mail server is set up; nothing was sent.");
    const MailJob &job = *request.mail;
    if (auto problem = smtpProblem(job.server))
        return QStringLiteral("The mail server's settings can't be used: %1").arg(*problem);
    if (auto problem = envelopeProblem(job))
        return problem;
    for (const auto &[name, value] : request.headers) {
        if (auto problem = headerProblem(name, value))
            return problem;
    }
    if (request.body.isEmpty())
        return std::nullopt;
    if (!canNameAttachment(job.attachmentName) || !std::ranges::all_of(job.attachmentType, isPrintable))
        return QStringLiteral("The attachment's name or type can't stand in a mail; nothing was sent.");
    return std::nullopt;
}

} // namespace callboard
