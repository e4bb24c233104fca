#include "tests/support/smtpserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

namespace {

// The distribution's Python: aiosmtpd is its package.
const QString kPython = QStringLiteral("/usr/bin/python3");
constexpr int kPatience = 15'000;

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QStringList texts(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

TakenMail mailFrom(const QJsonObject &object)
{
    TakenMail mail;
    mail.sender = object[QLatin1String("sender")].toString();
    mail.recipients = texts(object[QLatin1String("recipients")]);
    mail.encrypted = object[QLatin1String("encrypted")].toBool();
    mail.user = object[QLatin1String("user")].toString();
    mail.greeting = object[QLatin1String("greeting")].toString();
    mail.raw = fromBase64(object[QLatin1String("raw")]);
    mail.structure = texts(object[QLatin1String("structure")]);
    mail.defects = texts(object[QLatin1String("defects")]);
    for (const QJsonValue &part : object[QLatin1String("parts")].toArray())
        mail.parts.append({part[QLatin1String("type")].toString(), part[QLatin1String("charset")].toString(),
                           part[QLatin1String("file")].toString(), fromBase64(part[QLatin1String("content")])});
    for (const QJsonValue &header : object[QLatin1String("headers")].toArray())
        mail.headers.append({header[0].toString(), header[1].toString()});
    return mail;
}

} // namespace

QStringList TakenMail::header(const QString &name) const
{
    QStringList values;
    for (const auto &[field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

TestSmtpServer::~TestSmtpServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kPatience)) {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
}

bool TestSmtpServer::start(const QStringList &options)
{
    const QString script = QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/support/smtpserver.py");
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(kPython, QStringList{script, m_directory.path()} + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience))
            return false;
    }
    m_port = m_process.readLine().trimmed().toUShort();
    return m_port != 0;
}

QList<TakenMail> TestSmtpServer::mails() const
{
    QList<TakenMail> mails;
    const QDir directory(m_directory.path());
    for (int number = 1; directory.exists(QStringLiteral("%1.json").arg(number)); ++number) {
        QFile file(directory.filePath(QStringLiteral("%1.json").arg(number)));
        if (file.open(QIODevice::ReadOnly))
            mails.append(mailFrom(QJsonDocument::fromJson(file.readAll()).object()));
    }
    return mails;
}

int TestSmtpServer::signIns() const
{
    QFile log(m_directory.filePath(QStringLiteral("sign-ins")));
    return log.open(QIODevice::ReadOnly) ? int(log.readAll().count('\n')) : 0;
}

} // namespace callboard
