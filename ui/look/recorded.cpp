#include "ui/look/recorded.h"

#include "ui/look/recordedsentences.h"
#include "ui/look/recordedvault.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>
#include <span>
#include <vector>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::Recorded)
};

// What core refuses, of what somebody typed.
constexpr const char *kHeaderProblems[] = {
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "A header needs a name."),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem",
                      "Header name has a character that is not allowed: %1 at position %2."),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "a space"),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "Header “%1” is set by Callboard itself and can't be chosen."),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "Header “%1” identifies the delivery and is set by Callboard."),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "Header value has a control character: %1 at position %2."),
    QT_TRANSLATE_NOOP("callboard::HeaderProblem", "Header value begins or ends with a space."),
};

// Of what a target shows its receiver, and of files with certificates and keys.
constexpr const char *kAccessProblems[] = {
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "OAuth 2 needs the address that gives tokens, such as https://login.example.com/token."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "“%1” is no address that gives tokens; expected https://HOST/… without credentials."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The authentication has a control character in it."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "A user name for Basic has no colon in it."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "The address that gives tokens is http, and the client's secret would travel unencrypted: use "
                      "https, or allow internal addresses if it is one."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "The signature and the authentication can't both be in the header “Authorization”."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "There is a private key among the certificates: give the certificates alone."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The token is empty or has a character that no header takes."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "Basic needs a user name and a password."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "Bearer needs a token."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "OAuth 2 needs the client's id and its secret."),
    QT_TRANSLATE_NOOP(
        "callboard::AccessProblem",
        "A mail goes through the mail server: it has no authentication, certificates or proxy of its own."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "A file of certificates has at most %1 KiB."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "At most %1 pinned keys."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "“%1” is no pinned key; expected sha256/ and 44 characters of Base64."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "There is a client key without its certificate."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client certificate needs its key."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "A proxy is http://HOST:PORT or socks5://HOST:PORT."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The proxy's password needs a user name."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "There is no certificate in PEM in it."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "Of %1 certificates in it %2 can be read."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The certificate of %1 ended on %2."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The certificate of %1 is valid from %2 only."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client certificate is no PEM certificate."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client key is no private key in PEM, or it has a passphrase."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client key is not the key of the client certificate."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client key is of a kind that can't be used for TLS here."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The client certificate can't be read. %1"),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The authorities can't be read. %1"),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The key opens with its passphrase only."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The passphrase does not open the key."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "There is no private key in PEM in it."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "It is no PKCS#12 file (.p12, .pfx)."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The file opens with its passphrase only."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The passphrase does not open the file."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem",
                      "The PKCS#12 file is damaged, or sealed by a method that can't be read here."),
    QT_TRANSLATE_NOOP("callboard::AccessProblem", "The PKCS#12 file holds no private key with its certificate."),
};

constexpr const char *kDoorTokenProblems[] = {
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "A token needs a name, such as the system that will carry it."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "A token's name has at most %1 characters."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "A token's name is one line of plain characters."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "A token's name is not the token."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "A token needs a scope: events, publish, read or notify."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "There is a token “%1” already. Rotate it, or take another name."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "“%1” is the door's own token. Take another name."),
    QT_TRANSLATE_NOOP("callboard::DoorTokenProblem", "There is no token “%1”."),
};

constexpr const char *kMailAddressProblems[] = {
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "“%1” is not percent-encoded UTF-8."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "The mail address has “%1” twice."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "“%1” of the mail address is not percent-encoded UTF-8."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem",
                      "“%1” of the mail address has a line end or control character in it."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem",
                      "A mail address can set to, cc, bcc, subject and body, not “%1”."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "A mail address is missing; it looks like name@example.com."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "A mail address has a line end or control character in it."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "“%1” is not a mail address such as name@example.com."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem",
                      "“%1” has letters beyond ASCII, which mail servers can't be relied on to take."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "The mail address “%1…” is too long."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "“%1” can't stand before the @ of a mail address."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "“%1” is not the name of a mail domain."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "A mail target looks like mailto:name@example.com."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "Write “#” as %23 in a mail address."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem",
                      "The mail address names nobody; it looks like mailto:name@example.com."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "A mail goes to at most %1 recipients."),
    QT_TRANSLATE_NOOP("callboard::MailAddressProblem", "The sender's name has a line end or control character in it."),
};

constexpr const char *kProjectProblems[] = {
    QT_TRANSLATE_NOOP("callboard::ProjectProblem", "The project id (vhost) is missing."),
    QT_TRANSLATE_NOOP("callboard::ProjectProblem", "The project id “%1” begins or ends with a blank."),
    QT_TRANSLATE_NOOP("callboard::ProjectProblem",
                      "The time zone “%1” is not known; expected a name such as America/Toronto."),
    QT_TRANSLATE_NOOP("callboard::ProjectProblem",
                      "A Media Callback URL is called by HTTP: it begins with https:// or http://."),
};

constexpr const char *kRetentionProblems[] = {
    QT_TRANSLATE_NOOP("callboard::RetentionProblem", "What is kept can't be less than nothing."),
    QT_TRANSLATE_NOOP("callboard::RetentionProblem", "History is kept for an hour at least."),
    QT_TRANSLATE_NOOP("callboard::RetentionProblem",
                      "A limit is %1 at least: below it there would be no history at all."),
};

constexpr const char *kSmtpProblems[] = {
    QT_TRANSLATE_NOOP("callboard::SmtpProblem", "Name the host of the mail server."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem", "The mail server's host has a line end or control character in it."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem", "“%1” is not the name or address of a host."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem", "A port is between 1 and 65535."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem",
                      "The mail server's user name is too long or has a control character in it."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem",
                      "The mail server's password has a line end or control character in it."),
    QT_TRANSLATE_NOOP("callboard::SmtpProblem", "The sender can't be used: %1"),
};

constexpr const char *kSigningProblems[] = {
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "A mail can't be signed this way: set signing to none."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "Signing needs a key."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "At most %1 keys at a time."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The header “%1” is among the target's own already."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The signing key does not begin with %1."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The signing key is not base64 behind %1."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The signing key has %1 bytes; it must have %2 to %3."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem",
                      "The Ed25519 key has %1 bytes; it must have %2, or %3 with its public key."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The Ed25519 key and its public key don't belong together."),
    QT_TRANSLATE_NOOP("callboard::SigningProblem", "The signing key has a control character in it."),
};

constexpr const char *kTargetProblems[] = {
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "At most %1 headers."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "%1 usually carries a credential: mark it secret to keep it encrypted."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Give the target a name."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "A name has at most %1 characters."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Spark's media callback is always an HTTP POST."),
    QT_TRANSLATE_NOOP(
        "callboard::TargetProblem",
        "Only a callback that was handed to an encoder is relayed: set the source to encoder, or the relay off."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "Urgent makes no difference without a window: every event leaves at once."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Urgent, but not among the events it is called for: %1."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The window is between 0 s and 24 h."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The window widens to 24 h at most."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The window can't widen to %1: it begins at %2."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "Without a window there is none to widen: every event leaves at once."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The time-out is between 100 ms and 10 min."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Between 1 and 256 requests in flight."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "A rate is at least one request a second, minute or hour, and at most 100000 a second."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Pipelining uses 1 to %1 connections."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "A pipeline is 1 to %1 requests deep."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Enter the address to call, such as https://example.com/callback."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The URL is longer than %1 characters."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The URL has a space or control character in it."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Not a valid URL: %1"),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The URL needs a scheme: https://, http:// or mailto:"),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Scheme “%1” is not supported: use https, http or mailto."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "The URL has no host: %1"),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "The URL carries a user name or password. Give them as Basic authentication instead."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Port 0 can't be called."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Port %1 belongs to another protocol and is never called."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem",
                      "The secret travels unencrypted over http, and whoever is on the way can read it: use https."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "No trigger is ticked: it is never called."),
    QT_TRANSLATE_NOOP("callboard::TargetProblem", "Name the project or asset this target is for."),
};

// Of one among several, by its name. Anything has this form: it comes last, and leaves what is not known as it is.
constexpr const char *kNamedProblem[] = {QT_TRANSLATE_NOOP("callboard::HeaderProblem", "%1: %2")};

struct Form {
    const char *context;
    const char *sentence;
    QString beginning;        // up to its first part
    QRegularExpression shape; // a group for each part
};
using Forms = std::vector<Form>;

Form formOf(const char *context, const char *sentence)
{
    static const QRegularExpression part(QStringLiteral("\\\\%\\d(?!\\d)")); // %23 is what it says
    const QString text = QString::fromUtf8(sentence);
    QString shape = QRegularExpression::escape(text);
    shape.replace(part, QStringLiteral("(.+?)"));
    return {context, sentence, text.left(text.indexOf(u'%')),
            QRegularExpression(QRegularExpression::anchoredPattern(shape))};
}

void add(Forms &forms, const char *context, std::span<const char *const> sentences)
{
    for (const char *sentence : sentences)
        forms.push_back(formOf(context, sentence));
}

const Forms &recordedForms()
{
    static const Forms all = [] {
        Forms made;
        add(made, "callboard::Recorded", kSentences);
        add(made, "callboard::VaultProblem", vaultSentences());
        return made;
    }();
    return all;
}

const Forms &problemForms()
{
    static const Forms all = [] {
        Forms made;
        add(made, "callboard::HeaderProblem", kHeaderProblems);
        add(made, "callboard::AccessProblem", kAccessProblems);
        add(made, "callboard::DoorTokenProblem", kDoorTokenProblems);
        add(made, "callboard::MailAddressProblem", kMailAddressProblems);
        add(made, "callboard::ProjectProblem", kProjectProblems);
        add(made, "callboard::RetentionProblem", kRetentionProblems);
        add(made, "callboard::SigningProblem", kSigningProblems);
        add(made, "callboard::SmtpProblem", kSmtpProblems);
        add(made, "callboard::TargetProblem", kTargetProblems);
        add(made, "callboard::HeaderProblem", kNamedProblem);
        return made;
    }();
    return all;
}

std::optional<QString> translated(const QString &text, const Forms &forms);

// All parts at once: one of them may hold a percent sign.
QString filled(const QString &sentence, const QRegularExpressionMatch &match, const Forms &forms)
{
    const auto part = [&](int number) {
        const QString text = match.captured(number);
        return translated(text, forms).value_or(text);
    };
    switch (match.lastCapturedIndex()) {
    case 0: return sentence;
    case 1: return sentence.arg(part(1));
    case 2: return sentence.arg(part(1), part(2));
    case 3: return sentence.arg(part(1), part(2), part(3));
    default: return sentence.arg(part(1), part(2), part(3), part(4));
    }
}

std::optional<QString> translated(const QString &text, const Forms &forms)
{
    for (const Form &form : forms) {
        if (!text.startsWith(form.beginning))
            continue;
        if (const auto match = form.shape.match(text); match.hasMatch())
            return filled(QCoreApplication::translate(form.context, form.sentence), match, forms);
    }
    return std::nullopt;
}

} // namespace

QString inOurLanguage(const QString &recorded)
{
    if (Words::tr(kSentences[0]) == QString::fromUtf8(kSentences[0]))
        return recorded; // the window speaks English
    if (const auto known = translated(recorded, recordedForms()))
        return *known;
    return translated(recorded, problemForms()).value_or(recorded);
}

} // namespace callboard
