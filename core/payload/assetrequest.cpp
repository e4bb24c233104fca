#include "core/payload/assetrequest.h"

#include "core/payload/cloudevents.h"
#include "core/payload/definition/targetreader.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/record/vocabulary.h"

#include <QSet>

namespace callboard {

namespace {

constexpr qsizetype kMostCallbacks = 100;
constexpr qsizetype kLargestCallback = 256 * 1024;

const QString kParameters = QStringLiteral("parameters");
const QString kCallbacks = QStringLiteral("parameters.callbacks");

tl::unexpected<Error> malformed(const QString &path, const QString &what)
{
    return fail(ErrorCode::Malformed, path + QStringLiteral(": ") + what);
}

// An object within a text that has been read as JSON before: what can still be wrong is its kind or a name twice.
Result<MediaRecord> objectAt(const MediaRecord &parent, QByteArrayView name, const QString &path)
{
    const QByteArray token = parent.raw(name);
    if (token.isEmpty())
        return malformed(path, QStringLiteral("is missing"));
    if (!token.startsWith('{'))
        return malformed(path, QStringLiteral("expected an object"));
    auto fields = readJsonObject(token);
    if (!fields) // its line and column count from the object's own beginning
        return malformed(path, fields.error().detail.section(QLatin1String(": "), 1));
    return MediaRecord{std::move(*fields), {}};
}

struct Place {
    const MediaRecord &record;
    QString prefix; // "parameters."; empty: the top
};

// The first of `names` that is given, at the top before in `parameters`; its token begins with `opening`.
Result<QByteArray> optionalToken(const QList<Place> &places, const QByteArrayList &names, char opening)
{
    for (const Place &place : places) {
        for (const QByteArray &name : names) {
            const QByteArray token = place.record.raw(name);
            if (token.isEmpty())
                continue;
            if (!token.startsWith(opening))
                return malformed(place.prefix + QString::fromUtf8(name),
                                 opening == '{' ? QStringLiteral("expected an object")
                                                : QStringLiteral("expected a string"));
            return token;
        }
    }
    return QByteArray();
}

Result<QByteArray> readRecord(const MediaRecord &top, const MediaRecord &parameters)
{
    const auto input = objectAt(parameters, "input", QStringLiteral("parameters.input"));
    if (!input)
        return tl::unexpected<Error>(input.error());
    const QByteArray address = input->raw("urlPath");
    if (!address.startsWith('"') || jsonText(address).trimmed().isEmpty())
        return malformed(QStringLiteral("parameters.input.urlPath"),
                         address.isEmpty() ? QStringLiteral("is missing")
                                           : QStringLiteral("expected the address of the video"));
    const QList<Place> places{{top, {}}, {parameters, kParameters + u'.'}};
    auto name = optionalToken(places, {"assetName", "name"}, '"');
    const auto username = optionalToken(places, {"username"}, '"');
    const auto metadata = optionalToken(places, {"metadata"}, '{');
    for (const auto *token : {&std::as_const(name), &username, &metadata}) {
        if (!*token)
            return tl::unexpected<Error>(token->error());
    }
    if (name->isEmpty())
        *name = jsonString(fileNameIn(jsonText(address)));
    QList<RecordField> fields{{"assetName", *name}, {"inputUrl", address}};
    if (!username->isEmpty())
        fields.append({"username", *username});
    if (!metadata->isEmpty())
        fields.append({"metadata", *metadata});
    return writeJsonObject(fields);
}

// Where a name comes twice in an object, at any depth.
std::optional<qsizetype> duplicateIn(const JsonNode &node)
{
    QSet<QString> seen;
    for (const JsonMember &member : node.members) {
        if (seen.contains(member.key))
            return member.offset;
        seen.insert(member.key);
        if (auto inner = duplicateIn(member.value))
            return inner;
    }
    for (const JsonNode &item : node.items) {
        if (auto inner = duplicateIn(item))
            return inner;
    }
    return std::nullopt;
}

QString fieldPath(const FieldProblem &problem)
{
    switch (problem.field) {
    case TargetField::Name: return QStringLiteral(".name");
    case TargetField::Url: return QStringLiteral(".url");
    case TargetField::Method: return QStringLiteral(".method");
    case TargetField::Format: return QStringLiteral(".format");
    case TargetField::Source: return QStringLiteral(".source");
    case TargetField::Headers:
        return problem.row < 0 ? QStringLiteral(".headers") : QStringLiteral(".headers[%1]").arg(problem.row);
    case TargetField::Signing: return QStringLiteral(".signing");
    case TargetField::Authentication: return QStringLiteral(".authentication");
    case TargetField::Tls: return QStringLiteral(".tls");
    case TargetField::Proxy: return QStringLiteral(".proxy");
    case TargetField::Coalescing: return QStringLiteral(".coalesce");
    case TargetField::Timeout: return QStringLiteral(".timeout");
    case TargetField::Limits: return QStringLiteral(".maxInFlight");
    case TargetField::Triggers:
    case TargetField::Scope: break;
    }
    return {};
}

Result<CallbackTarget> readCallback(const QByteArray &token, const QString &path)
{
    if (token.size() > kLargestCallback)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1: larger than %2 bytes").arg(path).arg(kLargestCallback));
    const QString text = QString::fromUtf8(token);
    const SourceText plain(text);
    ImportNotes plainNotes(plain);
    const auto node = readLenientJson({text, {}}, plainNotes);
    if (!node)
        return malformed(path, node.error().detail);
    const SourceText source(text, [&](qsizetype offset) -> QString { return path + pathTo(*node, offset); });
    ImportNotes notes(source);
    if (const auto offset = duplicateIn(*node))
        return source.failAt(ErrorCode::Malformed, *offset, QStringLiteral("is there twice"));
    auto target = readTarget(*node, notes, Spelling::AsDocumented);
    if (!target)
        return fail(ErrorCode::Malformed, target.error().detail);
    if (target->name.isEmpty())
        target->name = proposedName(target->url);
    for (const FieldProblem &problem : validate(*target)) {
        if (problem.blocking)
            return malformed(path + fieldPath(problem), problem.text);
    }
    return target;
}

Result<QList<CallbackTarget>> readCallbacks(const QByteArray &token)
{
    QList<CallbackTarget> targets;
    if (token.isEmpty())
        return targets;
    if (!token.startsWith('['))
        return malformed(kCallbacks, QStringLiteral("expected an array"));
    const auto items = readJsonArray(token);
    if (!items)
        return malformed(kCallbacks, items.error().detail);
    if (items->size() > kMostCallbacks)
        return fail(ErrorCode::TooLarge,
                    QStringLiteral("%1: %2 callbacks; at most %3 are taken")
                        .arg(kCallbacks)
                        .arg(items->size())
                        .arg(kMostCallbacks));
    for (const QByteArray &item : *items) {
        auto target = readCallback(item, QStringLiteral("%1[%2]").arg(kCallbacks).arg(targets.size()));
        if (!target)
            return tl::unexpected<Error>(target.error());
        targets.append(std::move(*target));
    }
    return targets;
}

} // namespace

Result<AssetRequest> parseAssetRequest(const QByteArray &body)
{
    if (body.size() > kLargestBody)
        return fail(ErrorCode::TooLarge, QStringLiteral("The body is larger than %1 bytes.").arg(kLargestBody));
    const auto top = parseRecord(body, QStringLiteral("application/json"));
    if (!top)
        return tl::unexpected<Error>(top.error());
    const auto parameters = objectAt(*top, "parameters", kParameters);
    if (!parameters)
        return tl::unexpected<Error>(parameters.error());
    auto record = readRecord(*top, *parameters);
    if (!record)
        return tl::unexpected<Error>(record.error());
    auto callbacks = readCallbacks(parameters->raw("callbacks"));
    if (!callbacks)
        return tl::unexpected<Error>(callbacks.error());
    return AssetRequest{std::move(*record), std::move(*callbacks)};
}

} // namespace callboard
