#include "ui/targets/draft/draftkeeper.h"

#include "ui/targets/targetwords.h"

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kSoon = 500ms; // with the writing itself well within a second

} // namespace

DraftKeeper::DraftKeeper(DraftStore &drafts, const CallbackTarget &stored, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_stored(stored)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::write);
    const auto bytes = drafts.read(stored.id);
    const auto draft = bytes ? readDraft(*bytes) : tl::unexpected(Error{});
    if (draft && restoredFrom(*draft, stored) != stored) {
        m_found = *draft;
        m_foundBytes = *bytes;
    }
}

CallbackTarget DraftKeeper::takeFound()
{
    const auto draft = std::exchange(m_found, std::nullopt);
    m_kept = true; // the file is this form's now
    return draft ? restoredFrom(*draft, m_stored) : m_stored;
}

QString DraftKeeper::offer() const
{
    if (!m_found)
        return {};
    QString text = tr("There are changes from %1 that were not saved.").arg(words::moment(m_found->savedAt));
    if (m_found->target.revision != m_stored.revision)
        text = tr("%1 The target was changed since.").arg(text);
    return m_found->leftOut ? tr("%1 Secret values were not kept: type them again.").arg(text) : text;
}

void DraftKeeper::forgetFound()
{
    m_found.reset();
    if (!m_kept)
        m_drafts.remove(m_stored.id);
}

// Not put off by whoever goes on typing.
void DraftKeeper::note(const CallbackTarget &target, bool dirty)
{
    m_now = target;
    if (!dirty)
        return keepNothing();
    if (!m_soon.isActive())
        m_soon.start();
}

// What is still offered outlives what was typed over it and undone.
void DraftKeeper::keepNothing()
{
    m_soon.stop();
    if (!m_kept)
        return;
    if (!m_found)
        return discard();
    m_kept = false;
    m_drafts.write(m_stored.id, m_foundBytes);
}

void DraftKeeper::discard()
{
    m_soon.stop();
    m_kept = false;
    m_found.reset();
    m_drafts.remove(m_stored.id);
}

void DraftKeeper::write()
{
    m_kept = true;
    m_drafts.write(m_stored.id, draftBytes(m_now, SystemClock().now()));
}

} // namespace callboard
