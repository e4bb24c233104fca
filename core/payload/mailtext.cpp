#include "core/payload/mailtext.h"

#include "core/payload/record/vocabulary.h"
#include "core/payload/recordwords.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr qsizetype kLongestSubject = 200;
constexpr qsizetype kLongestName = 120;  // of the asset, in a sentence
constexpr qsizetype kLongestValue = 500; // of a field; the attachment has the whole

// What a person looks for first, in the words of both platforms. Everything else is in the attachment.
constexpr std::array kMainFields{"uuid",         "id",        "assetName",  "title",       "filename",
                                 "status",       "message",   "inputUrl",   "contenttype", "moderationstatus",
                                 "rating",       "votecount", "externalid", "username",    "user_name",
                                 "channel_name", "startDate", "endDate",    "upload",      "converttime",
                                 "duration",     "length",    "width",      "height",      "filesize",
                                 "assetUrl",     "publicUrl", "thumbnail",  "thumbUrl"};

struct Row {
    QString name;
    QString value;
};

// Line and paragraph ends, other controls, and what turns the reading direction round.
bool isUnprintable(QChar c)
{
    const char16_t u = c.unicode();
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
        || c.category() == QChar::Separator_Paragraph || u == 0x061C || u == 0x200E || u == 0x200F
        || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype end = text[longest - 2].isHighSurrogate() ? longest - 2 : longest - 1;
    return text.left(end) + u'…';
}

QString oneLine(QString text, qsizetype longest)
{
    std::replace_if(text.begin(), text.end(), isUnprintable, QChar(u' '));
    return cut(text.simplified(), longest);
}

QString assetWords(const MediaRecord &record, const MediaEvent &event)
{
    for (const char *field : {"assetName", "title", "filename"}) {
        QString name = oneLine(record.text(field).value_or(QString()), kLongestName);
        if (!name.isEmpty())
            return name;
    }
    const QString file = oneLine(fileNameIn(record.text("inputUrl").value_or(QString())), kLongestName);
    return file.isEmpty() ? oneLine(event.asset, kLongestName) : file;
}

QString withValue(const QString &words, const QString &value)
{
    return value.isEmpty() ? words : words + QStringLiteral(": ") + value;
}

QString eventWords(const MediaRecord &record, Trigger trigger)
{
    const auto text = [&record](const char *field) {
        return oneLine(record.text(field).value_or(QString()), kLongestName);
    };
    switch (trigger) {
    case Trigger::Success: return QStringLiteral("was published");
    case Trigger::Failure: return withValue(QStringLiteral("failed"), text("message"));
    case Trigger::Progress: return QStringLiteral("was encoded in part");
    case Trigger::Rating: return withValue(QStringLiteral("was rated"), text("rating"));
    case Trigger::Moderation:
        return withValue(QStringLiteral("was moderated"), moderationStatusWord(text("moderationstatus")));
    case Trigger::Transcode: return QStringLiteral("was transcoded");
    case Trigger::External: return withValue(QStringLiteral("got news from its encoder"), text("externalid"));
    }
    return {};
}

QList<Row> mainRows(const MediaRecord &record)
{
    const QList<ReadableField> fields = readableFields(record, {});
    QList<Row> rows;
    for (const char *name : kMainFields) {
        const auto field = std::ranges::find_if(fields, [name](const ReadableField &candidate) {
            return candidate.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (field == fields.end() || field->value.isEmpty())
            continue;
        const QString value = oneLine(field->value, kLongestValue);
        const QString meaning = oneLine(field->meaning, kLongestValue);
        rows.append({QString::fromUtf8(field->name),
                     meaning.isEmpty() || meaning == value ? value : QStringLiteral("%1 (%2)").arg(value, meaning)});
    }
    return rows;
}

QList<Row> eventRows(const MediaEvent &event)
{
    QList<Row> rows{{QStringLiteral("event"), oneLine(event.type, kLongestValue)},
                    {QStringLiteral("asset"), oneLine(event.asset, kLongestValue)},
                    {QStringLiteral("time"), oneLine(event.time, kLongestValue)}};
    if (event.receivedAt != Timestamp{})
        rows.append({QStringLiteral("received"), toIso(event.receivedAt)});
    rows.removeIf([](const Row &row) { return row.value.isEmpty(); });
    return rows;
}

QString alignedLines(const QList<Row> &rows)
{
    qsizetype widest = 0;
    for (const Row &row : rows)
        widest = std::max(widest, row.name.size());
    QString lines;
    for (const Row &row : rows)
        lines += QString(row.name + u':').leftJustified(widest + 2) + row.value + u'\n';
    return lines;
}

QString tableOf(const QList<Row> &rows)
{
    QString table = QStringLiteral("<table style=\"border-collapse:collapse;margin:0 0 20px\">\n");
    for (const Row &row : rows)
        table += QStringLiteral("<tr><td style=\"padding:4px 16px 4px 0;color:#5b6270;vertical-align:top;"
                                "white-space:nowrap\">%1</td><td style=\"padding:4px 0;word-break:break-word\">%2"
                                "</td></tr>\n")
                     .arg(row.name.toHtmlEscaped(), row.value.toHtmlEscaped());
    return table + QStringLiteral("</table>\n");
}

QString htmlLines(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>\n"));
}

QString noteOf(QString note)
{
    note.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const auto isBad = [](QChar c) { return c != u'\n' && c != u'\t' && isUnprintable(c); };
    std::replace_if(note.begin(), note.end(), isBad, QChar(u' '));
    return note.trimmed();
}

QString paragraph(const char *style, const QString &html)
{
    return QStringLiteral("<p style=\"margin:0 0 16px;%1\">%2</p>\n").arg(QLatin1String(style), html);
}

} // namespace

MailText mailText(const MediaRecord &record, const MediaEvent &event, PayloadFormat format, const QString &subject,
                  const QString &note)
{
    MailText mail;
    mail.attachmentName = format == PayloadFormat::Spark ? QStringLiteral("callback.xml")
                                                         : QStringLiteral("callback.json");
    const QString happened = assetWords(record, event) + u' ' + eventWords(record, event.trigger);
    const QString given = oneLine(subject, kLongestSubject);
    mail.subject = given.isEmpty() ? cut(happened, kLongestSubject) : given;

    const QString opening = noteOf(note);
    const QList<Row> fields = mainRows(record);
    const QList<Row> circumstances = eventRows(event);
    const QString closing =
        QStringLiteral("The whole record is attached as %1. Sent by Callboard.").arg(mail.attachmentName);

    mail.text = (opening.isEmpty() ? QString() : opening + QStringLiteral("\n\n")) + happened + QStringLiteral(".\n\n")
        + alignedLines(fields) + u'\n' + alignedLines(circumstances) + u'\n' + closing + u'\n';
    mail.html = QStringLiteral("<!DOCTYPE html>\n<html><body style=\"margin:0;padding:24px;font:14px/1.45 sans-serif;"
                               "color:#1d2129;background:#ffffff\">\n")
        + (opening.isEmpty() ? QString() : paragraph("", htmlLines(opening)))
        + paragraph("font-size:18px;font-weight:600", happened.toHtmlEscaped()) + tableOf(fields)
        + tableOf(circumstances) + paragraph("color:#5b6270;font-size:12px", closing.toHtmlEscaped())
        + QStringLiteral("</body></html>\n");
    return mail;
}

} // namespace callboard
