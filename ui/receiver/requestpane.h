// One received request: its body highlighted, its headers as a table, and the whole of it raw. What arrived stays as it
// arrived; where it is a delivery of this workspace, a button goes there.
#pragma once

#include "core/domain/ids.h"
#include "core/receiver/receiver.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace callboard {

class ElidedLabel;
class PayloadView;

class RequestPane : public QWidget {
    Q_OBJECT

public:
    explicit RequestPane(QWidget *parent = nullptr);

    void present(const ReceivedRequest &request); // its delivery is not known yet
    void setDelivery(DeliveryId delivery);
    [[nodiscard]] quint64 number() const { return m_number; } // 0: none is shown
    void focusContent();
    // Empty: it has none.
    [[nodiscard]] static QByteArray headerOf(const ReceivedRequest &request, QByteArrayView name);

signals:
    void deliveryRequested(callboard::DeliveryId delivery);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeHeaders();
    void fillHeaders(const ReceivedRequest &request);

    ElidedLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QPushButton *m_deliveryButton = nullptr;
    QTabWidget *m_tabs = nullptr;
    PayloadView *m_body = nullptr;
    PayloadView *m_raw = nullptr;
    QTableWidget *m_headers = nullptr;
    DeliveryId m_delivery;
    quint64 m_number = 0;
};

} // namespace callboard
