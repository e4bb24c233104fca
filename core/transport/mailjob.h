// What a mail transport needs beside the request's headers and body: the server, the envelope, and the two texts. The
// request's headers are the message's own (From, To, Subject, Date, Message-ID), already encoded; its body is the
// attachment, empty for a message without one. Immutable.
#pragma once

#include "core/domain/smtpserver.h"

#include <QByteArray>
#include <QStringList>

namespace callboard {

struct MailJob {
    SmtpServer server;      // password in the clear: for the wire only
    QString sender;         // envelope, bare address
    QStringList recipients; // envelope: to, cc and bcc
    QString text;
    QString html;
    QString attachmentName; // callback.json
    QByteArray attachmentType;
};

} // namespace callboard
