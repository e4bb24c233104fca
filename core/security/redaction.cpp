#include "core/security/redaction.h"

#include "core/domain/header.h"

#include <QStringList>

#include <algorithm>

namespace callboard {

namespace {

bool isSecret(QByteArrayView name, const QList<QByteArray> &secretNames)
{
    const auto same = [name](const QByteArray &secret) { return name.compare(secret, Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(secretNames, same);
}

QByteArrayView lineEnd(QByteArrayView line)
{
    if (line.endsWith("\r\n"))
        return line.last(2);
    return line.endsWith('\n') ? line.last(1) : QByteArrayView();
}

constexpr int kTellingPart = 4; // characters of a secret that say too much

// One character of a secret, in the forms in which it may turn up in words about a URL.
class Letter {
public:
    explicit Letter(QStringView plain)
        : m_forms{plain.toString()}
    {
        QString encoded;
        for (const char byte : plain.toUtf8())
            encoded += u'%' + QStringLiteral("%1").arg(static_cast<uchar>(byte), 2, 16, QLatin1Char('0'));
        m_forms.prepend(encoded); // first, so that a % is not taken for the whole of %25
        if (plain == QLatin1String(" "))
            m_forms.append(QStringLiteral("+"));
    }

    // How much of `text` it takes at its beginning; all that is left, if that ends amid it; 0: another is there.
    [[nodiscard]] qsizetype matchedAt(QStringView text) const
    {
        for (const QString &form : m_forms) {
            const auto sensitivity = form.size() > 2 ? Qt::CaseInsensitive : Qt::CaseSensitive; // the hexadecimal one
            const qsizetype size = qMin(form.size(), text.size());
            if (text.first(size).compare(QStringView(form).first(size), sensitivity) == 0)
                return size;
        }
        return 0;
    }

private:
    QStringList m_forms;
};

QList<Letter> lettersOf(QStringView secret)
{
    QList<Letter> letters;
    for (qsizetype at = 0; at < secret.size();) {
        const qsizetype size = secret[at].isHighSurrogate() && at + 1 < secret.size() ? 2 : 1;
        letters.append(Letter(secret.sliced(at, size)));
        at += size;
    }
    return letters;
}

// How much of `text` is the secret; 0: it does not begin with it.
qsizetype secretAt(QStringView text, const QList<Letter> &letters)
{
    qsizetype end = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (end == text.size())
            return i >= kTellingPart ? end : 0;
        const qsizetype size = letters[i].matchedAt(text.sliced(end));
        if (size == 0)
            return 0;
        end += size;
    }
    return end;
}

} // namespace

QByteArray maskHeaderValues(const QByteArray &head, const QList<QByteArray> &secretNames)
{
    const QByteArray mask = kMask.toUtf8();
    QByteArray result;
    result.reserve(head.size());
    bool inSecret = false;
    for (qsizetype from = 0; from < head.size();) {
        const qsizetype newline = head.indexOf('\n', from);
        const qsizetype to = newline < 0 ? head.size() : newline + 1;
        const QByteArrayView line = QByteArrayView(head).sliced(from, to - from);
        from = to;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!inSecret)
                result += line;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        inSecret = colon > 0 && isSecret(line.first(colon).trimmed(), secretNames);
        if (inSecret)
            result += line.first(colon + 1).toByteArray() + ' ' + mask + lineEnd(line).toByteArray();
        else
            result += line;
    }
    return result;
}

QString withoutSecret(QString text, const QString &secret)
{
    if (secret.isEmpty())
        return text;
    text.replace(secret, kMask);
    const QList<Letter> letters = lettersOf(secret);
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = secretAt(QStringView(text).sliced(at), letters);
        result += size > 0 ? kMask : text.sliced(at, 1);
        at += qMax<qsizetype>(size, 1);
    }
    return result;
}

} // namespace callboard
