#include "core/store/sql/database.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/sampleproject.h"
#include "ui/look/look.h"
#include "ui/projects/projectdialog.h"
#include "ui/projects/projectlistmodel.h"
#include "ui/projects/projectspage.h"
#include "ui/shell/messagebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'704'067'200'000)};

QList<Project> someProjects()
{
    return {project(QStringLiteral("16"), QStringLiteral("Fan site"),
                    QStringLiteral("https://fan.example/yourcallback.py")),
            project(QStringLiteral("340"), QStringLiteral("Citizen news"),
                    QStringLiteral("https://news.example/a/long/path/that/does/not/fit/into/the/column/media.php")),
            project(QStringLiteral("7"), QStringLiteral("Old contest"))};
}

// A workspace on disk with projects in it, and the page that reads it, under a message bar as in the window.
struct Desk {
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    FakePlatformClient platform;
    FakeEngineClient engine;
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<QWidget> window;
    MessageBar *messages = nullptr;
    ProjectsPage *page = nullptr;

    bool fill(const QList<Project> &projects)
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        if (!opened || !(*opened)->begin())
            return false;
        TargetStore targets(**opened);
        ProjectStore store(**opened);
        for (Project project : projects) {
            if (!project.mediaCallbackUrl.isEmpty()) {
                const auto id = targets.reserve();
                CallbackTarget target = targetOf(project);
                target.id = id.value_or(TargetId{});
                target.state = project.id == u"340" ? TargetState::Paused : TargetState::Enabled;
                if (!id || !targets.save(target, kNow))
                    return false;
                project.target = target.id;
            }
            if (!store.save(project))
                return false;
        }
        return (*opened)->commit().has_value();
    }
    void open()
    {
        reads = std::make_unique<ReadThread>(workspace);
        window = std::make_unique<QWidget>();
        messages = new MessageBar;
        page = new ProjectsPage(platform, engine, *reads, *messages);
        auto *column = new QVBoxLayout(window.get());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(messages);
        column->addWidget(page, 1);
        window->resize(1120, 620);
        window->show();
    }
    // Opened, active, and the table has the focus.
    bool openWith(const QList<Project> &projects)
    {
        if (!fill(projects))
            return false;
        open();
        table()->setFocus();
        return QTest::qWaitForWindowActive(window.get())
            && QTest::qWaitFor([&] { return table()->model()->rowCount() == projects.size(); });
    }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return in<Control>(*window, name);
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("projectTable"); }
    [[nodiscard]] ProjectDialog *dialog() const { return page->findChild<ProjectDialog *>(); }
    [[nodiscard]] QString selectedId() const
    {
        const QModelIndexList rows = table()->selectionModel()->selectedRows(ProjectListModel::IdColumn);
        return rows.isEmpty() ? QString() : rows.first().data().toString();
    }
    void select(const QString &id) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, ProjectListModel::IdColumn).data().toString() == id)
                table()->selectRow(row);
        }
    }
};

} // namespace

class tst_ProjectsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void rowsSayWhatAProjectIs();
    void newDataIsMergedRowByRow();
    void thePageShowsTheWorkspace();
    void thePageFollowsTheEngine();
    void anEmptyWorkspaceTeaches();
    void anUnreadableWorkspaceSaysSo();
    void theWrenchInTheCornerOpensProjectSettings();
    void keysOpenSettingsAndNewProject();
    void targetAndDeliveriesAreAskedForByTheirTarget();
    void withoutATargetThereIsNothingToEdit();
    void removingNamesWhatGoes();
    void aRefusedRemovalIsReported();
    void aFreshMediaCallbackUrlOffersItsTarget();
};

void tst_ProjectsPage::rowsSayWhatAProjectIs()
{
    ProjectListModel model;
    ProjectRow fine = rowWithTarget(1234);
    fine.target->lastDeliveredAt = kNow - 12s;
    ProjectRow broken = rowWithTarget();
    broken.project.id = QStringLiteral("17");
    broken.target->lastError = QStringLiteral("connection refused");
    model.setRows({fine, broken, {project(QStringLiteral("7"), {}), std::nullopt}}, kNow);
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, ProjectListModel::NameColumn), QStringLiteral("Fan site"));
    QCOMPARE(cell(0, ProjectListModel::IdColumn), QStringLiteral("16"));
    QCOMPARE(cell(0, ProjectListModel::UrlColumn), QStringLiteral("https://fan.example/cb"));
    QCOMPARE(cell(0, ProjectListModel::StateColumn), QStringLiteral("Enabled"));
    QCOMPARE(cell(0, ProjectListModel::LastColumn), QStringLiteral("delivered 12 s ago"));
    QCOMPARE(cell(0, ProjectListModel::OpenColumn), QLocale().toString(1234));
    QCOMPARE(cell(1, ProjectListModel::LastColumn), QStringLiteral("connection refused"));
    QCOMPARE(cell(2, ProjectListModel::NameColumn), QStringLiteral("–"));
    QCOMPARE(cell(2, ProjectListModel::StateColumn), QStringLiteral("No callbacks"));
    QCOMPARE(cell(2, ProjectListModel::LastColumn), QStringLiteral("–"));
    QCOMPARE(cell(2, ProjectListModel::OpenColumn), QStringLiteral("–"));
}

void tst_ProjectsPage::newDataIsMergedRowByRow()
{
    ProjectListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const char *id) { return ProjectRow{project(QString::fromLatin1(id), {}), std::nullopt}; };
    model.setRows({row("1"), row("2"), row("3")}, kNow);
    const QPersistentModelIndex held = model.index(2, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({row("4"), row("3"), row("1")}, kNow);
    QCOMPARE(model.ids(), (QStringList{QStringLiteral("4"), QStringLiteral("3"), QStringLiteral("1")}));
    QCOMPARE(held.row(), 1);
    QCOMPARE(resets.count(), 0);
    model.setRows({}, kNow);
    QCOMPARE(model.rowCount(), 0);
}

void tst_ProjectsPage::thePageShowsTheWorkspace()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    QVERIFY(desk.table()->isVisible());
    QCOMPARE(desk.find<QLabel>("projectFiguresLabel")->text(), QStringLiteral("3, of which 1 without callbacks"));
    QVERIFY(!desk.selectedId().isEmpty());
    desk.select(QStringLiteral("16"));
    shoot(*desk.window, QStringLiteral("projects"));
    desk.window->resize(780, 480);
    shoot(*desk.window, QStringLiteral("projects-small"));
}

void tst_ProjectsPage::thePageFollowsTheEngine()
{
    Desk desk;
    QVERIFY(desk.openWith({someProjects().first()}));
    desk.select(QStringLiteral("16"));
    QVERIFY(desk.fill({someProjects().at(1), someProjects().at(2)}));
    EngineChange change;
    change.targets = true;
    emit desk.engine.changed(change);
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    QCOMPARE(desk.selectedId(), QStringLiteral("16"));
}

void tst_ProjectsPage::anEmptyWorkspaceTeaches()
{
    Desk desk;
    QVERIFY(desk.fill({}));
    desk.open();
    auto *add = desk.find<QPushButton>("emptyActionButton");
    QTRY_VERIFY(add->isVisible());
    QCOMPARE(add->text(), QStringLiteral("Add your first project"));
    QVERIFY(!desk.find<QToolButton>("projectSettingsButton")->isEnabled());
    shoot(*desk.window, QStringLiteral("projects-empty"));
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(desk.dialog());
    QVERIFY(desk.dialog()->project().id.isEmpty());
}

void tst_ProjectsPage::anUnreadableWorkspaceSaysSo()
{
    Desk desk;
    QFile file(desk.directory.filePath(QStringLiteral("no.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is not a database, whatever its name says");
    file.close();
    desk.workspace = file.fileName();
    desk.open();
    auto *again = desk.find<QPushButton>("emptyActionButton");
    QTRY_VERIFY(again->isVisible());
    QCOMPARE(again->text(), QStringLiteral("Try again"));
}

void tst_ProjectsPage::theWrenchInTheCornerOpensProjectSettings()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    desk.select(QStringLiteral("340"));
    auto *wrench = desk.find<QToolButton>("projectSettingsButton");
    const QPoint corner = wrench->mapTo(desk.page, QPoint(wrench->width(), 0));
    QVERIFY(corner.x() > desk.page->width() - 32);
    QVERIFY(corner.y() < 32);
    QVERIFY(wrench->toolTip().contains(QStringLiteral("Project Settings")));
    QTest::mouseClick(wrench, Qt::LeftButton);
    QVERIFY(desk.dialog());
    QCOMPARE(desk.dialog()->project().id, QStringLiteral("340"));
    QVERIFY(desk.dialog()->windowTitle().startsWith(QStringLiteral("Project Settings")));
}

void tst_ProjectsPage::keysOpenSettingsAndNewProject()
{
    Desk desk;
    QVERIFY(desk.openWith({someProjects().first()}));
    QTest::keyClick(desk.table(), Qt::Key_E);
    QVERIFY(desk.dialog());
    QCOMPARE(desk.dialog()->project().name, QStringLiteral("Fan site"));
    desk.dialog()->reject();
    QTRY_VERIFY(!desk.dialog());
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.table(), Qt::Key_N);
    QVERIFY(desk.dialog());
    QVERIFY(desk.dialog()->project().id.isEmpty());
}

void tst_ProjectsPage::targetAndDeliveriesAreAskedForByTheirTarget()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    desk.select(QStringLiteral("16"));
    QList<TargetId> edits;
    QList<TargetId> shown;
    connect(desk.page, &ProjectsPage::editTargetRequested, this, [&](TargetId id) { edits.append(id); });
    connect(desk.page, &ProjectsPage::deliveriesRequested, this, [&](TargetId id) { shown.append(id); });
    QTest::keyClick(desk.table(), Qt::Key_T);
    QTest::keyClick(desk.table(), Qt::Key_D);
    QCOMPARE(edits.size(), 1);
    QVERIFY(edits.first().isValid());
    QCOMPARE(shown, edits);
}

void tst_ProjectsPage::withoutATargetThereIsNothingToEdit()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    desk.select(QStringLiteral("7"));
    auto *edit = desk.find<QAction>("editTargetAction");
    QVERIFY(!edit->isEnabled());
    QVERIFY(!edit->toolTip().isEmpty());
    desk.select(QStringLiteral("16"));
    QVERIFY(edit->isEnabled());
}

void tst_ProjectsPage::removingNamesWhatGoes()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    desk.select(QStringLiteral("16"));
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    QVERIFY(desk.platform.projectsRemoved.isEmpty());
    QVERIFY(desk.messages->text().startsWith(QStringLiteral("Remove project “Fan site”?")));
    QVERIFY(desk.messages->text().contains(QStringLiteral("“Fan site (media callback)”")));
    shoot(*desk.window, QStringLiteral("projects-remove"));
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(desk.platform.projectsRemoved, QStringList{QStringLiteral("16")});
    QVERIFY(words::removalQuestion(rowWithTarget(3)).contains(QStringLiteral("3 open deliveries are cancelled")));
}

void tst_ProjectsPage::aRefusedRemovalIsReported()
{
    Desk desk;
    QVERIFY(desk.openWith({someProjects().first()}));
    desk.platform.refusal = Error{ErrorCode::StoreBusy, {}};
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QTRY_VERIFY(desk.messages->text().contains(QStringLiteral("Another program is writing")));
}

void tst_ProjectsPage::aFreshMediaCallbackUrlOffersItsTarget()
{
    Desk desk;
    QVERIFY(desk.openWith(someProjects()));
    desk.platform.projectAnswer = [](Project project) {
        project.target = TargetId{9};
        return project;
    };
    QSignalSpy edits(desk.page, &ProjectsPage::editTargetRequested);
    desk.select(QStringLiteral("7"));
    QTest::keyClick(desk.table(), Qt::Key_E);
    type(*desk.dialog(), "mediaCallbackUrlEdit", QStringLiteral("https://contest.example/cb"));
    click(*desk.dialog(), "saveButton");
    QTRY_VERIFY(desk.messages->text().contains(QStringLiteral("https://contest.example/cb")));
    QCOMPARE(desk.selectedId(), QStringLiteral("7"));
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(edits.count(), 1);
}

QTEST_MAIN(tst_ProjectsPage)
#include "tst_projectspage.moc"
