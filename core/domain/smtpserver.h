// The mail server that delivers `mailto:` callbacks (seeds/lightflow-callbacks.txt, line 38). A plain value.
#pragma once

#include "core/domain/error.h"
#include "core/domain/mailaddress.h"
#include "core/domain/secret.h"

#include <optional>

namespace callboard {

enum class SmtpSecurity : quint8 {
    StartTls = 0, // required: without it nothing is sent
    Tls = 1,      // from the first byte
    None = 2,
};

struct SmtpServer {
    QString host; // empty: none is set up
    int port = 587;
    SmtpSecurity security = SmtpSecurity::StartTls;
    QString user; // empty: no AUTH
    Secret password;
    QString from; // the sender's address, with or without a display name; empty: see senderOf()

    [[nodiscard]] bool isSet() const { return !host.isEmpty(); }
    bool operator==(const SmtpServer &) const = default;
};

// smtp://[USER@]HOST[:PORT][?security=starttls|tls|none][&from=ADDRESS] or smtps://… (TLS, port 465). smtp:// without
// `security` requires STARTTLS except for a loopback address, where plain SMTP is meant. A password in it is refused.
[[nodiscard]] Result<SmtpServer> smtpServerFrom(const QString &url);
[[nodiscard]] QString toString(SmtpSecurity security); // starttls, tls, none
[[nodiscard]] std::optional<SmtpSecurity> smtpSecurityFrom(const QString &text);
[[nodiscard]] int usualPort(SmtpSecurity security); // 587, 465, 25
// What keeps it from being saved; empty optional: fine. No server at all is fine too.
[[nodiscard]] std::optional<QString> smtpProblem(const SmtpServer &server);
// Who the mails come from: `from`, else the user where that is a mail address, else callboard@<localHost>.
[[nodiscard]] Mailbox senderOf(const SmtpServer &server, const QString &localHost);

} // namespace callboard
