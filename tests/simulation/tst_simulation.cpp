#include "tests/simulation/simulation.h"

#include "core/store/sql/database.h"
#include "tests/simulation/dice.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sim;

class tst_Simulation : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theSameSeedTellsTheSameStory();
    void everyPromiseIsKeptFromAFixedSeed();
    void everyPromiseIsKeptFromAFreshSeed();
    void whatIsWrongIsSeen_data();
    void whatIsWrongIsSeen();

private:
    void playFrom(quint64 base);
    void tellOf(quint64 seed);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Simulation> m_simulation;
};

namespace {

constexpr quint64 kBase = 20'240'101;
constexpr qint64 kBudget = 15'000; // milliseconds for each of the two bases
constexpr int kMostTrials = 600;   // to make a story short

// Commits on a file system in memory cost no disk's time, and nothing of what they promise changes.
QString placeForFiles()
{
    const QString inMemory = QStringLiteral("/dev/shm");
    return QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath();
}

} // namespace

void tst_Simulation::init()
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(QStringLiteral("callboard.engine*=false")); // it says that the disk fails
    m_directory = std::make_unique<QTemporaryDir>(placeForFiles() + QStringLiteral("/simulation-XXXXXX"));
    QVERIFY(m_directory->isValid());
    m_simulation = std::make_unique<Simulation>(m_directory->path());
}

void tst_Simulation::theSameSeedTellsTheSameStory()
{
    for (quint64 seed = kBase; seed < kBase + 5; ++seed) {
        const Schedule schedule = scheduleFor(seed);
        const Story once = m_simulation->play(schedule);
        const Story again = m_simulation->play(schedule);
        QCOMPARE(again.trace, once.trace);
        QCOMPARE(again.requests, once.requests);
        QVERIFY(scheduleFor(seed + 1).steps.first().seed != schedule.steps.first().seed);
    }
}

void tst_Simulation::everyPromiseIsKeptFromAFixedSeed()
{
    playFrom(kBase);
}

void tst_Simulation::everyPromiseIsKeptFromAFreshSeed()
{
    const quint64 base = QRandomGenerator::system()->generate();
    qInfo("seeds from %llu on", static_cast<unsigned long long>(base));
    playFrom(base);
}

void tst_Simulation::whatIsWrongIsSeen_data()
{
    QTest::addColumn<QString>("vandalism");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *name, const char *vandalism, const char *seen) {
        QTest::newRow(name) << QString::fromLatin1(vandalism) << QString::fromLatin1(seen);
    };
    row("an event is lost", "UPDATE event SET data = x'00' WHERE id = 1", "is stored, and was never acknowledged");
    row("an event is owed to one more", "UPDATE event SET owed = owed + 1 WHERE id = 1", "wanted it");
    row("a success is called a failure", "UPDATE attempt SET outcome = 2 WHERE outcome = 1", "what came back was");
    row("an attempt is gone", "DELETE FROM attempt WHERE id = 1", "requests left");
    row("what has arrived is sent again", "UPDATE delivery SET state = 1 WHERE state = 10",
        "went from delivered to queued");
    row("last states are dropped", "UPDATE delivery SET state = 12, finished_at = 1 WHERE state < 10", "");
}

void tst_Simulation::whatIsWrongIsSeen()
{
    QFETCH(const QString, vandalism);
    QFETCH(const QString, seen);
    constexpr quint64 kAnyWithFailures = 20'240'103;
    const Story story = m_simulation->play(scheduleFor(kAnyWithFailures), vandalism);
    QVERIFY(story.isBroken());
    QVERIFY2(story.violation.contains(seen), qPrintable(story.violation));
}

void tst_Simulation::playFrom(quint64 base)
{
    const bool one = qEnvironmentVariableIsSet("CALLBOARD_SEED");
    const int wanted = one ? 1 : qEnvironmentVariableIntValue("CALLBOARD_SEEDS");
    const bool goesOn = qEnvironmentVariableIsSet("CALLBOARD_SURVEY");
    quint64 seed = one ? qEnvironmentVariable("CALLBOARD_SEED").toULongLong() : base;
    QElapsedTimer timer;
    timer.start();
    qsizetype requests = 0;
    int played = 0;
    QMap<QString, QList<quint64>> broken; // seeds by what they break
    for (; wanted > 0 ? played < wanted : !timer.hasExpired(kBudget); ++played, ++seed) {
        const Story story = m_simulation->play(scheduleFor(seed));
        requests += story.requests;
        if (!story.isBroken())
            continue;
        broken[story.kind()].append(seed);
        if (!goesOn)
            break;
    }
    qInfo("%d stories, %lld requests, %.1f ms a story", played, qlonglong(requests),
          double(timer.elapsed()) / std::max(played, 1));
    for (const QList<quint64> &seeds : std::as_const(broken)) {
        qInfo("%lld of them:", qlonglong(seeds.size()));
        tellOf(seeds.first());
    }
    QVERIFY2(broken.isEmpty(), "a promise is broken: see the story above");
}

void tst_Simulation::tellOf(quint64 seed)
{
    const Schedule schedule = scheduleFor(seed);
    const Story story = m_simulation->play(schedule);
    const Schedule brief = m_simulation->shortened(schedule, story, kMostTrials);
    const Story told = m_simulation->play(brief);
    if (const QString keep = qEnvironmentVariable("CALLBOARD_KEEP"); !keep.isEmpty()) {
        for (const QString &suffix : {QString(), QStringLiteral("-wal")})
            QFile::copy(m_simulation->workspace() + suffix, keep + suffix);
    }
    qInfo("CALLBOARD_SEED=%llu, broken at step %lld of %lld: %s\n%lld steps do it, too:\n%s\n=> %s (%s)",
          static_cast<unsigned long long>(seed), qlonglong(story.step), qlonglong(schedule.steps.size()),
          qPrintable(story.violation), qlonglong(brief.steps.size()), qPrintable(told.trace.join(u'\n')),
          qPrintable(told.violation), qPrintable(told.clocks));
}

QTEST_GUILESS_MAIN(tst_Simulation)
#include "tst_simulation.moc"
