#include "ui/targets/history/differencetable.h"

#include "ui/assets/facts.h"
#include "ui/targets/history/historywords.h"

#include <QHeaderView>

namespace callboard {

namespace {

constexpr int kFieldWidth = 200;

} // namespace

DifferenceTable::DifferenceTable(QWidget *parent)
    : DifferenceTable(factModel({tr("Field"), tr("Before"), tr("After")}, nullptr), parent)
{
}

DifferenceTable::DifferenceTable(QStandardItemModel *model, QWidget *parent)
    : PlainTable(model, {}, parent)
    , m_model(model)
{
    model->setParent(this);
    setObjectName(QStringLiteral("differenceTable"));
    setAccessibleName(tr("What differs"));
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->resizeSection(0, kFieldWidth);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
}

void DifferenceTable::setDifferences(const QList<FieldDifference> &differences)
{
    m_model->setRowCount(int(differences.size()));
    for (int row = 0; row < differences.size(); ++row)
        setFacts(*m_model, row,
                 {{historywords::field(differences[row].field)},
                  {historywords::before(differences[row])},
                  {historywords::after(differences[row])}});
}

} // namespace callboard
