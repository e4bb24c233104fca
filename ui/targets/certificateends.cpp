#include "ui/targets/certificateends.h"

#include "core/transport/certificates.h"

namespace callboard {

void CertificateEnds::follow(const QList<TargetSummary> &targets)
{
    QHash<qint64, Known> known;
    for (const TargetSummary &row : targets) {
        const QByteArray &certificate = row.target.tls.certificate;
        if (certificate.isEmpty())
            continue;
        Known entry = m_known.value(row.target.id.value);
        if (entry.certificate != certificate) {
            const auto found = describeCertificates(certificate);
            entry = {certificate, found ? std::optional(found->ends) : std::nullopt};
        }
        known.insert(row.target.id.value, entry);
    }
    m_known = known;
}

std::optional<Timestamp> CertificateEnds::of(const CallbackTarget &target) const
{
    return m_known.value(target.id.value).ends;
}

} // namespace callboard
