// Where the transport may call, and that it calls the address it checked.
#include "tests/transport/qnamfixture.h"

#include <QTcpServer>

using namespace callboard;

namespace {

quint16 closedPort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace

class TestQnamAddresses : public QnamFixture {
    Q_OBJECT

private slots:
    void refusesInternalAddresses_data();
    void refusesInternalAddresses();
    void refusesANameThatAlsoPointsInside();
    void dialsTheAddressItChecked();
    void triesTheNextAddressWhenNothingWasSent();
    void triesNoOtherAddressOnceItWasSent();
    void saysThatANameDoesNotExist();
    void saysThatAConnectionWasRefused();
};

void TestQnamAddresses::refusesInternalAddresses_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"127.0.0.1", "localhost.example", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1", "0.0.0.0"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestQnamAddresses::refusesInternalAddresses()
{
    QFETCH(QString, host);
    m_resolver->answer(QStringLiteral("localhost.example"), {QStringLiteral("127.0.0.1")});
    TransportRequest inside = request();
    inside.url = QUrl(QStringLiteral("http://%1:%2/").arg(host).arg(m_receiver->port()));
    inside.allowPrivate = false;
    const Exchange got = exchange(inside);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Policy));
    QVERIFY(!got.errorText.isEmpty());
    QCOMPARE(m_receiver->count(), quint64(0));
}

void TestQnamAddresses::refusesANameThatAlsoPointsInside()
{
    m_resolver->answer(QStringLiteral("two.example"), {QStringLiteral("93.184.216.34"), QStringLiteral("127.0.0.1")});
    TransportRequest mixed = request();
    mixed.url.setHost(QStringLiteral("two.example"));
    mixed.allowPrivate = false;
    const Exchange got = exchange(mixed);
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Policy));
    QVERIFY2(got.errorText.contains(QStringLiteral("127.0.0.1")), qPrintable(got.errorText));
    QVERIFY(got.remoteAddress.isEmpty());
    QCOMPARE(m_receiver->count(), quint64(0));
}

void TestQnamAddresses::dialsTheAddressItChecked()
{
    // A name that answers differently each time: a second look-up would reach the receiver.
    m_resolver->answer(QStringLiteral("rebinding.example"), {QStringLiteral("127.0.0.2")});
    m_resolver->answer(QStringLiteral("rebinding.example"), {QStringLiteral("127.0.0.1")});
    TransportRequest sent = request();
    sent.url.setHost(QStringLiteral("rebinding.example"));
    QCOMPARE(toString(exchange(sent).errorClass), toString(ErrorClass::Refused));
    QCOMPARE(m_resolver->lookUps(), 1);
    QCOMPARE(m_receiver->count(), quint64(0));

    TransportRequest again = sent;
    again.ticket = ++m_ticket;
    again.allowPrivate = false;
    // Looked up and checked again on every attempt.
    QCOMPARE(toString(exchange(again).errorClass), toString(ErrorClass::Policy));
    QCOMPARE(m_resolver->lookUps(), 2);
    QCOMPARE(m_receiver->count(), quint64(0));
}

void TestQnamAddresses::triesTheNextAddressWhenNothingWasSent()
{
    m_resolver->answer(QStringLiteral("two.example"), {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    TransportRequest sent = request();
    sent.url.setHost(QStringLiteral("two.example"));
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QCOMPARE(got.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->port()));
    QCOMPARE(m_receiver->count(), quint64(1));
}

void TestQnamAddresses::triesNoOtherAddressOnceItWasSent()
{
    ReceiverRule closing;
    closing.action = ReceiverRule::Action::Close;
    m_receiver->setRules({closing});
    m_resolver->answer(QStringLiteral("two.example"), {QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.1")});
    TransportRequest sent = request();
    sent.url.setHost(QStringLiteral("two.example"));
    QCOMPARE(toString(exchange(sent).outcome), toString(Outcome::InDoubt));
    QCOMPARE(m_receiver->count(), quint64(1));
}

void TestQnamAddresses::saysThatANameDoesNotExist()
{
    TransportRequest lost = request();
    lost.url.setHost(QStringLiteral("nowhere.example"));
    const Exchange got = exchange(lost);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Resolve));
    QVERIFY(got.errorText.contains(QStringLiteral("nowhere.example")));
    QVERIFY(!got.timings.resolved);
}

void TestQnamAddresses::saysThatAConnectionWasRefused()
{
    for (const QByteArray &body : {QByteArray("{}"), QByteArray()}) {
        TransportRequest sent = request();
        const quint16 port = closedPort();
        sent.url.setPort(port);
        sent.body = body;
        const Exchange got = exchange(sent);
        QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
        QCOMPARE(toString(got.errorClass), toString(ErrorClass::Refused));
        QCOMPARE(got.errorText, QStringLiteral("127.0.0.1 refused the connection (port %1).").arg(port));
    }
}

QTEST_GUILESS_MAIN(TestQnamAddresses)
#include "tst_qnamaddresses.moc"
