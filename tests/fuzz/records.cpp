#include "core/payload/lightflowcodec.h"
#include "core/payload/mailtext.h"
#include "core/payload/record/jsonlayout.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/recordwords.h"
#include "core/payload/rendering.h"
#include "core/payload/sparkcodec.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace callboard::fuzz {

namespace {

constexpr int kDeepest = 64;

MediaEvent eventWith(const QByteArray &data, const QString &contentType)
{
    const auto triggers = allTriggers();
    const TriggerInfo &entry = triggers[static_cast<size_t>(data.size()) % triggers.size()];
    MediaEvent event;
    event.trigger = entry.trigger;
    event.type = entry.eventType;
    event.source = QStringLiteral("/fuzz");
    event.sourceId = QStringLiteral("1");
    event.asset = QStringLiteral("a-1");
    event.project = QStringLiteral("16");
    event.dataContentType = contentType;
    event.data = data;
    return event;
}

void checkTokens(const MediaRecord &record)
{
    for (const RecordField &field : record.fields) {
        require(QByteArrayView(field.name).isValidUtf8(), "a field's name is UTF-8", field.name);
        requireJson('[' + field.raw + ']', "a field's value is a JSON token");
        const QString text = jsonText(field.raw);
        if (field.raw.startsWith('"'))
            require(jsonText(jsonString(text)) == text, "a text that is written reads back", field.raw);
        requireJson(prettyJson(field.raw).prepend('[').append(']'), "a token that is laid out is a token");
        require(compactJson(prettyJson(field.raw)) == compactJson(field.raw), "and says the same", field.raw);
    }
    const QByteArray written = writeJsonObject(record.fields);
    if (levelsOf(written) > kDeepest)
        return;
    const auto back = readJsonObject(written);
    require(back.has_value(), "fields that are written can be read", back ? written : back.error().detail.toUtf8());
    require(MediaRecord{*back, {}} == record, "and are the same", written);
}

void checkLightFlow(const MediaRecord &record, const MediaEvent &event)
{
    const QByteArray body = encodeLightFlow(record, event);
    requireJson(body, "LightFlow's body is JSON");
    if (levelsOf(body) <= kDeepest) {
        const auto back = decodeLightFlow(body);
        require(back.has_value(), "LightFlow's body can be read", back ? body : back.error().detail.toUtf8() + body);
        require(back->fields.size() == 11, "LightFlow's body has eleven keys", body);
        require(encodeLightFlow(*back, event) == body, "LightFlow's body renders from itself", body);
    }
    const QUrl url = lightFlowGetUrl(QUrl(QStringLiteral("https://a.example/x?y=1")), record, event);
    const QByteArray encoded = url.toEncoded();
    const bool plain = std::ranges::all_of(encoded, [](char c) { return c > 0x20 && c < 0x7F; });
    require(url.isValid() && plain, "GET's address can stand in a request line", encoded);
}

void checkSpark(const MediaRecord &record, const MediaEvent &event)
{
    const QByteArray body = encodeSpark(record, event);
    require(QByteArrayView(body).isValidUtf8(), "Spark's body is UTF-8", body);
    const auto back = decodeSpark(body);
    require(back.has_value(), "Spark's body can be read", back ? body : back.error().detail.toUtf8() + body);
    QByteArrayList names;
    for (const RecordField &field : back->fields)
        names.append(field.name);
    require(names == sparkElements() && back->warnings.isEmpty(), "Spark's body has its elements alone", body);
    require(encodeSpark(*back, event) == body, "Spark's body renders from itself", body);
}

void checkWords(const MediaRecord &record, const MediaEvent &event)
{
    for (const QString &zone : {QString(), QStringLiteral("America/Toronto")})
        require(readableFields(record, zone).size() == record.fields.size(), "each field is shown", event.data);
    const MailText mail = mailText(record, event, PayloadFormat::LightFlow, {}, {});
    const bool isLine = std::ranges::none_of(mail.subject,
                                             [](QChar c) { return c.category() == QChar::Other_Control; });
    require(isLine && mail.subject.size() <= 200 && !mail.subject.isEmpty(), "a subject is a line", mail.subject);
    require(mail.html.count(u'<') == mail.html.count(u'>'), "a value opens no tag", mail.html);
}

void checkRendering(const MediaEvent &event)
{
    CallbackTarget target;
    target.url = QStringLiteral("https://a.example/x?y=1#z");
    for (const PayloadFormat format : {PayloadFormat::LightFlow, PayloadFormat::Spark, PayloadFormat::CloudEvents}) {
        target.format = format;
        const auto once = render(target, event);
        const auto again = render(target, event);
        require(once && again, "what was read renders", event.data);
        require(once->body == again->body && once->url == again->url, "it renders twice the same", once->body);
        if (format == PayloadFormat::CloudEvents)
            requireJson(once->body, "a CloudEvent is JSON");
    }
}

void check(const QByteArray &input, const QString &contentType)
{
    const auto record = parseRecord(input, contentType);
    if (!record) {
        require(record.error().code == ErrorCode::Malformed, "a record that can't be read is malformed");
        require(record.error().detail.startsWith(QLatin1String("line ")), "it is said where", record.error().detail);
        if (contentType == QLatin1String("application/json"))
            requirePlace(record.error().detail, input);
        else
            requirePlaceInXml(record.error().detail, input);
        return;
    }
    // The doors name one of two types, whatever was said.
    const bool isXml = contentType.isEmpty() ? withoutByteOrderMark(input).trimmed().startsWith('<')
                                             : contentType.contains(QLatin1String("xml"));
    const MediaEvent event = eventWith(input,
                                       isXml ? QStringLiteral("application/xml") : QStringLiteral("application/json"));
    checkTokens(*record);
    checkLightFlow(*record, event);
    checkSpark(*record, event);
    checkWords(*record, event);
    checkRendering(event);
}

} // namespace

void records(const QByteArray &input)
{
    for (const char *contentType : {"", "application/json", "text/xml; charset=utf-8"})
        check(input, QString::fromLatin1(contentType));
}

} // namespace callboard::fuzz
