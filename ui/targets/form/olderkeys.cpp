#include "ui/targets/form/olderkeys.h"

#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/signingwords.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace callboard {

namespace {

constexpr int kMost = 3;

}

OlderKeys::OlderKeys(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::kGap);
    grid->setVerticalSpacing(look::kGap / 2);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < kMost; ++i) {
        Row row{look::plainLabel({}, this), new QPushButton(tr("End now"), this)};
        row.label->setObjectName(QStringLiteral("olderKey%1Label").arg(i + 1));
        row.button->setObjectName(QStringLiteral("endKey%1Button").arg(i + 1));
        row.button->setAutoDefault(false);
        row.button->setToolTip(tr("From when this is saved on, nothing is signed with it any more"));
        connect(row.button, &QPushButton::clicked, this,
                [this, i] { emit endRequested(m_keys.value(i).secret.sealed); });
        grid->addWidget(row.label, i, 0);
        grid->addWidget(row.button, i, 1);
        m_rows.push_back(row);
    }
    setKeys({});
}

void OlderKeys::setKeys(const QList<SigningKey> &keys)
{
    m_keys = keys;
    for (int i = 0; i < kMost; ++i) {
        const Row &row = m_rows[size_t(i)];
        const bool isThere = i < keys.size();
        const QString end = isThere ? words::keyEnd(keys[i].until.value_or(Timestamp())) : QString();
        row.label->setText(tr("signs until %1").arg(end));
        row.button->setAccessibleName(tr("End now: the key that signs until %1").arg(end));
        row.label->setVisible(isThere);
        row.button->setVisible(isThere);
    }
}

QPushButton *OlderKeys::firstButton() const
{
    return m_rows.front().button;
}

} // namespace callboard
