// A mail server (real, in a process of its own) and one mail to it.
#pragma once

#include "core/transport/mail/headertext.h"
#include "core/transport/mailjob.h"
#include "core/transport/mailtransport.h"
#include "tests/support/smtpserver.h"
#include "tests/support/transportresults.h"

#include <QTest>

namespace callboard {

struct Letter {
    SmtpServer server;
    QStringList recipients{QStringLiteral("johndoe@epiclabs.example")};
    QString subject = QStringLiteral("T1S03 was published");
    QString text = QStringLiteral("T1S03 was published.\n");
    QString html = QStringLiteral("<p>T1S03 was published.</p>");
    QByteArray body = "{\n  \"uuid\": \"6b48fbce\"\n}";
    QByteArray type = "application/json";
    QString attachment = QStringLiteral("callback.json");
    WireHeaders more;
    Milliseconds total{15'000};
};

inline SmtpServer plainServer(quint16 port)
{
    SmtpServer server;
    server.host = QStringLiteral("127.0.0.1");
    server.port = port;
    server.security = SmtpSecurity::None;
    return server;
}

inline TransportRequest requestOf(const Letter &letter, quint64 ticket = 1)
{
    auto job = std::make_shared<MailJob>();
    job->server = letter.server;
    job->sender = QStringLiteral("callbacks@example.org");
    job->recipients = letter.recipients;
    job->text = letter.text;
    job->html = letter.html;
    job->attachmentName = letter.attachment;
    job->attachmentType = letter.type;
    TransportRequest request;
    request.ticket = ticket;
    request.target = TargetId{1};
    request.url = QUrl(QStringLiteral("mailto:johndoe@epiclabs.example"));
    request.method = "MAIL";
    request.headers = {{"From", mailboxText(QStringLiteral("Callboard"), job->sender)},
                       {"To", "johndoe@epiclabs.example"},
                       {"Subject", mailHeaderText(letter.subject)},
                       {"Date", "Thu, 14 Feb 2019 20:43:11 +0000"},
                       {"Message-ID", "<dl_abc_17@example.org>"}};
    request.headers += letter.more;
    request.body = letter.body;
    request.totalTimeout = letter.total;
    request.mail = std::move(job);
    return request;
}

inline Exchange post(const Letter &letter, const QByteArray &caPem = {})
{
    MailTransport transport(caPem);
    TransportResults results(transport);
    transport.send({requestOf(letter)});
    [&] { QTRY_VERIFY_WITH_TIMEOUT(results.has(1), 20'000); }();
    return results[1];
}

// "rejected status 550"
inline QString summary(const Exchange &exchange)
{
    const QString words = toString(exchange.outcome) + u' ' + toString(exchange.errorClass);
    return exchange.status == 0 ? words.trimmed() : words.trimmed() + QStringLiteral(" %1").arg(exchange.status);
}

} // namespace callboard
