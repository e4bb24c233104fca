// Keeps what is typed into one form until it is saved or discarded: within a second it is on disk, and a form that is
// opened after a crash is told of it. What is left of an earlier form is back on disk once what was typed over it is
// undone.
#pragma once

#include "ui/targets/draft/draftstore.h"
#include "ui/targets/draft/targetdraft.h"

#include <QObject>
#include <QTimer>

namespace callboard {

class DraftKeeper : public QObject {
    Q_OBJECT

public:
    DraftKeeper(DraftStore &drafts, const CallbackTarget &stored, QObject *parent = nullptr);

    // What is left of an earlier form and differs from what is stored, in a sentence; empty: nothing.
    [[nodiscard]] QString offer() const;
    [[nodiscard]] CallbackTarget takeFound(); // to be put into the form
    void forgetFound();

    // `target` as it stands now; not `dirty`: nothing is to be kept.
    void note(const CallbackTarget &target, bool dirty);
    void discard(); // saved, or thrown away

private:
    void write();
    void keepNothing();

    DraftStore &m_drafts;
    CallbackTarget m_stored;
    std::optional<TargetDraft> m_found;
    QByteArray m_foundBytes; // as they stood in the file
    CallbackTarget m_now;
    bool m_kept = false; // a file of this form's own may be there
    QTimer m_soon;
};

} // namespace callboard
