#include "core/domain/smtpserver.h"

#include "core/domain/urlcredentials.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr std::array kSecurities{"starttls", "tls", "none"};
constexpr std::array kPorts{587, 465, 25};
constexpr qsizetype kLongestUser = 255;

tl::unexpected<Error> invalid(const QString &text)
{
    return fail(ErrorCode::InvalidUrl, text);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1")
        || (host.startsWith(QLatin1String("127.")) && host.count(u'.') == 3);
}

// Only what can stand in a URL of ours without being read as another part of it.
bool isHost(const QString &host)
{
    const bool v6 = host.contains(u':');
    return std::ranges::all_of(host, [v6](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == (v6 ? u':' : u'-'));
    });
}

std::optional<QString> urlShapeProblem(const QUrl &url)
{
    if (!url.isValid())
        return QStringLiteral("Not a valid URL: %1").arg(urlErrorOf(url));
    if (url.scheme() != QLatin1String("smtp") && url.scheme() != QLatin1String("smtps"))
        return QStringLiteral("A mail server looks like smtp://user@mail.example.com or smtps://mail.example.com.");
    if (url.userInfo(QUrl::FullyEncoded).contains(u':'))
        return QStringLiteral("Don't write the password into the URL, where other programs can read it: put it into a "
                              "file and give --mail-password @FILE.");
    if (url.host().isEmpty())
        return QStringLiteral("The mail server's URL has no host.");
    if (url.path().size() > 1 || url.hasFragment())
        return QStringLiteral("A mail server's URL ends after its port; only ?security= and &from= may follow.");
    return std::nullopt;
}

std::optional<QString> readQuery(const QUrl &url, SmtpServer &server, bool &securityGiven)
{
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (name == QLatin1String("from")) {
            server.from = value;
        } else if (name == QLatin1String("security")) {
            const auto security = smtpSecurityFrom(value);
            if (!security)
                return QStringLiteral("“%1” is not a way to secure mail: use starttls, tls or none.").arg(value);
            server.security = *security;
            securityGiven = true;
        } else {
            return QStringLiteral("A mail server's URL has no “%1”, only security and from.").arg(name);
        }
    }
    return std::nullopt;
}

} // namespace

Result<SmtpServer> smtpServerFrom(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (auto problem = urlShapeProblem(url))
        return invalid(*problem);
    SmtpServer server;
    server.host = url.host(QUrl::FullyEncoded);
    server.user = url.userName(QUrl::FullyDecoded);
    bool securityGiven = false;
    if (auto problem = readQuery(url, server, securityGiven))
        return invalid(*problem);
    if (url.scheme() == QLatin1String("smtps")) {
        if (securityGiven && server.security != SmtpSecurity::Tls)
            return invalid(QStringLiteral("smtps:// means TLS from the first byte; write smtp:// for “%1”.")
                               .arg(toString(server.security)));
        server.security = SmtpSecurity::Tls;
    } else if (!securityGiven && isLoopback(server.host)) {
        server.security = SmtpSecurity::None;
    }
    server.port = url.port(usualPort(server.security));
    // The password comes separately, so that its absence is no fault of the URL.
    SmtpServer complete = server;
    complete.password.plain = QStringLiteral("-");
    if (auto problem = smtpProblem(complete))
        return invalid(*problem);
    return server;
}

QString toString(SmtpSecurity security)
{
    return QLatin1String(kSecurities[static_cast<size_t>(security)]);
}

std::optional<SmtpSecurity> smtpSecurityFrom(const QString &text)
{
    for (size_t i = 0; i < kSecurities.size(); ++i) {
        if (text.compare(QLatin1String(kSecurities[i]), Qt::CaseInsensitive) == 0)
            return static_cast<SmtpSecurity>(i);
    }
    return std::nullopt;
}

int usualPort(SmtpSecurity security)
{
    return kPorts[static_cast<size_t>(security)];
}

std::optional<QString> smtpProblem(const SmtpServer &server)
{
    if (!server.isSet()) {
        if (server.user.isEmpty() && server.from.isEmpty() && !server.password.isSet())
            return std::nullopt;
        return QStringLiteral("Name the host of the mail server.");
    }
    if (std::ranges::any_of(server.host, isControl))
        return QStringLiteral("The mail server's host has a line end or control character in it.");
    if (!isHost(server.host))
        return QStringLiteral("“%1” is not the name or address of a host.").arg(server.host);
    if (server.port < 1 || server.port > 65535)
        return QStringLiteral("A port is between 1 and 65535.");
    if (server.user.size() > kLongestUser || std::ranges::any_of(server.user, isControl))
        return QStringLiteral("The mail server's user name is too long or has a control character in it.");
    if (std::ranges::any_of(server.password.plain, isControl))
        return QStringLiteral("The mail server's password has a line end or control character in it.");
    if (!server.user.isEmpty() && !server.password.isSet())
        return QStringLiteral("User “%1” needs a password: give --mail-password @FILE.").arg(server.user);
    if (!server.from.isEmpty()) {
        if (const auto sender = parseMailbox(server.from); !sender)
            return QStringLiteral("The sender can't be used: %1").arg(sender.error().detail);
    }
    return std::nullopt;
}

Mailbox senderOf(const SmtpServer &server, const QString &localHost)
{
    if (auto given = parseMailbox(server.from))
        return *given;
    if (auto user = parseMailbox(server.user))
        return *user;
    const QString own = QStringLiteral("callboard@%1").arg(localHost);
    return {{}, mailboxProblem(own) ? QStringLiteral("callboard@localhost") : own};
}

} // namespace callboard
