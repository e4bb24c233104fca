#include "ui/deliveries/content/headtable.h"

#include "ui/look/look.h"
#include "ui/look/payloadtext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTextDocument>

#include <algorithm>

namespace callboard {

namespace {

enum Column { Name, Value, ColumnCount };

constexpr int kRow = 24;

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text);
    return item;
}

// Control characters shown, as in every text from outside.
QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(payloadtext::readable(bytes.trimmed(), PayloadLanguage::Plain));
}

} // namespace

HeadTable::HeadTable(QWidget *parent)
    : BoundedTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("Headers"));
    setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Value, QHeaderView::Stretch);
    horizontalHeader()->setMaximumSectionSize(220);
}

void HeadTable::setHead(const QByteArray &head)
{
    if (head == m_head)
        return; // keeps the selection
    m_head = head;
    clearSpans();
    setRowCount(0);
    for (const QByteArray &line : head.split('\n')) {
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        const qsizetype colon = text.indexOf(':');
        const bool continues = text.startsWith(' ') || text.startsWith('\t');
        if (text.isEmpty())
            continue;
        if (continues && rowCount() > 0 && item(rowCount() - 1, Value)) // folded, as in e-mail
            item(rowCount() - 1, Value)->setText(item(rowCount() - 1, Value)->text() + u' ' + shown(text));
        else if (colon > 0 && !text.left(colon).contains(' '))
            addHeader(shown(text.left(colon)), shown(text.mid(colon + 1)));
        else
            addLine(shown(text));
    }
}

void HeadTable::addLine(const QString &text)
{
    const int row = rowCount();
    insertRow(row);
    auto *line = cell(text);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    line->setFont(bold);
    setItem(row, Name, line);
    setSpan(row, Name, 1, ColumnCount);
}

void HeadTable::addHeader(const QString &name, const QString &value)
{
    const int row = rowCount();
    insertRow(row);
    auto *label = cell(name);
    label->setForeground(palette().color(QPalette::PlaceholderText));
    setItem(row, Name, label);
    setItem(row, Value, cell(value));
}

QString HeadTable::rowText(int row) const
{
    const QTableWidgetItem *value = item(row, Value);
    return value ? QStringLiteral("%1: %2").arg(item(row, Name)->text(), value->text()) : item(row, Name)->text();
}

QString HeadTable::headText() const
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row)
        lines << rowText(row);
    return lines.join(u'\n');
}

void HeadTable::copySelected()
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : std::as_const(rows))
        lines << rowText(row);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void HeadTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTableWidget::keyPressEvent(event);
}

void HeadTable::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = currentRow();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row >= 0 && item(row, Value)) {
        const auto copy = [](const QString &text) { return [text] { QGuiApplication::clipboard()->setText(text); }; };
        menu->addAction(tr("Copy value"), this, copy(item(row, Value)->text()));
        menu->addAction(tr("Copy name"), this, copy(item(row, Name)->text()));
    }
    menu->addAction(tr("Copy rows\tCtrl+C"), this, &HeadTable::copySelected);
    menu->addAction(tr("Copy all headers"), this, [this] { QGuiApplication::clipboard()->setText(headText()); });
    menu->popup(event->globalPos());
}

} // namespace callboard
