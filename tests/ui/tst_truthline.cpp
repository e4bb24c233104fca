// The status bar: what it says of engine, queue, rate and size, and what gives way where it is narrow.
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/shell/truthline.h"

#include <QLabel>
#include <QLayout>
#include <QTest>
#include <QToolButton>

using namespace callboard;

namespace {

constexpr qint64 kMegabyte = qint64(1024) * 1024;

// As on a busy day.
void fill(TruthLine &line)
{
    EngineStatus status;
    status.mode = EngineStatus::Mode::Running;
    status.vaultOpen = true;
    line.setEngine(status);
    line.setDoor(QStringLiteral("http://127.0.0.1:8787"));
    line.setLedger({120'000, 120'000, 0, {}});
    DeliveryCounts counts;
    counts.queued = 14;
    line.setCounts(counts);
    line.setSize(StoredSize{1400 * kMegabyte, {std::chrono::days(90), 2048 * kMegabyte}});
    for (quint64 total : {0, 12, 24, 36})
        line.addFinished(total);
}

QString text(const TruthLine &line, const char *name)
{
    return line.findChild<QLabel *>(QLatin1String(name))->text();
}

bool shows(const TruthLine &line, const char *name)
{
    return line.findChild<QWidget *>(QLatin1String(name))->isVisible();
}

} // namespace

class tst_TruthLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void queueRateAndSizeAreSaid();
    void itFitsTheSmallestWindow();
    void whatMattersLeastGivesWay();
    void anUnknownSizeIsNotShown();
    void longWordsDoNotWidenTheWindow();
};

void tst_TruthLine::queueRateAndSizeAreSaid()
{
    TruthLine line;
    line.resize(1280, 30);
    line.show();
    fill(line);
    QCOMPARE(text(line, "backlogLabel"), QStringLiteral("backlog 14"));
    QCOMPARE(text(line, "truthRateLabel"), QStringLiteral("12/s"));
    QCOMPARE(text(line, "sizeLabel"), QStringLiteral("1.4 GB of 2.0 GB"));
    QVERIFY(line.findChild<QLabel *>(QStringLiteral("sizeLabel"))->toolTip().contains(QStringLiteral("90 d")));
    QVERIFY(shows(line, "truthRateLabel") && shows(line, "sizeLabel"));
    shoot(line, QStringLiteral("truthline"));
    line.setSize(StoredSize{12 * kMegabyte, {}});
    QCOMPARE(text(line, "sizeLabel"), QStringLiteral("12.0 MB"));
}

void tst_TruthLine::itFitsTheSmallestWindow()
{
    TruthLine line;
    line.resize(960, 30);
    line.show();
    fill(line);
    const QWidget *row = line.findChild<QLabel *>(QStringLiteral("vaultLabel"))->parentWidget();
    QVERIFY2(row->layout()->sizeHint().width() <= 960, qPrintable(QString::number(row->layout()->sizeHint().width())));
    QVERIFY(shows(line, "truthRateLabel"));
    shoot(line, QStringLiteral("truthline-960"));
}

void tst_TruthLine::whatMattersLeastGivesWay()
{
    TruthLine line;
    line.resize(1280, 30);
    line.show();
    fill(line);
    bool sizeGone = false;
    for (int width = 1280; width >= 400; width -= 20) {
        line.resize(width, 30);
        sizeGone = sizeGone || !shows(line, "sizeLabel");
        QVERIFY(sizeGone || shows(line, "truthRateLabel")); // the size goes first
        QVERIFY(shows(line, "engineStateLabel") && shows(line, "ledgerButton") && shows(line, "backlogLabel"));
    }
    QVERIFY(!shows(line, "sizeLabel") && !shows(line, "truthRateLabel"));
    line.resize(1280, 30);
    QVERIFY(shows(line, "sizeLabel") && shows(line, "truthRateLabel"));
}

void tst_TruthLine::anUnknownSizeIsNotShown()
{
    TruthLine line;
    line.resize(1280, 30);
    line.show();
    fill(line);
    line.setSize(std::nullopt);
    QVERIFY(!shows(line, "sizeLabel"));
}

void tst_TruthLine::longWordsDoNotWidenTheWindow()
{
    TruthLine line;
    EngineStatus status;
    status.mode = EngineStatus::Mode::Failing;
    status.detail = QString(400, u'x');
    line.setEngine(status);
    QVERIFY(line.minimumSizeHint().width() < 960);
}

QTEST_MAIN(tst_TruthLine)
#include "tst_truthline.moc"
