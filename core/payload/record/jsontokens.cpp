#include "core/payload/record/jsontokens.h"

#include "core/payload/cloudevents.h"
#include "core/payload/definition/lenientjson.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <simdjson.h>

#include <algorithm>
#include <memory>

namespace callboard {

namespace {

namespace ondemand = simdjson::ondemand;

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

constexpr qsizetype kWorthExplaining = 256 * 1024;

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

// Qt takes a U+FEFF at the beginning away; in a token it is a character like any other.
QString exactText(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith(kByteOrderMark))
        text.prepend(QChar::ByteOrderMark);
    return text;
}

Error faultForQt(const QByteArray &json, const QString &otherwise)
{
    QJsonParseError error;
    (void)QJsonDocument::fromJson(json, &error);
    const bool found = error.error != QJsonParseError::NoError;
    const qsizetype offset = found ? QString::fromUtf8(json.left(error.offset)).size() : 0;
    return SourceText(QString::fromUtf8(json))
        .failAt(ErrorCode::Malformed, offset, found ? error.errorString() : otherwise)
        .value();
}

// simdjson says that something is wrong, not where. The lenient reader says it best, Qt's at the least cost.
Error faultIn(const QByteArray &json, simdjson::error_code code)
{
    const QString words = QStringLiteral("not JSON: ") + QLatin1String(simdjson::error_message(code));
    if (json.size() > kWorthExplaining)
        return faultForQt(json, words);
    const SourceText source(QString::fromUtf8(json));
    ImportNotes notes(source, 0);
    const auto node = readLenientJson({source.text(), {}}, notes);
    if (!notes.repairs.isEmpty()) {
        const Repair &first = notes.repairs.first();
        return {ErrorCode::Malformed,
                QStringLiteral("line %1, column %2: %3").arg(first.line).arg(first.column).arg(first.what)};
    }
    if (!node)
        return node.error();
    return faultForQt(json, words); // bytes that are no UTF-8, half a surrogate pair, a number beyond all numbers
}

// Parsers keep their buffers: making them anew costs more than reading a record. Those that a huge document widened
// are not kept.
constexpr size_t kWorthKeeping = size_t(1024) * 1024;
constexpr size_t kFirstCapacity = size_t(16) * 1024;

template <class Parser>
Parser &parserOfThisThread()
{
    static thread_local std::unique_ptr<Parser> parser;
    if (!parser || parser->capacity() > kWorthKeeping)
        parser = std::make_unique<Parser>();
    return *parser;
}

std::optional<Error> faultAtAll(const QByteArray &json, const simdjson::padded_string &padded)
{
    auto &parser = parserOfThisThread<simdjson::dom::parser>();
    simdjson::error_code code = simdjson::SUCCESS;
    if (parser.capacity() < padded.size() || parser.max_depth() != size_t(kDeepestNesting))
        code = parser.allocate(std::max(padded.size(), kFirstCapacity), size_t(kDeepestNesting));
    if (code == simdjson::SUCCESS)
        code = parser.parse(padded).error();
    if (code == simdjson::SUCCESS)
        return std::nullopt;
    return faultIn(json, code);
}

tl::unexpected<Error> notA(QLatin1String what, const QByteArray &json)
{
    const QByteArray begin = json.trimmed().left(20);
    return fail(ErrorCode::Malformed,
                QStringLiteral("line 1, column 1: expected %1, found %2").arg(what, QString::fromUtf8(begin)));
}

tl::unexpected<Error> duplicate(const QByteArray &json, std::string_view name, const simdjson::padded_string &padded,
                                const char *at)
{
    const SourceText source(QString::fromUtf8(json));
    const qsizetype offset = QString::fromUtf8(json.left(at - padded.data())).size();
    return source.failAt(ErrorCode::Malformed, offset - 1,
                         QStringLiteral("duplicate field “%1”").arg(QString::fromUtf8(bytesOf(name))));
}

constexpr qsizetype kUsualFields = 32;

// Whether the last field has the name of one before it.
bool cameBefore(const QList<RecordField> &fields, QSet<QByteArray> &seen)
{
    const RecordField &last = fields.last();
    if (fields.size() <= kUsualFields)
        return std::any_of(fields.begin(), fields.end() - 1,
                           [&last](const RecordField &field) { return field.name == last.name; });
    if (seen.isEmpty()) {
        for (auto field = fields.begin(); field != fields.end() - 1; ++field)
            seen.insert(field->name);
    }
    if (seen.contains(last.name))
        return true;
    seen.insert(last.name);
    return false;
}

char hexDigit(unsigned value)
{
    return "0123456789abcdef"[value & 0xFU];
}

} // namespace

Result<QList<RecordField>> readJsonObject(const QByteArray &json)
{
    const simdjson::padded_string padded(json.constData(), static_cast<size_t>(json.size()));
    if (const auto fault = faultAtAll(json, padded))
        return tl::unexpected<Error>(*fault);
    auto &parser = parserOfThisThread<ondemand::parser>();
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return notA(QLatin1String("an object"), json);
    QList<RecordField> fields;
    fields.reserve(kUsualFields);
    QSet<QByteArray> seen; // of an object with many; few are compared at less cost
    for (auto member : object) {
        const char *const keyBytes = member.key().value_unsafe().raw();
        std::string_view name;
        std::string_view token;
        ondemand::value value;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS || member.value().get(value) != simdjson::SUCCESS
            || simdjson::to_json_string(value).get(token) != simdjson::SUCCESS)
            return fail(ErrorCode::Malformed, QStringLiteral("not JSON"));
        fields.append({bytesOf(name), bytesOf(token)});
        if (cameBefore(fields, seen))
            return duplicate(json, name, padded, keyBytes);
    }
    return fields;
}

Result<QByteArrayList> readJsonArray(const QByteArray &json)
{
    const simdjson::padded_string padded(json.constData(), static_cast<size_t>(json.size()));
    if (const auto fault = faultAtAll(json, padded))
        return tl::unexpected<Error>(*fault);
    auto &parser = parserOfThisThread<ondemand::parser>();
    ondemand::document document;
    ondemand::array array;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS
        || document.get_array().get(array) != simdjson::SUCCESS)
        return notA(QLatin1String("an array"), json);
    QByteArrayList items;
    for (auto item : array) {
        ondemand::value value;
        std::string_view token;
        if (item.get(value) != simdjson::SUCCESS || simdjson::to_json_string(value).get(token) != simdjson::SUCCESS)
            return fail(ErrorCode::Malformed, QStringLiteral("not JSON"));
        items.append(bytesOf(token));
    }
    return items;
}

QString jsonText(QByteArrayView token)
{
    if (token.size() < 2 || token.front() != '"')
        return QString::fromUtf8(token);
    const QString inner = exactText(token.sliced(1, token.size() - 2));
    if (!inner.contains(u'\\'))
        return inner;
    static constexpr QStringView kLetters = u"\"\\/bfnrt";
    static constexpr QStringView kMeanings = u"\"\\/\b\f\n\r\t";
    QString text;
    text.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] != u'\\' || i + 1 == inner.size()) {
            text.append(inner[i]);
        } else if (const qsizetype known = kLetters.indexOf(inner[++i]); known >= 0) {
            text.append(kMeanings[known]);
        } else { // \uXXXX: the token was validated
            text.append(QChar(QStringView(inner).mid(i + 1, 4).toUShort(nullptr, 16)));
            i += 4;
        }
    }
    return text;
}

bool isJsonNumber(QByteArrayView token)
{
    static const QRegularExpression number(QStringLiteral("\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    bool isFinite = false;
    (void)token.toDouble(&isFinite);
    return isFinite && number.match(QString::fromUtf8(token)).hasMatch();
}

QByteArray withoutByteOrderMark(const QByteArray &bytes)
{
    return bytes.startsWith(kByteOrderMark) ? bytes.mid(kByteOrderMark.size()) : bytes;
}

QByteArray jsonString(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray token;
    token.reserve(utf8.size() + 2);
    token.append('"');
    for (const char c : utf8) {
        switch (c) {
        case '"': token.append("\\\""); break;
        case '\\': token.append("\\\\"); break;
        case '\n': token.append("\\n"); break;
        case '\r': token.append("\\r"); break;
        case '\t': token.append("\\t"); break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                const auto value = static_cast<unsigned>(c);
                token.append("\\u00").append(hexDigit(value >> 4U)).append(hexDigit(value));
            } else {
                token.append(c);
            }
        }
    }
    return token.append('"');
}

QByteArray writeJsonObject(const QList<RecordField> &fields)
{
    QByteArray json("{");
    for (const RecordField &field : fields) {
        if (json.size() > 1)
            json.append(',');
        json.append(jsonString(exactText(field.name))).append(':').append(field.raw);
    }
    return json.append('}');
}

QByteArray onOneLine(const QByteArray &json)
{
    if (!json.contains('\n') && !json.contains('\r'))
        return json;
    QByteArray line(json.size(), Qt::Uninitialized);
    size_t length = 0;
    if (simdjson::minify(json.constData(), static_cast<size_t>(json.size()), line.data(), length) != simdjson::SUCCESS)
        return json;
    line.truncate(static_cast<qsizetype>(length));
    return line;
}

} // namespace callboard
