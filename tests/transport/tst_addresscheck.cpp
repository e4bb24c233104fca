// Which addresses of a look-up are dialled, and what is said when there are none.
#include "core/transport/addresscheck.h"

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
    const auto addresses = addressesToDial(found, s("%2.example"), false);
    QVERIFY(!addresses);
    QCOMPARE(toString(addresses.error().outcome), toString(Outcome::NotSent));
    QTEST(toString(addresses.error().errorClass), "errorClass");
    QTEST(addresses.error().text, "text");
}

void TestAddressCheck::takesTheFirstFourInTheirOrder()
{
    const Resolution found = resolution({s("1.0.0.5"), s("1.0.0.4"), s("2606:4700::1"), s("1.0.0.2"), s("1.0.0.1")});
    const auto addresses = addressesToDial(found, s("many.example"), false);
    QVERIFY(addresses.has_value());
    QCOMPARE(*addresses, found.addresses.first(4));
}

void TestAddressCheck::dialsInsideWhereItIsMeant()
{
    const Resolution found = resolution({s("127.0.0.1")});
    QVERIFY(!addressesToDial(found, s("localhost"), false));
    QVERIFY(addressesToDial(found, s("localhost"), true).has_value());
}

QTEST_APPLESS_MAIN(TestAddressCheck)
#include "tst_addresscheck.moc"
