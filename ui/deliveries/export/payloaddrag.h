// The payload of the chosen delivery, dragged from the list into a file manager or an editor: a file as Save names it,
// and its text. What the inspector has read already, so that nobody waits; one row. The files stay until the window is
// gone: whoever was given one may still read it. Owned by the page of the table.
#pragma once

#include "ui/deliveries/deliveryinspector.h"

#include <QObject>

#include <memory>

class QMimeData;
class QTemporaryDir;

namespace callboard {

class DeliveryTable;

class PayloadDrag : public QObject {
    Q_OBJECT

public:
    PayloadDrag(DeliveryTable &table, const DeliveryInspector &inspector, QObject *parent);
    ~PayloadDrag() override;

    // Null: the row has no payload, or it is not read yet, or its file could not be written.
    [[nodiscard]] std::unique_ptr<QMimeData> mimeData();

signals:
    void refused(const QString &why);

private:
    void begin();
    [[nodiscard]] QString written(const NamedPayload &payload); // its path; empty: it could not be

    DeliveryTable &m_table;
    const DeliveryInspector &m_inspector;
    std::unique_ptr<QTemporaryDir> m_dir; // with the first that is dragged
};

} // namespace callboard
