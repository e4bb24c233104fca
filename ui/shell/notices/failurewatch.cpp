#include "ui/shell/notices/failurewatch.h"

#include "ui/look/recorded.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kPage = 1'000;             // of a flood, at a time
constexpr Milliseconds kOverlap{10'000}; // a failure is in the store a moment after it happened, and clocks differ
constexpr qsizetype kMostReplayed = 500; // more than that is looked at first
constexpr qsizetype kLongestError = 160;

// An error may quote a receiver: one line of it, and not all of a long one.
QString inShort(const QString &error)
{
    const QString line = error.simplified();
    return line.size() > kLongestError ? line.left(kLongestError) + u'…' : line;
}

} // namespace

FailureWatch::FailureWatch(EngineClient &engine, ReadThread &reads, const Clock &clock, const QDBusConnection &bus,
                           Milliseconds gather, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reads(reads)
    , m_clock(clock)
    , m_notices(bus)
{
    for (QTimer *timer : {&m_askTimer, &m_tellTimer})
        timer->setSingleShot(true);
    m_askTimer.setInterval(gather);
    connect(&m_askTimer, &QTimer::timeout, this, &FailureWatch::ask);
    connect(&m_tellTimer, &QTimer::timeout, this, qOverload<>(&FailureWatch::tell));
    connect(&m_engine, &EngineClient::changed, this, &FailureWatch::take);
    connect(&m_notices, &DesktopNotices::showChosen, this,
            [this](const QString &key, const QString &token) { emit showRequested(m_told.value(key).target, token); });
    connect(&m_notices, &DesktopNotices::replayChosen, this, &FailureWatch::replay);
}

void FailureWatch::setEnabled(bool enabled)
{
    m_enabled = enabled;
    begin();
}

void FailureWatch::setInBackground(bool background)
{
    if (m_background == background)
        return;
    m_background = background;
    begin();
}

void FailureWatch::begin()
{
    m_since = m_asked = m_clock.now();
    m_batch.clear();
    m_askTimer.stop();
    m_tellTimer.stop();
    m_notices.withdrawAll();
    m_told.clear();
}

void FailureWatch::take(const EngineChange &change)
{
    const bool delivers = change.everything || !change.deliveries.isEmpty();
    if (watches() && delivers && !m_askTimer.isActive())
        m_askTimer.start();
}

// By when they ended: another process that dispatches says of its deliveries only that something changed.
void FailureWatch::ask()
{
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    failed.endedSince = m_asked;
    m_asked = std::max(m_since, m_clock.now() - kOverlap);
    askOn(failed, {});
}

void FailureWatch::askOn(const DeliveryFilter &failed, DeliveryId after)
{
    m_reads.ask(
        this, [failed, after](const WorkspaceReader &reader) { return reader.deliveriesAfter(failed, after, kPage); },
        [this, failed, since = m_since](QList<DeliveryRow> rows) {
            if (!watches() || since != m_since)
                return;                             // somebody looked at the window meanwhile
            std::reverse(rows.begin(), rows.end()); // they come with the newest first
            for (const DeliveryRow &row : std::as_const(rows))
                m_batch.add(row);
            if (rows.size() == kPage)
                askOn(failed, rows.last().delivery.id);
            else
                tell();
        });
}

void FailureWatch::tell()
{
    const Milliseconds now = m_clock.steady();
    for (const FailureNotice &notice : m_batch.takeDue(now))
        tell(notice);
    if (const auto next = m_batch.nextDue())
        m_tellTimer.start(std::max(*next - now, Milliseconds(1)));
}

void FailureWatch::tell(const FailureNotice &notice)
{
    const QString key = QString::number(notice.target.value);
    m_told.insert(key, notice);
    const int count = int(notice.deliveries.size());
    DesktopNotice shown;
    shown.key = key;
    shown.summary = tr("%n deliveries to %1 failed", nullptr, count).arg(notice.name);
    shown.body = notice.lastError.isEmpty() ? QString()
                                            : tr("The last one: %1").arg(inShort(inOurLanguage(notice.lastError)));
    shown.showText = tr("Show");
    if (count <= kMostReplayed)
        shown.replayText = tr("Replay");
    m_notices.show(shown);
}

void FailureWatch::replay(const QString &key)
{
    const FailureNotice notice = m_told.take(key); // once
    if (notice.deliveries.isEmpty())
        return;
    m_engine.replay(notice.deliveries, ReplayContent::SameBytes, this,
                    [this, name = notice.name](const Result<QList<DeliveryId>> &made) {
                        if (made)
                            emit replayed(name, int(made->size()));
                        else
                            emit replayRefused(made.error());
                    });
}

} // namespace callboard
