#include "core/payload/encoder/notification.h"

#include "core/payload/encoder/notificationbody.h"
#include "core/payload/record/jsontokens.h"

namespace callboard {

namespace {

constexpr qsizetype kLongestWord = 255; // an id or a state; Zencoder's own limit for pass_through
constexpr qsizetype kLongestErrorText = 1000;

bool isWord(const QString &text, QLatin1String word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

// Reads on after a fault, so that the first one is what is told.
class NotificationReader {
public:
    NotificationReader(Encoder encoder, const MediaRecord &fields)
        : m_fields(fields)
    {
        m_result.encoder = encoder;
    }

    Result<EncoderNotification> read();

private:
    struct Part {
        MediaRecord record;
        QString path; // "job."; empty: the top
    };

    void readZencoder();
    void readIngest(const Part &top);
    void readCms(const Part &top);
    Part child(QByteArrayView name);
    QString need(const Part &part, QByteArrayView name);
    QString take(const Part &part, QByteArrayView name);
    void malformed(const QString &what)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Malformed, what};
    }

    const MediaRecord &m_fields;
    EncoderNotification m_result;
    std::optional<Error> m_error;
};

Result<EncoderNotification> NotificationReader::read()
{
    const Part top{m_fields, {}};
    if (m_result.encoder == Encoder::Zencoder)
        readZencoder();
    else if (m_fields.has("event") && !m_fields.has("jobId"))
        readCms(top);
    else
        readIngest(top);
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    return m_result;
}

NotificationReader::Part NotificationReader::child(QByteArrayView name)
{
    const QString path = QString::fromUtf8(name);
    const QByteArray token = m_fields.raw(name);
    if (token.isEmpty())
        malformed(path + QStringLiteral(" is missing"));
    else if (!token.startsWith('{'))
        malformed(path + QStringLiteral(" is not an object"));
    const auto record = token.startsWith('{') ? fieldsIn(token) : MediaRecord();
    if (!record)
        malformed(path + QStringLiteral(": ") + record.error().detail);
    return {record.value_or(MediaRecord()), path + u'.'};
}

// Empty where there is none; ids come as numbers and as text.
QString NotificationReader::take(const Part &part, QByteArrayView name)
{
    const QByteArray token = part.record.raw(name);
    const QString text = jsonText(token);
    if (token.startsWith('{') || token.startsWith('['))
        malformed(part.path + QString::fromUtf8(name) + QStringLiteral(" is neither text nor a number"));
    else if (text.size() > kLongestWord)
        malformed(part.path + QString::fromUtf8(name)
                  + QStringLiteral(" is longer than %1 characters").arg(kLongestWord));
    return text;
}

QString NotificationReader::need(const Part &part, QByteArrayView name)
{
    const QString text = take(part, name);
    if (text.isEmpty())
        malformed(part.path + QString::fromUtf8(name) + QStringLiteral(" is missing"));
    return text;
}

// Whatever an encoder says of errors stands in keys with that word in them.
QString errorsIn(const QList<MediaRecord> &parts)
{
    QStringList texts;
    for (const MediaRecord &part : parts) {
        for (const RecordField &field : part.fields) {
            const QString text = field.raw.startsWith('"') ? jsonText(field.raw).trimmed() : QString();
            if (field.name.toLower().contains("error") && !text.isEmpty() && !texts.contains(text))
                texts.append(text);
        }
    }
    return texts.join(QLatin1String("; ")).left(kLongestErrorText);
}

QList<Trigger> zencoderTriggers(const QString &state, bool ofOutput)
{
    if (isWord(state, QLatin1String("finished")))
        return ofOutput ? QList<Trigger>{Trigger::Progress} : QList<Trigger>{Trigger::Success, Trigger::Transcode};
    const bool ended = isWord(state, QLatin1String("failed")) || isWord(state, QLatin1String("cancelled"))
        || isWord(state, QLatin1String("canceled"));
    return ended && !ofOutput ? QList<Trigger>{Trigger::Failure} : QList<Trigger>{};
}

void NotificationReader::readZencoder()
{
    const Part job = child("job");
    m_result.jobId = need(job, "id");
    m_result.passThrough = take(job, "pass_through");
    const bool ofOutput = isOfOutput(m_fields);
    if (ofOutput) {
        const Part output = child("output");
        m_result.part = need(output, "id");
        m_result.state = need(output, "state");
    } else {
        m_result.part = QStringLiteral("job");
        m_result.state = need(job, "state");
    }
    m_result.error = errorsIn(outputsIn(m_fields) + QList<MediaRecord>{job.record});
    m_result.triggers = zencoderTriggers(m_result.state, ofOutput);
}

QList<Trigger> ingestTriggers(const QString &entityType, const QString &action, const QString &status)
{
    const bool success = isWord(status, QLatin1String("SUCCESS"));
    if (isWord(entityType, QLatin1String("TITLE"))) {
        if (isWord(status, QLatin1String("FAILED")))
            return {Trigger::Failure};
        // PUBLISH comes in the middle of a job; CREATE ends it.
        return success && isWord(action, QLatin1String("CREATE")) ? QList<Trigger>{Trigger::External}
                                                                  : QList<Trigger>{};
    }
    const bool rendition = isWord(entityType, QLatin1String("DYNAMIC_RENDITION"));
    return success && rendition ? QList<Trigger>{Trigger::Progress} : QList<Trigger>{};
}

void NotificationReader::readIngest(const Part &top)
{
    m_result.jobId = need(top, "jobId");
    m_result.state = need(top, "status");
    const QString entityType = take(top, "entityType");
    const QString action = take(top, "action");
    const QString entity = take(top, "entity");
    m_result.videoId = take(top, "videoId");
    if (m_result.videoId.isEmpty() && isWord(entityType, QLatin1String("TITLE")))
        m_result.videoId = entity; // a title is the video
    m_result.part = QStringLiteral("%1/%2/%3").arg(entityType, action, entity);
    m_result.error = m_fields.text("errorMessage").value_or(QString()).left(kLongestErrorText);
    m_result.triggers = ingestTriggers(entityType, action, m_result.state);
}

// It has no job; the change set's number tells one change of a video from the next.
void NotificationReader::readCms(const Part &top)
{
    m_result.videoId = need(top, "video");
    m_result.part = QStringLiteral("%1/%2/%3").arg(need(top, "event"), take(top, "action"), m_result.videoId);
    const QString version = take(top, "version");
    m_result.state = version.isEmpty() ? take(top, "timestamp") : QStringLiteral("version ") + version;
}

} // namespace

Result<EncoderNotification> parseNotification(Encoder encoder, const QByteArray &body, const QString &contentType)
{
    const auto fields = notificationFields(body, contentType);
    if (!fields)
        return tl::unexpected<Error>(fields.error());
    auto notification = NotificationReader(encoder, *fields).read();
    if (notification) {
        notification->contentType = contentType;
        notification->body = body;
    }
    return notification;
}

} // namespace callboard
