#include "core/payload/definition/targetreader.h"

#include "core/payload/definition/accessreader.h"

#include <QUrlQuery>

#include <array>

namespace callboard {

namespace {

using MaybeError = std::optional<Error>;

class TargetReader {
public:
    TargetReader(ImportNotes &notes, Spelling spelling)
        : m_notes(notes)
        , m_spelling(spelling)
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
    MaybeError longest(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.coalesceLongest); }
    MaybeError urgent(const JsonNode &node) { return word(node, triggersFrom(node.text), m_target.urgent); }
    MaybeError relay(const JsonNode &node) { return flag(node, m_target.relay); }
    MaybeError connections(const JsonNode &node) { return number(node, m_target.connections); }
    MaybeError pipelineDepth(const JsonNode &node) { return number(node, m_target.pipelineDepth); }
    MaybeError pipelining(const JsonNode &node) { return flag(node, m_target.pipelining); }
    MaybeError ordered(const JsonNode &node) { return flag(node, m_target.ordered); }
    MaybeError allowPrivate(const JsonNode &node) { return flag(node, m_target.allowPrivate); }
    MaybeError connect(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.connectTimeout); }
    MaybeError timeout(const JsonNode &node) { return word(node, parseDuration(node.text), m_target.totalTimeout); }
    MaybeError retry(const JsonNode &node) { return word(node, RetryPolicy::parse(node.text), m_target.retry); }
    MaybeError maxInFlight(const JsonNode &node) { return number(node, m_target.maxInFlight); }
    MaybeError rate(const JsonNode &node) { return word(node, rateLimitFrom(node.text), m_target.rate); }
    MaybeError signing(const JsonNode &node);
    MaybeError authentication(const JsonNode &node) { return access(node, readAuthentication); }
    MaybeError tls(const JsonNode &node) { return access(node, readTls); }
    MaybeError proxy(const JsonNode &node) { return access(node, readProxy); }
    MaybeError known(const JsonNode &) { return std::nullopt; }

private:
    using ReadAccess = std::optional<Error> (*)(const JsonNode &, CallbackTarget &, ImportNotes &);
    MaybeError access(const JsonNode &node, ReadAccess readIt);
    MaybeError member(const JsonMember &member);
    MaybeError canonicalKey(const JsonMember &member, QLatin1String canonical);
    MaybeError mend(qsizetype offset, const QString &what, const QString &right, bool documented);
    void warnOfGet(const JsonNode &node);
    MaybeError masked(const JsonNode &value);
    MaybeError trigger(const JsonNode &node, Trigger which);
    MaybeError header(const JsonNode &node);
    MaybeError flag(const JsonNode &node, bool &value);
    MaybeError scope(const JsonNode &node, ScopeKind kind);
    MaybeError number(const JsonNode &node, int &value);
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
    Spelling m_spelling;
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
    Key{"coalesce", &TargetReader::coalesce}, Key{"coalesceLongest", &TargetReader::longest},
    Key{"urgent", &TargetReader::urgent}, Key{"relay", &TargetReader::relay},
    Key{"pipelining", &TargetReader::pipelining}, Key{"connections", &TargetReader::connections},
    Key{"pipelineDepth", &TargetReader::pipelineDepth}, Key{"ordered", &TargetReader::ordered},
    Key{"allowPrivate", &TargetReader::allowPrivate}, Key{"connectTimeout", &TargetReader::connect},
    Key{"timeout", &TargetReader::timeout}, Key{"retry", &TargetReader::retry},
    Key{"maxInFlight", &TargetReader::maxInFlight}, Key{"rate", &TargetReader::rate},
    Key{"signing", &TargetReader::signing}, Key{"authentication", &TargetReader::authentication},
    Key{"tls", &TargetReader::tls}, Key{"proxy", &TargetReader::proxy},
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
    warnOfGet(node);
    return m_target;
}

// The document's GET says no more than status and endDate: of which asset, only the URL can tell.
void TargetReader::warnOfGet(const JsonNode &node)
{
    const JsonNode *method = node.find(u"method");
    if (m_target.method != Method::Get || method == nullptr)
        return;
    const QUrlQuery query(QUrl(m_target.url, QUrl::StrictMode));
    const bool clash = query.hasQueryItem(QStringLiteral("status")) || query.hasQueryItem(QStringLiteral("endDate"));
    m_notes.warn(method->offset,
                 clash ? QStringLiteral("GET adds “status” and “endDate” to the query, and the URL has one of its own")
                       : QStringLiteral("GET carries only “status” and “endDate”: the receiver can't tell which asset "
                                        "it is about unless the URL says so"));
}

// Tolerant: mended and noted. Else only what the document itself writes passes.
MaybeError TargetReader::mend(qsizetype offset, const QString &what, const QString &right, bool documented)
{
    if (m_spelling == Spelling::AsDocumented && !documented)
        return m_notes.source.failAt(ErrorCode::Malformed, offset, what + QStringLiteral(": expected ") + right)
            .value();
    m_notes.repair(offset, what, QStringLiteral("read as ") + right);
    return std::nullopt;
}

MaybeError TargetReader::canonicalKey(const JsonMember &member, QLatin1String canonical)
{
    m_key = canonical;
    if (member.key == canonical)
        return std::nullopt;
    return mend(member.offset, QStringLiteral("key “%1”").arg(member.key), QStringLiteral("“%1”").arg(canonical),
                member.key == QLatin1String("on Failure"));
}

MaybeError TargetReader::member(const JsonMember &member)
{
    const QString plain = plainKey(member.key);
    const bool isNull = member.value.kind == JsonNode::Kind::Null;
    for (const Key &key : kKeys) {
        if (plain != plainKey(QString::fromLatin1(key.name)))
            continue;
        auto error = canonicalKey(member, QLatin1String(key.name));
        return error || isNull ? error : (this->*key.read)(member.value);
    }
    for (const TriggerInfo &entry : allTriggers()) {
        if (plain != plainKey(QString(entry.flag)))
            continue;
        auto error = canonicalKey(member, entry.flag);
        return error || isNull ? error : trigger(member.value, entry.trigger);
    }
    const QString what = QStringLiteral("“%1” is no key of a callback").arg(member.key.left(60));
    if (m_spelling == Spelling::AsDocumented) // a slip such as onSucess would silently mean its default
        return m_notes.source.failAt(ErrorCode::Malformed, member.offset, what).value();
    m_notes.warn(member.offset, what + QStringLiteral(": left out"));
    return std::nullopt;
}

MaybeError TargetReader::flag(const JsonNode &node, bool &value)
{
    const QString word = node.text.trimmed().toLower();
    if (word != QLatin1String("true") && word != QLatin1String("false"))
        return bad(node, QStringLiteral("“%1” is true or false, not “%2”").arg(m_key, node.text.left(60)));
    if (node.isString()) {
        if (auto error = mend(node.offset, QStringLiteral("“%1” in quotes").arg(node.text), word, node.text == word))
            return error;
    }
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
    if (node.text != toString(*method)) {
        if (auto error = mend(node.offset, QStringLiteral("method “%1”").arg(node.text), toString(*method), false))
            return error;
    }
    m_target.method = *method;
    return std::nullopt;
}

MaybeError TargetReader::headers(const JsonNode &node)
{
    if (node.isObject()) { // {"Name": "value"}, as other platforms write it
        for (const JsonMember &entry : node.members) {
            if (auto error = masked(entry.value))
                return error;
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

// Our own answers mask secrets. Sent back to us as they are, the mask would go out in the secret's place.
MaybeError TargetReader::masked(const JsonNode &value)
{
    if (m_spelling != Spelling::AsDocumented || value.text.trimmed() != kMask)
        return std::nullopt;
    return bad(value, QStringLiteral("the value is masked"));
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
    if (auto error = value == nullptr ? std::nullopt : masked(*value))
        return error;
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

// Keys never come with a definition. Without one nothing can be signed, and who gave it is told so.
MaybeError TargetReader::signing(const JsonNode &node)
{
    const JsonNode *scheme = node.find(u"scheme");
    const auto known = scheme == nullptr ? std::nullopt : signingSchemeFrom(scheme->text.trimmed());
    if (!node.isObject() || !known)
        return bad(node, QStringLiteral("“signing” is an object with a “scheme” such as hmac or ed25519"));
    if (*known == SigningScheme::None)
        return std::nullopt;
    if (m_spelling == Spelling::AsDocumented)
        return bad(node, QStringLiteral("callbacks that come this way can't be signed: they bring no key"));
    m_notes.warn(
        scheme->offset,
        QStringLiteral("signing with %1 is off: its key was left out on purpose; turn it on, and a key is made")
            .arg(toString(*known)));
    return std::nullopt;
}

// An operator's alone: a callback of the door calls as the door's policy says.
MaybeError TargetReader::access(const JsonNode &node, ReadAccess readIt)
{
    if (m_spelling == Spelling::AsDocumented)
        return bad(node, QStringLiteral("callbacks that come this way have no “%1”").arg(m_key));
    return readIt(node, m_target, m_notes);
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

MaybeError TargetReader::number(const JsonNode &node, int &value)
{
    bool ok = false;
    const int count = node.text.toInt(&ok);
    return word(node, ok ? std::optional<int>(count) : std::nullopt, value);
}

} // namespace

Result<CallbackTarget> readTarget(const JsonNode &node, ImportNotes &notes, Spelling spelling)
{
    return TargetReader(notes, spelling).read(node);
}

} // namespace callboard
