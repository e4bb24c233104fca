#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/settings/settingsdialog.h"

#include <QPushButton>
#include <QTabWidget>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr int kHistoryTab = 3;

std::unique_ptr<SettingsDialog> opened(PlatformClient &platform, const Retention &retention)
{
    WorkspaceSettings settings = filled();
    settings.retention = retention;
    auto dialog = std::make_unique<SettingsDialog>(platform, settings);
    dialog->show();
    in<QTabWidget>(*dialog, "settingsTabs")->setCurrentIndex(kHistoryTab);
    return dialog;
}

QString shown(const SettingsDialog &dialog, const char *name)
{
    return in<QLineEdit>(dialog, name)->text();
}

} // namespace

class tst_SettingsHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void showsHowLongItIsKept();
    void aBareNumberIsDays();
    void emptyKeepsForEver();
    void aRoundedSizeIsNoChange();
    void aLimitIsSavedInBytes();
    void saveSaysWhyItIsClosed_data();
    void saveSaysWhyItIsClosed();
    void looksAsDrawn();
};

void tst_SettingsHistory::showsHowLongItIsKept()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {});
    QCOMPARE(shown(*dialog, "historyAgeEdit"), QStringLiteral("90d"));
    QCOMPARE(shown(*dialog, "historyLimitEdit"), QString());
    QVERIFY(!dialog->isWindowModified());
}

void tst_SettingsHistory::aBareNumberIsDays()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {});
    type(*dialog, "historyAgeEdit", QStringLiteral("30"));
    QVERIFY(dialog->isWindowModified());
    click(*dialog, "saveButton");
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(platform.retentionsSaved.size(), 1);
    QVERIFY(platform.retentionsSaved.first() == (Retention{std::chrono::days(30), 0}));
    QVERIFY(platform.smtpSaved.isEmpty());
}

void tst_SettingsHistory::emptyKeepsForEver()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {});
    type(*dialog, "historyAgeEdit", {});
    QVERIFY(lineOf(*dialog, "historyAgeLine").contains(QStringLiteral("nothing goes")));
    click(*dialog, "saveButton");
    QTRY_COMPARE(platform.retentionsSaved.size(), 1);
    QVERIFY(!platform.retentionsSaved.first().isSet());
}

void tst_SettingsHistory::aRoundedSizeIsNoChange()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {12h, 1'234'567'890});
    QCOMPARE(shown(*dialog, "historyLimitEdit"), QStringLiteral("1.1 GB"));
    QVERIFY(!dialog->isWindowModified());
    type(*dialog, "historyAgeEdit", QStringLiteral("13h"));
    click(*dialog, "saveButton");
    QTRY_COMPARE(platform.retentionsSaved.size(), 1);
    QVERIFY(platform.retentionsSaved.first() == (Retention{13h, 1'234'567'890}));
}

void tst_SettingsHistory::aLimitIsSavedInBytes()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {});
    type(*dialog, "historyLimitEdit", QStringLiteral("1.5 gb"));
    QVERIFY(lineOf(*dialog, "historyLimitLine").contains(QStringLiteral("oldest deliveries go first")));
    click(*dialog, "saveButton");
    QTRY_COMPARE(platform.retentionsSaved.size(), 1);
    QCOMPARE(platform.retentionsSaved.first().bytes, qint64(1536) * 1024 * 1024);
}

void tst_SettingsHistory::saveSaysWhyItIsClosed_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("no duration") << QByteArray("historyAge") << QStringLiteral("a while")
                                 << QStringLiteral("90d or 12h");
    QTest::newRow("too short") << QByteArray("historyAge") << QStringLiteral("5m") << QStringLiteral("an hour");
    QTest::newRow("no size") << QByteArray("historyLimit") << QStringLiteral("2") << QStringLiteral("2 GB or 500 MB");
    QTest::newRow("too small") << QByteArray("historyLimit") << QStringLiteral("1 MB") << QStringLiteral("64.0 MB");
}

void tst_SettingsHistory::saveSaysWhyItIsClosed()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(QString, why);
    FakePlatformClient platform;
    const auto dialog = opened(platform, {});
    type(*dialog, QByteArray(field + "Edit").constData(), text);
    const auto *save = in<QPushButton>(*dialog, "saveButton");
    QVERIFY(!save->isEnabled());
    QVERIFY2(save->toolTip().startsWith(QStringLiteral("History: ")), qPrintable(save->toolTip()));
    QVERIFY2(save->toolTip().contains(why), qPrintable(save->toolTip()));
    QCOMPARE(in<FieldLine>(*dialog, QByteArray(field + "Line").constData())->mood(), FieldLine::Mood::Problem);
    QVERIFY(dialog->isWindowModified());
}

void tst_SettingsHistory::looksAsDrawn()
{
    FakePlatformClient platform;
    const auto dialog = opened(platform, {std::chrono::days(90), qint64(2) << 30});
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    shoot(*dialog, QStringLiteral("settings-history"));
    QVERIFY(in<QLineEdit>(*dialog, "historyAgeEdit")->isVisible());
    QVERIFY(in<QLineEdit>(*dialog, "historyLimitEdit")->isVisible());
}

QTEST_MAIN(tst_SettingsHistory)
#include "tst_settingshistory.moc"
