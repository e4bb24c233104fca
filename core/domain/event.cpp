#include "core/domain/event.h"

#include <QCryptographicHash>

namespace callboard {

QByteArray MediaEvent::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    for (const QString *part : {&type, &asset, &project, &time, &dataContentType}) {
        hash.addData(part->toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    hash.addData(data);
    return hash.result();
}

} // namespace callboard
