#include "core/payload/platformrequest.h"

#include "core/domain/target.h"
#include "core/payload/mediarecord.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/sparkcodec.h"

#include <QXmlStreamReader>

namespace callboard {

namespace {

const QString kJson = QStringLiteral("application/json");
const QString kXml = QStringLiteral("application/xml");
constexpr qsizetype kLongestWords = 300;

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::Malformed, what);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

// Without the slash at its end; what follows the path would swallow what is put behind it.
Result<QString> baseOf(const PlatformSettings &settings)
{
    if (settings.baseUrl.isEmpty())
        return fail(ErrorCode::InvalidUrl, QStringLiteral("The platform's address is not set."));
    if (const auto problem = urlProblem(settings.baseUrl))
        return fail(ErrorCode::InvalidUrl, *problem);
    const QUrl url(settings.baseUrl, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("mailto"))
        return fail(ErrorCode::InvalidUrl, QStringLiteral("The platform's address begins with https:// or http://."));
    if (url.hasQuery() || url.hasFragment())
        return fail(ErrorCode::InvalidUrl, QStringLiteral("The platform's address ends before “?” and “#”."));
    QString base = settings.baseUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

QString sparkPath(const QString &key, const QString &asset, const QString &project)
{
    QString path = QStringLiteral("/media/getFileInfo?id=") + encoded(asset);
    if (!project.isEmpty())
        path += QStringLiteral("&vhost=") + encoded(project);
    if (!key.isEmpty())
        path += QStringLiteral("&APIKEY=") + encoded(key);
    return path;
}

// The platform's own words of what went wrong, in an object or <error>.
QString wordsIn(const MediaRecord &record)
{
    for (const char *name : {"message", "type", "error", "result"}) {
        const QByteArray token = record.raw(name);
        if (token.startsWith('{')) {
            const auto inner = parseRecord(token, kJson);
            if (const QString words = inner ? wordsIn(*inner) : QString(); !words.isEmpty())
                return words;
        } else if (const QString words = jsonText(token).trimmed(); !words.isEmpty()) {
            return words.left(kLongestWords);
        }
    }
    return {};
}

tl::unexpected<Error> refused(const MediaRecord &record)
{
    const QString words = wordsIn(record);
    return malformed(words.isEmpty() ? QStringLiteral("The platform reports an error and does not say which.")
                                     : QStringLiteral("The platform says: %1").arg(words));
}

QString rootOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    for (auto token = reader.readNext(); token != QXmlStreamReader::StartElement; token = reader.readNext()) {
        if (reader.atEnd() || token == QXmlStreamReader::DTD)
            return {};
    }
    return reader.qualifiedName().toString();
}

Result<PlatformAnswer> readXml(const QByteArray &body)
{
    const auto record = parseRecord(body, kXml);
    if (!record)
        return tl::unexpected<Error>(record.error());
    const QString root = rootOf(body.trimmed());
    if (root == QLatin1String("error") || (record->has("error") && !record->has("id")))
        return refused(*record);
    if (root != QLatin1String("result"))
        return malformed(QStringLiteral("expected <result>, found <%1>").arg(root.left(60)));
    if (record->text("id").value_or(QString()).isEmpty())
        return malformed(QStringLiteral("<result> holds no record: its <id> is missing"));
    return PlatformAnswer{body, kXml};
}

// {"status":true,"result":{…}}, or the record itself.
Result<PlatformAnswer> readSparkJson(const QByteArray &body, const MediaRecord &answer)
{
    const QByteArray status = answer.raw("status");
    const QByteArray result = answer.raw("result");
    if (status == "false" || (answer.has("error") && !answer.has("id")))
        return refused(answer);
    if (status == "true" && !result.startsWith('{'))
        return malformed(QStringLiteral("result is missing, or no object"));
    if (!result.startsWith('{'))
        return answer.has("id") ? Result<PlatformAnswer>(PlatformAnswer{body, kJson})
                                : malformed(QStringLiteral("the answer holds no record: its id is missing"));
    const auto record = parseRecord(result, kJson);
    if (!record)
        return tl::unexpected<Error>(record.error());
    if (!record->has("id"))
        return malformed(QStringLiteral("result holds no record: its id is missing"));
    return PlatformAnswer{result, kJson};
}

} // namespace

Result<PlatformQuestion> platformQuestion(const PlatformSettings &settings, const QString &key, const QString &asset,
                                          const QString &project)
{
    const auto base = baseOf(settings);
    if (!base)
        return tl::unexpected<Error>(base.error());
    if (asset.isEmpty() || asset == QLatin1String(".") || asset == QLatin1String(".."))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no asset's id.").arg(asset));
    if (const auto problem = headerValueProblem(key))
        return fail(ErrorCode::InvalidHeader, QStringLiteral("The platform's key can't be sent."));
    const bool spark = settings.kind == PlatformKind::Spark;
    PlatformQuestion question;
    question.url = QUrl(*base + (spark ? sparkPath(key, asset, project) : QStringLiteral("/assets/") + encoded(asset)),
                        QUrl::StrictMode);
    if (!spark && !key.isEmpty())
        question.authorization = "Bearer " + key.toUtf8();
    return question;
}

Result<PlatformAnswer> readPlatformAnswer(PlatformKind kind, const QByteArray &body)
{
    if (kind == PlatformKind::Spark && body.trimmed().startsWith('<'))
        return readXml(body);
    const auto record = parseRecord(body, kJson);
    if (!record)
        return tl::unexpected<Error>(record.error());
    if (kind == PlatformKind::Spark)
        return readSparkJson(body, *record);
    if (record->has("message") && !record->has("uuid"))
        return refused(*record);
    if (!record->has("uuid"))
        return malformed(QStringLiteral("the answer holds no record: its uuid is missing"));
    return PlatformAnswer{body, kJson};
}

PlatformKind platformOf(const MediaAsset &asset)
{
    const auto record = parseRecord(asset.presentRecord(), asset.presentType());
    if (!record || record->has("uuid") || record->has("assetName") || record->has("inputUrl"))
        return PlatformKind::LightFlow;
    if (record->has("id"))
        return PlatformKind::Spark;
    for (const QByteArray &element : sparkElements()) {
        if (element != "status" && record->has(element)) // both have that name
            return PlatformKind::Spark;
    }
    return PlatformKind::LightFlow;
}

} // namespace callboard
