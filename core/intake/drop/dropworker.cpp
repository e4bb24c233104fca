#include "core/intake/drop/dropworker.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace std::chrono_literals;

namespace {

// A folder that fills up tells of each file; it is looked at once for all of them.
constexpr auto kGather = 100ms;
// A full folder takes its time to be looked at; most of the time is for the files.
constexpr int kGatherPerLook = 4;
constexpr qsizetype kMostWaiting = 1'000;

// The store is away for every file, and a later one must not overtake: all wait.
bool isStoreAway(ErrorCode code)
{
    return code == ErrorCode::StoreUnavailable || code == ErrorCode::StoreBusy || code == ErrorCode::StoreCorrupt;
}

QString whyLeftAlone(DropEntry::Kind kind)
{
    return kind == DropEntry::Kind::Link
        ? QStringLiteral("It is a symbolic link, and links are not followed. It was left where it is.")
        : QStringLiteral("It is a pipe, a socket or a device. It was left where it is.");
}

// In whole milliseconds, never too few; 0: it is past.
std::chrono::milliseconds between(DropQueue::Moment from, DropQueue::Moment to)
{
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(to - from), std::chrono::milliseconds(0));
}

} // namespace

DropWorker::DropWorker(DropSettings settings, EventSink &events, PlatformSink &platform)
    : m_settings(std::move(settings))
    , m_events(events)
    , m_platform(platform)
    , m_queue(m_settings.settled, kMostWaiting)
    , m_gather(kGather)
{
    m_answers = std::make_shared<DropAnswers>(
        [this] { QMetaObject::invokeMethod(this, &DropWorker::takeAnswer, Qt::QueuedConnection); });
    m_lookTimer.setSingleShot(true);
    m_nextTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &DropWorker::look);
    connect(&m_nextTimer, &QTimer::timeout, this, &DropWorker::proceed);
    connect(&m_pollTimer, &QTimer::timeout, this, &DropWorker::look);
}

DropWorker::~DropWorker()
{
    m_answers->forgetOwner();
}

void DropWorker::begin()
{
    m_watcher = new QFileSystemWatcher(this);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &DropWorker::lookSoon);
    m_pollTimer.start(m_settings.poll);
    m_lookTimer.start(0ms);
}

void DropWorker::end()
{
    m_closing = true;
    if (!m_current)
        emit ended();
}

void DropWorker::lookSoon()
{
    if (!m_closing && !m_lookTimer.isActive())
        m_lookTimer.start(m_gather);
}

void DropWorker::look()
{
    if (m_closing)
        return;
    const Moment begun = std::chrono::steady_clock::now();
    auto opened = DropDirectory::open(m_settings.folder);
    auto entries = opened ? opened->entries() : tl::unexpected(opened.error());
    if (!entries) {
        m_directory.reset();
        m_watcher->removePath(m_settings.folder); // it would go on watching one that was moved away
        return setAvailable(false, entries.error().detail);
    }
    m_directory = std::move(*opened);
    if (!m_queue.hasVerdicts())
        setAvailable(true);
    if (m_watcher->directories().isEmpty())
        m_watcher->addPath(m_settings.folder);
    tellOfOddities(*entries);
    entries->removeIf([this](const DropEntry &entry) {
        return entry.kind != DropEntry::Kind::File || (m_current && m_current->name == entry.name);
    });
    const Moment seen = std::chrono::steady_clock::now();
    m_queue.see(std::move(*entries), seen);
    m_gather = std::max<std::chrono::milliseconds>(kGather, between(begun, seen) * kGatherPerLook);
    proceed();
}

void DropWorker::tellOfOddities(const QList<DropEntry> &entries)
{
    QSet<QByteArray> present;
    for (const DropEntry &entry : entries) {
        if (entry.kind == DropEntry::Kind::File)
            continue;
        present.insert(entry.name);
        if (m_oddities.contains(entry.name))
            continue;
        const QString reason = whyLeftAlone(entry.kind);
        // Beside the signal only for those who look into the folder; there is nothing to do if it can't be written.
        (void)m_directory->writeReason(entry.name, reason);
        emit rejected(QFile::decodeName(entry.name), reason);
    }
    m_oddities = std::move(present);
}

// One file, then back to the event loop.
void DropWorker::proceed()
{
    if (m_closing || m_current || !m_directory)
        return;
    const Moment now = std::chrono::steady_clock::now();
    if (now >= m_pausedUntil)
        m_current = m_queue.takeNext(now);
    if (!m_current) {
        if (const auto next = m_queue.nextReadyAt())
            m_nextTimer.start(between(now, std::max(*next, m_pausedUntil)));
    } else if (m_current->verdict) {
        move();
    } else {
        takeIn();
    }
}

void DropWorker::takeIn()
{
    auto reading = m_directory->read(m_current->name, m_current->stamp, m_settings.largestFile);
    if (!reading)
        return reading.error().code == ErrorCode::TooLarge ? refuse(reading.error().detail)
                                                           : leave(reading.error().detail);
    if (reading->state == DropReading::State::BeingWritten)
        return putAside(std::chrono::steady_clock::now() + m_settings.settled);
    if (reading->state == DropReading::State::Changed) { // it waits anew
        m_current.reset();
        m_nextTimer.start(0ms);
        return lookSoon();
    }
    auto understood = readDrop({m_current->name, m_current->stamp.modified, std::move(reading->content)});
    if (!understood)
        return refuse(understood.error().detail);
    handOver(std::move(*understood));
}

void DropWorker::handOver(DropContent content)
{
    const auto answer = m_answers->expect();
    if (auto *events = std::get_if<QList<MediaEvent>>(&content)) {
        m_events.submit({std::move(*events), [answer](const Result<Accepted> &accepted) {
                             answer(accepted.map([](const Accepted &all) { return all.accepted; }));
                         }});
    } else if (auto *notification = std::get_if<EncoderNotification>(&content)) {
        m_platform.takeNotification(std::move(*notification), [answer](const Result<NotificationOutcome> &outcome) {
            answer(outcome.map([](const NotificationOutcome &known) { return known.events; }));
        });
    } else {
        m_platform.publishAsset(std::move(std::get<AssetRequest>(content)),
                                [answer](const Result<AssetDescription> &published) {
                                    answer(published.map([](const AssetDescription &) { return 0; }));
                                });
    }
}

void DropWorker::takeAnswer()
{
    const auto answer = m_answers->take();
    if (!answer)
        return;
    finish(*answer);
    if (m_closing)
        emit ended();
}

void DropWorker::finish(const DropAnswers::Answer &answer)
{
    if (answer) {
        m_current->verdict = DropVerdict{true, *answer, {}};
        return move();
    }
    const Moment again = nextTry();
    if (isStoreAway(answer.error().code)) {
        postpone(answer.error());
        m_pausedUntil = again; // the very moment it is ready itself, so that no other is before
        putBack(again);
    } else if (answer.error().code == ErrorCode::VaultUnavailable) {
        postpone(answer.error());
        putAside(again);
    } else {
        refuse(answer.error().detail);
    }
}

void DropWorker::refuse(const QString &reason)
{
    m_current->verdict = DropVerdict{false, 0, reason};
    move();
}

// It may be given its permission yet.
void DropWorker::leave(const QString &reason)
{
    if (!std::exchange(m_current->toldUnreadable, true)) {
        (void)m_directory->writeReason(m_current->name, reason);
        emit rejected(QFile::decodeName(m_current->name), reason);
    }
    putAside(nextTry());
}

// Nothing is wrong with it: no reason is left in rejected/, where it would outlive what it tells of.
void DropWorker::postpone(const Error &error)
{
    if (!std::exchange(m_current->toldPostponed, true))
        emit postponed(QFile::decodeName(m_current->name), error.detail);
}

void DropWorker::move()
{
    const DropVerdict &verdict = *m_current->verdict;
    const auto moved = !m_directory ? fail(ErrorCode::NotAllowed, QStringLiteral("The folder is gone."))
        : verdict.accepted          ? m_directory->moveToDone(m_current->name, m_current->stamp)
                                    : m_directory->moveToRejected(m_current->name, m_current->stamp, verdict.reason);
    if (!moved) {
        putAside(nextTry());
        return setAvailable(false, moved.error().detail);
    }
    const QString name = QFile::decodeName(m_current->name);
    if (verdict.accepted)
        emit taken(name, verdict.events);
    else if (*moved)
        emit rejected(name, verdict.reason);
    if (!*moved) // another file is there under its name
        lookSoon();
    m_current.reset();
    if (!m_queue.hasVerdicts())
        setAvailable(true);
    m_nextTimer.start(0ms);
}

void DropWorker::putBack(Moment readyAt)
{
    m_queue.putBack(std::move(*m_current), readyAt);
    m_current.reset();
    m_nextTimer.start(0ms);
}

void DropWorker::putAside(Moment readyAt)
{
    m_queue.putAside(std::move(*m_current), readyAt);
    m_current.reset();
    m_nextTimer.start(0ms);
}

void DropWorker::setAvailable(bool now, const QString &reason)
{
    if (std::exchange(m_available, now) != now)
        emit availableChanged(now, reason);
}

} // namespace callboard
