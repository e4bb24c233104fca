#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/report/deliveryreport.h"
#include "ui/deliveries/report/reportflow.h"
#include "ui/shell/messagebar.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{1'571'000'000s};

DeliveryDetail failed()
{
    DeliveryDetail detail;
    detail.row.delivery.id = DeliveryId{4711};
    detail.row.delivery.asset = QStringLiteral("T1S03");
    detail.row.delivery.state = DeliveryState::Failed;
    detail.row.delivery.attempts = 1;
    detail.row.delivery.createdAt = kNow - 60s;
    detail.row.delivery.finishedAt = kNow - 59s;
    detail.row.targetName = QStringLiteral("cms <b>ingest</b>");
    detail.webhookId = QStringLiteral("dl_test_4711");
    Attempt attempt;
    attempt.startedAt = kNow - 60s;
    attempt.finishedAt = kNow - 59s;
    attempt.url = QStringLiteral("https://callback.example/ingest");
    attempt.requestHead = "POST /ingest HTTP/1.1\r\nHost: callback.example\r\nAuthorization: •••\r\nContent-Type: "
                          "application/json\r\n";
    attempt.requestBody = "{\"uuid\":\"T1S03\",\"title\":\"<img src=file:/etc/passwd>\"}";
    attempt.exchange.outcome = Outcome::Rejected;
    attempt.exchange.errorClass = ErrorClass::Status;
    attempt.exchange.status = 503;
    attempt.exchange.errorText = QStringLiteral("callback.example answered 503");
    attempt.exchange.responseHead = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\n";
    attempt.exchange.responseBody = "upstream not ready";
    attempt.exchange.responseSize = attempt.exchange.responseBody.size();
    detail.attempts = {attempt};
    return detail;
}

QString textOf(const DeliveryDetail &detail)
{
    QTextDocument document;
    deliveryreport::write(document, detail, kNow);
    return document.toPlainText();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_DeliveryReport : public QObject {
    Q_OBJECT

private slots:
    void saysWhatBecameOfItAndShowsTheExchange();
    void textOfAReceiverStaysText();
    void aLongBodyIsCutAndSaysSo();
    void eachDeliveryBeginsAPage();
    void whatCannotBeWrittenIsSaid();
    void ofTooManyTheNewestAreWrittenAndItIsSaid();
};

void tst_DeliveryReport::saysWhatBecameOfItAndShowsTheExchange()
{
    const QString text = textOf(failed());
    for (const char *part : {"Delivery 4711", "T1S03", "dl_test_4711", "Attempt 1", "POST /ingest HTTP/1.1",
                             "Authorization: •••", "\"uuid\": \"T1S03\"", "503 Service Unavailable",
                             "upstream not ready", "callback.example failed while it handled the callback"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

void tst_DeliveryReport::textOfAReceiverStaysText()
{
    const QString text = textOf(failed());
    QVERIFY(text.contains(QStringLiteral("cms <b>ingest</b>")));
    QVERIFY(text.contains(QStringLiteral("<img src=")));
}

void tst_DeliveryReport::aLongBodyIsCutAndSaysSo()
{
    DeliveryDetail detail = failed();
    detail.attempts.first().exchange.responseBody = QByteArray(40 * 1024, 'x');
    detail.attempts.first().exchange.responseSize = 3 * 1024 * 1024;
    const QString text = textOf(detail);
    QCOMPARE(text.count(u'x') < 33 * 1024, true);
    QVERIFY(text.contains(QStringLiteral("The first 32.00 KiB of 3.00 MiB.")));
}

void tst_DeliveryReport::eachDeliveryBeginsAPage()
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const auto pagesOf = [&directory](const QList<DeliveryDetail> &details) {
        const QString path = directory.filePath(QStringLiteral("report.pdf"));
        const auto saved = deliveryreport::savePdf(details, path, kNow);
        const QByteArray pdf = contentOf(path);
        return saved && pdf.startsWith("%PDF-") ? int(pdf.count("/Type /Page\n")) : -1;
    };
    QCOMPARE(pagesOf({failed()}), 1);
    QCOMPARE(pagesOf({failed(), failed(), failed()}), 3);
    DeliveryDetail large = failed();
    large.attempts.first().requestBody = QByteArray(20 * 1024, 'y'); // one line: it has to wrap
    QVERIFY(pagesOf({large}) > 2);
}

void tst_DeliveryReport::whatCannotBeWrittenIsSaid()
{
    const auto saved = deliveryreport::savePdf({failed()}, QStringLiteral("/proc/nowhere/report.pdf"), kNow);
    QVERIFY(!saved);
    QVERIFY(!saved.error().detail.isEmpty());
}

void tst_DeliveryReport::ofTooManyTheNewestAreWrittenAndItIsSaid()
{
    struct CountingSource : fakes::MemorySource {
        QList<DeliveryId> visited;
        qsizetype mostAtOnce = 0;

        void visit(const QList<DeliveryId> &ids, Visitor visitor, QObject *context, Then<int> then) override
        {
            visited += ids;
            mostAtOnce = qMax(mostAtOnce, ids.size());
            MemorySource::visit(ids, visitor, context, then);
        }
    } source;
    const fakes::StillClock clock;
    QList<DeliveryId> ids;
    for (int id = 1; id <= 105; ++id) {
        source.put(fakes::row(id, DeliveryState::Failed, clock));
        ids.append(DeliveryId{id});
    }
    QWidget page;
    MessageBar messages;
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("report.pdf"));
    writeReport(source, messages, ids, path, &page);
    QTRY_COMPARE_WITH_TIMEOUT(messages.text(),
                              QStringLiteral("The newest 100 of 105 deliveries written to %1.").arg(path), 60'000);
    QCOMPARE(source.visited, ids.last(100));
    QVERIFY(source.mostAtOnce <= 10);
    QCOMPARE(contentOf(path).count("/Type /Page\n"), 100);
}

QTEST_MAIN(tst_DeliveryReport)
#include "tst_deliveryreport.moc"
