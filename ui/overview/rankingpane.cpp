#include "ui/overview/rankingpane.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

RankingPane::RankingPane(const char *tableName, const QString &title, const QStringList &headers, const QString &none,
                         QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_none(none)
{
    auto *heading = look::plainLabel(title, this);
    heading->setFont(look::sectionFont());
    heading->setContentsMargins(look::kGap, 0, 0, 0); // the cells' text lines up with it
    m_table = new RankingTable(tableName, title, headers, m_stack);
    m_line = look::plainLabel({}, m_stack);
    m_line->setObjectName(QString::fromLatin1(tableName) + QStringLiteral("Line"));
    m_line->setContentsMargins(look::kGap, look::kGap, 0, 0);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    look::makeQuiet(m_line);
    m_stack->addWidget(m_line);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(heading);
    column->addWidget(m_stack, 1);
    connect(m_table, &RankingTable::opened, this, &RankingPane::opened);
}

void RankingPane::present(const std::optional<QList<RankingRow>> &rows)
{
    m_table->setRows(rows.value_or(QList<RankingRow>{}));
    m_line->setText(rows ? m_none : QStringLiteral("–"));
    m_stack->setCurrentWidget(rows && !rows->isEmpty() ? static_cast<QWidget *>(m_table) : m_line);
}

} // namespace callboard
