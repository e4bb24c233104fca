#include "tests/ui/overviewdesk.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"
#include "ui/overview/latencyplot.h"
#include "ui/overview/outcomeplot.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

namespace {

const Timestamp kStart{Milliseconds(1'700'006'400'000)}; // midnight UTC

// An hour by minutes: ten delivered in each, four failed in the thirtieth.
Activity anHour()
{
    Activity activity;
    activity.since = kStart;
    activity.until = kStart + 1h;
    activity.width = 1min;
    for (int minute = 0; minute < 60; ++minute) {
        ActivityBucket bucket{kStart + std::chrono::minutes(minute), {}};
        bucket.counts.delivered = 10;
        bucket.counts.failed = minute == 30 ? 4 : 0;
        bucket.counts.latency[6] = 10;
        activity.sum += bucket.counts;
        activity.buckets.append(bucket);
    }
    return activity;
}

template <class Plot>
struct Stand {
    Plot plot;
    TimeSpan whole{kStart, kStart + 1h};

    bool open()
    {
        plot.resize(600, 240);
        plot.show();
        if (!QTest::qWaitForWindowActive(&plot))
            return false;
        plot.setFocus();
        plot.present(anHour(), whole, whole);
        return true;
    }
    // `up`: the share of the height above the ground.
    [[nodiscard]] QPoint at(int bucket, double up) const
    {
        const QRect place = plot.place(bucket);
        return {place.center().x(), place.bottom() - int(place.height() * up)};
    }
};

} // namespace

class TestOverviewPlots : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void aClickOpensWhatIsUnderIt();
    void everyBucketHasItsPlaceAndReadout();
    void theKeysWalkAndOpen();
    void theWheelZoomsAboutThePointer();
    void aDragZoomsIntoWhatItMarks();
    void escapeGoesBack();
    void zoomingInShowsFinerBuckets();
    void whatIsNotKnownHasNoBuckets();
    void oneFailureAmongAMillionIsSeen();
    void thePaletteIsFollowed();
    void plotsSayInWordsWhatTheyShow();
    void aPlotIsSavedAsItIsSeen();
    void itsValuesAreCopied();
};

void TestOverviewPlots::aClickOpensWhatIsUnderIt()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    QSignalSpy opened(&stand.plot, &TimePlot::bucketActivated);
    const int failed = 30;
    QCOMPARE(stand.plot.span(failed).from, kStart + 30min);
    QTest::mouseClick(&stand.plot, Qt::LeftButton, {}, stand.at(failed, 0.05));
    QTest::mouseClick(&stand.plot, Qt::LeftButton, {}, stand.at(failed, 0.6));
    QTest::mouseClick(&stand.plot, Qt::LeftButton, {}, stand.at(failed, 0.99));
    QCOMPARE(opened.size(), 3);
    QCOMPARE(opened[0][0].value<TimeSpan>(), (TimeSpan{kStart + 30min, kStart + 31min}));
    QVERIFY(opened[0][1].value<QList<S>>() == QList{S::Failed});
    QVERIFY(opened[1][1].value<QList<S>>() == QList{S::Delivered});
    QVERIFY(opened[2][1].value<QList<S>>() == QList<S>{});
}

void TestOverviewPlots::everyBucketHasItsPlaceAndReadout()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    QCOMPARE(stand.plot.bucketCount(), 60);
    QCOMPARE(stand.plot.readout(), QString());
    QTest::mouseMove(&stand.plot, stand.at(30, 0.5));
    QTRY_VERIFY(!stand.plot.readout().isEmpty());
    const QString said = stand.plot.readout();
    QVERIFY2(said.contains(QStringLiteral("10 delivered\n4 failed")), qPrintable(said));
    QTest::mouseMove(&stand.plot, stand.at(31, 0.5));
    QTRY_VERIFY(stand.plot.readout() != said);
    Activity later = anHour();
    later.buckets[31].counts.delivered = 77;
    stand.plot.present(later, stand.whole, stand.whole);
    QVERIFY(stand.plot.readout().contains(QStringLiteral("77 delivered"))); // still read, and current
    stand.plot.present(later, stand.whole, {kStart, kStart + 10min});
    QCOMPARE(stand.plot.readout(), QString());
}

void TestOverviewPlots::theKeysWalkAndOpen()
{
    Stand<LatencyPlot> stand;
    QVERIFY(stand.open());
    QSignalSpy opened(&stand.plot, &TimePlot::bucketActivated);
    QTest::keyClick(&stand.plot, Qt::Key_Return); // nothing is chosen yet
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(&stand.plot, Qt::Key_Left); // the newest
    QTest::keyClick(&stand.plot, Qt::Key_Left);
    QTest::keyClick(&stand.plot, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const int last = stand.plot.bucketCount() - 1;
    QCOMPARE(opened[0][0].value<TimeSpan>(), stand.plot.span(last - 1));
    QVERIFY(stand.plot.readout().contains(QStringLiteral("half within")));
    QTest::keyClick(&stand.plot, Qt::Key_Home);
    QTest::keyClick(&stand.plot, Qt::Key_Return);
    QCOMPARE(opened[1][0].value<TimeSpan>(), stand.plot.span(0));
}

void TestOverviewPlots::theWheelZoomsAboutThePointer()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    QSignalSpy wanted(&stand.plot, &TimePlot::viewRequested);
    const QPoint at = stand.at(15, 0.5);
    QWheelEvent turn(at, stand.plot.mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                     Qt::NoScrollPhase, false);
    QApplication::sendEvent(&stand.plot, &turn);
    QCOMPARE(wanted.size(), 1);
    const auto view = wanted[0][0].value<TimeSpan>();
    QVERIFY(view.length() < 50min && view.length() > 45min);
    // What was under the pointer still is: a quarter of the way.
    const double share = double((kStart + 15min + 30s - view.from).count()) / double(view.length().count());
    QVERIFY2(qAbs(share - 15.5 / 60) < 0.01, qPrintable(QString::number(share)));
}

void TestOverviewPlots::aDragZoomsIntoWhatItMarks()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    QSignalSpy wanted(&stand.plot, &TimePlot::viewRequested);
    QSignalSpy opened(&stand.plot, &TimePlot::bucketActivated);
    QTest::mousePress(&stand.plot, Qt::LeftButton, {}, stand.at(20, 0.5));
    QTest::mouseMove(&stand.plot, stand.at(30, 0.5));
    QTest::mouseMove(&stand.plot, stand.at(40, 0.5));
    QTest::mouseRelease(&stand.plot, Qt::LeftButton, {}, stand.at(40, 0.5));
    QCOMPARE(opened.size(), 0);
    QCOMPARE(wanted.size(), 1);
    const auto view = wanted[0][0].value<TimeSpan>();
    QVERIFY(qAbs((view.from - (kStart + 20min + 30s)).count()) < 60'000);
    QVERIFY(qAbs((view.until - (kStart + 40min + 30s)).count()) < 60'000);
}

void TestOverviewPlots::escapeGoesBack()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    QSignalSpy wanted(&stand.plot, &TimePlot::viewRequested);
    QTest::keyClick(&stand.plot, Qt::Key_Escape); // all is seen: it is for somebody else
    QCOMPARE(wanted.size(), 0);
    stand.plot.present(anHour(), stand.whole, {kStart + 10min, kStart + 20min});
    QTest::keyClick(&stand.plot, Qt::Key_Escape);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<TimeSpan>(), stand.whole);
}

void TestOverviewPlots::zoomingInShowsFinerBuckets()
{
    Activity day;
    day.since = kStart;
    day.until = kStart + 24h;
    day.width = 1min;
    for (int minute = 0; minute < 24 * 60; ++minute) {
        day.buckets.append({kStart + std::chrono::minutes(minute), {}});
        day.buckets.last().counts.delivered = 1;
    }
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    const TimeSpan whole{day.since, day.until};
    stand.plot.present(day, whole, whole);
    const Milliseconds coarse = stand.plot.step();
    QVERIFY(coarse > 5min);
    QCOMPARE(stand.plot.bucketCount(), int(24h / coarse));
    stand.plot.present(day, whole, {kStart + 12h, kStart + 13h});
    QCOMPARE(stand.plot.step(), Milliseconds(1min));
}

void TestOverviewPlots::whatIsNotKnownHasNoBuckets()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    Activity activity = anHour();
    activity.knownSince = kStart + 40min;
    activity.buckets.clear();
    stand.plot.present(activity, stand.whole, stand.whole);
    QCOMPARE(stand.plot.bucketCount(), 20);
    QCOMPARE(stand.plot.span(0).from, kStart + 40min);
    stand.plot.present(std::nullopt, stand.whole, stand.whole);
    QCOMPARE(stand.plot.bucketCount(), 0);
    QTest::keyClick(&stand.plot, Qt::Key_Left); // and nothing to walk along
    QCOMPARE(stand.plot.readout(), QString());
}

void TestOverviewPlots::oneFailureAmongAMillionIsSeen()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    Activity activity = anHour();
    for (ActivityBucket &bucket : activity.buckets)
        bucket.counts.delivered = 1'000'000;
    stand.plot.present(activity, stand.whole, stand.whole);
    const QColor red = look::color(look::Tone::Failed, stand.plot.palette());
    const auto countRed = [&](int bucket) {
        const QImage picture = stand.plot.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int found = 0;
        const QRect place = stand.plot.place(bucket);
        for (int y = place.top(); y <= place.bottom() + 1; ++y)
            found += picture.pixelColor(place.center().x(), y) == red;
        return found;
    };
    QTRY_VERIFY(countRed(30) >= 2);
    QCOMPARE(countRed(10), 0);
}

void TestOverviewPlots::thePaletteIsFollowed()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    const auto ground = [&] { return stand.plot.grab().toImage().pixelColor(stand.plot.width() - 4, 4); };
    for (const QPalette &palette : {look::darkPalette(), look::lightPalette()}) {
        stand.plot.setPalette(palette);
        QTRY_COMPARE(ground(), palette.color(QPalette::Base));
    }
}

void TestOverviewPlots::plotsSayInWordsWhatTheyShow()
{
    Stand<OutcomePlot> outcomes;
    Stand<LatencyPlot> latencies;
    QVERIFY(outcomes.open());
    QVERIFY(latencies.open());
    QVERIFY(outcomes.plot.accessibleDescription().endsWith(QStringLiteral("600 delivered, 4 failed")));
    QVERIFY(latencies.plot.accessibleDescription().contains(QStringLiteral("95 % within ")));
    QVERIFY(!outcomes.plot.accessibleName().isEmpty());
}

void TestOverviewPlots::aPlotIsSavedAsItIsSeen()
{
    Stand<OutcomePlot> stand;
    QVERIFY(stand.open());
    const QTemporaryDir dir;
    QSignalSpy said(&stand.plot, &TimePlot::said);
    QSignalSpy complained(&stand.plot, &TimePlot::complained);
    const auto save = [&stand](const QString &path) {
        stand.plot.findChild<QAction *>(QStringLiteral("savePictureAction"))->trigger();
        auto *dialog = stand.plot.findChild<QFileDialog *>(QStringLiteral("savePictureDialog"));
        emit dialog->fileSelected(path);
        delete dialog;
    };
    const auto contentOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString png = dir.filePath(QStringLiteral("a.png"));
    save(png);
    const QImage image(png);
    QVERIFY(image.width() > stand.plot.width() && image.height() > stand.plot.height()); // twice as fine
    QCOMPARE(image.pixelColor(image.width() - 1, 0), stand.plot.palette().color(QPalette::Base));
    QTest::keyClick(&stand.plot, Qt::Key_End); // reads a bucket: marked on the screen alone
    QVERIFY(!stand.plot.readout().isEmpty());
    const QString again = dir.filePath(QStringLiteral("again.PNG"));
    save(again);
    QVERIFY(QImage(again) == image);
    const QString svg = dir.filePath(QStringLiteral("a.svg"));
    save(svg);
    QVERIFY(contentOf(svg).startsWith("<?xml") && contentOf(svg).contains("<svg"));
    QCOMPARE(said.size(), 3);
    save(dir.filePath(QStringLiteral("nowhere/a.png")));
    QCOMPARE(complained.size(), 1);
}

void TestOverviewPlots::itsValuesAreCopied()
{
    Stand<LatencyPlot> stand;
    QVERIFY(stand.open());
    stand.plot.findChild<QAction *>(QStringLiteral("copyValuesAction"))->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 62); // the head, an hour by minutes, and the last line's end
    QVERIFY(lines[0].startsWith(QStringLiteral("from,until,accepted,delivered,failed,")));
    QVERIFY2(lines[31].startsWith(QStringLiteral("2023-11-15T00:30:00")), qPrintable(lines[31]));
    QCOMPARE(lines[31].split(u',').mid(2, 4),
             (QStringList{QStringLiteral("0"), QStringLiteral("10"), QStringLiteral("4"), QStringLiteral("0")}));
    QVERIFY(lines[31].split(u',').value(6).toInt() > 0);
}

QTEST_MAIN(TestOverviewPlots)
#include "tst_overviewplots.moc"
