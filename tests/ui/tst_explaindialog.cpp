// Who was called for an event: the dialog, and the ways to it from a delivery.
#include "tests/ui/assetdesk.h"
#include "tests/ui/deliverybench.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "ui/events/explaindialog.h"
#include "ui/events/matchmodel.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace callboard;

class tst_ExplainDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void saysInOneSentenceHowManyWereCalled();
    void eachTargetHasItsOutcomeToneAndReason();
    void aTargetThatWasCalledOpensItsDelivery();
    void enterOpensAndEscapeCloses();
    void whatComesFromOutsideStaysPlainText();
    void theInspectorExplainsItsDelivery();
    void theMenuExplainsItsDelivery();
    void anEventThatIsGoneIsSaidInTheMessageBar();
    void anAssetExplainsItsNewestEvent();
};

namespace {

Explained row(const char *name, Fate fate, const char *reason)
{
    Explained explained;
    explained.name = QString::fromUtf8(name);
    explained.fate = fate;
    explained.reason = QString::fromUtf8(reason);
    return explained;
}

Explained carried(const char *name, qint64 delivery, DeliveryState state, const char *reason)
{
    Explained explained = row(name, Fate::Carried, reason);
    explained.delivery.emplace();
    explained.delivery->id = {delivery};
    explained.delivery->state = state;
    return explained;
}

Explanation sample()
{
    Explanation explanation;
    explanation.event.id = {12};
    explanation.event.source = QStringLiteral("/cms");
    explanation.event.sourceId = QStringLiteral("e12");
    explanation.event.trigger = Trigger::Rating;
    explanation.event.asset = QStringLiteral("556114");
    explanation.event.receivedAt = Timestamp(Milliseconds(1'700'000'000'000));
    explanation.targets = {carried("CMS ingest", 41, DeliveryState::Delivered, "answered 200 after 1 attempt"),
                           carried("Search index", 42, DeliveryState::Held, "The target is paused."),
                           carried("Partner", 43, DeliveryState::Failed, "given up after 11 attempts: 503"),
                           row("Spark site", Fate::NotWanted, "onRating is off"),
                           row("Project 99", Fate::NotWanted, "out of scope: it is for project 99, the event's is 16")};
    return explanation;
}

QString cell(const QWidget &dialog, int row, int column)
{
    return in<QTableView>(dialog, "explainTable")->model()->index(row, column).data().toString();
}

ExplainDialog *opened(const fakes::DeliveryBench &bench)
{
    return bench.window.findChild<ExplainDialog *>();
}

} // namespace

void tst_ExplainDialog::saysInOneSentenceHowManyWereCalled()
{
    ExplainDialog dialog(sample());
    QCOMPARE(in<QLabel>(dialog, "explainSentence")->text(),
             QStringLiteral("3 of 5 targets were called. Calls not done yet: 1."));
    QVERIFY(in<ElidedLabel>(dialog, "explainEvent")->fullText().contains(QStringLiteral("556114")));
    Explanation nobody = sample();
    nobody.targets.clear();
    ExplainDialog empty(nobody);
    QVERIFY(in<QLabel>(empty, "explainSentence")->text().contains(QStringLiteral("nobody was called")));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    in<QTableView>(dialog, "explainTable")->selectRow(0);
    shoot(dialog, QStringLiteral("explain"));
}

void tst_ExplainDialog::eachTargetHasItsOutcomeToneAndReason()
{
    ExplainDialog dialog(sample());
    const QAbstractItemModel *model = in<QTableView>(dialog, "explainTable")->model();
    QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model));
    QCOMPARE(cell(dialog, 0, MatchModel::TargetColumn), QStringLiteral("CMS ingest"));
    QCOMPARE(cell(dialog, 0, MatchModel::CalledColumn), QStringLiteral("Delivered"));
    QCOMPARE(cell(dialog, 1, MatchModel::CalledColumn), QStringLiteral("Held"));
    QCOMPARE(cell(dialog, 3, MatchModel::CalledColumn), QStringLiteral("Not called"));
    QCOMPARE(cell(dialog, 3, MatchModel::ReasonColumn), QStringLiteral("onRating is off"));
    const auto tone = [&](int row) {
        return model->index(row, MatchModel::CalledColumn).data(TonedDelegate::ToneRole).toInt();
    };
    QCOMPARE(tone(0), int(look::Tone::Delivered));
    QCOMPARE(tone(1), int(look::Tone::Held));
    QCOMPARE(tone(2), int(look::Tone::Failed));
    QCOMPARE(tone(3), int(look::Tone::Cancelled));
    QCOMPARE(model->headerData(MatchModel::CalledColumn, Qt::Horizontal).toString(), QStringLiteral("Outcome"));
}

void tst_ExplainDialog::aTargetThatWasCalledOpensItsDelivery()
{
    ExplainDialog dialog(sample());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *table = in<QTableView>(dialog, "explainTable");
    auto *open = in<QPushButton>(dialog, "openDeliveryButton");
    QSignalSpy wanted(&dialog, &ExplainDialog::deliveryRequested);
    table->selectRow(3);
    QVERIFY(!open->isEnabled());
    emit table->doubleClicked(table->model()->index(3, 0));
    QVERIFY(dialog.isVisible());
    table->selectRow(1);
    QVERIFY(open->isEnabled());
    const QPoint at = table->visualRect(table->model()->index(1, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<DeliveryId>().value, 42);
    QVERIFY(!dialog.isVisible());
}

void tst_ExplainDialog::enterOpensAndEscapeCloses()
{
    ExplainDialog dialog(sample());
    QSignalSpy wanted(&dialog, &ExplainDialog::deliveryRequested);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *table = in<QTableView>(dialog, "explainTable");
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!dialog.isVisible());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(wanted.count(), 1);
}

void tst_ExplainDialog::whatComesFromOutsideStaysPlainText()
{
    Explanation hostile = sample();
    hostile.event.asset = QStringLiteral("<b>a</b>");
    hostile.targets.first().reason = QStringLiteral("<img src=x> \u202Eabc");
    ExplainDialog dialog(hostile);
    QVERIFY(!cell(dialog, 0, MatchModel::ReasonColumn).contains(QChar(0x202E)));
    QVERIFY(in<QLabel>(dialog, "explainEvent")->textFormat() == Qt::PlainText);
    QVERIFY(in<QLabel>(dialog, "explainSentence")->textFormat() == Qt::PlainText);
    const QString tip = in<QTableView>(dialog, "explainTable")
                            ->model()
                            ->index(0, MatchModel::ReasonColumn)
                            .data(Qt::ToolTipRole)
                            .toString();
    QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
}

void tst_ExplainDialog::theInspectorExplainsItsDelivery()
{
    fakes::DeliveryBench bench;
    DeliveryRow delivery = fakes::row(7, DeliveryState::Delivered, bench.clock);
    delivery.delivery.latestEvent = {12};
    bench.source.put(delivery);
    bench.source.put(fakes::row(41, DeliveryState::Delivered, bench.clock));
    bench.source.explanation = sample();
    bench.start();
    bench.table->selectDelivery({7});
    auto *button = bench.child<QPushButton>("explainButton");
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(opened(bench));
    QCOMPARE(bench.source.explained.value(0).value, 12);
    in<QTableView>(*opened(bench), "explainTable")->selectRow(0);
    click(*opened(bench), "openDeliveryButton");
    QTRY_COMPARE(bench.inspector->current().value, 41);
}

void tst_ExplainDialog::theMenuExplainsItsDelivery()
{
    fakes::DeliveryBench bench;
    DeliveryRow delivery = fakes::row(7, DeliveryState::Delivered, bench.clock);
    delivery.delivery.latestEvent = {12};
    bench.source.put(delivery);
    bench.source.explanation = sample();
    bench.start();
    emit bench.table->customContextMenuRequested(bench.table->visualRect(bench.table->model()->index(0, 0)).center());
    auto *menu = bench.child<QMenu>("deliveryMenu");
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QStringLiteral("Explain who was called…");
    });
    QVERIFY(found != actions.end());
    (*found)->trigger();
    menu->close();
    QTRY_VERIFY(opened(bench));
    QCOMPARE(bench.source.explained.value(0).value, 12);
    opened(bench)->reject();
}

void tst_ExplainDialog::anEventThatIsGoneIsSaidInTheMessageBar()
{
    fakes::DeliveryBench bench;
    bench.source.put(fakes::row(7, DeliveryState::Delivered, bench.clock));
    bench.source.explanation = fail(ErrorCode::NotFound, QStringLiteral("There is no event 12."));
    bench.start();
    bench.table->selectDelivery({7});
    auto *button = bench.child<QPushButton>("explainButton");
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(bench.messages->text().contains(QStringLiteral("no event 12")));
    QVERIFY(!opened(bench));
}

void tst_ExplainDialog::anAssetExplainsItsNewestEvent()
{
    AssetDesk desk;
    CallbackTarget ratings;
    ratings.name = QStringLiteral("ratings");
    ratings.url = QStringLiteral("https://ratings.example/");
    ratings.triggers = {Trigger::Rating};
    QVERIFY(desk.addTarget(ratings));
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    auto *button = desk.find<QPushButton>("explainButton");
    QVERIFY(!button->isEnabled());
    desk.page->selectAsset(kMovie);
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(desk.window->findChild<ExplainDialog *>());
    auto *dialog = desk.window->findChild<ExplainDialog *>();
    QCOMPARE(in<QLabel>(*dialog, "explainSentence")->text(), QStringLiteral("0 of 1 targets were called."));
    QCOMPARE(cell(*dialog, 0, MatchModel::ReasonColumn), QStringLiteral("onSuccess is off"));
    QSignalSpy wanted(desk.page, &AssetsPage::deliveryRequested);
    emit dialog->deliveryRequested({5});
    QCOMPARE(wanted.count(), 1);
    shoot(*desk.window, QStringLiteral("explain-asset"));
    dialog->reject();
}

QTEST_MAIN(tst_ExplainDialog)
#include "tst_explaindialog.moc"
