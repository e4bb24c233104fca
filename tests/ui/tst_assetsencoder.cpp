// What lies between an asset and its encoder, over a real workspace. With CALLBOARD_SHOTS=DIR it saves pictures.
#include "tests/ui/assetdesk.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/fieldline.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace callboard;

namespace {

constexpr int kEncoderTab = 2;

CallbackTarget toEncoder(const QString &name, const QString &url)
{
    CallbackTarget target;
    target.name = name;
    target.url = url;
    target.source = CallbackSource::Encoder;
    target.headers = {{QStringLiteral("X-Api-Key"), {}, QByteArrayLiteral("sealed"), true, true}};
    return target;
}

SubmittedJob madeJob()
{
    SubmittedJob job;
    job.jobId = QStringLiteral("172151");
    job.exchange.requestHead = QByteArrayLiteral("POST /api/v2/jobs HTTP/1.1\r\nHost: app.zencoder.com\r\n\r\n");
    job.exchange.exchange.outcome = Outcome::Delivered;
    job.exchange.exchange.status = 201;
    job.exchange.exchange.responseHead = QByteArrayLiteral(
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n");
    job.exchange.exchange.responseBody = QByteArrayLiteral(R"({"id":172151})");
    job.exchange.exchange.timings.done = std::chrono::milliseconds(312);
    return job;
}

} // namespace

class tst_AssetsEncoder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theEncoderGetsTheCallbacksMasked();
    void withoutCallbacksForItThereIsNoJob();
    void whatCannotBeHandedOverIsNamed();
    void aJobIsSubmittedOnceAndItsExchangeShown();
    void aRefusedJobSaysWhy();
    void whatIsSaidOfAJobGoesWithItsAsset();
    void notificationsAreListedWithTheirBody();

private:
    // Chooses the movie and opens the tab; the desk has both assets.
    static void openTab(AssetDesk &desk)
    {
        desk.open();
        QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
        desk.table()->selectRow(0);
        QTRY_VERIFY(desk.find<QWidget>("assetInspector")->isVisible());
        desk.find<QTabWidget>("assetTabs")->setCurrentIndex(kEncoderTab);
    }
};

void tst_AssetsEncoder::theEncoderGetsTheCallbacksMasked()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    QVERIFY(desk.addTarget(toEncoder(QStringLiteral("cms"), QStringLiteral("https://cms.example/hook"))));
    openTab(desk);
    const QString told = desk.find<PayloadView>("handOffView")->text();
    QVERIFY(told.contains(QStringLiteral("https://cms.example/hook")));
    QVERIFY(told.contains(QStringLiteral("X-Api-Key")));
    QVERIFY(!told.contains(QStringLiteral("sealed")));
    QVERIFY(desk.find<QPushButton>("submitJobButton")->isEnabled());
}

void tst_AssetsEncoder::withoutCallbacksForItThereIsNoJob()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    openTab(desk);
    auto *submit = desk.find<QPushButton>("submitJobButton");
    QVERIFY(!submit->isEnabled());
    QCOMPARE(submit->toolTip(), QStringLiteral("No callback of this asset has the encoder as its source."));
    shoot(*desk.window, QStringLiteral("assets-encoder-none"));
}

void tst_AssetsEncoder::whatCannotBeHandedOverIsNamed()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    CallbackTarget put = toEncoder(QStringLiteral("Archive"), QStringLiteral("https://archive.example/put"));
    put.method = Method::Put;
    QVERIFY(desk.addTarget(put));
    QVERIFY(desk.addNotification([] {
        EncoderNotification arrived = zencoderNotification(1, QStringLiteral("job"), QStringLiteral("failed"));
        arrived.asset = kMovie;
        arrived.error = QStringLiteral("The input could not be read");
        return arrived;
    }()));
    openTab(desk);
    auto *line = desk.find<FieldLine>("handOffProblemLine");
    QVERIFY(line);
    QVERIFY(line->isVisible());
    QVERIFY(line->mood() == FieldLine::Mood::Problem);
    QVERIFY(line->sentence().startsWith(QStringLiteral("Archive: ")));
    QVERIFY(!desk.find<QPushButton>("submitJobButton")->isEnabled());
    shoot(*desk.window, QStringLiteral("assets-encoder-problem"));
}

void tst_AssetsEncoder::aJobIsSubmittedOnceAndItsExchangeShown()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    QVERIFY(desk.addTarget(toEncoder(QStringLiteral("cms"), QStringLiteral("https://cms.example/hook"))));
    desk.platform.submitAnswer = [](const QString &) { return madeJob(); };
    openTab(desk);
    auto *submit = desk.find<QPushButton>("submitJobButton");
    QTest::mouseClick(submit, Qt::LeftButton);
    QVERIFY(!submit->isEnabled()); // until the answer is there
    QTest::mouseClick(submit, Qt::LeftButton);
    auto *line = desk.find<FieldLine>("submitLine");
    QTRY_COMPARE(line->sentence(), QStringLiteral("Job 172151 was made: 201 Created in 312 ms."));
    QCOMPARE(desk.platform.submitted, QStringList{kMovie});
    QVERIFY(submit->isEnabled());
    auto *tabs = desk.find<QTabWidget>("handOffTabs");
    QVERIFY(tabs->isTabEnabled(1));
    tabs->setCurrentIndex(1);
    QVERIFY(desk.find<PayloadView>("testAnswerView")->text().contains(QStringLiteral("201 Created")));
    shoot(*desk.window, QStringLiteral("assets-encoder-job"));
}

void tst_AssetsEncoder::aRefusedJobSaysWhy()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    QVERIFY(desk.addTarget(toEncoder(QStringLiteral("cms"), QStringLiteral("https://cms.example/hook"))));
    openTab(desk);
    desk.platform.refusal = Error{ErrorCode::Malformed, QStringLiteral("The header X-Api-Key is too long.")};
    QTest::mouseClick(desk.find<QPushButton>("submitJobButton"), Qt::LeftButton);
    auto *line = desk.find<FieldLine>("submitLine");
    QTRY_COMPARE(line->sentence(), QStringLiteral("The header X-Api-Key is too long."));
    QVERIFY(line->mood() == FieldLine::Mood::Problem);
    QVERIFY(!desk.find<QTabWidget>("handOffTabs")->isTabEnabled(1));
}

void tst_AssetsEncoder::whatIsSaidOfAJobGoesWithItsAsset()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    QVERIFY(desk.addTarget(toEncoder(QStringLiteral("cms"), QStringLiteral("https://cms.example/hook"))));
    desk.platform.submitAnswer = [](const QString &) { return madeJob(); };
    openTab(desk);
    QTest::mouseClick(desk.find<QPushButton>("submitJobButton"), Qt::LeftButton);
    auto *line = desk.find<FieldLine>("submitLine");
    QTRY_VERIFY(line->sentence().startsWith(QStringLiteral("Job 172151")));
    desk.table()->selectRow(1);
    QTRY_COMPARE(line->sentence(), QString());
    QVERIFY(!desk.find<QTabWidget>("handOffTabs")->isTabEnabled(1));
}

void tst_AssetsEncoder::notificationsAreListedWithTheirBody()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.setUpZencoder());
    QVERIFY(desk.addTarget(toEncoder(QStringLiteral("cms"), QStringLiteral("https://cms.example/hook"))));
    EncoderNotification output = zencoderNotification(1, QStringLiteral("235314"), QStringLiteral("finished"));
    output.asset = kMovie;
    EncoderNotification job = zencoderNotification(2, QStringLiteral("job"), QStringLiteral("finished"));
    job.asset = kMovie;
    job.repeats = 2;
    QVERIFY(desk.addNotification(output));
    QVERIFY(desk.addNotification(job));
    openTab(desk);
    auto *list = desk.find<QTableView>("notificationTable");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(desk.cell(list, 0, 2), QStringLiteral("Job"));
    QCOMPARE(desk.cell(list, 0, 3), QStringLiteral("finished"));
    QCOMPARE(desk.cell(list, 0, 4), QStringLiteral("3 min ago"));
    QCOMPARE(desk.cell(list, 0, 5), QStringLiteral("2"));
    QCOMPARE(desk.cell(list, 1, 2), QStringLiteral("Output 235314"));
    QCOMPARE(desk.cell(list, 1, 5), QStringLiteral("–"));
    auto *body = desk.find<PayloadView>("notificationBodyView");
    QVERIFY(body->text().contains(QStringLiteral("172151")));
    list->selectRow(1);
    QVERIFY(body->text().contains(QStringLiteral("235314")));
    shoot(*desk.window, QStringLiteral("assets-encoder"));
    desk.window->resize(900, 540); // what a window of 960×600 leaves
    shoot(*desk.window, QStringLiteral("assets-encoder-small"));
    // One more comes: the choice stays.
    EncoderNotification later = zencoderNotification(3, QStringLiteral("235315"), QStringLiteral("finished"));
    later.asset = kMovie;
    QVERIFY(desk.addNotification(later));
    desk.sayChanged();
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QVERIFY(body->text().contains(QStringLiteral("235314")));
}

QTEST_MAIN(tst_AssetsEncoder)
#include "tst_assetsencoder.moc"
