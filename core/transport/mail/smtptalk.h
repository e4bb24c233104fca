// What was said on an SMTP connection, told from the bytes that go by: which command was answered last, and how, and
// whether the whole message has left. Credentials pass through and are never kept.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace callboard {

class SmtpTalk {
public:
    enum class Step { Greeting, Hello, StartTls, SignIn, Sender, Recipient, Data, Message };

    void said(QByteArrayView command);      // by us, one command or one line of signing in
    void saidMessage(QByteArrayView bytes); // by us, after the server asked for the message
    void heard(QByteArrayView line);        // from the server, with its line end

    [[nodiscard]] Step step() const { return m_step; }
    // The code of the complete reply to the last step; 0: none yet.
    [[nodiscard]] int status() const { return m_status; }
    // The last reply, all its lines with CRLF, at most 64 KiB.
    [[nodiscard]] const QByteArray &reply() const { return m_reply; }
    [[nodiscard]] qsizetype recipientIndex() const { return m_recipients - 1; }
    // The greeting to us (EHLO, HELO) was answered, and the answer offers AUTH.
    [[nodiscard]] bool offersSigningIn() const { return m_offersSigningIn; }
    // We greeted again after STARTTLS: the connection is encrypted since.
    [[nodiscard]] bool upgraded() const { return m_upgraded; }
    // The last byte of the message's last part was written: what follows is the dot that hands it over.
    [[nodiscard]] bool messageLeft() const { return m_tail == kMessageEnd; }

private:
    static constexpr QByteArrayView kMessageEnd{"--\r\n"}; // of the closing boundary

    void enter(Step step);

    Step m_step = Step::Greeting;
    QByteArray m_reply;
    QByteArray m_tail; // of the message
    bool m_replyEnded = true;
    int m_status = 0;
    qsizetype m_recipients = 0;
    bool m_offersSigningIn = false;
    bool m_upgraded = false;
    bool m_over = false; // we said QUIT
};

} // namespace callboard
