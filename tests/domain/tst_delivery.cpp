#include "core/domain/attempt.h"
#include "core/domain/delivery.h"

#include <QTest>

using namespace callboard;
using S = DeliveryState;

class TestDelivery : public QObject {
    Q_OBJECT

private slots:
    void takesTheWaysThatTheDesignNames_data();
    void takesTheWaysThatTheDesignNames();
    void nothingLeavesAFinalState();
    void everyOpenStateCanBeHeldOrCancelled();
    void namesReadBack();
    void onlyTheLastThreeAreFinal();
    void failuresAreGroupedByTheirCause();
    void webhookIdNamesWorkspaceAndDelivery();
};

void TestDelivery::takesTheWaysThatTheDesignNames_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](S from, S to, bool allowed) {
        QTest::addRow("%s to %s", qPrintable(toString(from)), qPrintable(toString(to)))
            << int(from) << int(to) << allowed;
    };
    row(S::Waiting, S::Queued, true);
    row(S::Waiting, S::Failed, true); // it can't be built as configured
    row(S::Waiting, S::Delivered, false);
    row(S::Queued, S::Sending, true);
    row(S::Queued, S::Delivered, false);
    row(S::Queued, S::Retrying, false);
    row(S::Sending, S::Delivered, true);
    row(S::Sending, S::Retrying, true);
    row(S::Sending, S::Failed, true);
    row(S::Sending, S::Waiting, false);
    row(S::Retrying, S::Sending, true);
    row(S::Retrying, S::Delivered, false);
    row(S::Held, S::Queued, true);
    row(S::Held, S::Sending, false);
    row(S::Held, S::Delivered, false);
}

void TestDelivery::takesTheWaysThatTheDesignNames()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, allowed);
    QCOMPARE(canBecome(static_cast<S>(from), static_cast<S>(to)), allowed);
}

void TestDelivery::nothingLeavesAFinalState()
{
    for (S from : {S::Delivered, S::Failed, S::Cancelled}) {
        for (S to : kAllDeliveryStates)
            QVERIFY2(!canBecome(from, to), qPrintable(toString(from) + QStringLiteral(" to ") + toString(to)));
    }
}

void TestDelivery::everyOpenStateCanBeHeldOrCancelled()
{
    for (S from : {S::Waiting, S::Queued, S::Sending, S::Retrying})
        QVERIFY(canBecome(from, S::Held) && canBecome(from, S::Cancelled));
    QVERIFY(canBecome(S::Held, S::Cancelled));
    QVERIFY(!canBecome(S::Held, S::Held));
}

void TestDelivery::namesReadBack()
{
    for (S state : kAllDeliveryStates)
        QVERIFY(deliveryStateFrom(toString(state)) == state);
    QVERIFY(deliveryStateFrom(QStringLiteral("lost")) == std::nullopt);
}

void TestDelivery::onlyTheLastThreeAreFinal()
{
    for (S state : kAllDeliveryStates)
        QCOMPARE(isFinal(state), state == S::Delivered || state == S::Failed || state == S::Cancelled);
}

void TestDelivery::failuresAreGroupedByTheirCause()
{
    Exchange exchange;
    exchange.outcome = Outcome::Rejected;
    exchange.errorClass = ErrorClass::Status;
    exchange.status = 503;
    QCOMPARE(failureCause(exchange), QStringLiteral("http-503"));
    exchange.status = 0;
    exchange.outcome = Outcome::NotSent;
    exchange.errorClass = ErrorClass::Refused;
    QCOMPARE(failureCause(exchange), QStringLiteral("refused"));
    exchange.outcome = Outcome::Delivered;
    QCOMPARE(failureCause(exchange), QString());
}

void TestDelivery::webhookIdNamesWorkspaceAndDelivery()
{
    QCOMPARE(webhookId(QStringLiteral("k3x9"), DeliveryId{4711}), QStringLiteral("dl_k3x9_4711"));
}

QTEST_APPLESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
