#include "core/payload/record/vocabulary.h"

#include <QDateTime>
#include <QUrl>

#include <array>

namespace callboard {

QString lightFlowStatus(const QString &status)
{
    static constexpr std::array kWords{"queued", "queued", "running", "finished", "error", "error"};
    bool isCode = false;
    const int code = status.toInt(&isCode);
    if (isCode && code >= 0 && code < static_cast<int>(kWords.size()))
        return QLatin1String(kWords[static_cast<size_t>(code)]);
    if (isCode && ((code >= 100 && code <= 105) || (code >= 200 && code <= 205)))
        return QStringLiteral("canceled");
    return status;
}

QString sparkStatus(const QString &status)
{
    static constexpr std::array kWords{"queued", "running", "finished", "error"};
    for (size_t i = 0; i < kWords.size(); ++i) {
        if (status == QLatin1String(kWords[i]))
            return QString::number(i + 1);
    }
    return status;
}

std::optional<QString> statusOf(Trigger trigger)
{
    switch (trigger) {
    case Trigger::Success: return QStringLiteral("finished");
    case Trigger::Failure: return QStringLiteral("error");
    case Trigger::Progress: return QStringLiteral("running");
    default: return std::nullopt;
    }
}

QString sparkDate(const QString &date)
{
    const QDateTime time = QDateTime::fromString(date, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return date;
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString fileNameIn(const QString &address)
{
    const QString name = QUrl(address, QUrl::TolerantMode).fileName(QUrl::FullyDecoded);
    return name.isEmpty() ? address.section(u'/', -1) : name;
}

} // namespace callboard
