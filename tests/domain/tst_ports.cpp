// Which ports are never called, and how a list of those that may be is written.
#include "core/domain/ports.h"

#include <QTest>

using namespace callboard;

class TestPorts : public QObject {
    Q_OBJECT

private slots:
    void neverCallsAnotherProtocolsPort();
    void callsWhatIsServedByHttp();
    void standardIsTheWebsAndTheFreeOnes();
    void readsAList_data();
    void readsAList();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void aRangeLeavesForbiddenPortsOut();
};

void TestPorts::neverCallsAnotherProtocolsPort()
{
    // echo, FTP, SSH, SMTP, DNS, POP3, IMAP, NFS, SIP, X11, IRC
    for (int port : {0, 1, 7, 20, 21, 22, 23, 25, 53, 110, 143, 465, 587, 993, 995, 2049, 5060, 6000, 6667, 10080})
        QVERIFY2(isForbiddenPort(port), qPrintable(QString::number(port)));
}

void TestPorts::callsWhatIsServedByHttp()
{
    for (int port : {-1, 80, 81, 443, 591, 3000, 5000, 5433, 6001, 8080, 8443, 8787, 9000, 65535})
        QVERIFY2(!isForbiddenPort(port), qPrintable(QString::number(port)));
}

void TestPorts::standardIsTheWebsAndTheFreeOnes()
{
    const PortList list = PortList::standard();
    for (int port : {80, 443, 1024, 8443, 65535})
        QVERIFY2(list.contains(port), qPrintable(QString::number(port)));
    for (int port : {-1, 0, 79, 81, 442, 444, 1023, 6667, 65536})
        QVERIFY2(!list.contains(port), qPrintable(QString::number(port)));
    QCOMPARE(list.toString(), QStringLiteral("80, 443, 1024-65535"));
    QVERIFY(PortList::parse(list.toString()) == list);
}

void TestPorts::readsAList_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("as");
    const auto row = [](const char *text, const char *as) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(as);
    };
    row("443", "443");
    row("443,80", "80, 443");
    row(" 80 , 8000 - 8999 ", "80, 8000-8999");
    row("8001,8000,8002-8003", "8000-8003");
    row("8000-8010,8005-8007", "8000-8010");
    row("9000-9000", "9000");
    row("1-65535", "1-65535");
    row("65535,65534", "65534-65535");
}

void TestPorts::readsAList()
{
    QFETCH(QString, text);
    const auto list = PortList::parse(text);
    QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
    QTEST(list->toString(), "as");
    QVERIFY(PortList::parse(list->toString()) == *list);
}

void TestPorts::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *text, const char *part) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromUtf8(part);
    };
    row("", "“”");
    row("80,", "“”");
    row("80,,443", "“”");
    row("http", "“http”");
    row("80;443", "“80;443”");
    row("0", "“0”");
    row("65536", "“65536”");
    row("+80", "“+80”");
    row("-80", "“-80”");
    row("80-", "“80-”");
    row("1-2-3", "“1-2-3”");
    row("443,90-80", "“90-80”");
    row("443,25", "“25”");
    row("99999999999999999999", "“99999999999999999999”");
}

void TestPorts::namesWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto list = PortList::parse(text);
    QVERIFY(!list);
    QCOMPARE(int(list.error().code), int(ErrorCode::InvalidArgument));
    QVERIFY2(list.error().detail.startsWith(part), qPrintable(list.error().detail));
}

void TestPorts::aRangeLeavesForbiddenPortsOut()
{
    const auto list = PortList::parse(QStringLiteral("20-81,6660-6670"));
    QVERIFY(list);
    for (int port : {80, 81, 24, 6660, 6670})
        QVERIFY2(list->contains(port), qPrintable(QString::number(port)));
    for (int port : {21, 22, 25, 53, 6665, 6669})
        QVERIFY2(!list->contains(port), qPrintable(QString::number(port)));
}

QTEST_APPLESS_MAIN(TestPorts)
#include "tst_ports.moc"
