#include "ui/targets/form/curlpaste.h"

#include "core/domain/urlcredentials.h"
#include "core/payload/targetimport.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::CurlPaste)
};

// As browsers on Windows copy it: ^ before a line's end goes on, before anything else it stands for that.
QString withoutCarets(const QString &text)
{
    static const QRegularExpression windows(QStringLiteral("\\^\\s*$|\\^\""), QRegularExpression::MultilineOption);
    if (!windows.match(text).hasMatch())
        return text;
    static const QRegularExpression caret(QStringLiteral("\\^[ \\t]*\\r?\\n|\\^(.)"));
    QString plain = text;
    return plain.replace(caret, QStringLiteral("\\1"));
}

// A command in a form has no lines to look up.
QString withoutPlace(const QString &warning)
{
    static const QRegularExpression place(QStringLiteral("^line \\d+, column \\d+: "));
    QString sentence = QString(warning).remove(place);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence.endsWith(u'.') ? sentence : QString(sentence + u'.');
}

// They are where curl would have taken them from, and are encrypted there.
CallbackTarget withoutUrlCredentials(CallbackTarget target)
{
    const SeparatedUrl separated = separatedCredentials(target.url);
    if (!separated.had)
        return target;
    target.url = separated.url;
    if (!target.authentication.isOn())
        target.authentication = {AuthScheme::Basic, separated.user, {separated.password, {}}, {}, {}, {}, false};
    return target;
}

} // namespace

// A prompt before it is passed over; a URL, or a word that begins with curl, is none.
bool looksLikeCurl(const QString &text)
{
    static const QRegularExpression command(QStringLiteral("^\\s*(?:[$#>][ \\t]*)?curl(?:\\.exe)?[ \\t]+\\S"));
    return command.match(text).hasMatch();
}

Result<CurlPaste> readCurl(const QString &text)
{
    const auto imported = importTargets(withoutCarets(text.trimmed()).toUtf8());
    if (!imported)
        return fail(imported.error().code, inOurLanguage(withoutPlace(imported.error().detail)));
    if (imported->targets.isEmpty())
        return fail(ErrorCode::Malformed, Words::tr("There is no command to read."));
    QStringList remarks;
    for (const QString &warning : imported->warnings)
        remarks.append(withoutPlace(warning));
    for (const Repair &repair : imported->repairs)
        remarks.append(withoutPlace(Words::tr("%1: %2").arg(repair.what, repair.how)));
    return CurlPaste{withoutUrlCredentials(imported->targets.first()), remarks};
}

CallbackTarget filledFrom(const CurlPaste &curl, CallbackTarget form)
{
    if (form.name.isEmpty())
        form.name = curl.target.name;
    form.url = curl.target.url;
    form.method = curl.target.method;
    form.format = curl.target.format;
    form.headers = curl.target.headers;
    form.authentication = curl.target.authentication;
    if (!curl.target.tls.isDefault())
        form.tls = curl.target.tls;
    if (curl.target.proxy.isOn())
        form.proxy = curl.target.proxy;
    return form;
}

} // namespace callboard
