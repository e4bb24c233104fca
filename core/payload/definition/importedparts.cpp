#include "core/payload/definition/targetreader.h"

#include <QRegularExpression>

namespace callboard {

namespace {

void warnOfPlaceholder(const QString &what, const QString &text, qsizetype offset, ImportNotes &notes)
{
    if (const QString placeholder = placeholderIn(text); !placeholder.isEmpty())
        notes.warn(placeholderOffset(placeholder, offset, notes),
                   QStringLiteral("%1 holds the placeholder “%2”: fill it in before sending").arg(what, placeholder));
}

} // namespace

std::optional<Error> setImportedUrl(CallbackTarget &target, const QString &url, qsizetype offset, ImportNotes &notes)
{
    const QString trimmed = url.trimmed();
    if (auto problem = urlProblem(trimmed))
        return notes.source.failAt(ErrorCode::InvalidUrl, offset, *problem).value();
    target.url = trimmed;
    warnOfPlaceholder(QStringLiteral("the URL"), trimmed, offset, notes);
    return std::nullopt;
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
