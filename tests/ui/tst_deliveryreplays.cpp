// The three ways to replay: the same bytes, the latest state, and asking the platform first. What each says.
#include "tests/ui/deliverybench.h"
#include "tests/ui/fakeplatformclient.h"
#include "ui/deliveries/changes/changespane.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>

using namespace callboard;

class TestDeliveryReplays : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void theButtonAndItsMenuSayWhatIsReplayed();
    void theMenuOpensByKeyboard();
    void controlAndRReplaysTheLatestState();
    void aDeliveredOneAsksBeforeTheLatestStateIsSent();
    void aReplaySaysWhatItRepeatsAndWithWhat_data();
    void aReplaySaysWhatItRepeatsAndWithWhat();
    void withoutAPlatformNobodyIsAsked();
    void refreshSaysWhatDiffersAndOffersTheLatestState();
    void whileThePlatformIsAskedItIsNotAskedAgain();
    void aDismissedQuestionIsAnsweredInSilence();
    void nothingNewAndNoAnswerAreTwoTexts();
    void whatThePlatformSaidStaysWithItsAsset();
    void anEmailSaysWhyItCannotBeCopied();

private:
    void select(qint64 id);
    void refresh();
    [[nodiscard]] QPushButton *messageAction() const { return m_bench->child<QPushButton>("messageActionButton"); }

    std::unique_ptr<fakes::DeliveryBench> m_bench;
    FakePlatformClient m_platform;
};

namespace {

Result<RefreshedAsset> fourFieldsDiffer(const QString &asset)
{
    const auto change = [](const char *name, const char *before, const char *after) {
        return FieldChange{name, QString::fromLatin1(before), QString::fromLatin1(after)};
    };
    RefreshedAsset refreshed;
    refreshed.asset.id = asset;
    refreshed.changes = {change("rating", "0", "4"),
                         change("votecount", "0", "1"),
                         change("moderationstatus", "0", "2"),
                         {"externalid", std::nullopt, QStringLiteral("bc-77")}};
    return refreshed;
}

} // namespace

void TestDeliveryReplays::init()
{
    m_platform = {};
    m_bench = std::make_unique<fakes::DeliveryBench>();
    m_bench->source.put(fakes::row(1, DeliveryState::Delivered, m_bench->clock));
    m_bench->source.put(fakes::row(2, DeliveryState::Failed, m_bench->clock));
    m_bench->source.put(fakes::row(3, DeliveryState::Sending, m_bench->clock));
}

void TestDeliveryReplays::select(qint64 id)
{
    m_bench->table->selectDelivery(DeliveryId{id});
    QTRY_VERIFY(m_bench->child<QPushButton>("editTargetButton")->isEnabled());
}

void TestDeliveryReplays::refresh()
{
    QVERIFY(m_bench->action("refreshAction")->isEnabled());
    m_bench->action("refreshAction")->trigger();
}

void TestDeliveryReplays::theButtonAndItsMenuSayWhatIsReplayed()
{
    m_bench->start();
    select(2);
    QTest::mouseClick(m_bench->child<QPushButton>("replayButton"), Qt::LeftButton);
    m_bench->action("replaySameAction")->trigger();
    select(2);
    m_bench->action("replayLatestAction")->trigger();
    using enum ReplayContent;
    QCOMPARE(m_bench->engine.contents, (QList<ReplayContent>{SameBytes, SameBytes, LatestState}));
    QTRY_COMPARE(m_bench->messages->text(), QStringLiteral("Replay of 2, with the latest state, is on its way."));
}

void TestDeliveryReplays::theMenuOpensByKeyboard()
{
    m_bench->start();
    select(2);
    auto *more = m_bench->child<QPushButton>("replayMenuButton");
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    auto *menu = m_bench->child<QMenu>("replayMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_bench->engine.contents, QList<ReplayContent>{ReplayContent::LatestState});
}

void TestDeliveryReplays::controlAndRReplaysTheLatestState()
{
    m_bench->start();
    select(2);
    QTest::keyClick(m_bench->table, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(m_bench->engine.replayed, QList<DeliveryId>{DeliveryId{2}});
    QCOMPARE(m_bench->engine.contents, QList<ReplayContent>{ReplayContent::LatestState});
}

void TestDeliveryReplays::aDeliveredOneAsksBeforeTheLatestStateIsSent()
{
    m_bench->start();
    select(1);
    QTest::keyClick(m_bench->table, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_bench->engine.replayed.isEmpty());
    QVERIFY(m_bench->messages->text().contains(QStringLiteral("told the latest state")));
    QTest::keyClick(messageAction(), Qt::Key_Space);
    QCOMPARE(m_bench->engine.contents, QList<ReplayContent>{ReplayContent::LatestState});
}

void TestDeliveryReplays::aReplaySaysWhatItRepeatsAndWithWhat_data()
{
    QTest::addColumn<ReplayContent>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("same") << ReplayContent::SameBytes << QStringLiteral("Replay of 2, same bytes");
    QTest::newRow("latest") << ReplayContent::LatestState << QStringLiteral("Replay of 2, latest state");
}

void TestDeliveryReplays::aReplaySaysWhatItRepeatsAndWithWhat()
{
    QFETCH(ReplayContent, content);
    QFETCH(QString, said);
    DeliveryRow replay = fakes::row(4, DeliveryState::Delivered, m_bench->clock);
    replay.delivery.replayOf = DeliveryId{2};
    replay.delivery.replayContent = content;
    m_bench->source.put(replay);
    m_bench->start();
    select(4);
    auto *origin = m_bench->child<QPushButton>("originButton");
    QTRY_COMPARE(origin->text(), said);
    const QString tip = m_bench->table->model()->index(0, DeliveryListModel::State).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(said), qPrintable(tip));
    QTest::mouseClick(origin, Qt::LeftButton);
    QTRY_COMPARE(m_bench->inspector->current(), DeliveryId{2});
}

void TestDeliveryReplays::withoutAPlatformNobodyIsAsked()
{
    m_bench->start();
    select(3);
    QVERIFY(!m_bench->action("refreshAction")->isVisible());
    QVERIFY2(!m_bench->child<QPushButton>("replayMenuButton")->isEnabled(), "it is on its way: the menu has nothing");
}

void TestDeliveryReplays::refreshSaysWhatDiffersAndOffersTheLatestState()
{
    m_platform.refreshAnswer = fourFieldsDiffer;
    m_bench->start(&m_platform);
    select(1);
    refresh();
    QCOMPARE(m_platform.refreshed, QStringList{QStringLiteral("asset-1")});
    QVERIFY(m_bench->messages->text().contains(QStringLiteral("Asking the platform what asset-1 is now")));
    QTRY_COMPARE(m_bench->messages->text(),
                 QStringLiteral("4 fields differ: rating, votecount, moderationstatus and 1 more."));
    auto *table = m_bench->child<QTableView>("platformTable");
    QVERIFY2(table->isVisible(), "the details are in sight");
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->model()->index(2, 3).data().toString(), QStringLiteral("2 (denied)"));

    QCOMPARE(messageAction()->text(), QStringLiteral("Replay the latest state"));
    QTest::mouseClick(messageAction(), Qt::LeftButton);
    QCOMPARE(m_bench->engine.replayed, QList<DeliveryId>{DeliveryId{1}}); // and no second question
    QCOMPARE(m_bench->engine.contents, QList<ReplayContent>{ReplayContent::LatestState});
}

void TestDeliveryReplays::whileThePlatformIsAskedItIsNotAskedAgain()
{
    m_bench->start(&m_platform);
    select(2);
    refresh();
    QVERIFY(!m_bench->action("refreshAction")->isEnabled());
    QTRY_VERIFY(m_bench->action("refreshAction")->isEnabled());
    QCOMPARE(m_platform.refreshed.size(), 1);
}

void TestDeliveryReplays::aDismissedQuestionIsAnsweredInSilence()
{
    m_platform.refreshAnswer = fourFieldsDiffer;
    m_bench->start(&m_platform);
    select(2);
    refresh();
    m_bench->messages->dismiss();
    auto *table = m_bench->child<QTableView>("platformTable");
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QVERIFY(!m_bench->messages->isOpen());
    QVERIFY2(!table->isVisible(), "what one is reading stays in sight");
}

void TestDeliveryReplays::nothingNewAndNoAnswerAreTwoTexts()
{
    m_bench->start(&m_platform);
    select(2);
    refresh();
    QTRY_COMPARE(m_bench->messages->text(),
                 QStringLiteral("The platform says of asset-2 what is known here: nothing differs."));
    QVERIFY(!messageAction()->isVisible());
    m_platform.refusal = Error{ErrorCode::NotFound, QStringLiteral("no platform is set up")};
    refresh();
    QTRY_COMPARE(m_bench->messages->text(),
                 QStringLiteral("The platform did not say what asset-2 is now: no platform is set up"));
}

void TestDeliveryReplays::whatThePlatformSaidStaysWithItsAsset()
{
    m_platform.refreshAnswer = fourFieldsDiffer;
    m_bench->start(&m_platform);
    select(2);
    refresh();
    auto *button = m_bench->child<QPushButton>("platformButton");
    QTRY_VERIFY(button->isVisible());
    m_bench->table->selectDelivery(DeliveryId{1});
    QTRY_VERIFY(!button->isVisible());
    m_bench->table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(button->isVisible());
}

void TestDeliveryReplays::anEmailSaysWhyItCannotBeCopied()
{
    Attempt attempt;
    attempt.url = QStringLiteral("mailto:johndoe@epiclabs.example");
    attempt.exchange.outcome = Outcome::Delivered;
    attempt.exchange.status = 250;
    m_bench->source.details[1].attempts = {attempt};
    m_bench->start();
    select(1);
    auto *copy = m_bench->child<QPushButton>("copyCurlButton");
    QTRY_VERIFY(copy->toolTip().contains(QStringLiteral("e-mail")));
    QVERIFY(!copy->isEnabled());
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::keyClick(m_bench->table, Qt::Key_C);
    QVERIFY(m_bench->messages->text().contains(QStringLiteral("there is no cURL command for it")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
}

QTEST_MAIN(TestDeliveryReplays)
#include "tst_deliveryreplays.moc"
