// The inspector's Changes: against what the target was told before, field by field, and the record in words.
#include "core/payload/rendering.h"
#include "core/store/readthread.h"
#include "core/store/sql/database.h"
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/changes/changemodel.h"
#include "ui/deliveries/changes/changespane.h"
#include "ui/deliveries/changes/changewords.h"
#include "ui/deliveries/changes/recordmodel.h"
#include "ui/targets/form/fieldline.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QThread>

using namespace callboard;
using Kind = AssetChanges::Kind;

class TestDeliveryChanges : public QObject {
    Q_OBJECT

private slots:
    void whatWasToldBeforeIsComparedFieldByField();
    void addedChangedAndRemovedAreMarkedByIconAndWord();
    void theFirstTimeSaysSoAndShowsTheRecord();
    void theSameAgainNamesTheEventThatWasReported();
    void aReplayOfTheSameBytesChangesNothing();
    void anUnreadableRecordSaysWhy();
    void aReplayOfALaterStateIsNotComparedWithAnother();
    void unknownFieldsAreKeptAndStrayTextIsNamed();
    void aLongRecordListsItsFirstFields();
    void markupAndControlCharactersStayText();
    void theViewsAreReachedByKeyboardAndTheChoiceIsKept();
    void theTabCountsAndComparesOnce();
    void anotherDeliveryNeverShowsTheseChanges();
    void theWorkspaceComparesOffTheWindowsThread();

private:
    [[nodiscard]] static DeliveryDetail rated();
};

namespace {

MediaEvent happened(qint64 id, const QByteArray &record, Trigger trigger = Trigger::Rating)
{
    MediaEvent event;
    event.id = EventId{id};
    event.trigger = trigger;
    event.data = record;
    event.dataContentType = record.startsWith('{') ? QStringLiteral("application/json")
                                                   : QStringLiteral("application/xml");
    return event;
}

DeliveryDetail detail(const QByteArray &before, const QByteArray &after)
{
    DeliveryDetail detail;
    detail.row.delivery.latestEvent = EventId{2};
    detail.events = {happened(2, after)};
    if (!before.isEmpty()) {
        detail.lastSent = happened(1, before);
        detail.lastSentBy = DeliveryId{4690};
    }
    return detail;
}

QString cellOf(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

// The document's own record, then rated, denied, with a field more and one less.
DeliveryDetail TestDeliveryChanges::rated()
{
    const QByteArray before = sampleEvent(Trigger::Transcode).data;
    QByteArray after = before;
    after.replace("<rating>0<", "<rating>4<");
    after.replace("<moderationstatus>0<", "<moderationstatus>2<");
    after.replace("<injector>httpupload</injector>", "<mood>calm</mood>");
    after.replace("</user_lastname>", "</user_lastname>i"); // as the document prints it
    return detail(before, after);
}

void TestDeliveryChanges::whatWasToldBeforeIsComparedFieldByField()
{
    const AssetChanges changes = assetChanges(rated());
    QCOMPARE(changes.kind, Kind::Different);
    QCOMPARE(changes.shown, (QList<Trigger>{Trigger::Rating, Trigger::Moderation}));
    QCOMPARE(changewords::summary(changes),
             QStringLiteral("4 fields differ from what delivery 4690 told this target. This shows: rated, moderated."));
}

void TestDeliveryChanges::addedChangedAndRemovedAreMarkedByIconAndWord()
{
    ChangeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setChanges(assetChanges(rated()).changes);
    QCOMPARE(model.rowCount(), 4);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << cellOf(model, row, column);
        rows << cells.join(QLatin1Char('|'));
        QVERIFY(!model.index(row, ChangeModel::MarkColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    }
    QCOMPARE(rows,
             (QStringList{QStringLiteral("added|mood|–|calm"),
                          QStringLiteral("changed|moderationstatus|0 (unmoderated)|2 (denied)"),
                          QStringLiteral("changed|rating|0|4"), QStringLiteral("removed|injector|httpupload|–")}));
}

void TestDeliveryChanges::theFirstTimeSaysSoAndShowsTheRecord()
{
    ChangesPane pane;
    pane.setChanges(assetChanges(detail({}, sampleEvent(Trigger::Transcode).data)));
    QVERIFY(pane.findChild<QLabel *>(QStringLiteral("changesSummaryLabel"))
                ->text()
                .contains(QStringLiteral("hears of this asset for the first time")));
    QCOMPARE(pane.view(), ChangesPane::Record);
    QCOMPARE(pane.findChild<QTableView *>(QStringLiteral("recordTable"))->model()->rowCount(), 52);
    auto *differences = pane.findChild<QPushButton *>(QStringLiteral("differencesButton"));
    QVERIFY(!differences->isEnabled());
    QVERIFY2(differences->toolTip().contains(QStringLiteral("first time")), "it says why");
}

void TestDeliveryChanges::theSameAgainNamesTheEventThatWasReported()
{
    const QByteArray record = sampleEvent(Trigger::Transcode).data;
    DeliveryDetail same = detail(record, record);
    same.events.prepend(happened(3, record, Trigger::Transcode));
    QCOMPARE(changewords::summary(assetChanges(same)),
             QStringLiteral("No visible change: the platform reported “transcoded, rated” again. The record is the one "
                            "that delivery 4690 carried."));
}

void TestDeliveryChanges::aReplayOfTheSameBytesChangesNothing()
{
    const QByteArray record = sampleEvent(Trigger::Transcode).data;
    DeliveryDetail replay = detail(record, record);
    replay.row.delivery.replayOf = DeliveryId{4690};
    QVERIFY(changewords::summary(assetChanges(replay)).contains(QStringLiteral("this replay carries the record")));
}

void TestDeliveryChanges::anUnreadableRecordSaysWhy()
{
    const AssetChanges broken = assetChanges(detail({}, "{\"uuid\":"));
    QCOMPARE(broken.kind, Kind::Unreadable);
    QVERIFY(!broken.problem.isEmpty());
    QVERIFY(changewords::summary(broken).endsWith(broken.problem));
    const AssetChanges unmatched = assetChanges(detail("<result><id>1", "{\"uuid\":\"x\"}"));
    QCOMPARE(unmatched.kind, Kind::NothingToMatch);
    QCOMPARE(unmatched.fields.size(), 1);
    QCOMPARE(assetChanges({}).kind, Kind::NoRecord);
}

void TestDeliveryChanges::aReplayOfALaterStateIsNotComparedWithAnother()
{
    DeliveryDetail replay = detail("{\"uuid\":\"x\"}", "{\"uuid\":\"y\"}");
    replay.row.delivery.latestEvent = EventId{9};
    const AssetChanges changes = assetChanges(replay);
    QCOMPARE(changes.kind, Kind::Elsewhere);
    QVERIFY(changes.changes.isEmpty());
}

void TestDeliveryChanges::unknownFieldsAreKeptAndStrayTextIsNamed()
{
    RecordModel model;
    const QAbstractItemModelTester tester(&model);
    const AssetChanges changes = assetChanges(rated());
    model.setFields(changes.fields);
    QStringList unknown;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (cellOf(model, row, RecordModel::MeaningColumn) == QStringLiteral("unknown field, kept"))
            unknown << cellOf(model, row, RecordModel::FieldColumn);
    }
    QCOMPARE(unknown, QStringList{QStringLiteral("mood")});
    ChangesPane pane;
    pane.setChanges(changes);
    const QString warning = pane.findChild<FieldLine *>(QStringLiteral("recordWarningLine"))->sentence();
    QVERIFY2(warning.contains(QStringLiteral("stray text “i”")) && warning.contains(QStringLiteral("line 41")),
             qPrintable(warning));
}

void TestDeliveryChanges::aLongRecordListsItsFirstFields()
{
    QByteArray record = "{\"uuid\":\"x\"";
    for (int field = 0; field < 3'000; ++field)
        record += ",\"f" + QByteArray::number(field) + "\":1";
    const AssetChanges changes = assetChanges(detail({}, record + '}'));
    QCOMPARE(changes.fields.size(), AssetChanges::kMostFields);
    QCOMPARE(changewords::warnings(changes), QStringLiteral("Only the first 2,000 of 3,001 fields are listed."));
}

void TestDeliveryChanges::markupAndControlCharactersStayText()
{
    const QByteArray after = "{\"title\":\"<b>x</b>\\n\xE2\x80\xAEy\",\"long\":\"" + QByteArray(5'000, 'a') + "\"}";
    ChangeModel model;
    model.setChanges(assetChanges(detail("{\"title\":\"\"}", after)).changes);
    QCOMPARE(cellOf(model, 0, ChangeModel::AfterColumn), QStringLiteral("<b>x</b> ‹U+202E›y"));
    QCOMPARE(cellOf(model, 0, ChangeModel::BeforeColumn), QStringLiteral("empty"));
    const QString tip = model.index(0, ChangeModel::AfterColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;")), qPrintable(tip));
    QVERIFY(cellOf(model, 1, ChangeModel::AfterColumn).size() < 400);
}

void TestDeliveryChanges::theViewsAreReachedByKeyboardAndTheChoiceIsKept()
{
    ChangesPane pane;
    pane.setChanges(assetChanges(rated()));
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QCOMPARE(pane.view(), ChangesPane::Differences);
    auto *record = pane.findChild<QPushButton *>(QStringLiteral("recordButton"));
    record->setFocus();
    QTest::keyClick(record, Qt::Key_Space);
    QCOMPARE(pane.view(), ChangesPane::Record);
    QVERIFY(pane.findChild<QTableView *>(QStringLiteral("recordTable"))->isVisible());
    pane.setChanges(assetChanges(rated()));
    QCOMPARE(pane.view(), ChangesPane::Record);
}

void TestDeliveryChanges::theTabCountsAndComparesOnce()
{
    fakes::DeliveryBench bench;
    DeliveryRow row = fakes::row(1, DeliveryState::Delivered, bench.clock);
    row.delivery.latestEvent = EventId{2};
    bench.source.put(row);
    bench.source.details[1] = rated();
    bench.start();
    bench.table->selectDelivery(DeliveryId{1});
    auto *tabs = bench.child<QTabWidget>("inspectorTabs");
    QTRY_COMPARE(tabs->tabText(5), QStringLiteral("Changes 4"));
    bench.source.details[1].attempts = {Attempt()};
    emit bench.engine.changed({{DeliveryId{1}}, false});
    QTRY_COMPARE(tabs->tabText(3), QStringLiteral("Attempts 1"));
    QCOMPARE(bench.source.changesAsked, 1);
    bench.source.details[1].events.append(happened(3, "{\"uuid\":\"x\"}"));
    bench.source.stored[1].delivery.latestEvent = EventId{3};
    emit bench.engine.changed({{DeliveryId{1}}, false});
    QTRY_COMPARE(bench.source.changesAsked, 2);
}

void TestDeliveryChanges::anotherDeliveryNeverShowsTheseChanges()
{
    fakes::DeliveryBench bench;
    for (const qint64 id : {1, 2})
        bench.source.put(fakes::row(id, DeliveryState::Delivered, bench.clock));
    bench.source.stored[1].delivery.latestEvent = EventId{2};
    bench.source.details[1] = rated();
    bench.start();
    bench.table->selectDelivery(DeliveryId{1});
    auto *tabs = bench.child<QTabWidget>("inspectorTabs");
    QTRY_COMPARE(tabs->tabText(5), QStringLiteral("Changes 4"));
    bench.table->selectDelivery(DeliveryId{2});
    QTRY_COMPARE(tabs->tabText(5), QStringLiteral("Changes"));
    QTRY_VERIFY(bench.child<QLabel>("changesSummaryLabel")->text().contains(QStringLiteral("carries no record")));
    QCOMPARE(bench.child<QTableView>("changeTable")->model()->rowCount(), 0);
}

void TestDeliveryChanges::theWorkspaceComparesOffTheWindowsThread()
{
    const QTemporaryDir dir;
    const auto database = Database::open(dir.filePath(QStringLiteral("workspace.db")), Database::Access::Write);
    QVERIFY(database);
    ReadThread reads(dir.filePath(QStringLiteral("workspace.db")));
    StoredDeliveries source(reads);
    std::optional<AssetChanges> answer;
    source.changes(rated(), this, [&](const AssetChanges &changes) {
        QCOMPARE(QThread::currentThread(), thread());
        answer = changes;
    });
    QVERIFY2(!answer, "nothing is compared while one waits");
    QTRY_VERIFY(answer);
    QCOMPARE(answer->changes.size(), 4);
}

QTEST_MAIN(TestDeliveryChanges)
#include "tst_deliverychanges.moc"
