#include "core/domain/targethealth.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_TargetHealth : public QObject {
    Q_OBJECT

private slots:
    void aTargetIsSwitchedOffAfterFiveDaysOfFailures();
    void anOpenCircuitIsKnownByItsReason();
};

namespace {

constexpr Timestamp kStart{Milliseconds(1'700'000'000'000)};

} // namespace

void tst_TargetHealth::aTargetIsSwitchedOffAfterFiveDaysOfFailures()
{
    QVERIFY(!switchOffAt(std::nullopt).has_value());
    QVERIFY(!warns(std::nullopt, kStart));
    QVERIFY(switchOffAt(kStart) == kStart + 120h);
    QVERIFY(!warns(kStart, kStart + 60h - 1ms));
    QVERIFY(warns(kStart, kStart + 60h));
    QVERIFY(warns(kStart, kStart + 121h));
}

void tst_TargetHealth::anOpenCircuitIsKnownByItsReason()
{
    const QString reason = openCircuitReason(QStringLiteral("9 of the last 12 attempts failed"));
    QCOMPARE(reason, QStringLiteral("Its circuit is open: 9 of the last 12 attempts failed."));
    QVERIFY(isOpenCircuitReason(reason));
    QVERIFY(!isOpenCircuitReason({}));
    QVERIFY(!isOpenCircuitReason(QStringLiteral("The target is paused.")));
}

QTEST_APPLESS_MAIN(tst_TargetHealth)
#include "tst_targethealth.moc"
