// Desktop's fourth part: what opens with a file or a text that is dropped on the window.
#include "app/desktop.h"

#include "ui/shell/drop/windowdrops.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetspage.h"

namespace callboard {

void Desktop::takeDrops()
{
    connect(new WindowDrops(m_window.get()), &WindowDrops::dropped, this, &Desktop::openDropped);
}

void Desktop::openDropped(const Drop &drop)
{
    m_window->activateWindow(); // it came from another program's
    switch (drop.kind) {
    case Drop::Kind::Nothing: return m_window->messages().post({Message::Kind::Warning, drop.refusal, {}, {}}, this);
    case Drop::Kind::Event:
        return fireEventWith([drop](EventForm &form) {
            form.takeRecord({drop.trigger.value_or(form.draft().trigger), drop.asset, drop.project, drop.text});
        });
    case Drop::Kind::NewTarget: m_window->setCurrentPage(m_targetsIndex); return m_targets->newTargetFrom(drop.text);
    case Drop::Kind::Import: m_window->setCurrentPage(m_targetsIndex); return m_targets->importText(drop.text);
    }
}

} // namespace callboard
