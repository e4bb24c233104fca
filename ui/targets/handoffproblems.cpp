#include "ui/targets/handoffproblems.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

QStringList keysOf(const QList<HandOffProblem> &problems)
{
    QStringList keys;
    for (const HandOffProblem &problem : problems)
        keys.append(QStringLiteral("%1%2%3").arg(int(problem.blocking)).arg(int(problem.relayHelps)).arg(problem.text));
    return keys;
}

} // namespace

HandOffProblems::HandOffProblems(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    named(this, "handOffProblems", tr("What the encoder can't do"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(look::kGap / 2);
    hide();
}

void HandOffProblems::setProblems(QList<HandOffProblem> problems)
{
    std::stable_partition(problems.begin(), problems.end(), [](const HandOffProblem &p) { return p.blocking; });
    const QStringList keys = keysOf(problems);
    if (keys == m_shown)
        return;
    m_shown = keys;
    while (const std::unique_ptr<QLayoutItem> item{m_column->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what was clicked
    }
    for (const HandOffProblem &problem : std::as_const(problems))
        m_column->addWidget(makeRow(problem));
    setVisible(!problems.isEmpty());
}

QWidget *HandOffProblems::makeRow(const HandOffProblem &problem)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    auto *line = new FieldLine("handOffProblemLine", row);
    line->say(problem.blocking ? Mood::Problem : Mood::Warning,
              problem.blocking ? tr("Blocked: %1").arg(problem.text) : tr("Note: %1").arg(problem.text));
    layout->addWidget(line, 1);
    if (problem.relayHelps) {
        auto *relay = named(new QPushButton(tr("Relay"), row), "relayButton",
                            tr("Relay through Callboard: %1").arg(problem.text));
        relay->setToolTip(tr("Relay through Callboard, which can do this"));
        relay->setAutoDefault(false);
        connect(relay, &QPushButton::clicked, this, &HandOffProblems::relayRequested);
        layout->addWidget(relay, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace callboard
