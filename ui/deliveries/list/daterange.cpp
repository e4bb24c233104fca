#include "ui/deliveries/list/daterange.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

QDateTime local(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

QDateTimeEdit *makeEdit(Timestamp time, const char *name, const QString &label, QWidget *parent)
{
    auto *edit = named(new QDateTimeEdit(local(time), parent), name, label);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

QString shortText(const DateRange &range)
{
    const QDateTime since = local(range.since);
    const QDateTime until = local(range.until);
    const QLocale locale;
    const QString day = QStringLiteral("d MMM HH:mm");
    const bool sameDay = since.date() == until.date();
    return QStringLiteral("%1 – %2").arg(locale.toString(since, day),
                                         locale.toString(until, sameDay ? QStringLiteral("HH:mm") : day));
}

DateRangeDialog::DateRangeDialog(const DateRange &range, QWidget *parent)
    : QDialog(parent)
{
    named(this, "dateRangeDialog", tr("Time range"));
    setWindowTitle(tr("Time range"));
    m_since = makeEdit(range.since, "sinceEdit", tr("From"), this);
    m_until = makeEdit(range.until, "untilEdit", tr("Until"), this);
    m_problem = new FieldLine("rangeLine", this);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(look::kGap);
    form->addRow(tr("&From"), m_since);
    form->addRow(tr("&Until"), m_until);
    form->addRow(QString(), m_problem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    layout->setSpacing(look::kGroupGap);
    layout->addLayout(form);
    layout->addLayout(makeButtons());
    setMinimumWidth(300);
    for (QDateTimeEdit *edit : {m_since, m_until})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &DateRangeDialog::check);
    check();
}

QLayout *DateRangeDialog::makeButtons()
{
    auto *cancel = named(new QPushButton(tr("Cancel"), this), "cancelButton", tr("Cancel"));
    cancel->setAutoDefault(false);
    m_apply = named(new QPushButton(tr("Show"), this), "showRangeButton", tr("Show"));
    m_apply->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &DateRangeDialog::finish);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::kGap);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_apply);
    return row;
}

// Until the end of the minute that is shown.
DateRange DateRangeDialog::range() const
{
    const auto moment = [](const QDateTimeEdit *edit) {
        const qint64 ms = edit->dateTime().toMSecsSinceEpoch();
        return Timestamp(Milliseconds(ms - ms % 60'000));
    };
    return {moment(m_since), moment(m_until) + std::chrono::minutes(1)};
}

void DateRangeDialog::check()
{
    const DateRange chosen = range();
    const bool backwards = chosen.since >= chosen.until;
    m_problem->say(FieldLine::Mood::Problem, backwards ? tr("It ends before it begins.") : QString());
    m_apply->setEnabled(!backwards);
    m_apply->setToolTip(m_problem->sentence());
}

void DateRangeDialog::finish()
{
    if (!m_apply->isEnabled())
        return;
    emit chosen(range());
    accept();
}

} // namespace callboard
