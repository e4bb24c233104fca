#include "core/transport/mail/mailverdict.h"

namespace callboard {

namespace {

using Step = SmtpTalk::Step;

// `words` has %1 for the host, %2 for the port and %3 for `more`. All in one arg(): what a server wrote is no format.
QString sentence(const MailObservation &seen, const QString &words, const QString &more)
{
    return words.arg(seen.host, QString::number(seen.port), more);
}

QString sentence(const MailObservation &seen, const QString &words)
{
    return words.arg(seen.host, QString::number(seen.port));
}

QString seconds(Milliseconds limit)
{
    return QStringLiteral("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
}

QString detailOf(const MailObservation &seen)
{
    return seen.detail.isEmpty() ? QStringLiteral("no reason given") : seen.detail;
}

QString whatWasRefused(const MailObservation &seen)
{
    switch (seen.step) {
    case Step::SignIn: return QStringLiteral("the user name or password of “%1”").arg(seen.user);
    case Step::Sender: return QStringLiteral("the sender");
    case Step::Recipient: return QStringLiteral("recipient %1").arg(seen.recipient);
    case Step::Data:
    case Step::Message: return QStringLiteral("the mail");
    default: return QStringLiteral("the connection");
    }
}

Verdict rejected(const MailObservation &seen)
{
    const QString reply = seen.replyText.isEmpty() ? QString::number(seen.status)
                                                   : QStringLiteral("%1 %2").arg(seen.status).arg(seen.replyText);
    // Signing in that failed for good is ours to mend: the same password would fail again.
    const bool settings = seen.step == Step::SignIn && seen.status >= 500;
    return {Outcome::Rejected, settings ? ErrorClass::Configuration : ErrorClass::Status,
            QStringLiteral("%1 refused %2: %3 (port %4).")
                .arg(seen.host, whatWasRefused(seen), reply, QString::number(seen.port))};
}

Verdict inDoubt(const MailObservation &seen)
{
    switch (seen.end) {
    case MailEnd::Cancelled:
        return {Outcome::InDoubt, ErrorClass::Cancelled,
                sentence(seen, QStringLiteral("Cancelled here before %1 said whether it took the mail (port %2)."))};
    case MailEnd::TotalTimeout:
        return {Outcome::InDoubt, ErrorClass::Timeout,
                sentence(seen,
                         QStringLiteral("%1 has the mail but did not say within %3 whether it took it (port %2)."),
                         seconds(seen.limit))};
    case MailEnd::Garbled:
        return {Outcome::InDoubt, ErrorClass::Protocol,
                sentence(seen, QStringLiteral("%1 answered the mail with something that is not SMTP (port %2)."))};
    case MailEnd::Failed:
        return {Outcome::InDoubt, ErrorClass::Closed,
                sentence(seen, QStringLiteral("Broken off here before %1 said whether it took the mail (port %2): %3."),
                         detailOf(seen))};
    default:
        return {Outcome::InDoubt, ErrorClass::Closed,
                sentence(seen,
                         QStringLiteral("%1 closed the connection before it said whether it took the mail "
                                        "(port %2)."))};
    }
}

// Before anybody spoke.
Verdict notReached(const MailObservation &seen)
{
    switch (seen.end) {
    case MailEnd::NoAddress:
        return {Outcome::NotSent, ErrorClass::Resolve,
                sentence(seen, QStringLiteral("The name of the mail server, %1, has no address (port %2)."))};
    case MailEnd::Refused:
        return {Outcome::NotSent, ErrorClass::Refused,
                sentence(seen, QStringLiteral("%1 refused the connection (port %2): no mail server listens there."))};
    case MailEnd::ConnectTimeout:
        return {
            Outcome::NotSent, ErrorClass::ConnectTimeout,
            sentence(seen, QStringLiteral("%1 did not accept a connection within %3 (port %2)."), seconds(seen.limit))};
    case MailEnd::TotalTimeout:
        return {Outcome::NotSent, ErrorClass::Timeout,
                sentence(seen, QStringLiteral("%1 was not ready to take the mail within %3 (port %2)."),
                         seconds(seen.limit))};
    case MailEnd::Tls:
        return {Outcome::NotSent, ErrorClass::Tls,
                sentence(seen, QStringLiteral("No trusted TLS connection to %1 (port %2): %3."), detailOf(seen))};
    default:
        return {Outcome::NotSent, ErrorClass::Unreachable,
                sentence(seen, QStringLiteral("%1 can't be reached from here (port %2): %3."), detailOf(seen))};
    }
}

Verdict notSent(const MailObservation &seen)
{
    switch (seen.end) {
    case MailEnd::Cancelled:
        return {Outcome::NotSent, ErrorClass::Cancelled,
                sentence(seen, QStringLiteral("Cancelled here before the mail was sent to %1 (port %2)."))};
    case MailEnd::NoStartTls:
        return {Outcome::NotSent, ErrorClass::Tls,
                sentence(seen,
                         QStringLiteral("%1 does not offer STARTTLS (port %2), which the mail server's settings "
                                        "require; nothing was sent."))};
    case MailEnd::NoSigningIn:
        return {Outcome::NotSent, ErrorClass::Configuration,
                sentence(seen,
                         QStringLiteral("%1 does not let anybody sign in (port %2), but user “%3” is set up here; "
                                        "nothing was sent."),
                         seen.user)};
    case MailEnd::NoCommonLogin:
        return {Outcome::NotSent, ErrorClass::Configuration,
                sentence(seen, QStringLiteral("%1 knows no way to sign in that Callboard knows (port %2)."))};
    case MailEnd::BrokeOff:
        return {Outcome::NotSent, ErrorClass::Closed,
                sentence(seen, QStringLiteral("%1 closed the connection before it had the whole mail (port %2)."))};
    case MailEnd::Garbled:
        return {Outcome::NotSent, ErrorClass::Protocol,
                sentence(seen, QStringLiteral("%1 answered with something that is not SMTP (port %2)."))};
    case MailEnd::Failed:
        return {Outcome::NotSent, ErrorClass::Unreachable,
                sentence(seen, QStringLiteral("The mail for %1 (port %2) could not be sent: %3."), detailOf(seen))};
    case MailEnd::Impossible:
        return {Outcome::NotSent, ErrorClass::Configuration,
                sentence(seen, QStringLiteral("The mail for %1 (port %2) can't be sent: %3."), detailOf(seen))};
    default: return notReached(seen);
    }
}

} // namespace

Verdict judgeMail(const MailObservation &seen)
{
    if (seen.step == Step::Message && seen.messageLeft && seen.status == 250)
        return {Outcome::Delivered, ErrorClass::None, {}};
    if (seen.status >= 400 && seen.status < 600 && seen.step != Step::StartTls)
        return rejected(seen);
    return seen.messageLeft ? inDoubt(seen) : notSent(seen);
}

} // namespace callboard
