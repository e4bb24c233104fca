#include "ui/deliveries/replay/replaywatch.h"

#include "ui/look/recorded.h"
#include "ui/shell/messagebar.h"

#include <QLocale>

namespace callboard {

namespace {

constexpr int kMostWatched = 500; // ids in one question

QString sentence(const QString &text)
{
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

} // namespace

ReplayWatch::ReplayWatch(DeliverySource &source, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_messages(messages)
{
}

void ReplayWatch::watch(const QList<DeliveryId> &replays, DeliveryId original, const QString &said)
{
    m_open.clear();
    if (replays.size() > kMostWatched)
        return;
    m_said = said;
    m_original = original;
    m_open = QSet<DeliveryId>(replays.begin(), replays.end());
    m_total = int(replays.size());
    m_delivered = 0;
    ask(replays); // some may have ended before the answer came that they are there
}

void ReplayWatch::take(const EngineChange &change)
{
    QList<DeliveryId> ids;
    for (const DeliveryId id : change.deliveries) {
        if (m_open.contains(id))
            ids.append(id);
    }
    if (!ids.isEmpty())
        ask(ids);
}

void ReplayWatch::ask(const QList<DeliveryId> &ids)
{
    if (!m_messages.text().contains(m_said)) {
        m_open.clear();
        return;
    }
    m_source.rows({}, ids, this, [this](const QList<DeliveryRow> &rows) {
        for (const DeliveryRow &row : rows)
            count(row);
    });
}

void ReplayWatch::count(const DeliveryRow &row)
{
    if (!isFinal(row.delivery.state) || !m_open.remove(row.delivery.id))
        return;
    m_delivered += row.delivery.state == DeliveryState::Delivered ? 1 : 0;
    if (m_open.isEmpty())
        tell(row);
}

void ReplayWatch::tell(const DeliveryRow &last)
{
    const QLocale locale;
    const auto kind = m_delivered == m_total ? Message::Kind::Info : Message::Kind::Warning;
    QString text;
    if (m_total == 1)
        text = endOfOne(last);
    else if (m_delivered == m_total)
        text = tr("All %1 replays were delivered.").arg(locale.toString(m_total));
    else
        text = tr("The %1 replays ended: %2 delivered, %3 not delivered.")
                   .arg(locale.toString(m_total), locale.toString(m_delivered), locale.toString(m_total - m_delivered));
    m_messages.amend(m_said, text, kind);
}

QString ReplayWatch::endOfOne(const DeliveryRow &row) const
{
    const Delivery &delivery = row.delivery;
    if (delivery.state == DeliveryState::Delivered)
        return tr("Replay of %1 was delivered.").arg(m_original.value);
    if (delivery.state == DeliveryState::Cancelled)
        return tr("Replay of %1 was cancelled.").arg(m_original.value);
    if (delivery.error.isEmpty())
        return row.inDoubt ? tr("Replay of %1 is in doubt.").arg(m_original.value)
                           : tr("Replay of %1 failed.").arg(m_original.value);
    const QString why = sentence(inOurLanguage(delivery.error));
    return row.inDoubt ? tr("Replay of %1 is in doubt: %2").arg(m_original.value).arg(why)
                       : tr("Replay of %1 failed: %2").arg(m_original.value).arg(why);
}

} // namespace callboard
