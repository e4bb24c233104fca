#include "ui/assets/assetwords.h"

#include "ui/look/payloadtext.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <array>

namespace callboard::assetwords {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(callboard::AssetWords)
};

struct StatusEntry {
    QLatin1String status;
    const char *word;
    look::Tone tone;
};

constexpr std::array<StatusEntry, 5> kStatuses{{
    {QLatin1String("queued"), QT_TRANSLATE_NOOP("callboard::AssetWords", "Queued"), look::Tone::Waiting},
    {QLatin1String("running"), QT_TRANSLATE_NOOP("callboard::AssetWords", "Running"), look::Tone::Moving},
    {QLatin1String("finished"), QT_TRANSLATE_NOOP("callboard::AssetWords", "Finished"), look::Tone::Delivered},
    {QLatin1String("error"), QT_TRANSLATE_NOOP("callboard::AssetWords", "Error"), look::Tone::Failed},
    {QLatin1String("canceled"), QT_TRANSLATE_NOOP("callboard::AssetWords", "Canceled"), look::Tone::Cancelled},
}};

const StatusEntry *entryFor(const QString &status)
{
    for (const StatusEntry &entry : kStatuses) {
        if (status == entry.status)
            return &entry;
    }
    return nullptr;
}

QString escaped(const QString &text)
{
    return QString::fromUtf8(payloadtext::readable(text.toUtf8(), PayloadView::Language::Plain));
}

} // namespace

QString shown(const QString &text)
{
    return escaped(text.simplified());
}

QString wholeTip(const QString &text)
{
    const QString plain = escaped(text);
    return Qt::mightBeRichText(plain) ? QStringLiteral("<qt>%1</qt>").arg(plain.toHtmlEscaped()) : plain;
}

QString status(const QString &status)
{
    const StatusEntry *entry = entryFor(status);
    if (entry)
        return Text::tr(entry->word);
    return status.isEmpty() ? kUnknown : shown(status);
}

look::Tone statusTone(const QString &status)
{
    const StatusEntry *entry = entryFor(status);
    return entry ? entry->tone : look::Tone::Cancelled;
}

QString lastEvent(const MediaAsset &asset)
{
    if (!asset.latest)
        return kUnknown;
    return asset.latest->type == kRecordEventType ? Text::tr("record seen") : QString(info(asset.latest->trigger).word);
}

QString encoder(Encoder encoder)
{
    return encoder == Encoder::Zencoder ? QStringLiteral("Zencoder") : QStringLiteral("Brightcove"); // names
}

QString part(const EncoderNotification &arrived)
{
    if (arrived.part == QLatin1String("job"))
        return Text::tr("Job");
    bool isNumber = false;
    arrived.part.toLongLong(&isNumber);
    return isNumber ? Text::tr("Output %1").arg(arrived.part) : shown(arrived.part);
}

look::Tone stateTone(const QString &encoderState)
{
    const QString word = encoderState.toLower();
    if (word == QLatin1String("finished") || word == QLatin1String("success"))
        return look::Tone::Delivered;
    if (word == QLatin1String("failed"))
        return look::Tone::Failed;
    if (word == QLatin1String("cancelled"))
        return look::Tone::Cancelled;
    return look::Tone::Moving;
}

QString source(const CallbackTarget &target)
{
    if (target.source == CallbackSource::LightFlow)
        return QStringLiteral("LightFlow"); // a name
    return target.relay ? Text::tr("Encoder, through Callboard") : Text::tr("Encoder");
}

PayloadView::Language languageOf(const QString &contentType, const QByteArray &bytes)
{
    const PayloadView::Language told = PayloadView::languageFor(contentType.toLatin1());
    if (told != PayloadView::Language::Plain)
        return told;
    const QByteArray trimmed = bytes.trimmed();
    if (trimmed.startsWith('<'))
        return PayloadView::Language::Xml;
    return trimmed.startsWith('{') || trimmed.startsWith('[') ? PayloadView::Language::Json : told;
}

} // namespace callboard::assetwords
