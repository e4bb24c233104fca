#include "core/transport/mail/smtptalk.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kMostReply = qsizetype(64) * 1024;
constexpr int kGoOn = 334; // AUTH's challenges, part of signing in

bool startsWith(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size() && qstrnicmp(text.data(), word.size(), word.data(), word.size()) == 0;
}

// 0: the line does not begin with a code.
int codeOf(QByteArrayView line)
{
    const bool digits = line.size() >= 3
        && std::all_of(line.begin(), line.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? line.first(3).toInt() : 0;
}

} // namespace

void SmtpTalk::enter(Step step)
{
    m_step = step;
    m_status = 0;
}

void SmtpTalk::said(QByteArrayView command)
{
    if (m_step == Step::SignIn && m_status == kGoOn) {
        m_status = 0; // an answer to a challenge, whatever it looks like
        return;
    }
    if (startsWith(command, "EHLO") || startsWith(command, "HELO")) {
        m_upgraded = m_upgraded || m_step == Step::StartTls;
        enter(Step::Hello);
        m_offersSigningIn = false;
    } else if (startsWith(command, "STARTTLS")) {
        enter(Step::StartTls);
    } else if (startsWith(command, "AUTH")) {
        enter(Step::SignIn);
    } else if (startsWith(command, "MAIL")) {
        enter(Step::Sender);
    } else if (startsWith(command, "RCPT")) {
        enter(Step::Recipient);
        ++m_recipients;
    } else if (startsWith(command, "DATA")) {
        enter(Step::Data);
    } else if (startsWith(command, "QUIT")) {
        m_over = true; // its answer says nothing about the mail
    }
}

void SmtpTalk::saidMessage(QByteArrayView bytes)
{
    if (m_over)
        return;
    if (m_step != Step::Message)
        enter(Step::Message);
    m_tail.append(bytes.last(std::min(bytes.size(), kMessageEnd.size())));
    m_tail = m_tail.right(kMessageEnd.size());
}

void SmtpTalk::heard(QByteArrayView line)
{
    if (m_over)
        return;
    if (m_replyEnded)
        m_reply.clear();
    const int code = codeOf(line);
    m_replyEnded = code != 0 && (line.size() < 4 || line[3] != '-');
    if (code == kGoOn)
        m_reply.clear();
    else if (m_reply.size() + line.size() <= kMostReply)
        m_reply.append(line.data(), line.size());
    if (m_step == Step::Hello && line.size() > 4 && startsWith(line.sliced(4), "AUTH"))
        m_offersSigningIn = true;
    if (m_replyEnded)
        m_status = code;
}

} // namespace callboard
