#include "core/payload/recordwords.h"

#include "core/payload/record/jsontokens.h"
#include "core/payload/sparkcodec.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <array>

namespace callboard {

namespace {

constexpr std::array kStatusWords{"uploading",        "queued", "converting",
                                  "converted, ready", "failed", "incomplete upload"};

// A code as the platform writes it; -1: it is none.
int codeOf(const QString &text)
{
    bool ok = false;
    const int code = text.toInt(&ok);
    return ok && text == QString::number(code) ? code : -1;
}

QTimeZone zoneNamed(const QString &name)
{
    return name.isEmpty() ? QTimeZone() : QTimeZone(name.toUtf8());
}

// The moments that a wall clock in that zone showed it: none when the clocks were put forward over it, two when they
// were put back.
QStringList momentsOf(const QDateTime &wall, const QTimeZone &zone)
{
    QStringList moments;
    for (const int day : {-1, 1}) {
        const int offset = zone.offsetFromUtc(wall.addDays(day));
        const QDateTime moment = wall.addSecs(-offset);
        const QString text = moment.toString(Qt::ISODate);
        if (zone.offsetFromUtc(moment) == offset && !moments.contains(text))
            moments.append(text);
    }
    return moments;
}

QString dateMeaning(const QString &text, const QString &zoneName)
{
    QDateTime wall = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (!wall.isValid())
        return {};
    wall = QDateTime(wall.date(), wall.time(), Qt::UTC);
    const QTimeZone zone = zoneNamed(zoneName);
    if (!zone.isValid())
        return text + QStringLiteral(", time zone not known");
    const QStringList moments = momentsOf(wall, zone);
    return QStringLiteral("%1 in %2 (%3)")
        .arg(text, zoneName,
             moments.isEmpty() ? QStringLiteral("the clocks skipped it") : moments.join(QLatin1String(" or ")));
}

// Spark writes 0 for a size or a length that it does not know.
QString unknownIfZero(const QString &text)
{
    bool ok = false;
    const bool isZero = text.toDouble(&ok) == 0.0;
    return ok && isZero ? QStringLiteral("not known") : QString();
}

QString meaningOf(const QByteArray &name, const QString &value, const QString &zone)
{
    if (value.isEmpty())
        return {};
    if (name == "status")
        return fileStatusWord(value);
    if (name == "filetype")
        return fileTypeWord(value);
    if (name == "moderationstatus")
        return moderationStatusWord(value);
    if (name == "date" || name == "upload" || name == "converttime")
        return dateMeaning(value, zone);
    if (name == "width" || name == "height" || name == "length")
        return unknownIfZero(value);
    if (name == "filesize")
        return QStringLiteral("in bytes");
    if (name == "ofilesize") // documented as KB, and the document's own sample can't be
        return QStringLiteral("unit not known");
    if (name == "duration")
        return QStringLiteral("in seconds");
    if (name == "vhost")
        return QStringLiteral("the project's id");
    return name == "externalid" ? QStringLiteral("Brightcove's id") : QString();
}

const QSet<QByteArray> &knownNames()
{
    static const QSet<QByteArray> names = [] {
        QSet<QByteArray> all{"uuid",   "assetname", "inputurl", "username", "startdate", "enddate",
                             "status", "metadata",  "duration", "asseturl", "thumbnail"};
        for (const QByteArray &element : sparkElements())
            all.insert(element.toLower());
        return all;
    }();
    return names;
}

} // namespace

QList<ReadableField> readableFields(const MediaRecord &record, const QString &zone)
{
    QList<ReadableField> fields;
    fields.reserve(record.fields.size());
    for (const RecordField &field : record.fields) {
        const QByteArray name = field.name.toLower();
        const QString value = field.raw == "null" ? QString() : jsonText(field.raw);
        fields.append({field.name, value, meaningOf(name, value, zone), knownNames().contains(name)});
    }
    return fields;
}

QString fileTypeWord(const QString &code)
{
    static constexpr std::array kWords{"unknown", "image", "video", "audio", "text"};
    const int number = codeOf(code);
    return number >= 0 && number < int(kWords.size()) ? QString(QLatin1String(kWords[size_t(number)])) : QString();
}

// 100 and 200 stand for any former status; from 101 and 201 on the former one is the code less that: 101 was 0.
QString fileStatusWord(const QString &code)
{
    const int number = codeOf(code);
    if (number >= 0 && number < int(kStatusWords.size()))
        return QLatin1String(kStatusWords[size_t(number)]);
    if (number < 100 || number > 205 || number % 100 > 5)
        return {};
    const QString word = number < 200 ? QStringLiteral("trashed") : QStringLiteral("deleted");
    const int former = number % 100 - 1;
    return former < 0 ? word : word + QStringLiteral(", was: ") + QLatin1String(kStatusWords[size_t(former)]);
}

QString moderationStatusWord(const QString &code)
{
    static constexpr std::array kWords{"unmoderated", "accepted", "denied"};
    const int number = codeOf(code);
    return number >= 0 && number < int(kWords.size()) ? QString(QLatin1String(kWords[size_t(number)])) : QString();
}

} // namespace callboard
