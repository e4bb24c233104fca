#include "tests/simulation/simulation.h"

#include "core/store/tables/workspacesettingsstore.h"
#include "tests/simulation/departurecheck.h"
#include "tests/simulation/ledgercheck.h"
#include "tests/simulation/player.h"
#include "tests/simulation/statecheck.h"
#include "tests/simulation/statewatch.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::sim {

namespace {

constexpr qsizetype kRecountEvery = 40;

QString templateIn(const QString &directory)
{
    return directory + QStringLiteral("/template.db");
}

void orDie(const Result<void> &result)
{
    if (!result)
        qFatal("simulation: %s", qPrintable(result.error().detail));
}

// The checks and the player around one world, for as long as one story lasts.
class Telling {
public:
    Telling(World &world, Database &store)
        : m_world(world)
        , m_witness{world, store}
        , m_departures(m_witness)
        , m_states(m_witness)
        , m_ledger(m_witness)
        , m_player(m_witness)
    {
        world.observer = &m_departures;
        world.store = &store;
    }

    void tell(const Schedule &schedule, const QString &vandalism, Story &story)
    {
        m_player.startAgain();
        for (story.step = 0; story.step < schedule.steps.size() && goesOn(); ++story.step)
            playStep(schedule.steps[story.step], story.step);
        if (!goesOn()) {
            --story.step;
            return;
        }
        m_world.note(QStringLiteral("the end"));
        if (!vandalism.isEmpty())
            vandalise(vandalism);
        const int hits = m_world.faults.hits();
        m_player.bringToRest();
        m_states.afterStep(m_world.isRunning() && m_world.faults.hits() == hits);
        if (goesOn())
            m_ledger.atTheEnd();
    }

private:
    [[nodiscard]] bool goesOn() const { return m_world.violation.isEmpty(); }

    void playStep(const Step &step, qsizetype index)
    {
        m_world.note(QStringLiteral("%1 %2").arg(index).arg(toString(step.kind)));
        const int hits = m_world.faults.hits();
        m_player.play(step);
        m_states.afterStep(m_world.isRunning() && m_world.faults.hits() == hits);
        if (goesOn() && (index % kRecountEvery == 0 || step.kind == StepKind::Kill))
            m_ledger.recount();
    }

    void vandalise(const QString &statement)
    {
        auto db = Database::open(m_world.workspace, Database::Access::Write);
        orDie(db.and_then([&](auto &opened) { return opened->run(statement).map([](auto *) {}); }));
        m_states.afterStep(false);
    }

    World &m_world;
    Witness m_witness;
    DepartureCheck m_departures;
    StateCheck m_states;
    LedgerCheck m_ledger;
    Player m_player;
};

} // namespace

QString Story::kind() const
{
    static const QRegularExpression names(QStringLiteral("~?\\d+~?"));
    return QString(violation).remove(names);
}

Simulation::Simulation(const QString &directory)
    : m_directory(directory)
{
    makeTemplate();
}

// A workspace as it is made new, which forgets nothing.
void Simulation::makeTemplate() const
{
    auto db = Database::open(templateIn(m_directory), Database::Access::Write);
    if (!db)
        qFatal("simulation: %s", qPrintable(db.error().detail));
    const Retention forEver{Milliseconds(0), 0}; // the checks count all there ever was
    orDie((*db)->begin().and_then([&] { return WorkspaceSettingsStore(**db).save(forEver); }).and_then([&] {
        return (*db)->commit();
    }));
}

Story Simulation::play(const Schedule &schedule, const QString &vandalism) const
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(workspace() + suffix);
    if (!QFile::copy(templateIn(m_directory), workspace()))
        qFatal("simulation: no workspace can be made in %s", qPrintable(m_directory));
    const StateWatch watch(workspace());
    auto store = Database::open(workspace(), Database::Access::Read);
    if (!store)
        qFatal("simulation: %s", qPrintable(store.error().detail));
    orDie(StateWatch::showTo(**store));
    Story story;
    World world(workspace(), schedule.seed);
    Telling(world, **store).tell(schedule, vandalism, story);
    story.violation = world.violation;
    story.trace = world.trace;
    story.requests = world.sentIn.size();
    story.clocks = QStringLiteral("%1 by the wall, %2 due").arg(toIso(world.clock.now()), toIso(world.dueNow()));
    return story;
}

Schedule Simulation::shortened(const Schedule &schedule, const Story &broken, int mostPlays) const
{
    Schedule best = schedule;
    best.steps.resize(std::min(best.steps.size(), broken.step + 1));
    for (qsizetype size = best.steps.size() / 2; size > 0; size /= 2) {
        for (qsizetype from = best.steps.size() - size; from >= 0 && mostPlays > 0; from -= size) {
            Schedule trial = best;
            trial.steps.remove(from, std::min(size, trial.steps.size() - from));
            --mostPlays;
            if (play(trial).kind() == broken.kind())
                best = trial;
        }
    }
    return best;
}

} // namespace callboard::sim
