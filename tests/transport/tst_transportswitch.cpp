// Each request goes the way it says, and every way reports through the one transport.
#include "core/transport/mailjob.h"
#include "core/transport/transportswitch.h"

#include <QSignalSpy>
#include <QTest>

using namespace callboard;

namespace {

class RecordingTransport : public Transport {
public:
    explicit RecordingTransport(int inFlight)
        : m_inFlight(inFlight)
    {
    }

    void send(QList<TransportRequest> batch) override
    {
        ++batches;
        for (const TransportRequest &request : batch) {
            tickets.append(request.ticket);
            if (request.ownDoorsPort)
                marked.append(request.url);
        }
    }
    void cancelAll() override { ++cancels; }
    [[nodiscard]] int inFlight(const CallbackTarget &) const override { return m_inFlight; }

    QList<quint64> tickets;
    QList<QUrl> marked; // as going to our own door's port
    int batches = 0;
    int cancels = 0;

private:
    int m_inFlight;
};

} // namespace

class TestTransportSwitch : public QObject {
    Q_OBJECT

private slots:
    void sendsEachRequestItsWay();
    void reportsWhatEachReports();
    void marksWhatGoesToOurOwnDoorsPort();
    void cancelsAll();
    void asksTheRightOneHowManyMayFly();

private:
    RecordingTransport m_plain{6};
    RecordingTransport m_pipelined{32};
    RecordingTransport m_mail{2};
    TransportSwitch m_switch{m_plain, m_pipelined, m_mail};
};

void TestTransportSwitch::sendsEachRequestItsWay()
{
    QList<TransportRequest> batch(5);
    for (int i = 0; i < 5; ++i)
        batch[i].ticket = quint64(i + 1);
    batch[1].pipelining = true;
    batch[2].mail = std::make_shared<const MailJob>();
    batch[2].pipelining = true; // says nothing about a mail
    batch[4].pipelining = true;
    m_switch.send(batch);
    QCOMPARE(m_plain.tickets, (QList<quint64>{1, 4}));
    QCOMPARE(m_pipelined.tickets, (QList<quint64>{2, 5}));
    QCOMPARE(m_mail.tickets, (QList<quint64>{3}));
    m_switch.send({});
    m_switch.send({batch[0]});
    QCOMPARE(m_plain.batches, 2);
    QCOMPARE(m_pipelined.batches, 1);
    QCOMPARE(m_mail.batches, 1);
}

void TestTransportSwitch::reportsWhatEachReports()
{
    QSignalSpy finished(&m_switch, &Transport::finished);
    quint64 ticket = 0;
    for (Transport *transport : {static_cast<Transport *>(&m_plain), static_cast<Transport *>(&m_pipelined),
                                 static_cast<Transport *>(&m_mail)}) {
        TransportResult result;
        result.ticket = ++ticket;
        emit transport->finished({result});
    }
    QCOMPARE(finished.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(finished[i].first().value<QList<TransportResult>>().first().ticket, quint64(i + 1));
}

void TestTransportSwitch::marksWhatGoesToOurOwnDoorsPort()
{
    RecordingTransport plain(6);
    RecordingTransport pipelined(6);
    RecordingTransport mail(6);
    TransportSwitch way(plain, pipelined, mail);
    QList<TransportRequest> batch;
    for (const char *url : {"http://a.example:8787/x", "https://b.example:8787/", "http://c.example/",
                            "https://d.example/", "http://e.example:8788/"}) {
        TransportRequest request;
        request.url = QUrl(QString::fromLatin1(url));
        batch.append(request);
        request.pipelining = true;
        batch.append(request);
    }
    const QList<QUrl> toDoor{batch[0].url, batch[2].url};
    way.send(batch); // no door is open
    QVERIFY(plain.marked.isEmpty() && pipelined.marked.isEmpty());
    way.setOwnDoor(8787);
    way.send(batch);
    QCOMPARE(plain.marked, toDoor);
    QCOMPARE(pipelined.marked, toDoor);
    way.setOwnDoor(443); // the scheme's own, where a URL names none
    way.send(batch);
    QCOMPARE(plain.marked.mid(2), QList<QUrl>{batch[6].url});
    way.setOwnDoor(80);
    way.send(batch);
    QCOMPARE(pipelined.marked.mid(3), QList<QUrl>{batch[4].url});
}

void TestTransportSwitch::cancelsAll()
{
    m_switch.cancelAll();
    QCOMPARE(m_plain.cancels, 1);
    QCOMPARE(m_pipelined.cancels, 1);
    QCOMPARE(m_mail.cancels, 1);
}

void TestTransportSwitch::asksTheRightOneHowManyMayFly()
{
    CallbackTarget target;
    target.url = QStringLiteral("https://callback.example/");
    QCOMPARE(m_switch.inFlight(target), 6);
    target.pipelining = true;
    QCOMPARE(m_switch.inFlight(target), 32);
    target.url = QStringLiteral("mailto:desk@callback.example");
    QCOMPARE(m_switch.inFlight(target), 2);
}

QTEST_GUILESS_MAIN(TestTransportSwitch)
#include "tst_transportswitch.moc"
