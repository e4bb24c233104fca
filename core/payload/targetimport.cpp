#include "core/payload/targetimport.h"

#include "core/payload/definition/curlcommand.h"
#include "core/payload/definition/targetreader.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kOurVersion = 1;
constexpr qsizetype kLargestDefinition = 1024 * 1024;

Result<QString> decodeText(const QByteArray &bytes)
{
    if (bytes.size() > kLargestDefinition)
        return fail(ErrorCode::TooLarge, QStringLiteral("The text is larger than 1 MiB."));
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark off
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return fail(ErrorCode::Malformed, QStringLiteral("The text is not UTF-8."));
    return text;
}

// The list of callbacks in a publish request, an array, our own export or a single callback. Null: there is none.
const JsonNode *findCallbacks(const JsonNode &root)
{
    if (root.isArray())
        return &root;
    if (const JsonNode *ours = root.find(u"callboard") != nullptr ? root.find(u"targets") : nullptr)
        return ours;
    const JsonNode *parameters = root.find(u"parameters");
    const JsonNode *callbacks = parameters != nullptr ? parameters->find(u"callbacks") : root.find(u"callbacks");
    if (callbacks != nullptr)
        return callbacks;
    return root.find(u"url") != nullptr ? &root : nullptr;
}

Result<QList<CallbackTarget>> readTargets(const JsonNode &root, ImportNotes &notes)
{
    const JsonNode *version = root.find(u"callboard");
    if (version != nullptr && version->text != QString::number(kOurVersion))
        return notes.source.failAt(ErrorCode::Malformed, version->offset,
                                   QStringLiteral("export version %1 is not known; this program reads version %2")
                                       .arg(version->text.left(20))
                                       .arg(kOurVersion));
    const JsonNode *callbacks = findCallbacks(root);
    if (callbacks == nullptr)
        return notes.source.failAt(ErrorCode::Malformed, root.offset,
                                   QStringLiteral("there is no callback in it: neither “callbacks” nor a “url”"));
    QList<CallbackTarget> targets;
    const auto append = [&](const JsonNode &node) -> std::optional<Error> {
        Result<CallbackTarget> target;
        if (node.isString()) { // a bare address, as encoders take them
            if (auto error = setImportedUrl(*target, node.text, node.offset, notes))
                return error;
        } else {
            target = readTarget(node, notes);
        }
        if (!target)
            return target.error();
        targets.append(std::move(*target));
        return std::nullopt;
    };
    if (callbacks->isObject()) {
        if (auto error = append(*callbacks))
            return tl::unexpected<Error>(*error);
    }
    for (const JsonNode &item : callbacks->items) {
        if (auto error = append(item))
            return tl::unexpected<Error>(*error);
    }
    if (targets.isEmpty())
        return notes.source.failAt(ErrorCode::Malformed, callbacks->offset,
                                   QStringLiteral("there is no callback in it: the list is empty"));
    return targets;
}

void warnOfRequestHeaders(const CurlCommand &command, ImportNotes &notes)
{
    for (const auto &credentials : {command.user, command.bearer}) {
        if (credentials)
            notes.warn(
                credentials->offset,
                QStringLiteral("“%1” belongs to the publish request, not to the callback: left out on purpose")
                    .arg(credentials->name.startsWith(QLatin1String("--")) ? credentials->name : QStringLiteral("-u")));
    }
    for (const CurlHeader &header : command.headers) {
        if (!looksSecret(header.name))
            continue;
        const QString placeholder = placeholderIn(header.value);
        notes.warn(placeholderOffset(placeholder, header.offset, notes),
                   QStringLiteral("“%1” belongs to the publish request, not to the callback: left out on purpose")
                           .arg(header.name)
                       + (placeholder.isEmpty() ? QString()
                                                : QStringLiteral(" (it holds the placeholder “%1”)").arg(placeholder)));
    }
}

// With a publish request as its body the callbacks inside are meant, otherwise the address that curl calls.
Result<QList<CallbackTarget>> readFromCurl(qsizetype start, ImportNotes &notes)
{
    const auto command = readCurlCommand(start, notes);
    if (!command)
        return tl::unexpected<Error>(command.error());
    const MappedText body = command->data ? command->data->trimmed() : MappedText();
    const bool mayPublish = body.text.startsWith(u'{') && body.text.contains(QLatin1String("parameters"));
    const bool hasCallbacks = body.text.contains(QLatin1String("callbacks"), Qt::CaseInsensitive);
    if (hasCallbacks || mayPublish) {
        const auto root = readLenientJson(body, notes);
        if (!root)
            return tl::unexpected<Error>(root.error());
        warnOfRequestHeaders(*command, notes);
        return readTargets(*root, notes);
    }
    if (!body.text.isEmpty())
        notes.warn(body.originOf(0), QStringLiteral("the body is left out: a target sends the event's own record"));
    const auto target = targetFromCurl(*command, notes);
    if (!target)
        return tl::unexpected<Error>(target.error());
    return QList<CallbackTarget>{*target};
}

Result<QList<CallbackTarget>> readAny(ImportNotes &notes)
{
    const QString &text = notes.source.text();
    qsizetype first = 0;
    while (first < text.size() && text[first].isSpace())
        ++first;
    if (first == text.size())
        return fail(ErrorCode::Malformed, QStringLiteral("There is nothing to import: the text is empty."));
    if (text[first] == u'{' || text[first] == u'[') {
        const auto root = readLenientJson({text, {}}, notes);
        if (!root)
            return tl::unexpected<Error>(root.error());
        return readTargets(*root, notes);
    }
    if (const qsizetype curl = findCurlCommand(text); curl >= 0)
        return readFromCurl(curl, notes);
    return notes.source.failAt(ErrorCode::Malformed, first,
                               QStringLiteral("neither JSON nor a curl command: expected “{”, “[” or “curl”"));
}

void proposeNames(QList<CallbackTarget> &targets)
{
    QSet<QString> taken;
    QHash<QString, int> counts; // of the targets that wanted a name: the search for a free one begins there
    for (CallbackTarget &target : targets) {
        const QString base = target.name.isEmpty() ? proposedName(target.url) : target.name;
        target.name = base;
        int &count = counts[base];
        while (count == 0 || taken.contains(target.name)) {
            if (++count > 1)
                target.name = QStringLiteral("%1 (%2)").arg(base, QString::number(count));
        }
        taken.insert(target.name);
    }
}

} // namespace

Result<ImportedTargets> importTargets(const QByteArray &text)
{
    const auto decoded = decodeText(text);
    if (!decoded)
        return tl::unexpected<Error>(decoded.error());
    const SourceText source(*decoded);
    ImportNotes notes(source);
    auto targets = readAny(notes);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    proposeNames(*targets);
    const auto inOrder = [](const Repair &a, const Repair &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    };
    std::stable_sort(notes.repairs.begin(), notes.repairs.end(), inOrder);
    return ImportedTargets{std::move(*targets), std::move(notes.repairs), std::move(notes.warnings)};
}

} // namespace callboard
