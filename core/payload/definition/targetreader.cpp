#include "core/payload/definition/targetreader.h"

#include <QRegularExpression>

#include <array>

namespace callboard {

namespace {

using MaybeError = std::optional<Error>;

class TargetReader {
public:
    explicit TargetReader(ImportNotes &notes)
        : m_notes(notes)
    {
    }

    Result<CallbackTarget> read(const JsonNode &node);

    MaybeError url(const JsonNode &node) { return setImportedUrl(m_target, node.text, node.offset, m_notes); }
    MaybeError headers(const JsonNode &node);
    MaybeError method(const JsonNode &node);
    MaybeError source(const JsonNode &node) { return word(node, sourceFrom(node.text), m_target.source); }
    MaybeError format(const JsonNode &node) { return word(node, formatFrom(node.text), m_target.format); }
    MaybeError name(const JsonNode &node);
    MaybeError state(const JsonNode &node);
    MaybeError project(const JsonNode &node) { return scope(node, ScopeKind::Project); }
    MaybeError asset(const JsonNode &node) { return scope(node, ScopeKind::Asset); }
    MaybeError coalesce(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.coalesceWindow); }
    MaybeError pipelining(const JsonNode &node) { return flag(node, m_target.pipelining); }
    MaybeError ordered(const JsonNode &node) { return flag(node, m_target.ordered); }
    MaybeError allowPrivate(const JsonNode &node) { return flag(node, m_target.allowPrivate); }
    MaybeError connect(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.connectTimeout); }
    MaybeError timeout(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.totalTimeout); }
    MaybeError retry(const JsonNode &node) { return word(node, RetryPolicy::parse(node.text), m_target.retry); }
    MaybeError maxInFlight(const JsonNode &node);
    MaybeError known(const JsonNode &) { return std::nullopt; }

private:
    MaybeError member(const JsonMember &member);
    MaybeError trigger(const JsonNode &node, Trigger which);
    MaybeError header(const JsonNode &node);
    MaybeError flag(const JsonNode &node, bool &value);
    MaybeError scope(const JsonNode &node, ScopeKind kind);
    MaybeError bad(const JsonNode &node, const QString &what)
    {
        return m_notes.source.failAt(ErrorCode::Malformed, node.offset, what).value();
    }

    template <class T>
    MaybeError word(const JsonNode &node, const std::optional<T> &value, T &field)
    {
        if (!value)
            return bad(node, QStringLiteral("“%1” is no value for “%2”").arg(node.text.left(60), m_key));
        field = *value;
        return std::nullopt;
    }

    ImportNotes &m_notes;
    CallbackTarget m_target;
    QString m_key;
};

struct Key {
    const char *name;
    MaybeError (TargetReader::*read)(const JsonNode &);
};

constexpr std::array kKeys{
    Key{"url", &TargetReader::url}, Key{"headers", &TargetReader::headers}, Key{"method", &TargetReader::method},
    Key{"source", &TargetReader::source}, Key{"name", &TargetReader::name}, Key{"format", &TargetReader::format},
    Key{"state", &TargetReader::state}, Key{"project", &TargetReader::project}, Key{"asset", &TargetReader::asset},
    Key{"coalesce", &TargetReader::coalesce}, Key{"pipelining", &TargetReader::pipelining},
    Key{"ordered", &TargetReader::ordered}, Key{"allowPrivate", &TargetReader::allowPrivate},
    Key{"connectTimeout", &TargetReader::connect}, Key{"timeout", &TargetReader::timeout},
    Key{"retry", &TargetReader::retry}, Key{"maxInFlight", &TargetReader::maxInFlight},
    // Written by targetToJson() for reading only.
    Key{"id", &TargetReader::known}, Key{"stateReason", &TargetReader::known}, Key{"revision", &TargetReader::known},
    Key{"createdAt", &TargetReader::known}, Key{"updatedAt", &TargetReader::known}};

Result<CallbackTarget> TargetReader::read(const JsonNode &node)
{
    if (!node.isObject())
        return m_notes.source.failAt(ErrorCode::Malformed, node.offset,
                                     QStringLiteral("a callback is an object with a “url”"));
    for (const JsonMember &entry : node.members) {
        if (auto error = member(entry))
            return tl::unexpected<Error>(*error);
    }
    if (m_target.url.isEmpty())
        return m_notes.source.failAt(ErrorCode::Malformed, node.offset, QStringLiteral("the callback has no “url”"));
    return m_target;
}

MaybeError TargetReader::member(const JsonMember &member)
{
    const QString plain = plainKey(member.key);
    const auto spelled = [&](QLatin1String canonical) {
        m_key = canonical;
        if (plain != plainKey(QString(canonical)))
            return false;
        if (member.key != canonical)
            m_notes.repair(member.offset, QStringLiteral("key “%1”").arg(member.key),
                           QStringLiteral("read as “%1”").arg(canonical));
        return true;
    };
    for (const Key &key : kKeys) {
        if (spelled(QLatin1String(key.name)))
            return member.value.kind == JsonNode::Kind::Null ? MaybeError() : (this->*key.read)(member.value);
    }
    for (const TriggerInfo &entry : allTriggers()) {
        if (spelled(entry.flag))
            return member.value.kind == JsonNode::Kind::Null ? MaybeError() : trigger(member.value, entry.trigger);
    }
    m_notes.warn(member.offset, QStringLiteral("“%1” is no key of a callback: left out").arg(member.key.left(60)));
    return std::nullopt;
}

MaybeError TargetReader::flag(const JsonNode &node, bool &value)
{
    const QString word = node.text.trimmed().toLower();
    if (word != QLatin1String("true") && word != QLatin1String("false"))
        return bad(node, QStringLiteral("“%1” is true or false, not “%2”").arg(m_key, node.text.left(60)));
    if (node.isString())
        m_notes.repair(node.offset, QStringLiteral("“%1” in quotes").arg(node.text),
                       QStringLiteral("read as %1").arg(word));
    value = word == QLatin1String("true");
    return std::nullopt;
}

MaybeError TargetReader::trigger(const JsonNode &node, Trigger which)
{
    bool on = false;
    if (auto error = flag(node, on))
        return error;
    m_target.triggers.set(which, on);
    return std::nullopt;
}

MaybeError TargetReader::method(const JsonNode &node)
{
    const QString text = node.text.trimmed();
    const auto method = methodFrom(text);
    if (!method)
        return bad(node, QStringLiteral("method “%1”: a target can POST, PUT or GET").arg(node.text.left(60)));
    if (node.text != toString(*method))
        m_notes.repair(node.offset, QStringLiteral("method “%1”").arg(node.text),
                       QStringLiteral("read as %1").arg(toString(*method)));
    m_target.method = *method;
    return std::nullopt;
}

MaybeError TargetReader::headers(const JsonNode &node)
{
    if (node.isObject()) { // {"Name": "value"}, as other platforms write it
        for (const JsonMember &entry : node.members) {
            if (auto error = addImportedHeader(m_target, entry.key, entry.value.text, entry.offset, m_notes))
                return error;
        }
        return std::nullopt;
    }
    if (!node.isArray())
        return bad(node, QStringLiteral("“headers” is a list of objects with “name” and “value”"));
    for (const JsonNode &item : node.items) {
        if (auto error = header(item))
            return error;
    }
    return std::nullopt;
}

MaybeError TargetReader::header(const JsonNode &node)
{
    const JsonNode *name = node.find(u"name");
    if (!node.isObject() || name == nullptr)
        return m_notes.source
            .failAt(ErrorCode::InvalidHeader, node.offset,
                    QStringLiteral("a header is an object with “name” and “value”"))
            .value();
    const JsonNode *value = node.find(u"value");
    const JsonNode *secret = node.find(u"secret");
    const JsonNode *enabled = node.find(u"enabled");
    const bool isSecret = secret != nullptr && secret->text == QLatin1String("true");
    QString text = value == nullptr ? QString() : value->text;
    if (isSecret && (text.isEmpty() || text == kMask)) {
        text.clear();
        m_notes.warn(name->offset,
                     QStringLiteral("the value of “%1” is secret and was left out on purpose: enter it")
                         .arg(name->text.left(60)));
    }
    const qsizetype offset = value == nullptr ? name->offset : value->offset;
    if (auto problem = headerNameProblem(name->text))
        return m_notes.source.failAt(ErrorCode::InvalidHeader, name->offset, *problem).value();
    if (auto error = addImportedHeader(m_target, name->text, text, offset, m_notes))
        return error;
    if (secret != nullptr)
        m_target.headers.last().secret = isSecret;
    if (enabled != nullptr)
        m_target.headers.last().enabled = enabled->text != QLatin1String("false");
    return std::nullopt;
}

MaybeError TargetReader::name(const JsonNode &node)
{
    m_target.name = node.text.trimmed();
    return std::nullopt;
}

MaybeError TargetReader::state(const JsonNode &node)
{
    for (TargetState state : {TargetState::Enabled, TargetState::Paused, TargetState::Disabled}) {
        if (node.text.compare(toString(state), Qt::CaseInsensitive) == 0) {
            m_target.state = state;
            return std::nullopt;
        }
    }
    return bad(node, QStringLiteral("state “%1”: enabled, paused or disabled").arg(node.text.left(60)));
}

MaybeError TargetReader::scope(const JsonNode &node, ScopeKind kind)
{
    m_target.scope = {kind, node.text};
    return std::nullopt;
}

MaybeError TargetReader::maxInFlight(const JsonNode &node)
{
    bool ok = false;
    const int count = node.text.toInt(&ok);
    return word(node, ok ? std::optional<int>(count) : std::nullopt, m_target.maxInFlight);
}

void warnOfPlaceholder(const QString &what, const QString &text, qsizetype offset, ImportNotes &notes)
{
    if (const QString placeholder = placeholderIn(text); !placeholder.isEmpty())
        notes.warn(placeholderOffset(placeholder, offset, notes),
                   QStringLiteral("%1 holds the placeholder “%2”: fill it in before sending").arg(what, placeholder));
}

} // namespace

Result<CallbackTarget> readTarget(const JsonNode &node, ImportNotes &notes)
{
    return TargetReader(notes).read(node);
}

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
