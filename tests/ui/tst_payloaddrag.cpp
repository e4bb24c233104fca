// The chosen delivery dragged out of the list: when a drag begins, and what it carries.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/export/payloaddrag.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace callboard;

namespace {

Attempt attempt(int number, const QByteArray &body, const QByteArray &type = "application/json")
{
    Attempt attempt;
    attempt.number = number;
    attempt.url = QStringLiteral("https://hooks.example/in");
    attempt.requestHead = "POST /in HTTP/1.1\r\nContent-Type: " + type + "\r\n\r\n";
    attempt.requestBody = body;
    return attempt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

struct Bench : fakes::DeliveryBench {
    PayloadDrag *drag = nullptr;

    void start()
    {
        for (const qint64 id : {1, 2, 3})
            source.put(fakes::row(id, DeliveryState::Delivered, clock));
        source.details[1].attempts = {attempt(1, "{}"), attempt(2, "{\"uuid\":\"ä\"}")};
        source.details[2].attempts = {attempt(1, QByteArray("\x00\xFF", 2), "application/octet-stream")};
        DeliveryBench::start();
        drag = page->findChild<PayloadDrag *>();
    }
    // What is carried once the delivery has been read; its file's name.
    std::unique_ptr<QMimeData> carriedBy(qint64 id)
    {
        QSignalSpy shown(page, &DeliveriesPage::deliveryShown);
        table->selectDelivery(DeliveryId{id});
        return shown.isEmpty() && !shown.wait() ? nullptr : drag->mimeData();
    }
    void mouse(QEvent::Type type, const QPoint &at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const bool move = type == QEvent::MouseMove;
        QMouseEvent event(type, at, table->viewport()->mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(table->viewport(), &event);
    }
    [[nodiscard]] QPoint middleOf(int row) const
    {
        return table->visualRect(table->model()->index(row, DeliveryListModel::Asset)).center();
    }
};

} // namespace

class tst_PayloadDrag : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theFileIsWhatSaveWouldWrite();
    void bytesThatAreNoTextAreAFileAlone();
    void longTextIsAFileAlone();
    void nothingIsGivenBeforeItIsRead();
    void withoutAPayloadThereIsNothingToDrag();
    void theChosenRowIsDragged();
    void otherRowsAreSelectedByTheMouse();
};

void tst_PayloadDrag::theFileIsWhatSaveWouldWrite()
{
    Bench bench;
    bench.start();
    const auto data = bench.carriedBy(1);
    QVERIFY(data && data->urls().size() == 1);
    const QFileInfo file(data->urls().first().toLocalFile());
    QCOMPARE(file.fileName(), QStringLiteral("delivery-1-2-request.json"));
    QCOMPARE(contentOf(file.filePath()), bench.source.details[1].attempts[1].requestBody);
    QCOMPARE(data->text(), QStringLiteral("{\"uuid\":\"ä\"}"));
    QVERIFY(!file.permission(QFile::ReadOther) && !file.permission(QFile::ReadGroup));
    QVERIFY(!QFileInfo(file.path()).permission(QFile::ExeOther));
    const auto again = bench.drag->mimeData();
    QVERIFY(again);
    QCOMPARE(again->urls(), data->urls());
    QVERIFY(!bench.messages->isOpen());
}

void tst_PayloadDrag::bytesThatAreNoTextAreAFileAlone()
{
    Bench bench;
    bench.start();
    const auto data = bench.carriedBy(2);
    QVERIFY(data);
    QCOMPARE(contentOf(data->urls().first().toLocalFile()), QByteArray("\x00\xFF", 2));
    QVERIFY(!data->formats().contains(QStringLiteral("text/plain")));
}

void tst_PayloadDrag::longTextIsAFileAlone()
{
    Bench bench;
    bench.start();
    bench.source.details[1].attempts = {attempt(1, '"' + QByteArray(1024 * 1024, 'a') + '"')};
    const auto data = bench.carriedBy(1);
    QVERIFY(data);
    QCOMPARE(QFileInfo(data->urls().first().toLocalFile()).size(), 1024 * 1024 + 2);
    QVERIFY(!data->formats().contains(QStringLiteral("text/plain")));
}

void tst_PayloadDrag::nothingIsGivenBeforeItIsRead()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.carriedBy(1));
    bench.table->selectDelivery(DeliveryId{2});
    QVERIFY(!bench.drag->mimeData()); // and never that of the one before
}

void tst_PayloadDrag::withoutAPayloadThereIsNothingToDrag()
{
    Bench bench;
    bench.start();
    QVERIFY(!bench.carriedBy(3));
    QVERIFY(!bench.messages->isOpen());
}

void tst_PayloadDrag::theChosenRowIsDragged()
{
    Bench bench;
    bench.start();
    bench.table->chooseRow(1);
    QObject::disconnect(bench.table, &DeliveryTable::dragRequested, bench.drag, nullptr); // it would wait for the mouse
    QSignalSpy begun(bench.table, &DeliveryTable::dragRequested);
    const QPoint at = bench.middleOf(1);
    bench.mouse(QEvent::MouseButtonPress, at);
    bench.mouse(QEvent::MouseMove, at + QPoint(1, 0));
    QCOMPARE(begun.size(), 0);
    bench.mouse(QEvent::MouseMove, bench.middleOf(2) + QPoint(QApplication::startDragDistance(), 0));
    QCOMPARE(begun.size(), 1);
    QCOMPARE(bench.table->selectedRows(), QList<int>{1});
    bench.mouse(QEvent::MouseButtonRelease, at);
    bench.mouse(QEvent::MouseMove, at + QPoint(100, 0));
    QCOMPARE(begun.size(), 1);
}

void tst_PayloadDrag::otherRowsAreSelectedByTheMouse()
{
    Bench bench;
    bench.start();
    bench.table->chooseRow(0);
    QSignalSpy begun(bench.table, &DeliveryTable::dragRequested);
    bench.mouse(QEvent::MouseButtonPress, bench.middleOf(1));
    bench.mouse(QEvent::MouseMove, bench.middleOf(2));
    bench.mouse(QEvent::MouseButtonRelease, bench.middleOf(2));
    QCOMPARE(bench.table->selectedRows(), (QList<int>{1, 2}));
    QCOMPARE(begun.size(), 0);
}

QTEST_MAIN(tst_PayloadDrag)
#include "tst_payloaddrag.moc"
