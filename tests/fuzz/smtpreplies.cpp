#include "core/transport/mail/mailverdict.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

constexpr qsizetype kMostReply = qsizetype(64) * 1024;

// One line a thing said: "S:" by the server, "M:" of the message, else a command of ours.
SmtpTalk hold(const QList<QByteArray> &lines)
{
    SmtpTalk talk;
    for (const QByteArray &line : lines) {
        const QByteArray rest = line.mid(2) + "\r\n";
        if (line.startsWith("S:"))
            talk.heard(rest);
        else if (line.startsWith("M:"))
            talk.saidMessage(rest);
        else
            talk.said(line);
        require(talk.status() >= 0 && talk.status() <= 999, "a status has three digits", line);
        require(talk.reply().size() <= kMostReply, "a reply is not endless", line);
        require(talk.recipientIndex() >= -1, "recipients are counted", line);
    }
    return talk;
}

void check(const Verdict &verdict, const MailObservation &seen)
{
    require(verdict.outcome != Outcome::Pending, "there is a verdict", seen.replyText);
    const bool delivered = verdict.outcome == Outcome::Delivered;
    require(!delivered || (seen.messageLeft && seen.status == 250), "delivered is what was taken", seen.replyText);
    require(delivered == verdict.text.isEmpty(), "what is not delivered is said in words", verdict.text);
    require(delivered == (verdict.errorClass == ErrorClass::None), "and classed", verdict.text);
    require(verdict.outcome != Outcome::NotSent || !seen.messageLeft || seen.status != 0,
            "a message that left is not called unsent", verdict.text);
    require(verdict.outcome != Outcome::InDoubt || seen.messageLeft, "only what left is in doubt", verdict.text);
    require(delivered || verdict.text.contains(QStringLiteral("mail%1.example")), "the server is named", verdict.text);
}

} // namespace

void smtpReplies(const QByteArray &input)
{
    const SmtpTalk talk = hold(input.split('\n'));
    MailObservation seen;
    seen.host = QStringLiteral("mail%1.example"); // a reply's words, or a host's, are no format
    seen.port = 587;
    seen.step = talk.step();
    seen.status = talk.status();
    seen.replyText = QString::fromUtf8(talk.reply()).simplified();
    seen.recipient = QStringLiteral("a@b.example");
    seen.user = QStringLiteral("u");
    seen.messageLeft = talk.messageLeft();
    for (int end = 0; end <= static_cast<int>(MailEnd::Impossible); ++end) {
        seen.end = static_cast<MailEnd>(end);
        check(judgeMail(seen), seen);
    }
}

} // namespace callboard::fuzz
