// A target that does nothing but fail: how its row, the banner, the form and the commands tell and mend it.
#include "core/store/sql/database.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"
#include "ui/targets/healthwords.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targetspage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};

TargetSummary failing(qint64 id, const QString &name, Milliseconds since, bool circuitOpen = false)
{
    TargetSummary row;
    row.target.id = {id};
    row.target.name = name;
    row.target.url = QStringLiteral("https://callback.example/") + name;
    row.health = TargetHealth{row.target.id, kNow - since, circuitOpen, 0};
    return row;
}

QVariant ofState(const TargetSummary &row, int role)
{
    TargetListModel model;
    model.setSummaries({row}, kNow);
    return model.index(0, TargetListModel::StateColumn).data(role);
}

// A workspace on disk in which targets fail since so long ago, and the page that reads it.
struct Desk {
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    FakeEngineClient engine;
    std::unique_ptr<ReadThread> reader;
    std::unique_ptr<TargetsPage> page;

    bool write(const std::function<bool(Database &)> &change)
    {
        auto db = Database::open(workspace, Database::Access::Write);
        return db && (*db)->begin() && change(**db) && (*db)->commit();
    }
    bool add(const QString &name, std::optional<Milliseconds> failsFor, bool circuitOpen = false)
    {
        return write([&](Database &db) {
            const Timestamp now = SystemClock().now();
            CallbackTarget target;
            target.id = TargetStore(db).reserve().value_or(TargetId{});
            target.name = name;
            target.url = QStringLiteral("https://receiver.example/hook");
            if (!TargetStore(db).save(target, now))
                return false;
            return !failsFor || HealthStore(db).save({target.id, now - *failsFor, circuitOpen, 0}).has_value();
        });
    }
    void open()
    {
        reader = std::make_unique<ReadThread>(workspace);
        page = std::make_unique<TargetsPage>(engine, *reader);
        page->resize(1104, 740); // of a window of 1280 × 800
        page->show();
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("targetTable"); }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return page->findChild<Control *>(QString::fromLatin1(name));
    }
};

} // namespace

class tst_TargetFailing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aRowSaysHowItFails_data();
    void aRowSaysHowItFails();
    void theToolTipSaysWhatFailsWhatComesAndWhatToDo();
    void whatCallboardPausedSaysHowToResume();
    void failingTargetsAreFoundAndStandTogether();
    void theWarningNamesTheFirstOfThem();

    void theBannerComesSelectsAndGoesByItself();
    void aTargetBehindTheSearchIsSelectedAllTheSame();
    void anOpenCircuitIsTriedNow();
    void withoutAnOpenCircuitThereIsNothingToTry();
    void theFormSaysThatItsTargetFails();
    void theWidestStateIsShownWhole();
};

void tst_TargetFailing::aRowSaysHowItFails_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("tone");
    const auto row = [](const char *name, int minutes, bool open, const QString &says, look::Tone tone) {
        QTest::newRow(name) << minutes << open << says << int(tone);
    };
    row("just now", 0, false, QStringLiteral("Failing for 1 s"), look::Tone::Retrying);
    row("a minute", 1, false, QStringLiteral("Failing for 60 s"), look::Tone::Retrying);
    row("minutes", 9, false, QStringLiteral("Failing for 9 min"), look::Tone::Retrying);
    row("hours", 190, false, QStringLiteral("Failing for 3 h"), look::Tone::Retrying);
    row("circuit open", 190, true, QStringLiteral("Circuit open"), look::Tone::Failed);
    row("almost half of the way", 60 * 60 - 1, true, QStringLiteral("Circuit open"), look::Tone::Failed);
    row("half of the way", 60 * 60, true, QStringLiteral("Pauses in 60 h"), look::Tone::Failed);
    row("overdue", 120 * 60, false, QStringLiteral("Pauses soon"), look::Tone::Failed);
}

void tst_TargetFailing::aRowSaysHowItFails()
{
    QFETCH(int, minutes);
    QFETCH(bool, open);
    const TargetSummary row = failing(1, QStringLiteral("cms"), std::chrono::minutes(minutes), open);
    QTEST(ofState(row, Qt::DisplayRole).toString(), "says");
    QTEST(ofState(row, TonedDelegate::ToneRole).toInt(), "tone");
}

void tst_TargetFailing::theToolTipSaysWhatFailsWhatComesAndWhatToDo()
{
    TargetSummary row = failing(1, QStringLiteral("cms"), 3h, true);
    row.heldBecause = openCircuitReason(QStringLiteral("9 of the last 12 attempts failed"));
    row.health->probes = 4;
    const QString told = ofState(row, Qt::ToolTipRole).toString();
    const QDateTime pause = QDateTime::fromMSecsSinceEpoch((kNow + 117h).time_since_epoch().count());
    const QString day = QLocale().toString(pause, QStringLiteral("d MMM, HH:mm"));
    QVERIFY2(told.contains(QStringLiteral("Paused by Callboard on %1 unless something arrives.").arg(day)),
             qPrintable(told));
    for (const char *part : {"for 3 h.", "9 of the last 12 attempts failed.", "held, not lost", "last 4 of them failed",
                             "Send test", "Try now (T)"})
        QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    QCOMPARE(ofState(row, Qt::AccessibleDescriptionRole).toString(), told);
    row.heldBecause = QStringLiteral("The target is paused."); // from before
    QVERIFY(!ofState(row, Qt::ToolTipRole).toString().contains(row.heldBecause));
    row.health->circuitOpen = false;
    QVERIFY(!ofState(row, Qt::ToolTipRole).toString().contains(QStringLiteral("Try now")));
}

void tst_TargetFailing::whatCallboardPausedSaysHowToResume()
{
    TargetSummary row = failing(1, QStringLiteral("cms"), 3h);
    row.health.reset();
    QCOMPARE(ofState(row, Qt::ToolTipRole).toString(), QString());
    row.target.state = TargetState::Paused;
    row.target.stateReason = QStringLiteral("Callboard paused it: nothing arrived for five days.");
    const QString told = ofState(row, Qt::ToolTipRole).toString();
    QVERIFY2(told.startsWith(row.target.stateReason + QStringLiteral("\nResume it (P)")), qPrintable(told));
}

void tst_TargetFailing::failingTargetsAreFoundAndStandTogether()
{
    const TargetSummary open = failing(1, QStringLiteral("cms"), 3h, true);
    const QString found = ofState(open, TargetListModel::SearchRole).toString();
    QVERIFY(found.contains(QStringLiteral("Circuit open")));
    QVERIFY(found.contains(QStringLiteral("Enabled")));
    QVERIFY(ofState(open, TargetListModel::SortRole).toString().startsWith(QStringLiteral("Enabled ")));
}

void tst_TargetFailing::theWarningNamesTheFirstOfThem()
{
    TargetSummary well = failing(9, QStringLiteral("well"), 1h);
    well.health.reset();
    const QList<TargetSummary> all{failing(1, QStringLiteral("late %2"), 61h), well,
                                   failing(2, QStringLiteral("soon %1"), 119h), failing(3, QStringLiteral("not"), 59h)};
    const QList<TargetSummary> about = words::aboutToBePaused(all, kNow);
    QCOMPARE(words::pauseWarning(about, kNow),
             QStringLiteral("2 targets will be paused by Callboard within 59 h unless something arrives: soon %1, "
                            "late %2"));
    QCOMPARE(words::pauseWarning({about.first()}, kNow),
             QStringLiteral("“soon %1” will be paused by Callboard within 1 h unless something arrives."));
    QCOMPARE(words::pauseWarning(words::aboutToBePaused({well}, kNow), kNow), QString());
    QList<TargetSummary> many;
    for (int i = 0; i < 5; ++i)
        many.append(failing(i + 1, QString(QChar(u'a' + i)), 121h));
    QVERIFY(words::pauseWarning(many, kNow).endsWith(QStringLiteral("a, b, c and 2 more")));
    QVERIFY(words::pauseWarning(many, kNow).contains(QStringLiteral("within 1 h")));
}

void tst_TargetFailing::theBannerComesSelectsAndGoesByItself()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("late"), 61h));
    QVERIFY(desk.add(QStringLiteral("well"), std::nullopt));
    QVERIFY(desk.add(QStringLiteral("soon"), 100h, true));
    desk.open();
    auto *bar = desk.find<QWidget>("healthBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(desk.find<QLabel>("healthLabel")->text().startsWith(QStringLiteral("2 targets will be paused")));
    QCOMPARE(desk.find<QLabel>("figuresLabel")->text(), QStringLiteral("3, all enabled, 2 failing"));
    QTest::mouseClick(desk.find<QPushButton>("selectFailingButton"), Qt::LeftButton);
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("soon"));
    QVERIFY(bar->isVisible());
    QVERIFY(desk.write([](Database &db) { return HealthStore(db).remove({1}) && HealthStore(db).remove({3}); }));
    desk.page->refresh();
    QTRY_VERIFY(!bar->isVisible());
}

void tst_TargetFailing::aTargetBehindTheSearchIsSelectedAllTheSame()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("late"), 61h));
    QVERIFY(desk.add(QStringLiteral("well"), std::nullopt));
    desk.open();
    auto *bar = desk.find<QWidget>("healthBar");
    QTRY_VERIFY(bar->isVisible());
    desk.find<QLineEdit>("searchEdit")->setText(QStringLiteral("well"));
    QCOMPARE(desk.table()->model()->rowCount(), 1);
    QTest::mouseClick(desk.find<QPushButton>("selectFailingButton"), Qt::LeftButton);
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("late"));
}

void tst_TargetFailing::anOpenCircuitIsTriedNow()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("cms"), 3h, true));
    QVERIFY(desk.add(QStringLiteral("well"), std::nullopt));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->setFocus();
    desk.table()->selectAll();
    QTest::keyClick(desk.table(), Qt::Key_T);
    QCOMPARE(desk.engine.states.size(), 1);
    QCOMPARE(desk.engine.states.first().first, TargetId{1});
    QVERIFY(desk.engine.states.first().second == TargetState::Enabled);
    QTRY_VERIFY(desk.find<QLabel>("messageLabel")->text().startsWith(QStringLiteral("“cms” is tried now")));
}

void tst_TargetFailing::withoutAnOpenCircuitThereIsNothingToTry()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("cms"), 3h));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_T);
    QVERIFY(desk.find<QLabel>("messageLabel")->text().startsWith(QStringLiteral("No circuit is open here")));
    QVERIFY(desk.engine.states.isEmpty());
}

void tst_TargetFailing::theFormSaysThatItsTargetFails()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("cms"), 3h, true));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_E);
    auto *dialog = desk.page->findChild<TargetDialog *>();
    QVERIFY(dialog);
    const QString remark = dialog->findChild<QLabel *>(QStringLiteral("saveLine"))->text();
    QVERIFY2(remark.contains(QStringLiteral("its circuit is open. Saving closes it")), qPrintable(remark));
}

void tst_TargetFailing::theWidestStateIsShownWhole()
{
    Desk desk;
    QVERIFY(desk.add(QStringLiteral("CMS ingest"), std::nullopt));
    QVERIFY(desk.add(QStringLiteral("Search index"), 99min + 30s));
    QVERIFY(desk.add(QStringLiteral("Moderation"), 5h, true));
    QVERIFY(desk.add(QStringLiteral("Old archive"), 70h, true));
    QVERIFY(desk.add(QStringLiteral("Partner site"), 110h, true));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 5);
    desk.table()->selectRow(2);
    shoot(*desk.page, QStringLiteral("targets-failing"));
    const int state = TargetListModel::StateColumn;
    for (int row = 0; row < 5; ++row) {
        const QModelIndex index = desk.table()->model()->index(row, state);
        QVERIFY2(desk.table()->sizeHintForIndex(index).width() <= desk.table()->columnWidth(state),
                 qPrintable(index.data().toString()));
    }
}

QTEST_MAIN(tst_TargetFailing)
#include "tst_targetfailing.moc"
