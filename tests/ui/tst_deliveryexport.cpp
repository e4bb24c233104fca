// Deliveries as files and as commands: CSV that no spreadsheet runs, JSON Lines, HTTP Archives, HTTPie, raw requests;
// and curl as it is pasted into bash, received by nginx.
#include "core/store/deliveryjson.h"
#include "tests/support/nginx.h"
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/curlcommand.h"
#include "ui/deliveries/export/copytext.h"
#include "ui/deliveries/export/exportflow.h"
#include "ui/deliveries/export/har.h"
#include "ui/deliveries/export/requesthead.h"
#include "ui/deliveries/export/rowexport.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

using namespace callboard;
using Model = DeliveryListModel;

class TestDeliveryExport : public QObject {
    Q_OBJECT

private slots:
    void csvQuotesAndDisarms();
    void whateverMayBeginAFormulaIsDisarmed();
    void jsonLinesAreTypedAndStableInTheirNames();
    void everythingTheFilterNamesIsSaved();
    void aCancelledSaveLeavesNoFile();
    void aPlaceThatCannotBeWrittenIsSaid();
    void anArchiveHoldsEveryAttempt();
    void anArchiveSaysWhatAnAnswerDidNotBring();
    void anArchiveIsWrittenForTheSelection();
    void httpieSaysTheSameRequest();
    void aRawRequestNamesABodyThatIsNoText();
    void linksNameDeliveryAndTarget();
    void aPastedCurlCommandArrivesByteForByte_data();
    void aPastedCurlCommandArrivesByteForByte();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

Attempt sentAttempt(const QByteArray &head, const QByteArray &body)
{
    Attempt attempt;
    attempt.url = QStringLiteral("https://receiver.example/hook?a=b");
    attempt.requestHead = head;
    attempt.requestBody = body;
    attempt.startedAt = Timestamp(Milliseconds(1'700'000'000'000));
    return attempt;
}

QJsonObject archive(const DeliveryDetail &detail)
{
    return QJsonDocument::fromJson(harBegin(QStringLiteral("1.0")) + harEntries(detail) + harEnd())
        .object()[QLatin1String("log")]
        .toObject();
}

} // namespace

void TestDeliveryExport::csvQuotesAndDisarms()
{
    const fakes::StillClock clock;
    DeliveryRow row = fakes::row(7, DeliveryState::Failed, clock);
    row.targetName = QStringLiteral("a \"b\", c");
    row.delivery.asset = QStringLiteral("=HYPERLINK(\"x\")");
    row.note = QStringLiteral("@home");
    row.delivery.status = 503;
    row.duration = Milliseconds(38);
    RowExport csv(RowFormat::Csv,
                  {Model::Target, Model::Asset, Model::Status, Model::Duration, Model::When, Model::Note}, {});
    QCOMPARE(csv.head(), QByteArray("Delivery,Target,Asset,Status,Duration (ms),When,Note\r\n"));
    QCOMPARE(csv.line(row),
             QByteArray("7,\"a \"\"b\"\", c\",\"'=HYPERLINK(\"\"x\"\")\",503,38,2023-11-14T22:13:08.000Z,'@home\r\n"));
    QCOMPARE(csv.disarmed(), 2);
    row.note = QStringLiteral("two\nlines");
    row.delivery.status = 0;
    row.duration.reset();
    QVERIFY2(csv.line(row).endsWith(",,,2023-11-14T22:13:08.000Z,\"two\nlines\"\r\n"), "unknown stays empty");
}

// In every column that text from outside can come to; what stands further in is text already.
void TestDeliveryExport::whateverMayBeginAFormulaIsDisarmed()
{
    const fakes::StillClock clock;
    for (const QChar first :
         {QChar(u'='), QChar(u'+'), QChar(u'-'), QChar(u'@'), QChar(u'\t'), QChar(u'\r'), QChar()}) {
        const QString cell = first + QStringLiteral("1+1");
        DeliveryRow row = fakes::row(7, DeliveryState::Failed, clock);
        row.targetName = row.delivery.asset = row.note = cell;
        RowExport csv(RowFormat::Csv, {Model::Target, Model::Asset, Model::Note}, {});
        const QByteArray line = csv.line(row);
        QCOMPARE(line.count(QString(u'\'' + cell).toUtf8()), 3);
        QCOMPARE(csv.disarmed(), 3);
    }
    DeliveryRow harmless = fakes::row(7, DeliveryState::Failed, clock);
    harmless.note = QStringLiteral("a=1");
    QCOMPARE(RowExport(RowFormat::Csv, {Model::Note}, {}).line(harmless), QByteArray("7,a=1\r\n"));
}

void TestDeliveryExport::jsonLinesAreTypedAndStableInTheirNames()
{
    const fakes::StillClock clock;
    const DeliveryRow row = fakes::row(7, DeliveryState::Failed, clock);
    RowExport lines(RowFormat::JsonLines,
                    {Model::State, Model::Target, Model::Status, Model::Duration, Model::When, Model::Mark},
                    QStringLiteral("t1"));
    QVERIFY(lines.head().isEmpty());
    const QByteArray line = lines.line(row);
    QVERIFY(line.endsWith("}\n"));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object[QLatin1String("id")].toString(), QStringLiteral("dl_t1_7"));
    QCOMPARE(object[QLatin1String("number")].toInteger(), 7);
    QCOMPARE(object[QLatin1String("target")].toInteger(), 1);
    QCOMPARE(object[QLatin1String("targetName")].toString(), QStringLiteral("cms-hook"));
    QCOMPARE(object[QLatin1String("state")].toString(), QStringLiteral("failed"));
    QVERIFY(object[QLatin1String("status")].isNull() && object[QLatin1String("durationMs")].isNull());
    QCOMPARE(object[QLatin1String("createdAt")].toString(), QStringLiteral("2023-11-14T22:13:08.000Z"));
    QVERIFY(object[QLatin1String("marked")].isBool());
    QVERIFY(!object.contains(QLatin1String("asset")));
    // What the command line writes besides has the same name here.
    RowExport all(
        RowFormat::JsonLines,
        {Model::State, Model::Target, Model::Event, Model::Asset, Model::Attempts, Model::Status, Model::When},
        QStringLiteral("t1"));
    QJsonObject ours = QJsonDocument::fromJson(all.line(row)).object();
    QCOMPARE(ours.take(QLatin1String("number")).toInteger(), 7);
    const QJsonObject theirs = toJson(row, QStringLiteral("t1"));
    QCOMPARE(ours.size(), 10);
    for (const QString &key : ours.keys())
        QVERIFY2(theirs.contains(key) && theirs[key] == ours[key], qPrintable(key));
}

void TestDeliveryExport::everythingTheFilterNamesIsSaved()
{
    fakes::DeliveryBench bench;
    for (int id = 1; id <= 35; ++id)
        bench.source.put(fakes::row(id, id % 2 == 0 ? DeliveryState::Failed : DeliveryState::Delivered, bench.clock));
    bench.start();
    DeliveryFilter filter;
    filter.states = {DeliveryState::Failed};
    bench.page->setFilter(filter);
    QTRY_COMPARE(bench.table->model()->rowCount(), 17);
    bench.table->setColumnHidden(Model::Attempts, true);
    QTest::keyClick(bench.table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = bench.child<QFileDialog>("saveRowsDialog");
    QVERIFY(dialog);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("failed.csv"));
    emit dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(bench.messages->text().contains(path));
    const QByteArrayList lines = contentOf(path).split('\n');
    QCOMPARE(lines.size(), 1 + 17 + 1);
    QVERIFY(lines[0].startsWith("Delivery,State,Target,Event,Asset,Status,"));
    QVERIFY(lines[1].startsWith("34,Failed,cms-hook,"));
    QVERIFY(lines[17].startsWith("2,"));
    QVERIFY(bench.messages->text().startsWith(QStringLiteral("17 deliver")));
}

void TestDeliveryExport::aCancelledSaveLeavesNoFile()
{
    // A source that keeps every step until it is let go.
    struct HeldSource : fakes::MemorySource {
        QList<std::function<void()>> held;

        void scan(const DeliveryFilter &filter, DeliveryId before, OnTheWay onTheWay, QObject *context,
                  Then<DeliveryScan> then) override
        {
            held.append([=, this] { MemorySource::scan(filter, before, onTheWay, context, then); });
        }
    } source;
    fakes::StillClock clock;
    for (int id = 1; id <= 95; ++id)
        source.put(fakes::row(id, DeliveryState::Failed, clock));
    QWidget window;
    MessageBar messages(&window);
    window.show();
    ExportFlow flow(source, messages, clock, &window);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("rows.jsonl"));
    flow.writeRows(path, RowFormat::JsonLines, {}, {Model::State});
    QTRY_COMPARE(source.held.size(), 1);
    source.held.takeFirst()();
    QTRY_COMPARE(source.held.size(), 1);
    QVERIFY2(!messages.isOpen(), "what is short needs no progress");
    clock.time += std::chrono::seconds(1);
    source.held.takeFirst()();
    QTRY_COMPARE(source.held.size(), 1);
    QCOMPARE(messages.text(), QStringLiteral("Saving: 20 of 95 deliveries are written."));
    messages.findChild<QPushButton *>(QStringLiteral("messageActionButton"))->click();
    source.held.takeFirst()();
    QTRY_COMPARE(messages.text(), QStringLiteral("Nothing was saved."));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList());
}

void TestDeliveryExport::aPlaceThatCannotBeWrittenIsSaid()
{
    fakes::MemorySource source;
    QWidget window;
    MessageBar messages(&window);
    const fakes::StillClock clock;
    ExportFlow flow(source, messages, clock, &window);
    flow.writeRows(QStringLiteral("/nowhere/at/all.csv"), RowFormat::Csv, {}, {Model::State});
    QVERIFY(messages.text().startsWith(QStringLiteral("/nowhere/at/all.csv could not be written")));
}

void TestDeliveryExport::anArchiveHoldsEveryAttempt()
{
    DeliveryDetail detail;
    detail.webhookId = QStringLiteral("dl_abc_7");
    Attempt attempt = sentAttempt(
        "POST /hook?a=b%20c HTTP/1.1\r\nHost: receiver.example\r\nAuthorization: \xe2\x80\xa2\xe2\x80\xa2"
        "\xe2\x80\xa2\r\nContent-Type: application/json\r\n\r\n",
        "{\"a\":1}");
    attempt.exchange.status = 503;
    attempt.exchange.outcome = Outcome::Rejected;
    attempt.exchange.responseHead = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: image/png\r\n\r\n";
    attempt.exchange.responseBody = QByteArray("\x89PNG\0", 5);
    attempt.exchange.responseSize = 99;
    attempt.exchange.truncated = true;
    attempt.exchange.remoteAddress = QStringLiteral("[2001:db8::1]:443");
    using us = std::chrono::microseconds;
    attempt.exchange.timings = {us(2'000), us(10'000), us(30'000), us(31'000), us(131'000), us(135'500)};
    detail.attempts.append(attempt);
    Attempt unanswered = sentAttempt("GET /hook HTTP/1.1\r\nHost: receiver.example\r\n\r\n", {});
    unanswered.exchange.errorText = QStringLiteral("It refused the connection");
    unanswered.exchange.remoteAddress = QStringLiteral("192.0.2.1:3128");
    unanswered.exchange.note = QStringLiteral("through the proxy 192.0.2.1:3128");
    detail.attempts.append(unanswered);
    Attempt mail = sentAttempt("Subject: x\r\n\r\n", "x");
    mail.exchange.protocol = callboard::Protocol::Smtp;
    detail.attempts.append(mail);

    const QJsonObject log = archive(detail);
    QCOMPARE(log[QLatin1String("version")].toString(), QStringLiteral("1.2"));
    const QJsonArray entries = log[QLatin1String("entries")].toArray();
    QCOMPARE(entries.size(), 2);
    const QJsonObject first = entries[0].toObject();
    const QJsonValue request = first[QLatin1String("request")];
    QCOMPARE(request[QLatin1String("url")].toString(), QStringLiteral("https://receiver.example/hook?a=b%20c"));
    QCOMPARE(request[QLatin1String("queryString")][0][QLatin1String("value")].toString(), QStringLiteral("b c"));
    QCOMPARE(request[QLatin1String("headers")][1][QLatin1String("value")].toString(), QStringLiteral("•••"));
    QCOMPARE(request[QLatin1String("postData")][QLatin1String("text")].toString(), QStringLiteral("{\"a\":1}"));
    const QJsonValue content = first[QLatin1String("response")][QLatin1String("content")];
    QCOMPARE(content[QLatin1String("encoding")].toString(), QStringLiteral("base64"));
    QCOMPARE(QByteArray::fromBase64(content[QLatin1String("text")].toString().toLatin1()),
             attempt.exchange.responseBody);
    QVERIFY(!content[QLatin1String("comment")].toString().isEmpty());
    QCOMPARE(first[QLatin1String("response")][QLatin1String("statusText")].toString(),
             QStringLiteral("Service Unavailable"));
    QCOMPARE(first[QLatin1String("serverIPAddress")].toString(), QStringLiteral("2001:db8::1"));
    const QJsonObject timings = first[QLatin1String("timings")].toObject();
    QCOMPARE(timings[QLatin1String("dns")].toDouble(), 2.0);
    QCOMPARE(timings[QLatin1String("connect")].toDouble(), 28.0);
    QCOMPARE(timings[QLatin1String("ssl")].toDouble(), 20.0);
    QCOMPARE(timings[QLatin1String("wait")].toDouble(), 100.0);
    QCOMPARE(timings[QLatin1String("receive")].toDouble(), 4.5);
    QCOMPARE(first[QLatin1String("time")].toDouble(), 135.5);
    const QJsonObject second = entries[1].toObject();
    QCOMPARE(second[QLatin1String("response")][QLatin1String("status")].toInt(), 0);
    QVERIFY(!second.contains(QLatin1String("serverIPAddress"))); // a proxy's
    QCOMPARE(second[QLatin1String("timings")][QLatin1String("dns")].toDouble(), -1.0);
    QCOMPARE(second[QLatin1String("_error")].toString(), QStringLiteral("It refused the connection"));
}

void TestDeliveryExport::anArchiveSaysWhatAnAnswerDidNotBring()
{
    using us = std::chrono::microseconds;
    DeliveryDetail detail;
    Attempt bare = sentAttempt("GET / HTTP/1.1\r\nHost: h\r\n\r\n", {});
    bare.exchange.status = 503;
    bare.exchange.responseHead = "HTTP/1.1 503\r\nContent-Length: 0\r\n\r\n";
    detail.attempts.append(bare);
    Attempt silent = sentAttempt("GET / HTTP/1.1\r\nHost: h\r\n\r\n", {});
    silent.exchange.timings = {us(2'000), us(10'000), {}, us(11'000), {}, us(15'011'000)};
    detail.attempts.append(silent);
    Attempt refused = silent;
    refused.exchange.timings = {us(2'000), {}, {}, {}, {}, us(50'000)};
    detail.attempts.append(refused);
    const QJsonArray entries = archive(detail)[QLatin1String("entries")].toArray();
    QCOMPARE(entries.size(), 3);
    const QJsonValue response = entries[0][QLatin1String("response")];
    QCOMPARE(response[QLatin1String("statusText")].toString(), QString());
    QCOMPARE(response[QLatin1String("httpVersion")].toString(), QStringLiteral("HTTP/1.1"));
    const auto time = [&entries](int entry, const char *part) {
        return entries[entry][QLatin1String("timings")][QLatin1String(part)].toDouble();
    };
    QCOMPARE(time(1, "send"), 1.0);
    QCOMPARE(time(1, "wait"), 15'000.0);
    QCOMPARE(time(1, "receive"), 0.0);
    QCOMPARE(time(2, "wait"), 48.0);
    QCOMPARE(time(2, "receive"), 0.0);
}

void TestDeliveryExport::anArchiveIsWrittenForTheSelection()
{
    fakes::DeliveryBench bench;
    for (int id = 1; id <= 25; ++id) {
        bench.source.put(fakes::row(id, DeliveryState::Failed, bench.clock));
        bench.source.details[id].webhookId = QStringLiteral("dl_%1").arg(id);
        bench.source.details[id].attempts = {sentAttempt("GET /hook HTTP/1.1\r\nHost: h\r\n\r\n", {})};
    }
    bench.start();
    QList<DeliveryId> ids;
    for (int id = 3; id <= 25; ++id)
        ids.append(DeliveryId{id});
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("a.har"));
    bench.page->findChild<ExportFlow *>()->writeArchive(path, ids);
    QTRY_VERIFY(bench.messages->text().contains(path));
    const QJsonArray entries =
        QJsonDocument::fromJson(contentOf(path))[QLatin1String("log")][QLatin1String("entries")].toArray();
    QCOMPARE(entries.size(), 23);
    QCOMPARE(entries[0][QLatin1String("_delivery")].toString(), QStringLiteral("dl_3"));
}

void TestDeliveryExport::httpieSaysTheSameRequest()
{
    const Attempt json = sentAttempt("POST /hook HTTP/1.1\r\nHost: receiver.example\r\nX-A: =b\\c\r\nX-Empty:\r\n"
                                     "Content-Length: 9\r\nContent-Type: application/json\r\n\r\n",
                                     "{\"a\":'1'}");
    const QString command = httpieCommand(json, QUrl(json.url));
    QCOMPARE(command,
             QStringLiteral("http --ignore-stdin \\\n  --raw='{\"a\":'\\''1'\\''}' \\\n"
                            "  POST 'https://receiver.example/hook' \\\n  'X-A:\\=b\\\\c' \\\n  'X-Empty;' \\\n"
                            "  'Content-Type:application/json'"));
    const Attempt binary = sentAttempt("PUT / HTTP/1.1\r\nHost: h\r\n\r\n", QByteArray("-\0x", 3));
    QVERIFY(
        httpieCommand(binary, QUrl()).startsWith(QStringLiteral("printf '\\055\\000x' | http \\\n  PUT 'https://h/'")));
}

void TestDeliveryExport::aRawRequestNamesABodyThatIsNoText()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\n\r\n";
    QCOMPARE(rawRequest(sentAttempt(head, "{\"ü\":1}")), QString::fromUtf8(head) + QStringLiteral("{\"ü\":1}"));
    const QString binary = rawRequest(sentAttempt(head, QByteArray("\0\1", 2)));
    QVERIFY(binary.startsWith(QString::fromUtf8(head)));
    QVERIFY(binary.contains(QStringLiteral("2 bytes that are no text")));
}

void TestDeliveryExport::linksNameDeliveryAndTarget()
{
    QCOMPARE(deliveryLink(DeliveryId{4711}), QStringLiteral("callboard://delivery/4711"));
    QCOMPARE(targetLink(TargetId{3}), QStringLiteral("callboard://target/3"));
}

void TestDeliveryExport::aPastedCurlCommandArrivesByteForByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(char(byte));
    QTest::newRow("text with quotes and a line feed") << QByteArray("{\"a\":\"it's $HOME `id` !! \\\\n\"}\nä");
    QTest::newRow("every byte") << all;
    QTest::newRow("NUL alone") << QByteArray(1, '\0');
    QTest::newRow("tab and escape, which a terminal would act on") << QByteArray("a\tb\x1b[2Jc\x7f");
    QTest::newRow("a minus in front of what is piped") << QByteArray("-n\0", 3);
    QTest::newRow("an at sign in front") << QByteArray("@/etc/hostname");
    QTest::newRow("per cent signs") << QByteArray("%s %% %d\r\n");
    QTest::newRow("longer than an argument may be") << QByteArray(200'000, 'x');
}

void TestDeliveryExport::aPastedCurlCommandArrivesByteForByte()
{
    QFETCH(QByteArray, body);
    const QTemporaryDir received;
    Nginx nginx;
    QVERIFY(nginx.start("location / { root " + received.path().toUtf8() + "; dav_methods PUT; }"));
    Attempt attempt = sentAttempt("PUT /body HTTP/1.1\r\nHost: h\r\nX-Quote: it's \"so\" $HOME\r\nX-Empty:\r\n\r\n",
                                  body);
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/body").arg(nginx.port()));
    const QString command = curlCommand(attempt, url);
    for (const QChar c : command)
        QVERIFY2(c == u'\n' || (c.unicode() >= 0x20 && c.unicode() != 0x7F), "a terminal would act on it");
    QProcess bash;
    bash.start(QStringLiteral("bash"), {});
    QVERIFY(bash.waitForStarted());
    bash.write(command.toUtf8() + '\n');
    bash.closeWriteChannel();
    QVERIFY(bash.waitForFinished());
    QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());
    QCOMPARE(contentOf(received.filePath(QStringLiteral("body"))), body);
}

QTEST_MAIN(TestDeliveryExport)
#include "tst_deliveryexport.moc"
