// Which addresses of a look-up are dialled, and what is said when there are none.
#include "core/transport/addresscheck.h"

#include <QNetworkInterface>
#include <QTest>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Resolution resolution(const QStringList &addresses)
{
    Resolution made;
    for (const QString &address : addresses)
        made.addresses.append(QHostAddress(address));
    return made;
}

} // namespace

class TestAddressCheck : public QObject {
    Q_OBJECT

private slots:
    void saysWhyThereIsNoAddress_data();
    void saysWhyThereIsNoAddress();
    void takesTheFirstFourInTheirOrder();
    void dialsInsideWhereItIsMeant();
    void refusesThisMachineAtOurOwnDoorsPort_data();
    void refusesThisMachineAtOurOwnDoorsPort();
    void dialsOthersAtThatPort();
};

void TestAddressCheck::saysWhyThereIsNoAddress_data()
{
    QTest::addColumn<Resolution>("found");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("text");
    QTest::newRow("look-up failed") << Resolution{{}, s("no name server %1")} << s("dns")
                                    << s("The name %2.example could not be looked up: no name server %1.");
    QTest::newRow("no address") << Resolution{} << s("dns") << s("The name %2.example has no address.");
    QTest::newRow("also points inside") << resolution({s("93.184.216.34"), s("169.254.169.254")}) << s("policy")
                                        << s("169.254.169.254 may not be called: it is a cloud metadata service.");
    QTest::newRow("points inside behind many")
        << resolution({s("1.0.0.1"), s("1.0.0.2"), s("1.0.0.3"), s("1.0.0.4"), s("169.254.169.254")}) << s("policy")
        << s("169.254.169.254 may not be called: it is a cloud metadata service.");
}

void TestAddressCheck::saysWhyThereIsNoAddress()
{
    QFETCH(Resolution, found);
    const auto addresses = addressesToDial(found, s("%2.example"), {});
    QVERIFY(!addresses);
    QCOMPARE(toString(addresses.error().outcome), toString(Outcome::NotSent));
    QTEST(toString(addresses.error().errorClass), "errorClass");
    QTEST(addresses.error().text, "text");
}

void TestAddressCheck::takesTheFirstFourInTheirOrder()
{
    const Resolution found = resolution({s("1.0.0.5"), s("1.0.0.4"), s("2606:4700::1"), s("1.0.0.2"), s("1.0.0.1")});
    const auto addresses = addressesToDial(found, s("many.example"), {});
    QVERIFY(addresses.has_value());
    QCOMPARE(*addresses, found.addresses.first(4));
}

void TestAddressCheck::dialsInsideWhereItIsMeant()
{
    const Resolution found = resolution({s("127.0.0.1")});
    QVERIFY(!addressesToDial(found, s("localhost"), addressRules(false, false)));
    QVERIFY(addressesToDial(found, s("localhost"), addressRules(true, false)).has_value());
}

void TestAddressCheck::refusesThisMachineAtOurOwnDoorsPort_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"})
        QTest::newRow(address) << s(address);
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        QTest::newRow(qPrintable(QStringLiteral("interface %1").arg(address.toString()))) << address.toString();
}

void TestAddressCheck::refusesThisMachineAtOurOwnDoorsPort()
{
    QFETCH(QString, address);
    const AddressRules rules = addressRules(true, true);
    for (const Resolution &found : {resolution({address}), resolution({s("93.184.216.34"), address})}) {
        const auto addresses = addressesToDial(found, s("door.example"), rules);
        QVERIFY(!addresses);
        QCOMPARE(toString(addresses.error().outcome), toString(Outcome::NotSent));
        QCOMPARE(toString(addresses.error().errorClass), toString(ErrorClass::Policy));
    }
    const auto alone = addressesToDial(resolution({address}), s("door.example"), rules);
    QVERIFY2(alone.error().text.startsWith(s("That is Callboard's own door;")), qPrintable(alone.error().text));
}

void TestAddressCheck::dialsOthersAtThatPort()
{
    const Resolution found = resolution({s("93.184.216.34")});
    QVERIFY(addressesToDial(found, s("other.example"), addressRules(false, true)).has_value());
    QVERIFY(addressesToDial(resolution({s("127.0.0.1")}), s("localhost"), addressRules(true, false)).has_value());
}

QTEST_APPLESS_MAIN(TestAddressCheck)
#include "tst_addresscheck.moc"
