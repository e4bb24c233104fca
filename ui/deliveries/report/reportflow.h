// Save as PDF: asks where to, reads the deliveries bit by bit, writes their report off the window's thread, and says in
// the message bar how it went. The ids come with the oldest first.
#pragma once

#include "ui/deliveries/deliverysource.h"

#include <QList>
#include <QString>

class QWidget;

namespace callboard {

class MessageBar;

// More than these are no report any more: the newest so many are written, and it is said.
inline constexpr qsizetype kMostReported = 100;

void askForReport(DeliverySource &source, MessageBar &messages, const QList<DeliveryId> &ids, QWidget *page);
void writeReport(DeliverySource &source, MessageBar &messages, const QList<DeliveryId> &ids, const QString &path,
                 QWidget *page);

} // namespace callboard
