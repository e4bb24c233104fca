#include "core/payload/sparkcodec.h"

#include "core/payload/record/jsontokens.h"
#include "core/payload/record/vocabulary.h"

#include <array>

namespace callboard {

namespace {

// How the value of LightFlow's field becomes Spark's.
enum class How : quint8 { Same, Status, Date, FileName, Project };

// Written out whole, so that encoding an element is three appends.
struct Element {
    QByteArrayView open;
    QByteArrayView close;
    qsizetype nameLength;
    bool shortWhenEmpty; // the document writes these three as <x/>
    QByteArrayView lightFlow;
    How how;

    [[nodiscard]] constexpr QByteArrayView name() const { return open.sliced(3, nameLength); }
};

constexpr std::array<Element, 52> kElements{{
    {"  <id>", "</id>\n", 2, false, "uuid", How::Same},
    {"  <status>", "</status>\n", 6, false, {}, How::Status},
    {"  <contenttype>", "</contenttype>\n", 11, false, {}, How::Same},
    {"  <filetype>", "</filetype>\n", 8, false, {}, How::Same},
    {"  <filename>", "</filename>\n", 8, false, "inputUrl", How::FileName},
    {"  <injector>", "</injector>\n", 8, false, {}, How::Same},
    {"  <hits>", "</hits>\n", 4, false, {}, How::Same},
    {"  <message>", "</message>\n", 7, false, {}, How::Same},
    {"  <date>", "</date>\n", 4, false, "startDate", How::Date},
    {"  <title>", "</title>\n", 5, false, "assetName", How::Same},
    {"  <tags>", "</tags>\n", 4, false, {}, How::Same},
    {"  <extension>", "</extension>\n", 9, false, {}, How::Same},
    {"  <sender>", "</sender>\n", 6, false, {}, How::Same},
    {"  <uid>", "</uid>\n", 3, false, {}, How::Same},
    {"  <filesize>", "</filesize>\n", 8, false, {}, How::Same},
    {"  <ofilesize>", "</ofilesize>\n", 9, false, {}, How::Same},
    {"  <upload>", "</upload>\n", 6, false, "startDate", How::Date},
    {"  <privacy>", "</privacy>\n", 7, false, {}, How::Same},
    {"  <moderationstatus>", "</moderationstatus>\n", 16, false, {}, How::Same},
    {"  <width>", "</width>\n", 5, false, {}, How::Same},
    {"  <height>", "</height>\n", 6, false, {}, How::Same},
    {"  <length>", "</length>\n", 6, false, "duration", How::Same},
    {"  <conversiontime>", "</conversiontime>\n", 14, false, {}, How::Same},
    {"  <converttime>", "</converttime>\n", 11, false, "endDate", How::Date},
    {"  <offensive>", "</offensive>\n", 9, false, {}, How::Same},
    {"  <autoblog>", "</autoblog>\n", 8, false, {}, How::Same},
    {"  <rating>", "</rating>\n", 6, false, {}, How::Same},
    {"  <votecount>", "</votecount>\n", 9, false, {}, How::Same},
    {"  <commentcount>", "</commentcount>\n", 12, false, {}, How::Same},
    {"  <approvedcomments>", "</approvedcomments>\n", 16, false, {}, How::Same},
    {"  <notdeniedcomments>", "</notdeniedcomments>\n", 17, false, {}, How::Same},
    {"  <parentid>", "</parentid>\n", 8, false, {}, How::Same},
    {"  <user_name>", "</user_name>\n", 9, false, "username", How::Same},
    {"  <user_country>", "</user_country>\n", 12, false, {}, How::Same},
    {"  <user_city>", "</user_city>\n", 9, false, {}, How::Same},
    {"  <user_state>", "</user_state>\n", 10, false, {}, How::Same},
    {"  <user_nickname>", "</user_nickname>\n", 13, false, {}, How::Same},
    {"  <user_firstname>", "</user_firstname>\n", 14, false, {}, How::Same},
    {"  <user_lastname>", "</user_lastname>\n", 13, false, {}, How::Same},
    {"  <url>", "</url>\n", 3, false, {}, How::Same},
    {"  <vhost>", "</vhost>\n", 5, false, {}, How::Project},
    {"  <rotation>", "</rotation>\n", 8, false, {}, How::Same},
    {"  <language>", "</language>\n", 8, false, {}, How::Same},
    {"  <channel>", "</channel>\n", 7, false, {}, How::Same},
    {"  <channel_shortname>", "</channel_shortname>\n", 17, false, {}, How::Same},
    {"  <channel_name>", "</channel_name>\n", 12, false, {}, How::Same},
    {"  <geo_latitude>", "</geo_latitude>\n", 12, true, {}, How::Same},
    {"  <geo_longitude>", "</geo_longitude>\n", 13, true, {}, How::Same},
    {"  <externalid>", "</externalid>\n", 10, true, {}, How::Same},
    {"  <publicUrl>", "</publicUrl>\n", 9, false, "assetUrl", How::Same},
    {"  <thumbUrl>", "</thumbUrl>\n", 8, false, "thumbnail", How::Same},
    {"  <moderationdeniedid>", "</moderationdeniedid>\n", 18, false, {}, How::Same},
}};

constexpr QByteArrayView kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<result>\n";
constexpr QByteArrayView kTail = "</result>";
constexpr QByteArrayView kReplacement = "\xEF\xBF\xBD"; // U+FFFD

void append(QByteArray &out, QByteArrayView bytes)
{
    out.append(bytes.data(), bytes.size());
}

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '&' && c != '<' && c != '>' && c != '\xEF';
}

// U+FFFE and U+FFFF are no XML characters; in UTF-8 they are EF BF BE and EF BF BF.
bool isNoncharacter(QByteArrayView text, qsizetype at)
{
    return at + 2 < text.size() && text[at] == '\xEF' && text[at + 1] == '\xBF'
        && (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

void appendEscaped(QByteArray &out, QByteArrayView text)
{
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isPlain(c) || c == '\n' || c == '\t' || (c == '\xEF' && !isNoncharacter(text, i)))
            continue;
        append(out, text.sliced(done, i - done));
        switch (c) {
        case '&': append(out, "&amp;"); break;
        case '<': append(out, "&lt;"); break;
        case '>': append(out, "&gt;"); break;
        case '\r': append(out, "&#13;"); break; // a bare one would be read as a line feed
        case '\xEF':
            append(out, kReplacement);
            i += 2;
            break;
        default: append(out, kReplacement);
        }
        done = i + 1;
    }
    append(out, text.sliced(done));
}

void appendToken(QByteArray &out, QByteArrayView token)
{
    if (token.front() != '"')
        appendEscaped(out, token);
    else if (!token.contains('\\'))
        appendEscaped(out, token.sliced(1, token.size() - 2));
    else
        appendEscaped(out, jsonText(token).toUtf8());
}

// Looks fields up in the order the document has them: for a Spark record each is found at the first try.
class FieldWalk {
public:
    explicit FieldWalk(const MediaRecord &record)
        : m_fields(record.fields)
    {
    }

    QByteArrayView find(QByteArrayView name)
    {
        const qsizetype count = m_fields.size();
        for (qsizetype step = 0; step < count; ++step) {
            const qsizetype at = m_next + step < count ? m_next + step : m_next + step - count;
            const QByteArray &candidate = m_fields[at].name;
            if (candidate.size() == name.size() && qstrnicmp(candidate.data(), name.data(), size_t(name.size())) == 0) {
                m_next = at + 1 < count ? at + 1 : 0;
                return m_fields[at].raw == "null" ? QByteArrayView() : QByteArrayView(m_fields[at].raw);
            }
        }
        return {};
    }

private:
    const QList<RecordField> &m_fields;
    qsizetype m_next = 0;
};

QString statusFor(QByteArrayView own, const MediaEvent &event)
{
    if (!own.isEmpty())
        return sparkStatus(jsonText(own));
    return sparkStatus(statusOf(event.trigger).value_or(QString()));
}

// What stands in for an element that the record does not have.
QString translated(const Element &element, FieldWalk &walk, const MediaEvent &event)
{
    if (element.how == How::Project)
        return event.project;
    const QByteArrayView token = element.lightFlow.isEmpty() ? QByteArrayView() : walk.find(element.lightFlow);
    if (token.isEmpty())
        return element.name() == "id" ? event.asset : QString();
    const QString text = jsonText(token);
    switch (element.how) {
    case How::Date: return sparkDate(text);
    case How::FileName: return fileNameIn(text);
    default: return text;
    }
}

void appendValue(QByteArray &out, const Element &element, FieldWalk &walk, const MediaEvent &event)
{
    const QByteArrayView own = walk.find(element.name());
    if (element.how == How::Status)
        appendEscaped(out, statusFor(own, event).toUtf8());
    else if (!own.isEmpty())
        appendToken(out, own);
    else
        appendEscaped(out, translated(element, walk, event).toUtf8());
}

} // namespace

QByteArray encodeSpark(const MediaRecord &record, const MediaEvent &event)
{
    QByteArray body;
    body.reserve(2560); // the document's own record takes 1,705
    append(body, kHead);
    FieldWalk walk(record);
    for (const Element &element : kElements) {
        append(body, element.open);
        const qsizetype before = body.size();
        appendValue(body, element, walk, event);
        if (element.shortWhenEmpty && body.size() == before) {
            body.chop(1);
            append(body, "/>\n");
        } else {
            append(body, element.close);
        }
    }
    append(body, kTail);
    return body;
}

Result<MediaRecord> decodeSpark(const QByteArray &body)
{
    auto record = parseRecord(body, QStringLiteral("application/xml"));
    if (!record)
        return record;
    for (const RecordField &field : record->fields) {
        for (const Element &element : kElements) {
            if (field.name.compare(element.name(), Qt::CaseInsensitive) == 0)
                return record;
        }
    }
    return fail(ErrorCode::Malformed, QStringLiteral("line 1, column 1: none of Spark's elements is in it"));
}

QByteArrayList sparkElements()
{
    QByteArrayList names;
    for (const Element &element : kElements)
        names.append(element.name().toByteArray());
    return names;
}

} // namespace callboard
