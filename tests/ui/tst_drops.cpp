// What is dropped on the window: which form opens with it, what is refused with a word, and that nothing else happens.
#include "core/payload/targetimport.h"
#include "tests/access/programdesk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/events/fireeventdialog.h"
#include "ui/look/look.h"
#include "ui/shell/drop/windowdrops.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/palette/commandpalette.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace callboard;
using Kind = Drop::Kind;

namespace {

const QByteArray kRecord = "{\"uuid\":\"a-1\",\"assetName\":\"T1S03\",\"status\":\"finished\"}";

QByteArray sample(const char *name)
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/samples/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QTemporaryDir &dir, const char *name, const QByteArray &bytes)
{
    QFile file(dir.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

std::unique_ptr<QMimeData> text(const QByteArray &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(text));
    return data;
}

std::unique_ptr<QMimeData> urls(const QList<QUrl> &urls)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls(urls);
    return data;
}

std::unique_ptr<QMimeData> file(const QString &path)
{
    return urls({QUrl::fromLocalFile(path)});
}

// As a file manager does it. False: the cursor says no, or it would be moved away from there.
bool dropOn(QWidget &window, const QMimeData &data, Qt::DropActions offered = Qt::CopyAction | Qt::MoveAction)
{
    QDragEnterEvent enter(QPoint(300, 300), offered, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(QPoint(310, 300), offered, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &move);
    QDropEvent drop(QPointF(310, 300), offered, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    return move.isAccepted() && drop.isAccepted() && drop.dropAction() == Qt::CopyAction;
}

} // namespace

class tst_Drops : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void whatIsDroppedDecidesWhatOpens_data();
    void whatIsDroppedDecidesWhatOpens();
    void anEventBringsItsTriggerAndIds();
    void whatIsNothingIsSaid_data();
    void whatIsNothingIsSaid();
    void whatCantBeTakenShowsWhileItIsDragged_data();
    void whatCantBeTakenShowsWhileItIsDragged();
    void onlyRegularFilesOfASizeAreRead();
    void aWindowTakesCopiesAlone();
    void aFieldKeepsTextsAndLeavesFiles();
    void aRecordFillsTheEvent();
    void aCommandFillsANewTarget();
    void definitionsAreLookedAtBeforeTheyAreSaved();
    void whatCantBeReadIsSaidInTheBar();
    void thePaletteKnowsWhatWasLookedAt();
    void theLastTenAreKept();

private:
    [[nodiscard]] MainWindow &window() const { return m_desk.window(); }

    ProgramDesk m_desk;
};

void tst_Drops::initTestCase()
{
    look::apply();
    QVERIFY(m_desk.open(QSize(1280, 800)));
}

void tst_Drops::whatIsDroppedDecidesWhatOpens_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *what, const QByteArray &content, Kind kind) {
        QTest::newRow(what) << content << int(kind);
    };
    row("LightFlow's record", sample("lightflow-callback.json"), Kind::Event);
    row("Spark's record", sample("spark-media-callback.xml"), Kind::Event);
    row("behind a byte order mark", "\xEF\xBB\xBF" + kRecord, Kind::Event);
    row("a record with a url", R"({"uuid":"a","url":"https://a.example/v.mp4","format":"mp4"})", Kind::Event);
    row("a record of another platform", R"({"id":"a","url":"https://a.example/v.mp4"})", Kind::Event);
    row("our export", exportTargets({lightFlowPreset()}), Kind::Import);
    row("a publish request", R"({"parameters":{"callbacks":[{"url":"https://a.example"}]}})", Kind::Import);
    row("callbacks", R"([{"url":"https://a.example/x"}])", Kind::Import);
    row("one callback", R"({"url":"https://a.example","onSuccess":true})", Kind::Import);
    row("callbacks to be mended", R"({"callbacks":[{"url":"https://a.example",}]})", Kind::Import);
    row("a curl command", "$ curl -X PUT https://hooks.example/in -H 'X-A: 1'", Kind::NewTarget);
    row("curl of the document", sample("lightflow-publish-request.curl.txt"), Kind::NewTarget);
    row("curl with two callbacks",
        "curl https://a.example -d '{\"callbacks\":[{\"url\":\"https://b.example\"},{\"url\":\"https://c.example\"}]}'",
        Kind::Import);
    row("an address", " https://hooks.example/in?a=1\n", Kind::NewTarget);
    row("of a mailbox", "mailto:ops@example.com", Kind::NewTarget);
}

void tst_Drops::whatIsDroppedDecidesWhatOpens()
{
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    QVERIFY(!content.isEmpty());
    const Drop drop = decideDrop(content, QStringLiteral("dropped"));
    QVERIFY2(int(drop.kind) == kind, qPrintable(drop.refusal));
    QVERIFY(!drop.text.isEmpty() && drop.refusal.isEmpty());
}

void tst_Drops::anEventBringsItsTriggerAndIds()
{
    const Drop drop = decideDrop(R"({"specversion":"1.0","id":"42","source":"/cms","type":"media.asset.failed",)"
                                 R"("subject":"a-1","data":{"uuid":"a-1","bitrate":1.10}})");
    QVERIFY2(drop.kind == Kind::Event, qPrintable(drop.refusal));
    QVERIFY(drop.trigger == Trigger::Failure);
    QCOMPARE(drop.asset, QStringLiteral("a-1"));
    QCOMPARE(drop.text, QStringLiteral("{\"uuid\":\"a-1\",\"bitrate\":1.10}"));
}

void tst_Drops::whatIsNothingIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n");
    QTest::newRow("words") << QByteArray("hello there");
    QTest::newRow("another scheme") << QByteArray("ftp://a.example/x");
    QTest::newRow("a script") << QByteArray("javascript:alert(1)");
    QTest::newRow("an address and more") << QByteArray("https://a.example and more");
    QTest::newRow("half a record") << QByteArray("{\"uuid\":");
    QTest::newRow("half an element") << QByteArray("<media><id>1</id>");
    QTest::newRow("no callbacks") << QByteArray("[]");
    QTest::newRow("half an event") << QByteArray("{\"specversion\":\"1.0\"}");
    QTest::newRow("curl to nowhere") << QByteArray("curl -H 'X-A: 1'");
    QTest::newRow("not UTF-8") << QByteArray("{\"uuid\":\"\xFF\"}");
    QTest::newRow("a picture") << QByteArray("GIF89a\0\1", 8);
    QTest::newRow("too much") << QByteArray(kLargestDrop + 1, ' ');
}

void tst_Drops::whatIsNothingIsSaid()
{
    QFETCH(QByteArray, content);
    const Drop drop = decideDrop(content, QStringLiteral("a.json"));
    QVERIFY(drop.kind == Kind::Nothing);
    QVERIFY2(drop.refusal.startsWith(QStringLiteral("a.json ")), qPrintable(drop.refusal));
    QVERIFY(!decideDrop(content).refusal.startsWith(QStringLiteral("a.json")));
}

void tst_Drops::whatCantBeTakenShowsWhileItIsDragged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<bool>("taken");
    const QStringList none;
    QTest::newRow("a file") << QByteArray() << QStringList{QStringLiteral("file:///tmp/a.json")} << true;
    QTest::newRow("two files") << QByteArray()
                               << QStringList{QStringLiteral("file:///tmp/a.json"),
                                              QStringLiteral("file:///tmp/b.json")}
                               << false;
    QTest::newRow("a link") << QByteArray() << QStringList{QStringLiteral("https://a.example/x")} << true;
    QTest::newRow("a file elsewhere") << QByteArray() << QStringList{QStringLiteral("sftp://host/a.json")} << false;
    QTest::newRow("a command") << QByteArray("curl https://a.example") << none << true;
    QTest::newRow("JSON") << QByteArray("  {}") << none << true;
    QTest::newRow("words") << QByteArray("hello") << none << false;
    QTest::newRow("nothing") << QByteArray() << none << false;
}

void tst_Drops::whatCantBeTakenShowsWhileItIsDragged()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, urls);
    QFETCH(bool, taken);
    QMimeData data;
    if (!text.isEmpty())
        data.setText(QString::fromUtf8(text));
    if (!urls.isEmpty())
        data.setUrls(QUrl::fromStringList(urls));
    QCOMPARE(mayBeDropped(data), taken);
    if (!taken)
        QVERIFY(!dropOn(window(), data));
}

void tst_Drops::onlyRegularFilesOfASizeAreRead()
{
    const QTemporaryDir dir;
    const auto kindOf = [](const QString &path) { return readDrop(*file(path)).kind; };
    QVERIFY(kindOf(write(dir, "a.json", kRecord)) == Kind::Event);
    QVERIFY(kindOf(dir.path()) == Kind::Nothing);
    QVERIFY(kindOf(dir.filePath(QStringLiteral("missing"))) == Kind::Nothing);
    const QString pipe = dir.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    QVERIFY(kindOf(pipe) == Kind::Nothing);
    const Drop large = readDrop(*file(write(dir, "large.json", QByteArray(kLargestDrop + 1, ' '))));
    QVERIFY(large.refusal.startsWith(QStringLiteral("large.json is larger")));
    QCOMPARE(readDrop(*urls({QUrl(QStringLiteral("https://a.example/x"))})).text,
             QStringLiteral("https://a.example/x"));
}

void tst_Drops::aWindowTakesCopiesAlone()
{
    QWidget window;
    const WindowDrops drops(&window);
    QSignalSpy dropped(&drops, &WindowDrops::dropped);
    QVERIFY(!dropOn(window, *text(kRecord), Qt::MoveAction)); // it would be gone from there
    QVERIFY(dropOn(window, *text(kRecord)));
    QCOMPARE(dropped.size(), 1);
}

void tst_Drops::aFieldKeepsTextsAndLeavesFiles()
{
    QWidget window;
    auto *field = new QLineEdit(&window);
    const WindowDrops drops(&window);
    QSignalSpy dropped(&drops, &WindowDrops::dropped);
    const QTemporaryDir dir;
    QVERIFY(dropOn(*field, *file(write(dir, "a.json", kRecord))));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(field->text(), QString());
    dropOn(*field, *text("state:failed"));
    QCOMPARE(field->text(), QStringLiteral("state:failed"));
    QCOMPARE(dropped.size(), 1);
}

void tst_Drops::aRecordFillsTheEvent()
{
    const QTemporaryDir dir;
    QVERIFY(dropOn(window(), *file(write(dir, "a.json", kRecord))));
    QTRY_VERIFY(window().findChild<FireEventDialog *>());
    auto *dialog = window().findChild<FireEventDialog *>();
    auto *record = dialog->findChild<QPlainTextEdit *>(QStringLiteral("recordEdit"));
    const auto asset = [dialog] { return dialog->findChild<QLineEdit *>(QStringLiteral("assetEdit"))->text(); };
    QCOMPARE(record->toPlainText().toUtf8(), kRecord);
    QCOMPARE(asset(), QStringLiteral("a-1"));
    QSignalSpy accepted(dialog, &FireEventDialog::eventsAccepted);

    QVERIFY(dropOn(window(), *text("{\"uuid\":\"b-2\"}"))); // into the one that is open
    QTRY_COMPARE(asset(), QStringLiteral("b-2"));
    QCOMPARE(window().findChildren<FireEventDialog *>().size(), 1);
    record->undo();
    QCOMPARE(record->toPlainText().toUtf8(), kRecord);
    QCOMPARE(asset(), QStringLiteral("a-1"));
    QCOMPARE(accepted.size(), 0);
    dialog->reject();
    QTRY_VERIFY(!window().findChild<FireEventDialog *>());
}

void tst_Drops::aCommandFillsANewTarget()
{
    QVERIFY(dropOn(window(), *text("curl -X PUT https://hooks.example/in -H 'X-Tenant: 16'")));
    auto *dialog = window().findChild<TargetDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->target().url, QStringLiteral("https://hooks.example/in"));
    QVERIFY(dialog->target().method == Method::Put);
    QCOMPARE(dialog->target().headers.size(), 1);
    QVERIFY(!dialog->target().id.isValid());
    QVERIFY(!dropOn(window(), *text("https://other.example/"))); // this one first
    QCOMPARE(dialog->target().url, QStringLiteral("https://hooks.example/in"));
    dialog->done(QDialog::Rejected);
    QTRY_VERIFY(!window().findChild<TargetDialog *>());

    QVERIFY(dropOn(window(), *urls({QUrl(QStringLiteral("https://other.example/a%20b"))})));
    QCOMPARE(window().findChild<TargetDialog *>()->target().url, QStringLiteral("https://other.example/a%20b"));
    window().findChild<TargetDialog *>()->done(QDialog::Rejected);
    QTRY_VERIFY(!window().findChild<TargetDialog *>());
}

void tst_Drops::definitionsAreLookedAtBeforeTheyAreSaved()
{
    const int before = m_desk.rowsOf("targetTable");
    const QTemporaryDir dir;
    const QByteArray definitions = R"([{"url":"https://a.example/x"}])";
    QVERIFY(dropOn(window(), *file(write(dir, "targets.json", definitions))));
    auto *dialog = window().findChild<ImportDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPlainTextEdit *>(QStringLiteral("importTextEdit"))
                ->toPlainText()
                .contains(QStringLiteral("https://a.example/x")));
    QCOMPARE(dialog->findChild<QTableView *>(QStringLiteral("importTargetTable"))->model()->rowCount(), 1);
    dialog->reject();
    QTRY_VERIFY(!window().findChild<ImportDialog *>());
    QVERIFY(m_desk.rowsOf("targetTable") >= before); // the page reads when it is shown
}

void tst_Drops::whatCantBeReadIsSaidInTheBar()
{
    window().messages().dismiss();
    const QTemporaryDir dir;
    QVERIFY(dropOn(window(), *file(write(dir, "picture.png", "\x89PNG\r\n"))));
    QVERIFY2(window().messages().text().startsWith(QStringLiteral("picture.png ")),
             qPrintable(window().messages().text()));
    QVERIFY(!window().findChild<FireEventDialog *>() && !window().findChild<TargetDialog *>()
            && !window().findChild<ImportDialog *>());
    window().messages().dismiss();
}

void tst_Drops::thePaletteKnowsWhatWasLookedAt()
{
    QSignalSpy shown(window().findChild<DeliveriesPage *>(), &DeliveriesPage::deliveryShown);
    QVERIFY(m_desk.show(1));
    QTRY_VERIFY(!shown.isEmpty());
    const qint64 id = shown.constLast().at(0).value<DeliveryRow>().delivery.id.value;
    const QString title = QStringLiteral("Go to delivery %1 about “").arg(id);
    window().setCurrentPage(0);

    const auto open = [this] {
        window().findChild<QAction *>(QStringLiteral("paletteAction"))->trigger();
        return window().findChild<CommandPalette *>();
    };
    auto *palette = open();
    auto *line = palette->findChild<QLineEdit *>(QStringLiteral("commandEdit"));
    const QAbstractItemModel *found = palette->findChild<QListView *>(QStringLiteral("commandList"))->model();
    const auto count = [found, &title] {
        return found->match(found->index(0, 0), Qt::DisplayRole, title, -1, Qt::MatchStartsWith).size();
    };
    QCOMPARE(count(), 1);
    line->setText(QStringLiteral("#%1").arg(id));
    QCOMPARE(count(), 1);
    QVERIFY(found->index(0, 0).data().toString().startsWith(title));
    line->setText(QString::number(id));
    QCOMPARE(count(), 1);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(window().currentPage(), 1);

    QTRY_VERIFY(!window().findChild<CommandPalette *>());
    line = open()->findChild<QLineEdit *>(QStringLiteral("commandEdit"));
    line->setText(QStringLiteral("#999999"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(window().messages().text().contains(QStringLiteral("no delivery 999999")));
}

void tst_Drops::theLastTenAreKept()
{
    RecentDeliveries recent;
    DeliveryRow row;
    for (const qint64 id : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3}) {
        row.delivery.id = DeliveryId{id};
        recent.note(row);
    }
    QCOMPARE(recent.latestFirst().size(), RecentDeliveries::kMost);
    QCOMPARE(recent.latestFirst().at(0).id, DeliveryId{3}); // once, where it was seen last
    QCOMPARE(recent.latestFirst().at(1).id, DeliveryId{11});
    QCOMPARE(recent.latestFirst().constLast().id, DeliveryId{2});
}

QTEST_MAIN(tst_Drops)
#include "tst_drops.moc"
