#include "core/domain/smtpserver.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QUrl>

namespace callboard::fuzz {

void smtpUrls(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    auto server = smtpServerFrom(text);
    if (!server) {
        require(!server.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    require(server->isSet() && server->port >= 1 && server->port <= 65535, "a server has a host and a port", text);
    server->password.plain = QStringLiteral("p");
    require(!smtpProblem(*server), "what was read can be saved", text);
    require(!mailboxProblem(senderOf(*server, QStringLiteral("host.example")).address), "mails have a sender", text);
    require(!mailboxProblem(senderOf(*server, text).address), "whatever this machine is called", text);
    // As the mail transport writes it for libcurl.
    const QString host = server->host.contains(u':') ? u'[' + server->host + u']' : server->host;
    const QUrl url(QStringLiteral("smtp://%1:%2").arg(host).arg(server->port), QUrl::StrictMode);
    require(url.isValid() && url.port() == server->port && url.userInfo().isEmpty() && url.path().isEmpty()
                && !url.hasQuery() && !url.hasFragment(),
            "a host stays a host", text);
}

} // namespace callboard::fuzz
