// A real mail server (aiosmtpd, smtpserver.py) on a free loopback port; what it took in, as Python's parser reads it.
// Ends with the object.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace callboard {

struct TakenPart {
    QString type;
    QString charset;
    QString file;
    QByteArray content; // decoded
};

struct TakenMail {
    QString sender; // of the envelope
    QStringList recipients;
    bool encrypted = false;
    QString user;     // who signed in; empty: nobody
    QString greeting; // EHLO's name
    QByteArray raw;
    QStringList structure; // content types, from the outside in
    QStringList defects;   // what the parser did not like
    QList<TakenPart> parts;
    QList<QPair<QString, QString>> headers; // decoded

    [[nodiscard]] QStringList header(const QString &name) const; // every value it has
};

class TestSmtpServer {
public:
    TestSmtpServer() = default;
    ~TestSmtpServer();
    TestSmtpServer(const TestSmtpServer &) = delete;
    TestSmtpServer &operator=(const TestSmtpServer &) = delete;

    // `options` as smtpserver.py takes them. Waits until it listens.
    [[nodiscard]] bool start(const QStringList &options = {});
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<TakenMail> mails() const;
    [[nodiscard]] int signIns() const; // how often anybody tried

private:
    QTemporaryDir m_directory;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace callboard
