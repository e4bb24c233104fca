#include "core/payload/definition/curlcommand.h"

#include "core/payload/definition/shellwords.h"
#include "core/payload/definition/targetreader.h"

#include <QRegularExpression>

#include <array>

namespace callboard {

namespace {

enum class Meaning {
    Method,
    Header,
    Data,
    User,
    Bearer,
    Url,
    Cookie,
    Agent,
    Referer,
    Get,
    Head,
    Quiet,
    QuietValue, // concerns the terminal only
    Warned,
    WarnedValue, // would change the request, and a target can't say it
    AccessValue, // likewise, and a target has it, but not from a file or with a password of its own
    WarnedData   // likewise, and makes it a POST
};

struct Option {
    char16_t letter; // 0: long form only
    const char *name;
    Meaning meaning;
};

constexpr std::array kOptions{Option{u'X', "request", Meaning::Method},
                              Option{u'H', "header", Meaning::Header},
                              Option{u'd', "data", Meaning::Data},
                              Option{0, "data-raw", Meaning::Data},
                              Option{0, "data-binary", Meaning::Data},
                              Option{0, "data-ascii", Meaning::Data},
                              Option{0, "json", Meaning::Data},
                              Option{u'u', "user", Meaning::User},
                              Option{0, "url", Meaning::Url},
                              Option{u'b', "cookie", Meaning::Cookie},
                              Option{u'A', "user-agent", Meaning::Agent},
                              Option{u'e', "referer", Meaning::Referer},
                              Option{u'G', "get", Meaning::Get},
                              Option{u'I', "head", Meaning::Head},
                              Option{u's', "silent", Meaning::Quiet},
                              Option{u'S', "show-error", Meaning::Quiet},
                              Option{u'v', "verbose", Meaning::Quiet},
                              Option{u'i', "include", Meaning::Quiet},
                              Option{u'f', "fail", Meaning::Quiet},
                              Option{u'N', "no-buffer", Meaning::Quiet},
                              Option{u'g', "globoff", Meaning::Quiet},
                              Option{u'#', "progress-bar", Meaning::Quiet},
                              Option{0, "compressed", Meaning::Quiet},
                              Option{0, "http1.1", Meaning::Quiet},
                              Option{u'o', "output", Meaning::QuietValue},
                              Option{u'w', "write-out", Meaning::QuietValue},
                              Option{u'D', "dump-header", Meaning::QuietValue},
                              Option{u'c', "cookie-jar", Meaning::QuietValue},
                              Option{u'k', "insecure", Meaning::Warned},
                              Option{u'L', "location", Meaning::Warned},
                              Option{u'm', "max-time", Meaning::WarnedValue},
                              Option{0, "connect-timeout", Meaning::WarnedValue},
                              Option{0, "retry", Meaning::WarnedValue},
                              Option{u'x', "proxy", Meaning::AccessValue},
                              Option{u'F', "form", Meaning::WarnedData},
                              Option{u'T', "upload-file", Meaning::WarnedValue},
                              Option{u'E', "cert", Meaning::AccessValue},
                              Option{0, "key", Meaning::AccessValue},
                              Option{0, "cacert", Meaning::AccessValue},
                              Option{0, "resolve", Meaning::WarnedValue},
                              Option{0, "data-urlencode", Meaning::WarnedData},
                              Option{0, "oauth2-bearer", Meaning::Bearer}};

bool takesValue(Meaning meaning)
{
    return meaning != Meaning::Get && meaning != Meaning::Head && meaning != Meaning::Quiet
        && meaning != Meaning::Warned;
}

const Option *optionFor(char16_t letter)
{
    for (const Option &option : kOptions) {
        if (letter != 0 && option.letter == letter)
            return &option;
    }
    return nullptr;
}

const Option *optionFor(QStringView name)
{
    for (const Option &option : kOptions) {
        if (name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

class CurlReader {
public:
    CurlReader(QList<MappedText> words, ImportNotes &notes)
        : m_words(std::move(words))
        , m_notes(notes)
    {
    }

    Result<CurlCommand> read();

private:
    std::optional<Error> readLong(const MappedText &word);
    std::optional<Error> readShort(const MappedText &word);
    std::optional<Error> value(const Option &option, const MappedText &word, MappedText inWord);
    void apply(const Option &option, const MappedText &word, const MappedText &value);
    void addHeader(const MappedText &line);
    void addHeader(QLatin1String name, const MappedText &value)
    {
        m_command.headers.append({QString(name), value.text, value.originOf(0)});
    }

    QList<MappedText> m_words;
    ImportNotes &m_notes;
    qsizetype m_next = 1; // the first word is curl itself
    CurlCommand m_command;
};

Result<CurlCommand> CurlReader::read()
{
    const qsizetype begin = m_words.isEmpty() ? 0 : m_words.first().originOf(0);
    while (m_next < m_words.size()) {
        const MappedText word = m_words[m_next++];
        std::optional<Error> error;
        if (word.text.startsWith(QLatin1String("--")))
            error = readLong(word);
        else if (word.text.size() > 1 && word.text.startsWith(u'-'))
            error = readShort(word);
        else if (m_command.url.text.isEmpty())
            m_command.url = word;
        else
            m_notes.warn(word.originOf(0),
                         QStringLiteral("“%1” is a second address or a stray word: left out").arg(word.text.left(60)));
        if (error)
            return tl::unexpected<Error>(*error);
    }
    if (m_command.url.text.isEmpty())
        return m_notes.source.failAt(ErrorCode::Malformed, begin, QStringLiteral("the curl command has no URL"));
    return std::move(m_command);
}

std::optional<Error> CurlReader::readLong(const MappedText &word)
{
    if (const Option *option = optionFor(QStringView(word.text).mid(2)))
        return value(*option, word, {});
    m_notes.warn(word.originOf(0), QStringLiteral("option “%1” is not known: left out").arg(word.text.left(60)));
    return std::nullopt;
}

// -sSXPOST: letters up to the first that takes a value, which has the rest of the word or the next one.
std::optional<Error> CurlReader::readShort(const MappedText &word)
{
    for (qsizetype i = 1; i < word.text.size(); ++i) {
        const Option *option = optionFor(word.text[i].unicode());
        if (option == nullptr) {
            m_notes.warn(word.originOf(i),
                         QStringLiteral("option “-%1” is not known: left out with what follows it").arg(word.text[i]));
            return std::nullopt;
        }
        if (takesValue(option->meaning)) {
            return value(*option, word, i + 1 < word.text.size() ? word.mid(i + 1) : MappedText());
        } else {
            apply(*option, word, {});
        }
    }
    return std::nullopt;
}

std::optional<Error> CurlReader::value(const Option &option, const MappedText &word, MappedText inWord)
{
    if (takesValue(option.meaning) && inWord.text.isEmpty()) {
        if (m_next == m_words.size())
            return m_notes.source
                .failAt(ErrorCode::Malformed, word.originOf(0),
                        QStringLiteral("“%1” needs a value").arg(word.text.left(60)))
                .value();
        inWord = m_words[m_next++];
    }
    apply(option, word, inWord);
    return std::nullopt;
}

void CurlReader::apply(const Option &option, const MappedText &word, const MappedText &value)
{
    switch (option.meaning) {
    case Meaning::Method: m_command.method = value.text.toUpper(); break;
    case Meaning::Header: addHeader(value); break;
    case Meaning::Data: m_command.data = value; break;
    case Meaning::Url: m_command.url = value; break;
    case Meaning::Get: m_command.dataInQuery = true; break;
    case Meaning::Head: m_command.method = QStringLiteral("HEAD"); break;
    case Meaning::Cookie: addHeader(QLatin1String("Cookie"), value); break;
    case Meaning::Agent: addHeader(QLatin1String("User-Agent"), value); break;
    case Meaning::Referer: addHeader(QLatin1String("Referer"), value); break;
    case Meaning::User: m_command.user = CurlHeader{word.text, value.text, value.originOf(0)}; break;
    case Meaning::Bearer: m_command.bearer = CurlHeader{word.text, value.text, value.originOf(0)}; break;
    case Meaning::AccessValue:
        m_notes.warn(
            word.originOf(0),
            QStringLiteral("option “--%1” is left out: set it in the target itself").arg(QLatin1String(option.name)));
        break;
    case Meaning::Quiet:
    case Meaning::QuietValue: break;
    case Meaning::WarnedData: m_command.sendsForm = true; [[fallthrough]];
    case Meaning::Warned:
    case Meaning::WarnedValue:
        m_notes.warn(word.originOf(0),
                     QStringLiteral("option “--%1” has no counterpart here: left out").arg(QLatin1String(option.name)));
        break;
    }
}

void CurlReader::addHeader(const MappedText &line)
{
    const qsizetype colon = line.text.indexOf(u':');
    if (colon < 0) {
        m_notes.warn(line.originOf(0), QStringLiteral("“%1” is no header: left out").arg(line.text.left(60)));
        return;
    }
    m_command.headers.append({line.text.left(colon).trimmed(), line.text.mid(colon + 1).trimmed(), line.originOf(0)});
}

// Set by the transport for every request; a browser's "copy as curl" carries them along.
bool belongsToTransport(const QString &name)
{
    static const QStringList names{QStringLiteral("host"),
                                   QStringLiteral("content-length"),
                                   QStringLiteral("connection"),
                                   QStringLiteral("accept-encoding"),
                                   QStringLiteral("transfer-encoding"),
                                   QStringLiteral("expect")};
    return names.contains(name.toLower());
}

// As curl has it: a header of one's own goes before -u, and --oauth2-bearer, too.
void takeCredentials(const CurlCommand &command, CallbackTarget &target, ImportNotes &notes)
{
    const std::optional<CurlHeader> &given = command.bearer ? command.bearer : command.user;
    if (!given)
        return;
    const auto leaveOut = [&](const QString &why) {
        notes.warn(given->offset, QStringLiteral("the credentials are left out: %1").arg(why));
    };
    for (const Header &header : std::as_const(target.headers)) {
        if (header.name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0)
            return leaveOut(QStringLiteral("there is a header “%1”").arg(header.name));
    }
    Authentication read;
    const qsizetype colon = command.bearer ? -1 : given->value.indexOf(u':');
    read.scheme = command.bearer ? AuthScheme::Bearer : AuthScheme::Basic;
    read.user = command.bearer ? QString() : given->value.left(colon);
    read.secret.plain = command.bearer ? given->value : colon < 0 ? QString() : given->value.mid(colon + 1);
    if (auto problem = authenticationProblem(read))
        return leaveOut(*problem);
    if (const QString placeholder = placeholderIn(given->value); !placeholder.isEmpty())
        notes.warn(
            placeholderOffset(placeholder, given->offset, notes),
            QStringLiteral("the credentials hold the placeholder “%1”: fill it in before sending").arg(placeholder));
    if (!command.bearer && colon < 0)
        notes.warn(given->offset, QStringLiteral("curl asks for the password of “%1”: enter it").arg(read.user));
    target.authentication = read;
}

void takeContentType(const CurlHeader &header, CallbackTarget &target, ImportNotes &notes)
{
    if (header.value.contains(QLatin1String("cloudevents"), Qt::CaseInsensitive))
        target.format = PayloadFormat::CloudEvents;
    else if (header.value.contains(QLatin1String("xml"), Qt::CaseInsensitive) && target.method == Method::Post)
        target.format = PayloadFormat::Spark;
    notes.warn(header.offset,
               QStringLiteral("“%1” follows from the format (%2): left out").arg(header.name, toString(target.format)));
}

} // namespace

QString CurlCommand::effectiveMethod() const
{
    if (!method.isEmpty())
        return method;
    return (data || sendsForm) && !dataInQuery ? QStringLiteral("POST") : QStringLiteral("GET");
}

qsizetype findCurlCommand(const QString &text)
{
    static const QRegularExpression line(QStringLiteral("^[ \\t]*(?:[$#>][ \\t]*)?(curl(?:\\.exe)?)[ \\t]"),
                                         QRegularExpression::MultilineOption);
    return line.match(text).capturedStart(1);
}

Result<CurlCommand> readCurlCommand(qsizetype start, ImportNotes &notes)
{
    auto words = readShellWords(start, notes);
    if (!words)
        return tl::unexpected<Error>(words.error());
    return CurlReader(std::move(*words), notes).read();
}

Result<CallbackTarget> targetFromCurl(const CurlCommand &command, ImportNotes &notes)
{
    CallbackTarget target;
    const auto method = methodFrom(command.effectiveMethod());
    if (!method)
        return notes.source.failAt(
            ErrorCode::InvalidArgument, command.url.originOf(0),
            QStringLiteral("curl would send %1; a target can POST, PUT or GET").arg(command.effectiveMethod()));
    target.method = *method;
    QString url = command.url.text;
    if (!url.contains(QLatin1String("://")) && !url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) {
        url.prepend(QLatin1String("http://")); // as curl itself reads it
        notes.repair(command.url.originOf(0), QStringLiteral("URL without a scheme"),
                     QStringLiteral("read as http://, as curl does"));
    }
    for (const CurlHeader &header : command.headers) {
        if (header.name.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0)
            takeContentType(header, target, notes);
        else if (belongsToTransport(header.name))
            notes.warn(header.offset, QStringLiteral("“%1” is set by Callboard itself: left out").arg(header.name));
        else if (auto error = addImportedHeader(target, header.name, header.value, header.offset, notes))
            return tl::unexpected<Error>(*error);
    }
    takeCredentials(command, target, notes);
    if (auto error = setImportedUrl(target, url, command.url.originOf(0), notes))
        return tl::unexpected<Error>(*error);
    return target;
}

} // namespace callboard
