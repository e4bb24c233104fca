#include "ui/deliveries/report/deliveryreport.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/payloadtext.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace callboard::deliveryreport {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::DeliveryReport)
};

constexpr double kPoints = 9;
constexpr int kResolution = 1200;

// Writes plain text alone: nothing of a receiver's is ever read as markup.
class Pen {
public:
    explicit Pen(QTextDocument &document)
        : m_cursor(&document)
    {
        m_cursor.movePosition(QTextCursor::End);
    }

    void beginPage()
    {
        if (m_cursor.position() == 0)
            return;
        QTextBlockFormat block;
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        m_cursor.insertBlock(block);
        m_fresh = true;
    }
    void heading(const QString &text, double points)
    {
        QTextCharFormat letters;
        letters.setFontPointSize(points);
        letters.setFontWeight(QFont::DemiBold);
        line(text, letters, points);
    }
    void words(const QString &text)
    {
        if (text.isEmpty())
            return;
        QTextCharFormat letters;
        letters.setFontPointSize(kPoints);
        line(text, letters, 2);
    }
    void code(const QString &text, double above)
    {
        QTextCharFormat letters;
        letters.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        letters.setFontPointSize(kPoints - 1);
        line(text, letters, above);
    }
    void facts(const QList<QPair<QString, QString>> &rows)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(1);
        QTextTable *table = m_cursor.insertTable(int(rows.size()), 2, format);
        QTextTableCellFormat side;
        side.setRightPadding(kPoints);
        QTextCharFormat letters;
        letters.setFontPointSize(kPoints);
        for (int row = 0; row < rows.size(); ++row) {
            QTextCharFormat name = letters;
            name.setFontWeight(QFont::DemiBold);
            table->cellAt(row, 0).setFormat(side);
            table->cellAt(row, 0).firstCursorPosition().insertText(rows[row].first, name);
            table->cellAt(row, 1).firstCursorPosition().insertText(rows[row].second, letters);
        }
        m_cursor.movePosition(QTextCursor::End);
        m_fresh = true;
    }

private:
    void line(const QString &text, const QTextCharFormat &letters, double above)
    {
        if (m_cursor.position() > 0 && !std::exchange(m_fresh, false))
            m_cursor.insertBlock(QTextBlockFormat());
        QTextBlockFormat block = m_cursor.blockFormat();
        block.setTopMargin(above);
        m_cursor.setBlockFormat(block);
        m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator), letters); // one block, one margin
    }

    QTextCursor m_cursor;
    bool m_fresh = false; // in a block with nothing in it
};

QString cutNote(qsizetype shown, qsizetype all)
{
    const QLocale locale;
    return Words::tr("The first %1 of %2.").arg(locale.formattedDataSize(shown), locale.formattedDataSize(all));
}

PayloadLanguage languageOf(const QByteArray &head)
{
    return payloadtext::bodyLanguage(head + "\r\n\r\n");
}

void writeMessage(Pen &pen, const QString &title, const QByteArray &head, const QByteArray &body, qsizetype wholeSize)
{
    if (head.isEmpty() && body.isEmpty())
        return;
    pen.heading(title, kPoints);
    if (!head.isEmpty())
        pen.code(QString::fromUtf8(payloadtext::readable(head.trimmed(), PayloadLanguage::Plain)), 2);
    if (body.isEmpty())
        return;
    const QByteArray shown = body.left(kMostOfABody);
    pen.code(QString::fromUtf8(payloadtext::readable(shown, languageOf(head.trimmed()))), kPoints);
    if (const qsizetype whole = qMax(wholeSize, body.size()); whole > shown.size())
        pen.words(cutNote(shown.size(), whole));
}

void writeAttempt(Pen &pen, const Attempt &attempt)
{
    const Exchange &exchange = attempt.exchange;
    pen.heading(Words::tr("Attempt %1").arg(attempt.number), kPoints + 2);
    QList<QPair<QString, QString>> facts{{Words::tr("Left"), deliverytext::exact(attempt.startedAt)},
                                         {Words::tr("Outcome"), deliverytext::outcomeWord(attempt)}};
    if (const QString answer = deliverytext::answer(attempt); !answer.isEmpty())
        facts.append({Words::tr("Answer"), answer});
    if (!exchange.errorText.isEmpty())
        facts.append({Words::tr("Error"), inOurLanguage(exchange.errorText)});
    if (!exchange.remoteAddress.isEmpty())
        facts.append({Words::tr("Address"), exchange.remoteAddress});
    if (const QString phases = deliverytext::phases(exchange.timings); !phases.isEmpty())
        facts.append({Words::tr("Time"), phases});
    pen.facts(facts);
    writeMessage(pen, Words::tr("Sent"), attempt.requestHead, attempt.requestBody, 0);
    writeMessage(pen, Words::tr("Came back"), exchange.responseHead, exchange.responseBody, exchange.responseSize);
}

} // namespace

void write(QTextDocument &document, const DeliveryDetail &detail, Timestamp now)
{
    const Delivery &delivery = detail.row.delivery;
    Pen pen(document);
    pen.beginPage();
    pen.heading(Words::tr("Delivery %1").arg(delivery.id.value), kPoints + 6);
    pen.words(deliverytext::explanation(detail, now));
    QList<QPair<QString, QString>> facts{
        {Words::tr("State"), deliverytext::stateWord(delivery.state, detail.row.inDoubt)},
        {Words::tr("Target"), detail.row.targetName},
        {Words::tr("Event"), deliverytext::eventWord(delivery)},
        {Words::tr("Asset"), delivery.asset},
        {Words::tr("webhook-id"), detail.webhookId},
        {Words::tr("Came in"), deliverytext::exact(delivery.createdAt)}};
    if (delivery.finishedAt)
        facts.append({Words::tr("Ended"), deliverytext::exact(*delivery.finishedAt)});
    if (const QString replay = deliverytext::replayWord(delivery); !replay.isEmpty())
        facts.append({Words::tr("Repeats"), replay});
    if (!detail.row.note.isEmpty())
        facts.append({Words::tr("Note"), detail.row.note});
    pen.facts(facts);
    for (const Attempt &attempt : detail.attempts)
        writeAttempt(pen, attempt);
}

Result<void> savePdf(const QList<DeliveryDetail> &details, const QString &path, Timestamp now)
{
    QTextDocument document;
    for (const DeliveryDetail &detail : details)
        write(document, detail, now);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreUnavailable, file.errorString());
    {
        QPdfWriter pages(&file);
        pages.setResolution(kResolution);
        pages.setPageSize(QPageSize(QPageSize::A4));
        pages.setTitle(Words::tr("Deliveries"));
        pages.setCreator(QStringLiteral("Callboard " CALLBOARD_VERSION));
        document.print(&pages); // numbers them
    }
    if (!file.commit())
        return fail(ErrorCode::StoreUnavailable, file.errorString());
    return {};
}

} // namespace callboard::deliveryreport
