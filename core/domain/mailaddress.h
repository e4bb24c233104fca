// A mail target's address: the mailto URL of RFC 6068 as recipients and header fields. Pure; what could split a header
// or name a second recipient (controls, line ends) is refused, never stripped.
#pragma once

#include "core/domain/error.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

struct MailAddress {
    QStringList to; // johndoe@example.org; at least one of to, cc, bcc
    QStringList cc;
    QStringList bcc;
    QString subject; // empty: the default
    QString body;    // put before the text part; empty: nothing

    // Everybody the envelope names, each once: to, cc, bcc.
    [[nodiscard]] QStringList recipients() const;

    bool operator==(const MailAddress &) const = default;
};

// `mailto:a@x,b@y?cc=c@z&subject=…`. Percent-encoding is undone after the split; header fields other than to, cc, bcc,
// subject and body are refused by name (RFC 6068 §4 asks for caution). InvalidUrl says what is wrong. A domain in other
// than ASCII comes back in its ASCII form (xn--…); line ends in the body as \n.
[[nodiscard]] Result<MailAddress> parseMailto(const QString &url);
// local@domain as an SMTP envelope can carry it: ASCII, or the sentence that says why not.
[[nodiscard]] std::optional<QString> mailboxProblem(const QString &mailbox);

// A mailbox as a From header names it.
struct Mailbox {
    QString name; // display name; empty: none
    QString address;

    bool operator==(const Mailbox &) const = default;
};

// "callbacks@example.org" or "Callboard <callbacks@example.org>". InvalidArgument says what is wrong.
[[nodiscard]] Result<Mailbox> parseMailbox(const QString &text);

} // namespace callboard
