// Deliveries as pages to hand to somebody: for each what became of it, and of every attempt what was sent and what came
// back. Secret values are masked as they are stored; bodies are laid out for reading, wrapped, and cut where they are
// long, which is said. Any thread.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"
#include "core/store/deliveryquery.h"

#include <QList>
#include <QString>

class QTextDocument;

namespace callboard::deliveryreport {

inline constexpr qsizetype kMostOfABody = 32 * 1024;

// Appends one delivery to the document.
void write(QTextDocument &document, const DeliveryDetail &detail, Timestamp now);
// A4 with page numbers; the file is there as a whole or not at all.
[[nodiscard]] Result<void> savePdf(const QList<DeliveryDetail> &details, const QString &path, Timestamp now);

} // namespace callboard::deliveryreport
