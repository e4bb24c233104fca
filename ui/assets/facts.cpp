#include "ui/assets/facts.h"

#include "ui/assets/assetwords.h"
#include "ui/look/toneddelegate.h"

namespace callboard {

QStandardItemModel *factModel(const QStringList &headings, QObject *parent)
{
    auto *model = new QStandardItemModel(0, int(headings.size()), parent);
    model->setHorizontalHeaderLabels(headings);
    for (int column = 0; column < headings.size(); ++column)
        model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return model;
}

void setFacts(QStandardItemModel &model, int row, const QList<Fact> &facts)
{
    for (int column = 0; column < facts.size(); ++column) {
        const Fact &fact = facts[column];
        auto *item = new QStandardItem(assetwords::shown(fact.text));
        item->setEditable(false);
        item->setToolTip(assetwords::wholeTip(fact.text));
        if (fact.tone) {
            item->setData(int(*fact.tone), TonedDelegate::ToneRole);
            item->setData(fact.icon, TonedDelegate::ToneIconRole);
        }
        model.setItem(row, column, item);
    }
}

} // namespace callboard
