// The page of the built-in local receiver: start and stop, how it answers, what arrived, and the chosen request in
// full. The receiver runs in a thread of its own (ReceiverDesk) and is off until it is started.
#pragma once

#include "core/domain/ids.h"
#include "core/receiver/receiver.h"
#include "core/store/readthread.h"
#include "ui/shell/pagewidget.h"

class QSettings;
class QSplitter;
class QStackedWidget;

namespace callboard {

class EmptyState;
class MessageBar;
class ReceivedModel;
class ReceivedTable;
class ReceiverDesk;
class ReceiverHeader;
class RequestPane;

class ReceiverPage : public PageWidget {
    Q_OBJECT

public:
    ReceiverPage(ReadThread &reads, MessageBar &messages, QWidget *parent = nullptr);

    void start();
    void stop();
    [[nodiscard]] QString url() const { return m_url; } // empty: it is off
    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;

signals:
    void settingsChanged(); // the port or the rules: to be kept now
    void targetRequested(const QString &url);
    void deliveryRequested(callboard::DeliveryId delivery);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBody();
    void connectHeader();
    void connectDesk();
    void connectList();
    void startOn(quint16 port);
    void refuse(const Error &error);
    void showSelected();
    void findDelivery(const ReceivedRequest &request);
    void follow();
    void clear();
    void showState();
    void act();
    void makeTarget();
    void copyCurl();

    ReadThread &m_reads;
    MessageBar &m_messages;
    ReceiverDesk *m_desk = nullptr;
    ReceivedModel *m_model = nullptr;
    ReceiverHeader *m_header = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_list = nullptr;
    ReceivedTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    RequestPane *m_pane = nullptr;
    QString m_url;
};

} // namespace callboard
