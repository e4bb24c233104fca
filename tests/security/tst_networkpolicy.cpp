// Each range from its first to its last address, and its neighbours on both sides.
#include "core/security/networkpolicy.h"

#include <QTest>

using namespace callboard;
using enum AddressClass;

class TestNetworkPolicy : public QObject {
    Q_OBJECT

private slots:
    void classifies_data();
    void classifies();
    void letsPrivateThroughOnlyWhereMeant_data();
    void letsPrivateThroughOnlyWhereMeant();
    void saysWhyNot();
    void refusesNoAddressAtAll();
};

namespace {

void row(const char *address, AddressClass expected)
{
    QTest::newRow(address) << QString::fromLatin1(address) << expected;
}

void rows(std::initializer_list<const char *> addresses, AddressClass expected)
{
    for (const char *address : addresses)
        row(address, expected);
}

void version4()
{
    rows({"0.0.0.0", "0.255.255.255"}, Reserved);
    rows({"1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0"},
         Public);
    rows({"10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255"}, Private);
    rows({"127.0.0.0", "127.0.0.1", "127.255.255.255"}, Loopback);
    rows({"169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255"}, Public);
    rows({"169.254.0.0", "169.254.169.253", "169.254.169.255", "169.254.255.255"}, LinkLocal);
    rows({"169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16"}, Metadata);
    rows({"168.63.129.15", "168.63.129.17"}, Public);
    rows({"172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255"}, Private);
    rows({"192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255", "192.88.99.0", "192.88.99.255"}, Reserved);
    rows({"192.0.1.0", "192.0.1.255", "192.0.3.0", "192.88.98.255", "192.88.100.0"}, Public);
    rows({"192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0"}, Public);
    rows({"198.18.0.0", "198.19.255.255", "198.51.100.0", "198.51.100.255"}, Reserved);
    rows({"203.0.112.255", "203.0.114.0", "223.255.255.255"}, Public);
    rows({"203.0.113.0", "203.0.113.255", "240.0.0.0", "255.255.255.255"}, Reserved);
    rows({"224.0.0.0", "239.255.255.255"}, Multicast);
}

void version6()
{
    rows({"::", "::2", "::7f00:1"}, Reserved);
    row("::1", Loopback);
    row("::1:0:0", Public); // one past ::/96
    rows({"64:ff9b:0:ffff:ffff:ffff:ffff:ffff", "64:ff9b:2::", "ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, Public);
    rows({"64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"100::", "100::ffff:ffff:ffff:ffff", "2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"100:0:0:1::", "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:1::"}, Public);
    rows({"2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::", "2003::", "2606:4700::1111"}, Public);
    rows({"3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"}, Public);
    rows({"5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "5f01::"}, Public);
    rows({"fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fd00:ec2::253", "fd00:ec2::255"}, Private);
    rows({"fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fe00::", "fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, Public);
    rows({"fd00:ec2::254", "fd20:ce::254"}, Metadata);
    rows({"fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, LinkLocal);
    rows({"fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, Reserved);
    rows({"ff00::", "ff02::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, Multicast);
}

void version4Inside6()
{
    row("::ffff:127.0.0.1", Loopback);
    row("::ffff:10.1.2.3", Private);
    row("::ffff:169.254.169.254", Metadata);
    row("::ffff:8.8.8.8", Public);
    row("::ffff:0:127.0.0.1", Loopback);
    row("::ffff:0:10.1.2.3", Private);
    row("::ffff:0:169.254.169.254", Metadata);
    row("::ffff:0:8.8.8.8", Public);
    row("::fffe:ffff:127.0.0.1", Public); // one before the /96
    row("::ffff:1:127.0.0.1", Public);    // one past it
    row("64:ff9b::7f00:1", Loopback);
    row("64:ff9b::a9fe:a9fe", Metadata);
    row("64:ff9b::808:808", Public);
    row("64:ff9b::1:0:0", Public); // one past the /96
    row("2002:7f00:1::", Loopback);
    row("2002:a01:203::1", Private);
    row("2002:a9fe:a9fe::", Metadata);
    row("2002:e000:1::", Multicast);
    row("2002:808:808::1", Public);
    row("2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Public);
}

} // namespace

void TestNetworkPolicy::classifies_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<AddressClass>("expected");
    version4();
    version6();
    version4Inside6();
}

void TestNetworkPolicy::classifies()
{
    QFETCH(QString, address);
    QFETCH(AddressClass, expected);
    const QHostAddress parsed(address);
    QVERIFY2(!parsed.isNull(), qPrintable(address));
    QCOMPARE(int(classify(parsed)), int(expected));
}

void TestNetworkPolicy::letsPrivateThroughOnlyWhereMeant_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("always");
    QTest::addColumn<bool>("whereMeant");
    QTest::newRow("public") << QStringLiteral("8.8.8.8") << true << true;
    QTest::newRow("loopback") << QStringLiteral("127.0.0.1") << false << true;
    QTest::newRow("loopback 6") << QStringLiteral("::1") << false << true;
    QTest::newRow("private") << QStringLiteral("192.168.1.1") << false << true;
    QTest::newRow("carrier-grade NAT") << QStringLiteral("100.64.0.1") << false << true;
    QTest::newRow("unique local") << QStringLiteral("fd12::1") << false << true;
    QTest::newRow("link-local") << QStringLiteral("169.254.1.1") << false << false;
    QTest::newRow("link-local 6") << QStringLiteral("fe80::1") << false << false;
    QTest::newRow("metadata") << QStringLiteral("169.254.169.254") << false << false;
    QTest::newRow("metadata in a private range") << QStringLiteral("fd00:ec2::254") << false << false;
    QTest::newRow("multicast") << QStringLiteral("224.0.0.1") << false << false;
    QTest::newRow("unspecified") << QStringLiteral("0.0.0.0") << false << false;
    QTest::newRow("broadcast") << QStringLiteral("255.255.255.255") << false << false;
}

void TestNetworkPolicy::letsPrivateThroughOnlyWhereMeant()
{
    QFETCH(QString, address);
    QFETCH(bool, always);
    QFETCH(bool, whereMeant);
    QCOMPARE(!refusal(QHostAddress(address), false).has_value(), always);
    QCOMPARE(!refusal(QHostAddress(address), true).has_value(), whereMeant);
}

void TestNetworkPolicy::saysWhyNot()
{
    const auto why = refusal(QHostAddress(QStringLiteral("10.0.0.5")), false);
    QCOMPARE(why.value_or(QString()),
             QStringLiteral("10.0.0.5 may not be called: it is in a private network. Allow "
                            "internal addresses for this target if it is meant."));
    const auto never = refusal(QHostAddress(QStringLiteral("169.254.169.254")), true);
    QCOMPARE(never.value_or(QString()),
             QStringLiteral("169.254.169.254 may not be called: it is a cloud metadata service."));
}

void TestNetworkPolicy::refusesNoAddressAtAll()
{
    QVERIFY(refusal(QHostAddress(), true).has_value());
}

QTEST_GUILESS_MAIN(TestNetworkPolicy)
#include "tst_networkpolicy.moc"
