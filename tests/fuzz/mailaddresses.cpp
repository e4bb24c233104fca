#include "core/domain/mailaddress.h"

#include "core/domain/target.h"
#include "core/transport/mail/headertext.h"
#include "core/transport/mail/mailcheck.h"
#include "core/transport/mailjob.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <memory>

namespace callboard::fuzz {

namespace {

constexpr qsizetype kLongestSubject = 200; // as mailText() cuts it

void checkLine(const QByteArray &value)
{
    const bool plain = std::ranges::all_of(value, [](char c) { return c >= 0x20 && c < 0x7F; });
    require(plain, "a mail's header is ASCII on one line", value);
    for (const QByteArray &line : foldedHeader("Subject", value).split('\n'))
        require(line.isEmpty() || line.trimmed().size() > 0, "no line of a header is empty", value);
    require(foldedHeader("Subject", value).replace("\r\n", "") == "Subject: " + value || value.isEmpty(),
            "folding adds line ends alone", value);
}

void checkMailto(const QString &url)
{
    const auto address = parseMailto(url);
    if (!address) {
        require(!address.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    const QStringList recipients = address->recipients();
    require(!recipients.isEmpty() && recipients.size() <= 100, "a mail goes to somebody", url);
    for (const QString &recipient : recipients)
        require(!mailboxProblem(recipient), "a recipient can stand in an envelope", recipient);
    checkLine(mailHeaderText(address->subject));
    const auto job = std::make_shared<MailJob>();
    job->server.host = QStringLiteral("mail.example");
    job->sender = QStringLiteral("a@b.example");
    job->recipients = recipients;
    TransportRequest request;
    request.mail = job;
    request.headers.emplaceBack("Subject", mailHeaderText(address->subject.left(kLongestSubject)));
    request.headers.emplaceBack("To", recipients.join(QStringLiteral(", ")).toLatin1());
    const auto problem = mailProblem(request);
    require(!problem, "a mail that may be addressed can be sent", problem.value_or(QString()) + url);
}

void checkMailbox(const QString &text)
{
    const auto mailbox = parseMailbox(text);
    if (!mailbox)
        return;
    require(!mailboxProblem(mailbox->address), "a sender can stand in an envelope", text);
    const QByteArray shown = mailboxText(mailbox->name, mailbox->address);
    checkLine(shown);
    require(shown.endsWith(QByteArray(mailbox->address.toLatin1() + '>')) || shown == mailbox->address.toLatin1(),
            "a From ends in the address", shown);
    require(mailbox->name.isEmpty() || shown.count('<') >= 1, "a name keeps its distance", shown);
}

} // namespace

void mailAddresses(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    checkMailto(text);
    checkMailbox(text);
}

} // namespace callboard::fuzz
