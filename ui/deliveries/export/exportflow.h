// Writes deliveries to a file: all that a filter names as CSV or JSON Lines, some of them as an HTTP Archive. Written
// on the reading thread in bounded steps, with progress and Cancel in the message bar; the file is there as a whole or
// not at all.
#pragma once

#include "core/domain/clock.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverysource.h"
#include "ui/deliveries/export/rowexport.h"

#include <QObject>

#include <memory>

class QWidget;

namespace callboard {

class MessageBar;

class ExportFlow : public QObject {
    Q_OBJECT

public:
    ExportFlow(DeliverySource &source, MessageBar &messages, const Clock &clock, QWidget *parent);

    // Both ask where to.
    void askForRows(const DeliveryFilter &filter, const QList<int> &columns);
    void askForArchive(const QList<DeliveryId> &ids); // the oldest first

    void writeRows(const QString &path, RowFormat format, const DeliveryFilter &filter, const QList<int> &columns);
    void writeArchive(const QString &path, const QList<DeliveryId> &ids);

private:
    struct Job;
    void scanOn(const std::shared_ptr<Job> &job, const DeliveryFilter &filter);
    void visitOn(const std::shared_ptr<Job> &job, const QList<DeliveryId> &ids);
    [[nodiscard]] std::shared_ptr<Job> begin(const QString &path);
    void tell(const std::shared_ptr<Job> &job);
    void finish(Job &job);
    [[nodiscard]] QString endOf(const Job &job) const;

    DeliverySource &m_source;
    MessageBar &m_messages;
    const Clock &m_clock;
    QWidget *m_window;
};

} // namespace callboard
