#include "core/payload/definition/targetreader.h"

#include "core/domain/urlcredentials.h"

#include <QRegularExpression>

#include <algorithm>

namespace callboard {

namespace {

void warnOfPlaceholder(const QString &what, const QString &text, qsizetype offset, ImportNotes &notes)
{
    if (const QString placeholder = placeholderIn(text); !placeholder.isEmpty())
        notes.warn(placeholderOffset(placeholder, offset, notes),
                   QStringLiteral("%1 holds the placeholder “%2”: fill it in before sending").arg(what, placeholder));
}

bool authorizes(const CallbackTarget &target)
{
    return target.authentication.isOn()
        || std::any_of(target.headers.begin(), target.headers.end(), [](const Header &header) {
               return header.name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0;
           });
}

// Where the callback says by itself how it shows who it is, that is what counts.
std::optional<Error> moveCredentials(const SeparatedUrl &url, CallbackTarget &target, qsizetype offset,
                                     ImportNotes &notes)
{
    const QString what = QStringLiteral("user name and password in the URL");
    if (url.user.isEmpty() && url.password.isEmpty()) {
        notes.repair(offset, QStringLiteral("“@” in the URL without a user name"), QStringLiteral("left out"));
        return std::nullopt;
    }
    if (authorizes(target)) {
        notes.repair(offset, what, QStringLiteral("left out: the callback has an authentication of its own"));
        return std::nullopt;
    }
    Authentication basic;
    basic.scheme = AuthScheme::Basic;
    basic.user = url.user;
    basic.secret.plain = url.password;
    if (auto problem = authenticationProblem(basic))
        return notes.source.failAt(ErrorCode::InvalidUrl, offset, *problem).value();
    target.authentication = basic;
    notes.repair(offset, what, QStringLiteral("moved into Basic authentication"));
    return std::nullopt;
}

} // namespace

std::optional<Error> setImportedUrl(CallbackTarget &target, const QString &url, qsizetype offset, ImportNotes &notes)
{
    const SeparatedUrl separated = separatedCredentials(url.trimmed());
    if (auto problem = urlProblem(separated.url))
        return notes.source.failAt(ErrorCode::InvalidUrl, offset, *problem).value();
    target.url = separated.url;
    warnOfPlaceholder(QStringLiteral("the URL"), separated.url, offset, notes);
    return separated.had ? moveCredentials(separated, target, offset, notes) : std::nullopt;
}

std::optional<Error> addImportedHeader(CallbackTarget &target, const QString &name, const QString &value,
                                       qsizetype offset, ImportNotes &notes)
{
    Header header;
    header.name = name;
    header.value = value.trimmed();
    header.secret = looksSecret(name);
    if (auto problem = headerProblem(header))
        return notes.source.failAt(ErrorCode::InvalidHeader, offset, *problem).value();
    warnOfPlaceholder(QStringLiteral("header “%1”").arg(name), header.value, offset, notes);
    target.headers.append(header);
    return std::nullopt;
}

QString placeholderIn(const QString &text)
{
    static const QRegularExpression placeholder(
        QStringLiteral("<[^<>]+>|\\{\\{[^{}]+\\}\\}|\\$\\{?[A-Z_][A-Z0-9_]*\\}?"
                       "|(?<![^\\s/=:])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![^\\s/&])"));
    return placeholder.match(text).captured();
}

qsizetype placeholderOffset(const QString &placeholder, qsizetype offset, const ImportNotes &notes)
{
    const qsizetype found = placeholder.isEmpty() ? -1 : notes.source.text().indexOf(placeholder, offset);
    return found < 0 ? offset : found;
}

} // namespace callboard
