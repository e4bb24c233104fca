#include "ui/shell/drop/drop.h"

#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "core/payload/targetimport.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/curlpaste.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace callboard {

using Kind = Drop::Kind;

namespace {

struct DropWords {
    Q_DECLARE_TR_FUNCTIONS(callboard::Drop)
};

Drop refused(const QString &sentence)
{
    return {Kind::Nothing, {}, sentence};
}

QString nameOf(const QString &name)
{
    return name.isEmpty() ? DropWords::tr("The text") : name;
}

Drop tooLarge(const QString &name)
{
    return refused(DropWords::tr("%1 is larger than 1 MiB.").arg(nameOf(name)));
}

Drop unreadable(const QString &name, const Error &error)
{
    return refused(DropWords::tr("%1 can't be read: %2").arg(nameOf(name), inOurLanguage(error.detail)));
}

bool isAddress(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("mailto"))
        return url.isValid() && url.path().contains(u'@');
    return url.isValid() && (scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        && !url.host().isEmpty();
}

// A record may have a `url` of its own: only beside what nothing but a callback has it is a callback's.
bool isDefinition(const MediaRecord &record)
{
    if (record.has("callbacks") || record.raw("parameters").contains("\"callbacks\"")
        || (record.has("callboard") && record.has("targets")))
        return true;
    if (!record.has("url") || record.has("uuid"))
        return false;
    const auto triggers = allTriggers();
    return record.has("headers") || record.has("method") || record.has("format")
        || std::any_of(triggers.begin(), triggers.end(),
                       [&record](const TriggerInfo &entry) { return record.has(QString(entry.flag).toLatin1()); });
}

// The form takes the record alone; what stands around it goes into its fields.
Drop fromCloudEvent(const QByteArray &content, const QString &name)
{
    const auto events = parseCloudEvents(content);
    if (!events)
        return unreadable(name, events.error());
    const MediaEvent event = events->value(0);
    Drop drop{Kind::Event, QString::fromUtf8(event.data), {}};
    drop.trigger = event.trigger;
    drop.asset = event.asset;
    drop.project = event.project;
    return drop;
}

// Words that a person can mend where they stand: the import shows the line.
Drop fromJson(const QString &text, const QString &name)
{
    const QByteArray content = text.toUtf8();
    const auto record = parseRecord(content, QStringLiteral("application/json"));
    if (record && record->has("specversion"))
        return fromCloudEvent(content, name);
    if (record && !isDefinition(*record))
        return {Kind::Event, text, {}};
    if (record)
        return {Kind::Import, text, {}};
    const auto targets = importTargets(content); // more lenient than records are
    if (targets)
        return {Kind::Import, text, {}};
    return unreadable(name, text.startsWith(u'[') ? targets.error() : record.error());
}

Drop fromXml(const QString &text, const QString &name)
{
    const auto record = parseRecord(text.toUtf8(), QStringLiteral("application/xml"));
    return record ? Drop{Kind::Event, text, {}} : unreadable(name, record.error());
}

// One that publishes an asset may name several callbacks.
Drop fromCurl(const QString &text, const QString &name)
{
    const auto targets = importTargets(text.toUtf8());
    if (targets && targets->targets.size() > 1)
        return {Kind::Import, text, {}};
    const auto curl = readCurl(text);
    return curl ? Drop{Kind::NewTarget, text, {}} : unreadable(name, curl.error());
}

Drop fromFile(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.isFile()) // a pipe would never end
        return refused(DropWords::tr("%1 is not a file that can be read.").arg(path));
    if (info.size() > kLargestDrop)
        return tooLarge(name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(DropWords::tr("%1 could not be opened: %2").arg(path, file.errorString()));
    return decideDrop(file.read(kLargestDrop + 1), name);
}

} // namespace

Drop decideDrop(const QByteArray &content, const QString &name)
{
    if (content.size() > kLargestDrop)
        return tooLarge(name);
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark off
    const QString text = QString(decoder.decode(content)).trimmed();
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return refused(DropWords::tr("%1 is no text in UTF-8.").arg(nameOf(name)));
    if (text.isEmpty())
        return refused(DropWords::tr("%1 is empty.").arg(nameOf(name)));
    if (looksLikeCurl(text))
        return fromCurl(text, name);
    if (isAddress(text))
        return {Kind::NewTarget, text, {}};
    if (text.startsWith(u'<'))
        return fromXml(text, name);
    if (text.startsWith(u'{') || text.startsWith(u'['))
        return fromJson(text, name);
    return refused(DropWords::tr("%1 is neither a record (JSON or XML) nor a definition of targets, a curl command or "
                                 "an address.")
                       .arg(nameOf(name)));
}

bool mayBeDropped(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (!urls.isEmpty())
        return urls.size() == 1 && (urls.first().isLocalFile() || isAddress(urls.first().toString(QUrl::FullyEncoded)));
    const QString text = data.hasText() ? data.text().trimmed() : QString();
    return text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'<') || looksLikeCurl(text)
        || isAddress(text);
}

Drop readDrop(const QMimeData &data)
{
    if (!mayBeDropped(data))
        return refused(DropWords::tr("This can't be dropped here. One file, an address or a curl command can."));
    const QList<QUrl> urls = data.urls();
    if (urls.isEmpty())
        return decideDrop(data.text().toUtf8());
    if (urls.first().isLocalFile())
        return fromFile(urls.first().toLocalFile());
    return {Kind::NewTarget, urls.first().toString(QUrl::FullyEncoded), {}};
}

} // namespace callboard
