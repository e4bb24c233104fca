#include "ui/deliveries/ratelabel.h"

#include "ui/look/look.h"

#include <QLocale>

namespace callboard {

namespace {

constexpr qsizetype kSeconds = 3;

} // namespace

RateLabel::RateLabel(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("rateLabel"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // A figure that changes each second must not push its neighbours about.
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00,000/s")));
    setToolTip(tr("Attempts finished a second"));
    look::makeQuiet(this);
    setText(tr("%1/s").arg(0));
}

void RateLabel::addTotal(quint64 finished)
{
    if (!m_totals.isEmpty() && finished < m_totals.constLast())
        m_totals.clear(); // another engine
    m_totals.append(finished);
    if (m_totals.size() > kSeconds + 1)
        m_totals.removeFirst();
    if (m_totals.size() < 2)
        return;
    const double rate = double(finished - m_totals.constFirst()) / double(m_totals.size() - 1);
    const int decimals = rate > 0 && rate < 9.95 ? 1 : 0;
    const QString text = tr("%1/s").arg(QLocale().toString(rate, 'f', decimals));
    setText(text);
    setAccessibleName(tr("%1 attempts a second").arg(QLocale().toString(rate, 'f', decimals)));
}

} // namespace callboard
