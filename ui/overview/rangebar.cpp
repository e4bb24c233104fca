#include "ui/overview/rangebar.h"

#include "ui/overview/overviewwords.h"
#include "ui/targets/form/named.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace callboard {

RangeBar::RangeBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    named(this, "rangeBar", tr("Range of time"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const OverviewRange range : kAllRanges) {
        const QString word = overviewwords::rangeWord(range);
        auto *button = named(new QPushButton(word, this), "rangeButton", tr("Last %1").arg(word));
        button->setObjectName(QStringLiteral("rangeButton%1").arg(int(range)));
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_buttons->addButton(button, int(range));
        row->addWidget(button);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { emit rangeChosen(OverviewRange(id)); });
}

void RangeBar::setRange(OverviewRange range)
{
    QAbstractButton *button = m_buttons->button(int(range));
    button->setChecked(true);
    setFocusProxy(button);
}

} // namespace callboard
