#include "ui/help/manualview.h"

#include "ui/look/look.h"

#include <QDesktopServices>
#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr int kTextMargin = 28;
constexpr int kMostWidth = 760;              // of a line: longer ones are hard to read
constexpr std::array kHeadingSteps{2, 1, 0}; // of HTML's font sizes above the text

bool isCode(const QTextBlockFormat &format)
{
    return format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace

ManualView::ManualView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("manualView"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTextBrowser::anchorClicked, this, &ManualView::follow);
}

void ManualView::setPage(const ManualPage &page)
{
    m_page = page;
    setAccessibleName(page.title);
    typeset();
    verticalScrollBar()->setValue(0);
    mark(m_words);
}

// Everything again where the colours change: links carry theirs in the text.
void ManualView::typeset()
{
    setMarkdown(m_page.markdown);
    setMargins();
    dressBlocks();
    dressTables();
    fitPictures();
    moveCursor(QTextCursor::Start);
}

void ManualView::dressBlocks()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        if (cursor.currentTable()) {
            format = QTextBlockFormat(); // the first cell has what is left of the block before the table
        } else if (isCode(format)) {
            const bool first = !block.previous().isValid() || !isCode(block.previous().blockFormat());
            const bool last = !block.next().isValid() || !isCode(block.next().blockFormat());
            format.setBackground(palette().color(QPalette::Window));
            format.setTopMargin(first ? look::kGap : 0);
            format.setBottomMargin(last ? look::kGap + 4 : 0);
            format.setLeftMargin(look::kGap);
            format.setNonBreakableLines(false);
        } else if (level > 0) {
            format.setTopMargin(level == 1 ? 0 : look::kGroupGap + look::kGap);
            format.setBottomMargin(look::kGap);
        } else {
            format.setTopMargin(block.textList() ? 2 : look::kGap);
            format.setBottomMargin(block.textList() ? 2 : look::kGap);
            if (!block.text().contains(QChar::ObjectReplacementCharacter)) // a picture's line is high enough
                format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        }
        cursor.setBlockFormat(format);
        if (level > 0) {
            QTextCharFormat letters;
            letters.setFontWeight(QFont::DemiBold);
            letters.setProperty(QTextFormat::FontSizeAdjustment, kHeadingSteps[size_t(qMin(level, 3) - 1)]);
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.mergeCharFormat(letters);
        }
    }
}

void ManualView::dressTables()
{
    const auto frames = document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(palette().color(QPalette::Mid));
        format.setBorderCollapse(true);
        format.setCellPadding(6);
        format.setCellSpacing(0);
        format.setTopMargin(look::kGap);
        format.setBottomMargin(look::kGap);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell head = table->cellAt(0, column);
            QTextCharFormat ground = head.format();
            ground.setBackground(palette().color(QPalette::Window));
            head.setFormat(ground);
            QTextCursor words = head.firstCursorPosition();
            words.setPosition(head.lastCursorPosition().position(), QTextCursor::KeepAnchor);
            QTextCharFormat bold;
            bold.setFontWeight(QFont::DemiBold);
            words.mergeCharFormat(bold);
        }
    }
}

// As wide as the text at most. Scaled here, since a text document paints pictures without smoothing them.
void ManualView::fitPictures()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextImageFormat format = at.fragment().charFormat().toImageFormat();
            if (!format.isValid())
                continue;
            const QUrl url(format.name());
            document()->addResource(QTextDocument::ImageResource, url, loadResource(QTextDocument::ImageResource, url));
        }
    }
    document()->markContentsDirty(0, document()->characterCount());
}

QVariant ManualView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || !name.isRelative())
        return {};
    QImage picture(QStringLiteral(":/callboard/manual/") + name.path());
    if (picture.isNull())
        return {};
    const qreal ratio = devicePixelRatioF();
    const int room = qMax(1, qRound((viewport()->width() - 2 * margin()) * ratio));
    if (picture.width() > room)
        picture = picture.scaledToWidth(room, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

// Never by name: pages come by setPage().
void ManualView::doSetSource(const QUrl &, QTextDocument::ResourceType) { }

void ManualView::follow(const QUrl &link)
{
    if (!link.isRelative()) {
        QDesktopServices::openUrl(link);
        return;
    }
    QString page = link.path();
    if (page.endsWith(QLatin1String(".md")))
        page.chop(3);
    emit placeRequested({page.isEmpty() ? m_page.name : page, link.fragment()});
}

void ManualView::scrollToHeading(const QString &anchor)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchor)
            continue;
        setTextCursor(QTextCursor(block));
        verticalScrollBar()->setValue(cursorRect().top() + verticalScrollBar()->value() - look::kGroupGap);
        return;
    }
}

void ManualView::mark(const QString &words)
{
    m_words = words;
    QList<ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(palette().color(QPalette::Highlight));
    const QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : each) {
        for (QTextCursor at = document()->find(word); !at.isNull(); at = document()->find(word, at))
            marks.append({at, format});
    }
    std::sort(marks.begin(), marks.end(), [](const ExtraSelection &a, const ExtraSelection &b) {
        return a.cursor.selectionStart() < b.cursor.selectionStart();
    });
    setExtraSelections(marks);
    if (!marks.isEmpty()) {
        moveCursor(QTextCursor::Start);
        step(true);
    }
}

void ManualView::step(bool forward)
{
    const QList<ExtraSelection> marks = extraSelections();
    if (marks.isEmpty())
        return;
    const int here = forward ? textCursor().selectionEnd() : textCursor().selectionStart();
    const auto after = std::find_if(marks.begin(), marks.end(), [here](const ExtraSelection &mark) {
        return mark.cursor.selectionStart() >= here;
    });
    if (forward)
        setTextCursor(after == marks.end() ? marks.first().cursor : after->cursor);
    else
        setTextCursor(after == marks.begin() ? marks.last().cursor : std::prev(after)->cursor);
    ensureCursorVisible();
}

int ManualView::place() const
{
    return verticalScrollBar()->value();
}

void ManualView::setPlace(int place)
{
    verticalScrollBar()->setValue(place);
}

void ManualView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_page.name.isEmpty()) {
        const int here = place();
        typeset();
        mark(m_words);
        setPlace(here);
    }
}

// The text stays in the middle of a wide window.
int ManualView::margin() const
{
    return qMax(kTextMargin, (viewport()->width() - kMostWidth) / 2);
}

void ManualView::setMargins()
{
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setLeftMargin(margin());
    frame.setRightMargin(margin());
    frame.setTopMargin(kTextMargin);
    frame.setBottomMargin(kTextMargin);
    document()->rootFrame()->setFrameFormat(frame);
}

void ManualView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    setMargins();
    fitPictures();
}

} // namespace callboard
