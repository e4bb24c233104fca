// When the client certificates of targets end, each read once for as long as it stays the same.
#pragma once

#include "core/store/workspacereader.h"

#include <QHash>

namespace callboard {

class CertificateEnds {
public:
    void follow(const QList<TargetSummary> &targets);
    // Empty: the target shows none, or it can't be read.
    [[nodiscard]] std::optional<Timestamp> of(const CallbackTarget &target) const;

private:
    struct Known {
        QByteArray certificate;
        std::optional<Timestamp> ends;
    };

    QHash<qint64, Known> m_known; // by the target's id
};

} // namespace callboard
