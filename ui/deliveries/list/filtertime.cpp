#include "core/store/filter/filtervalues.h"
#include "ui/deliveries/filter/filterfield.h"
#include "ui/deliveries/filterbar.h"

#include <QComboBox>

// The part of FilterBar that is about time: an age, or a range that was chosen.

namespace callboard {

namespace {

constexpr std::chrono::seconds kSameMoment{5};

} // namespace

void FilterBar::takeAge(int index)
{
    const int hours = m_since->itemData(index).toInt();
    if (hours == kAskRange) {
        showAge(filter()); // until there is a range
        askRange();
        return;
    }
    const QString text = withTerm(m_text->text(), FilterKey::Until, {});
    const QString since = hours > 0 ? QStringLiteral("since:") + formatDuration(std::chrono::hours(hours)) : QString();
    setText(withTerm(text, FilterKey::Since, since));
}

void FilterBar::askRange()
{
    const Timestamp now = m_clock.now();
    auto *dialog = new DateRangeDialog(m_range.value_or(DateRange{now - std::chrono::hours(24), now}), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DateRangeDialog::chosen, this, [this](const DateRange &range) {
        const QString until = withTerm(m_text->text(), FilterKey::Until,
                                       QStringLiteral("until:") + momentText(range.until));
        setText(withTerm(until, FilterKey::Since, QStringLiteral("since:") + momentText(range.since)));
    });
    dialog->open();
}

void FilterBar::setRange(const DateRange &range)
{
    m_range = range;
    int index = m_since->findData(kRange);
    if (index < 0) {
        index = m_since->findData(kAskRange);
        m_since->insertItem(index, {}, kRange);
    }
    m_since->setItemText(index, shortText(range));
    m_since->setCurrentIndex(index);
}

// "Last hour" stays what it says; any other moment is a range.
void FilterBar::showAge(const DeliveryFilter &filter)
{
    for (int index = 0; index < m_since->count() && !filter.until; ++index) {
        const int hours = m_since->itemData(index).toInt();
        const bool fits = hours == 0 ? !filter.since
                                     : hours > 0 && filter.since
                && std::chrono::abs(*filter.since + std::chrono::hours(hours) - m_clock.now()) < kSameMoment;
        if (fits) {
            m_since->setCurrentIndex(index);
            return;
        }
    }
    setRange({filter.since.value_or(Timestamp{}), filter.until.value_or(m_clock.now())});
}

} // namespace callboard
