#include "core/domain/mailaddress.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kLongestMailbox = 254; // RFC 5321 §4.5.3.1 with its erratum: a path of 256 less its brackets
constexpr qsizetype kLongestLocalPart = 64;
constexpr qsizetype kLongestLabel = 63;
constexpr qsizetype kMostRecipients = 100; // what every server has to take in one message (RFC 5321 §4.5.3.1.8)

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isAsciiAlnum(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isLocalChar(QChar c) // atext and the dot, RFC 5322 §3.2.3
{
    return isAsciiAlnum(c) || QStringView(u"!#$%&'*+-/=?^_`{|}~.").contains(c);
}

bool isLabel(const QString &label)
{
    return !label.isEmpty() && label.size() <= kLongestLabel && !label.startsWith(u'-') && !label.endsWith(u'-')
        && std::ranges::all_of(label, [](QChar c) { return isAsciiAlnum(c) || c == u'-'; });
}

tl::unexpected<Error> invalid(const QString &text)
{
    return fail(ErrorCode::InvalidUrl, text);
}

// Undoes percent-encoding. Empty optional: a % without two digits, or bytes that are no UTF-8.
std::optional<QString> decoded(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    for (qsizetype i = bytes.indexOf('%'); i >= 0; i = bytes.indexOf('%', i + 1)) {
        const QByteArray digits = bytes.mid(i + 1, 2);
        if (digits.size() < 2 || !std::ranges::all_of(digits, [](char c) { return std::isxdigit(quint8(c)) != 0; }))
            return std::nullopt;
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString result = utf8(QByteArray::fromPercentEncoding(bytes));
    return utf8.hasError() ? std::nullopt : std::optional(result);
}

QString withAsciiDomain(const QString &mailbox)
{
    const qsizetype at = mailbox.lastIndexOf(u'@');
    const QByteArray domain = QUrl::toAce(mailbox.mid(at + 1));
    return at < 0 || domain.isEmpty() ? mailbox : mailbox.left(at + 1) + QString::fromLatin1(domain);
}

// Adds the comma-separated mailboxes of one header field, still percent-encoded.
std::optional<QString> addMailboxes(const QString &list, QStringList &mailboxes)
{
    for (const QString &part : list.split(u',')) {
        const auto mailbox = decoded(part);
        if (!mailbox)
            return QStringLiteral("“%1” is not percent-encoded UTF-8.").arg(part);
        const QString ascii = withAsciiDomain(*mailbox);
        if (auto problem = mailboxProblem(ascii))
            return problem;
        mailboxes.append(ascii);
    }
    return std::nullopt;
}

std::optional<QString> setText(const QString &name, const QString &value, bool manyLines, QString &field)
{
    if (!field.isEmpty())
        return QStringLiteral("The mail address has “%1” twice.").arg(name);
    auto text = decoded(value);
    if (!text)
        return QStringLiteral("“%1” of the mail address is not percent-encoded UTF-8.").arg(name);
    if (manyLines)
        text->replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const auto isBad = [manyLines](QChar c) { return isControl(c) && !(manyLines && (c == u'\n' || c == u'\t')); };
    if (std::ranges::any_of(*text, isBad))
        return QStringLiteral("“%1” of the mail address has a line end or control character in it.").arg(name);
    field = *text;
    return std::nullopt;
}

std::optional<QString> addField(const QString &field, MailAddress &address)
{
    const QString name = field.section(u'=', 0, 0).toLower();
    const QString value = field.section(u'=', 1);
    if (name == QLatin1String("subject"))
        return setText(name, value, false, address.subject);
    if (name == QLatin1String("body"))
        return setText(name, value, true, address.body);
    QStringList *const list = name == QLatin1String("to") ? &address.to
        : name == QLatin1String("cc")                     ? &address.cc
        : name == QLatin1String("bcc")                    ? &address.bcc
                                                          : nullptr;
    if (!list)
        return QStringLiteral("A mail address can set to, cc, bcc, subject and body, not “%1”.").arg(name);
    return addMailboxes(value, *list);
}

} // namespace

QStringList MailAddress::recipients() const
{
    QStringList all = to + cc + bcc;
    all.removeDuplicates();
    return all;
}

std::optional<QString> mailboxProblem(const QString &mailbox)
{
    if (mailbox.isEmpty())
        return QStringLiteral("A mail address is missing; it looks like name@example.com.");
    if (std::ranges::any_of(mailbox, isControl))
        return QStringLiteral("A mail address has a line end or control character in it.");
    const qsizetype at = mailbox.lastIndexOf(u'@');
    const QString local = mailbox.left(at);
    const QString domain = mailbox.mid(at + 1);
    if (at < 1 || domain.isEmpty())
        return QStringLiteral("“%1” is not a mail address such as name@example.com.").arg(mailbox);
    if (std::ranges::any_of(mailbox, [](QChar c) { return c.unicode() >= 0x80; }))
        return QStringLiteral("“%1” has letters beyond ASCII, which mail servers can't be relied on to take.")
            .arg(mailbox);
    if (mailbox.size() > kLongestMailbox || local.size() > kLongestLocalPart)
        return QStringLiteral("The mail address “%1…” is too long.").arg(mailbox.left(40));
    if (!std::ranges::all_of(local, isLocalChar) || local.startsWith(u'.') || local.endsWith(u'.')
        || local.contains(QLatin1String("..")))
        return QStringLiteral("“%1” can't stand before the @ of a mail address.").arg(local);
    if (!std::ranges::all_of(domain.split(u'.'), isLabel))
        return QStringLiteral("“%1” is not the name of a mail domain.").arg(domain);
    return std::nullopt;
}

Result<MailAddress> parseMailto(const QString &url)
{
    static const QString kScheme = QStringLiteral("mailto:");
    if (!url.startsWith(kScheme, Qt::CaseInsensitive))
        return invalid(QStringLiteral("A mail target looks like mailto:name@example.com."));
    if (url.contains(u'#'))
        return invalid(QStringLiteral("Write “#” as %23 in a mail address."));
    const QString rest = url.mid(kScheme.size());
    const qsizetype question = rest.indexOf(u'?');
    MailAddress address;
    const QString to = question < 0 ? rest : rest.left(question);
    if (!to.isEmpty()) {
        if (auto problem = addMailboxes(to, address.to))
            return invalid(*problem);
    }
    if (question >= 0) {
        for (const QString &field : rest.mid(question + 1).split(u'&', Qt::SkipEmptyParts)) {
            if (auto problem = addField(field, address))
                return invalid(*problem);
        }
    }
    const qsizetype count = address.recipients().size();
    if (count == 0)
        return invalid(QStringLiteral("The mail address names nobody; it looks like mailto:name@example.com."));
    if (count > kMostRecipients)
        return invalid(QStringLiteral("A mail goes to at most %1 recipients.").arg(kMostRecipients));
    return address;
}

Result<Mailbox> parseMailbox(const QString &text)
{
    Mailbox mailbox{{}, text.trimmed()};
    const qsizetype open = text.lastIndexOf(u'<');
    if (open >= 0 && mailbox.address.endsWith(u'>')) {
        mailbox.name = text.left(open).trimmed();
        mailbox.address = text.mid(open + 1).trimmed().chopped(1);
        if (mailbox.name.size() > 1 && mailbox.name.startsWith(u'"') && mailbox.name.endsWith(u'"'))
            mailbox.name = mailbox.name.mid(1, mailbox.name.size() - 2);
    }
    if (std::ranges::any_of(mailbox.name, isControl))
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The sender's name has a line end or control character in it."));
    mailbox.address = withAsciiDomain(mailbox.address);
    if (auto problem = mailboxProblem(mailbox.address))
        return fail(ErrorCode::InvalidArgument, *problem);
    return mailbox;
}

} // namespace callboard
