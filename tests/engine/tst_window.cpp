#include "core/engine/window.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

// seeds/spark-media-callback.txt, line 22: the 60 seconds may become "either higher or lower depending on the usage
// patterns".
class tst_Window : public QObject {
    Q_OBJECT

private slots:
    void staysFixedWithoutALongest();
    void beginsWithTheShortest();
    void widensWhileTheAssetChangesOften();
    void neverExceedsTheLongest();
    void narrowsWhenTheAssetIsQuiet();
    void forgetsAnAssetThatWasQuietForLong();
    void widensWhenTheTargetIsBusy();
    void paceFadesWithinMinutes();
};

namespace {

CallbackTarget adaptive()
{
    CallbackTarget target = sparkPreset();
    target.coalesceWindow = 60s;
    target.coalesceLongest = 5min;
    return target;
}

} // namespace

void tst_Window::staysFixedWithoutALongest()
{
    const Window window = nextWindow(sparkPreset(), WindowBefore{60s, 50, 1s}, 5000);
    QCOMPARE(window.length.count(), 60'000);
    QVERIFY(window.reason.isEmpty());
}

void tst_Window::beginsWithTheShortest()
{
    const Window window = nextWindow(adaptive(), std::nullopt, 1);
    QCOMPARE(window.length.count(), 60'000);
    QCOMPARE(window.reason, QStringLiteral("1m, the shortest: the asset was quiet"));
}

void tst_Window::widensWhileTheAssetChangesOften()
{
    const Window window = nextWindow(adaptive(), WindowBefore{60s, 14, 1s}, 14);
    QCOMPARE(window.length.count(), 120'000);
    QCOMPARE(window.reason, QStringLiteral("widened to 2m: the asset changed 14 times in the 1m before"));
}

void tst_Window::neverExceedsTheLongest()
{
    QCOMPARE(nextWindow(adaptive(), WindowBefore{4min, 14, 1s}, 14).length.count(), 300'000);
    const Window window = nextWindow(adaptive(), WindowBefore{5min, 14, 1s}, 14);
    QCOMPARE(window.length.count(), 300'000);
    QVERIFY(window.reason.startsWith(QLatin1String("kept at the longest, 5m")));
}

void tst_Window::narrowsWhenTheAssetIsQuiet()
{
    const Window window = nextWindow(adaptive(), WindowBefore{4min, 1, 10s}, 1);
    QCOMPARE(window.length.count(), 120'000);
    QVERIFY(window.reason.startsWith(QLatin1String("narrowed to 2m: the asset changed once")));
    QCOMPARE(nextWindow(adaptive(), WindowBefore{60s, 1, 10s}, 1).length.count(), 60'000);
}

void tst_Window::forgetsAnAssetThatWasQuietForLong()
{
    QCOMPARE(nextWindow(adaptive(), WindowBefore{5min, 50, 6min}, 1).length.count(), 60'000);
}

void tst_Window::widensWhenTheTargetIsBusy()
{
    const Window window = nextWindow(adaptive(), std::nullopt, 250);
    QCOMPARE(window.length.count(), 120'000);
    QVERIFY(window.reason.contains(QLatin1String("250 times a minute")));
}

void tst_Window::paceFadesWithinMinutes()
{
    Pace pace;
    Timestamp now{1h};
    for (int i = 0; i < 60; ++i)
        pace.count(now += 1s);
    QVERIFY(pace.perMinute(now) > 30);
    QVERIFY(pace.perMinute(now) < 61);
    QVERIFY(pace.perMinute(now + 5min) < 1);
}

QTEST_APPLESS_MAIN(tst_Window)
#include "tst_window.moc"
