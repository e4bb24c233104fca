// The receiver's page in a window with a message bar, on a workspace of its own; and a client that calls it over HTTP.
#pragma once

#include "core/store/sql/database.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/dialogshots.h"
#include "ui/receiver/receiverpage.h"
#include "ui/shell/messagebar.h"

#include <QAbstractButton>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace callboard {

class ReceiverBench {
public:
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    QString tag;
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<QWidget> window;
    MessageBar *messages = nullptr;
    ReceiverPage *page = nullptr;
    QNetworkAccessManager network;

    ReceiverBench()
    {
        addDelivery();
        reads = std::make_unique<ReadThread>(workspace);
        window = std::make_unique<QWidget>();
        messages = new MessageBar(window.get());
        page = new ReceiverPage(*reads, *messages, window.get());
        auto *column = new QVBoxLayout(window.get());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(messages);
        column->addWidget(page, 1);
        window->resize(1104, 720);
        window->show();
    }

    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return window->findChild<Control *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("receivedTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }

    // A port that nobody listens on just now.
    [[nodiscard]] static int freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }
    bool start()
    {
        find<QSpinBox>("portSpin")->setValue(freePort());
        click("startButton");
        return QTest::qWaitFor([this] { return !page->url().isEmpty(); });
    }
    // The answer's status once it is there; 0: none came.
    int post(const QString &path, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request(QUrl(page->url() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        reply.reset(network.post(request, body));
        if (!QTest::qWaitFor([this] { return reply->isFinished(); }))
            return -1;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    std::unique_ptr<QNetworkReply> reply;

private:
    // Delivery 1 of this workspace.
    void addDelivery()
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        QVERIFY(opened);
        tag = (*opened)->tag();
        QVERIFY((*opened)->begin());
        CallbackTarget target;
        target.id = *TargetStore(**opened).reserve();
        target.name = QStringLiteral("cms");
        target.url = QStringLiteral("https://cms.example/hook");
        QVERIFY(TargetStore(**opened).save(target, SystemClock().now()));
        MediaEvent event;
        event.id = EventId{1};
        event.source = QStringLiteral("/test");
        event.sourceId = QStringLiteral("e1");
        event.asset = QStringLiteral("T1S03");
        event.type = info(event.trigger).eventType;
        QVERIFY(EventStore(**opened).insert(event, event.fingerprint(), 1));
        Delivery delivery;
        delivery.id = DeliveryId{1};
        delivery.target = target.id;
        delivery.asset = event.asset;
        delivery.firstEvent = event.id;
        delivery.latestEvent = event.id;
        delivery.createdAt = SystemClock().now();
        QVERIFY(DeliveryStore(**opened).insert(delivery));
        QVERIFY((*opened)->commit());
    }
};

} // namespace callboard
