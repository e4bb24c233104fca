#include "ui/overview/figurerow.h"

#include "ui/overview/figurebutton.h"
#include "ui/overview/overviewwords.h"

#include <QHBoxLayout>

namespace callboard {

namespace {

using look::Tone;
using S = DeliveryState;

const QString kUnknown = overviewwords::kUnknown;

} // namespace

FigureRow::FigureRow(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMargin - look::kGap, 0, look::kMargin - look::kGap,
                            0); // text meets the title's edge
    row->setSpacing(0);
    m_delivered = add("deliveredFigure", tr("Delivered"), tr("Shows what arrived"),
                      [this] { ask({S::Delivered}, true); });
    m_failed = add("failedFigure", tr("Failed"), tr("Shows what failed"), [this] { ask({S::Failed}, true); });
    m_success = add("successFigure", tr("Success rate"), tr("Of what was delivered or failed. Shows both"), [this] {
        ask({S::Delivered, S::Failed}, true);
    });
    m_answer = add("answerFigure", tr("Answer p50 · p95"),
                   tr("Half of the attempts that were answered took at most the first, 95 of a hundred the second"),
                   [this] { ask({S::Delivered}, true); });
    m_backlog = add("backlogFigure", tr("Backlog"), tr("Shows what is on its way"), [this] {
        ask({S::Waiting, S::Queued, S::Sending, S::Retrying}, false);
    });
    m_oldest = add("oldestFigure", tr("Oldest waiting"), tr("Shows the delivery that has waited longest"), [this] {
        if (m_oldestDelivery.isValid())
            emit deliveryRequested(m_oldestDelivery);
        else
            ask({S::Waiting, S::Queued, S::Retrying}, false);
    });
    m_unexplained = add("unexplainedFigure", tr("Unexplained"),
                        tr("Events that have not exactly one outcome for each target. Recounts them"),
                        [this] { emit auditRequested(); });
}

FigureButton *FigureRow::add(const char *objectName, const QString &caption, const QString &hint,
                             std::function<void()> open)
{
    auto *figure = new FigureButton(objectName, caption, hint, this);
    connect(figure, &QAbstractButton::clicked, this, std::move(open));
    layout()->addWidget(figure);
    return figure;
}

void FigureRow::ask(const QList<DeliveryState> &states, bool sinceRange)
{
    DeliveryFilter filter;
    filter.states = states;
    if (sinceRange)
        filter.endedSince = m_since; // what the figure counts ended then
    emit listRequested(filter);
}

void FigureRow::present(const OverviewAnswer *answer, Timestamp since, Timestamp now)
{
    m_since = since;
    presentActivity(answer && answer->activity && answer->activity->isKnown() ? &*answer->activity : nullptr);
    presentBacklog(answer, now);
    const qint64 unexplained = answer ? answer->unexplained : -1;
    m_unexplained->setValue(unexplained < 0 ? kUnknown : overviewwords::number(unexplained),
                            unexplained > 0 ? std::optional(Tone::Failed) : std::nullopt);
}

void FigureRow::presentActivity(const Activity *activity)
{
    if (!activity) {
        for (FigureButton *figure : {m_delivered, m_failed, m_success, m_answer})
            figure->setValue(kUnknown);
        return;
    }
    const ActivityCounts &sum = activity->sum;
    m_delivered->setValue(overviewwords::number(sum.delivered));
    m_failed->setValue(overviewwords::number(sum.failed), sum.failed > 0 ? std::optional(Tone::Failed) : std::nullopt);
    m_success->setValue(overviewwords::percent(sum.successRate()));
    m_answer->setValue(overviewwords::pair(percentile(sum.latency, 0.5), percentile(sum.latency, 0.95)));
}

void FigureRow::presentBacklog(const OverviewAnswer *answer, Timestamp now)
{
    const bool counted = answer && answer->counts;
    m_backlog->setValue(counted ? overviewwords::number(answer->counts->backlog()) : kUnknown);
    const qint64 held = counted ? answer->counts->held : 0;
    m_backlog->setCaption(held > 0 ? tr("Backlog · %1 held").arg(overviewwords::number(held)) : tr("Backlog"));
    const bool looked = answer && answer->oldest;
    m_oldestDelivery = looked && *answer->oldest ? (*answer->oldest)->delivery : DeliveryId{};
    m_oldest->setValue(!looked               ? kUnknown
                           : *answer->oldest ? overviewwords::age(now - (*answer->oldest)->createdAt)
                                             : tr("none"));
}

} // namespace callboard
