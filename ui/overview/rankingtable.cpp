#include "ui/overview/rankingtable.h"

#include "ui/look/toneddelegate.h"
#include "ui/targets/form/named.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTextDocument>

namespace callboard {

RankingModel::RankingModel(const QStringList &headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(headers)
{
}

void RankingModel::setRows(const QList<RankingRow> &rows)
{
    if (rows == m_rows)
        return;
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const RankingRow &a, const RankingRow &b) { return a.key == b.key; });
    if (!same)
        beginResetModel();
    m_rows = rows;
    if (!same)
        endResetModel();
    else
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_headers.size()) - 1));
}

int RankingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RankingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant RankingModel::data(const QModelIndex &index, int role) const
{
    const RankingRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column());
    case Qt::ToolTipRole: return Qt::mightBeRichText(row.hint) ? row.hint.toHtmlEscaped() : row.hint;
    case Qt::TextAlignmentRole: return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_headers.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

RankingTable::RankingTable(const char *objectName, const QString &accessibleName, const QStringList &headers,
                           QWidget *parent)
    : PlainTable(new RankingModel(headers, parent), {}, parent)
    , m_model(static_cast<RankingModel *>(model()))
{
    named(this, objectName, accessibleName);
    m_model->setParent(this);
    setFrameShape(QFrame::NoFrame);
    setCursor(Qt::PointingHandCursor);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setMinimumHeight(look::kRowHeight);
    for (int column = 0; column < headers.size(); ++column)
        header->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
    fitColumns();
    connect(this, &QTableView::clicked, this, &RankingTable::open);
}

void RankingTable::fitColumns()
{
    const QFontMetrics metrics(font());
    for (int column = 1; column < m_model->columnCount(); ++column) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int text = std::max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(QStringLiteral("00,000")));
        for (int row = 0; row < m_model->rowCount(); ++row)
            text = std::max(text, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        horizontalHeader()->resizeSection(column, text + 3 * look::kGap);
    }
}

void RankingTable::setRows(const QList<RankingRow> &rows)
{
    const QModelIndex current = currentIndex();
    const QString key = current.isValid() ? m_model->row(current.row()).key : QString();
    m_model->setRows(rows);
    fitColumns();
    for (int row = 0; row < rows.size() && !key.isEmpty(); ++row) {
        if (rows[row].key == key && currentIndex().row() != row)
            setCurrentIndex(m_model->index(row, 0));
    }
}

void RankingTable::open(const QModelIndex &index)
{
    if (index.isValid())
        emit opened(m_model->row(index.row()).filter);
}

void RankingTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return open(currentIndex());
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return PlainTable::keyPressEvent(&arrow);
    }
    PlainTable::keyPressEvent(event);
}

void RankingTable::changeEvent(QEvent *event)
{
    PlainTable::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model)
        fitColumns();
}

} // namespace callboard
