#include "core/payload/encoder/zencoderjob.h"

#include "core/domain/mailaddress.h"
#include "core/payload/mediarecord.h"
#include "core/payload/record/jsonlayout.h"
#include "core/payload/record/jsontokens.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace callboard {

namespace {

enum class Weight { Remark, Blocking, RelayHelps };

// Zencoder's rule: a letter, then letters, digits and dashes.
bool isHeaderName(const QString &name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const auto isPart = [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !name.isEmpty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), isPart);
}

QString bodyName(PayloadFormat format)
{
    switch (format) {
    case PayloadFormat::Spark: return QStringLiteral("Spark's");
    case PayloadFormat::CloudEvents: return QStringLiteral("a CloudEvent's");
    case PayloadFormat::LightFlow: break;
    }
    return QStringLiteral("LightFlow's");
}

// Why the encoder's notifications would not get to our door, or would be turned away there.
std::optional<QString> relayProblem(const EncoderSettings &settings)
{
    if (settings.relayUrl.isEmpty())
        return QStringLiteral("It is to be relayed, and the address by which Zencoder reaches Callboard is not set.");
    const QString lead = QStringLiteral("The address by which Zencoder reaches Callboard can't be used: ");
    if (const auto problem = urlProblem(settings.relayUrl))
        return lead + *problem;
    const QUrl url(settings.relayUrl, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("mailto"))
        return lead + QStringLiteral("it begins with https:// or http://.");
    if (url.hasQuery() || url.hasFragment()) // they would swallow the path that is put behind them
        return lead + QStringLiteral("it ends before “?” and “#”.");
    if (!settings.notificationSecret.isSet())
        return QStringLiteral("It is to be relayed, and without a notification secret Zencoder's notifications are "
                              "refused (401): encoder set zencoder --notification-secret @FILE");
    return std::nullopt;
}

class Translation {
public:
    Translation(const QString &asset, const EncoderSettings &settings)
        : m_asset(asset)
        , m_settings(settings)
    {
    }

    void addRelayed(const CallbackTarget &target);
    void addDirect(const HandOff &callback);
    EncoderNotifications finish() const;

private:
    void checkTriggers(const CallbackTarget &target);
    QByteArrayList mailEntries(const HandOff &callback);
    QByteArray httpEntry(const HandOff &callback);
    QList<RecordField> headersOf(const HandOff &callback);
    void append(QByteArrayList &entries, const QByteArray &entry, const CallbackTarget &target, QLatin1String place);
    void add(const CallbackTarget &target, Weight weight, const QString &text)
    {
        m_problems.append({target.id, target.name, text, weight == Weight::RelayHelps, weight != Weight::Remark});
    }

    const QString &m_asset;
    const EncoderSettings &m_settings;
    QByteArrayList m_job;
    QByteArrayList m_outputs;
    QList<HandOffProblem> m_problems;
};

// However many targets are relayed, the encoder calls us once: what it says reaches them all.
void Translation::addRelayed(const CallbackTarget &target)
{
    if (const auto problem = relayProblem(m_settings)) {
        add(target, Weight::Blocking, *problem);
        return;
    }
    QString url = m_settings.relayUrl;
    while (url.endsWith(u'/'))
        url.chop(1);
    url += QStringLiteral("/v1/encoders/zencoder/") + QString::fromLatin1(QUrl::toPercentEncoding(m_asset));
    const QByteArray entry = jsonString(url);
    if (!m_job.contains(entry))
        m_job.append(entry);
    if (target.triggers.has(Trigger::Progress) && !m_outputs.contains(entry))
        m_outputs.append(entry);
}

void Translation::addDirect(const HandOff &callback)
{
    const CallbackTarget &target = callback.target;
    checkTriggers(target);
    const QByteArrayList entries = target.isMail() ? mailEntries(callback) : QByteArrayList{httpEntry(callback)};
    for (const QByteArray &entry : entries) {
        if (target.triggers.has(Trigger::Success) && target.triggers.has(Trigger::Failure))
            append(m_job, entry, target, QLatin1String("job"));
        if (target.triggers.has(Trigger::Progress))
            append(m_outputs, entry, target, QLatin1String("output"));
    }
}

void Translation::append(QByteArrayList &entries, const QByteArray &entry, const CallbackTarget &target,
                         QLatin1String place)
{
    if (entries.size() < kMostNotifications)
        entries.append(entry);
    else
        add(target, Weight::RelayHelps,
            QStringLiteral("Zencoder takes %1 notifications for one %2; this is one more.")
                .arg(kMostNotifications)
                .arg(place));
}

void Translation::checkTriggers(const CallbackTarget &target)
{
    const bool success = target.triggers.has(Trigger::Success);
    if (success != target.triggers.has(Trigger::Failure))
        add(target, Weight::RelayHelps,
            QStringLiteral("It wants only %1; Zencoder has no filter and tells of every end of a job.")
                .arg(info(success ? Trigger::Success : Trigger::Failure).flag));
    for (Trigger trigger : {Trigger::Rating, Trigger::Moderation, Trigger::Transcode, Trigger::External}) {
        if (target.triggers.has(trigger))
            add(target, Weight::RelayHelps,
                QStringLiteral("It wants %1, which Zencoder knows nothing of.").arg(info(trigger).flag));
    }
}

QByteArrayList Translation::mailEntries(const HandOff &callback)
{
    const CallbackTarget &target = callback.target;
    const auto address = parseMailto(target.url);
    if (!address) {
        add(target, Weight::Blocking, address.error().detail);
        return {};
    }
    QStringList dropped;
    if (!address->subject.isEmpty())
        dropped.append(QStringLiteral("the subject"));
    if (!address->body.isEmpty())
        dropped.append(QStringLiteral("the text"));
    if (std::any_of(callback.headers.begin(), callback.headers.end(), [](const Header &h) { return h.enabled; }))
        dropped.append(QStringLiteral("the headers"));
    if (target.method != Method::Post)
        dropped.append(QStringLiteral("the method %1").arg(toString(target.method)));
    add(target, Weight::Remark,
        QStringLiteral("Zencoder writes the e-mail itself%1.")
            .arg(dropped.isEmpty() ? QString() : QStringLiteral("; dropped: ") + dropped.join(QLatin1String(", "))));
    QByteArrayList entries;
    for (const QString &mailbox : address->to + address->cc + address->bcc)
        entries.append(jsonString(mailbox));
    return entries;
}

QByteArray Translation::httpEntry(const HandOff &callback)
{
    const CallbackTarget &target = callback.target;
    const bool xml = target.format == PayloadFormat::Spark;
    if (target.method != Method::Post)
        add(target, Weight::RelayHelps,
            QStringLiteral("Zencoder always sends POST; %1 can't be had.").arg(toString(target.method)));
    add(target, Weight::Remark,
        QStringLiteral("What arrives is Zencoder's own notification in %1, not %2 body.")
            .arg(xml ? QStringLiteral("XML") : QStringLiteral("JSON"), bodyName(target.format)));
    const QList<RecordField> headers = headersOf(callback);
    const QByteArray url = jsonString(target.url);
    if (headers.isEmpty() && !xml)
        return url;
    QList<RecordField> entry{{"url", url}, {"format", xml ? "\"xml\"" : "\"json\""}};
    if (!headers.isEmpty())
        entry.append({"headers", writeJsonObject(headers)});
    return writeJsonObject(entry);
}

// A hash by name, which Zencoder wants, has no room for a name that comes twice.
QList<RecordField> Translation::headersOf(const HandOff &callback)
{
    MediaRecord hash; // looks names up without regard to case, as headers are
    for (const Header &header : callback.headers) {
        if (!header.enabled)
            continue;
        const qsizetype length = header.name.size() + 2 + header.value.size(); // Name: value
        if (!isHeaderName(header.name))
            add(callback.target, Weight::RelayHelps,
                QStringLiteral("The header name “%1” has a character other than letters, digits and dashes, which "
                               "Zencoder refuses.")
                    .arg(header.name));
        if (length > kLongestHeader)
            add(callback.target, Weight::RelayHelps,
                QStringLiteral("The header %1 is %2 characters long; Zencoder takes %3.")
                    .arg(header.name)
                    .arg(length)
                    .arg(kLongestHeader));
        if (hash.has(header.name.toUtf8()))
            add(callback.target, Weight::Remark,
                QStringLiteral("The header %1 is there more than once; Zencoder sends the last.").arg(header.name));
        hash.setText(header.name.toUtf8(), header.value);
    }
    return hash.fields;
}

EncoderNotifications Translation::finish() const
{
    return {prettyJson('[' + m_job.join(',') + ']'), prettyJson('[' + m_outputs.join(',') + ']'), m_problems};
}

std::optional<QString> inputUrlOf(const MediaAsset &asset)
{
    for (const auto &[bytes, type] : {std::pair(asset.presentRecord(), asset.presentType()),
                                      std::pair(asset.record, asset.contentType)}) { // an event may say less
        const auto record = parseRecord(bytes, type);
        const auto url = record ? record->text("inputUrl") : std::nullopt;
        if (url && !url->isEmpty())
            return url;
    }
    return std::nullopt;
}

} // namespace

bool EncoderNotifications::isBlocked() const
{
    return std::any_of(problems.begin(), problems.end(), [](const HandOffProblem &p) { return p.blocking; });
}

EncoderNotifications zencoderNotifications(const QList<HandOff> &callbacks, const QString &asset,
                                           const EncoderSettings &settings)
{
    Translation translation(asset, settings);
    const auto isHandedOver = [](const CallbackTarget &target) {
        return target.source == CallbackSource::Encoder && !target.triggers.isEmpty();
    };
    // The relay comes first: it never is the one too many, so that relaying is always a way out.
    for (const HandOff &callback : callbacks) {
        if (isHandedOver(callback.target) && callback.target.relay)
            translation.addRelayed(callback.target);
    }
    for (const HandOff &callback : callbacks) {
        if (isHandedOver(callback.target) && !callback.target.relay)
            translation.addDirect(callback);
    }
    return translation.finish();
}

Result<QByteArray> zencoderJob(const QList<HandOff> &callbacks, const MediaAsset &asset,
                               const EncoderSettings &settings)
{
    const auto input = inputUrlOf(asset);
    if (!input)
        return fail(ErrorCode::Malformed, QStringLiteral("The asset's record has no inputUrl to encode."));
    if (asset.id.isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("The asset has no id to pass through."));
    if (asset.id.size() > kLongestPassThrough)
        return fail(ErrorCode::Malformed,
                    QStringLiteral("The asset's id is %1 characters long; Zencoder passes %2 through.")
                        .arg(asset.id.size())
                        .arg(kLongestPassThrough));
    const EncoderNotifications notifications = zencoderNotifications(callbacks, asset.id, settings);
    for (const HandOffProblem &problem : notifications.problems) {
        if (problem.blocking)
            return fail(ErrorCode::Malformed, QStringLiteral("%1: %2").arg(problem.targetName, problem.text));
    }
    QList<RecordField> job{{"input", jsonString(*input)}, {"pass_through", jsonString(asset.id)}};
    if (notifications.job != "[]")
        job.append({"notifications", notifications.job});
    if (notifications.outputs != "[]")
        job.append({"outputs", '[' + writeJsonObject({{"notifications", notifications.outputs}}) + ']'});
    return prettyJson(writeJsonObject(job));
}

Result<QString> zencoderJobId(const QByteArray &answer)
{
    const auto record = parseRecord(answer, QStringLiteral("application/json"));
    if (!record)
        return tl::unexpected<Error>(record.error());
    const QByteArray id = record->raw("id");
    const QString text = jsonText(id).trimmed();
    if (!text.isEmpty() && !id.startsWith('{') && !id.startsWith('['))
        return text;
    const auto errors = record->text("errors");
    return fail(ErrorCode::Malformed,
                errors ? QStringLiteral("Zencoder refused the job: %1").arg(errors->left(300))
                       : QStringLiteral("id is missing: Zencoder made no job"));
}

} // namespace callboard
