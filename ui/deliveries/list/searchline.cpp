#include "ui/deliveries/list/searchline.h"

#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace callboard {

SearchLine::SearchLine(QWidget *parent)
    : QWidget(parent)
    , m_text(look::plainLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("searchLine"));
    m_text->setObjectName(QStringLiteral("searchLabel"));
    look::makeQuiet(m_text);
    m_bar->setAccessibleName(tr("Deliveries looked into"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 6);
    m_bar->setRange(0, 1000);
    m_button->setObjectName(QStringLiteral("searchButton"));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_search.running)
            emit stopRequested();
        else
            emit goOnRequested();
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    layout->addStretch();
    hide();
}

void SearchLine::setTotal(qint64 total)
{
    m_total = total;
    present(m_search);
}

void SearchLine::present(const DeliveryListModel::Search &search)
{
    m_search = search;
    const qint64 most = m_search.ended ? m_search.looked : qMax(m_total, m_search.looked);
    m_bar->setValue(m_search.ended ? 1000 : most > 0 && m_total >= 0 ? int(m_search.looked * 1000 / most) : 0);
    m_text->setText(sentence());
    m_button->setText(m_search.running ? tr("Stop") : tr("Go on"));
    m_button->setToolTip(m_search.running ? QString() : tr("It also goes on where the list is scrolled to its end"));
    m_button->setVisible(!m_search.ended);
}

QString SearchLine::sentence() const
{
    const QLocale locale;
    const QString looked = locale.toString(m_search.looked);
    const QString found = locale.toString(m_search.found);
    // Deliveries come in meanwhile: there is never less than what was looked at.
    const QString total = locale.toString(qMax(m_total, m_search.looked));
    if (m_search.ended)
        return tr("Looked into all %1 deliveries: %2 found.").arg(looked, found);
    if (m_total < 0)
        return tr("Looked into %1 deliveries: %2 found.").arg(looked, found);
    if (m_search.running)
        return tr("Looking into %1 of %2 deliveries: %3 found.").arg(looked, total, found);
    if (m_search.stopped)
        return tr("Stopped after %1 of %2 deliveries: %3 found.").arg(looked, total, found);
    return tr("Looked into %1 of %2 deliveries: %3 found so far.").arg(looked, total, found);
}

} // namespace callboard
