// TargetDialog's other half: undoing and redoing, the bars that offer it, drafts, and what is read for the form.
#include "core/engine/signingclient.h"
#include "core/store/readthread.h"
#include "ui/look/look.h"
#include "ui/targets/draft/draftkeeper.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/formhistory.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/targetform.h"
#include "ui/targets/history/historydialog.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/offerbar.h"
#include "ui/targets/requestpreview.h"
#include "ui/targets/targetdialog.h"

#include <QAction>
#include <QPushButton>
#include <QToolButton>

namespace callboard {

namespace {

constexpr int kRecentAssets = 20;
constexpr qsizetype kMostRemarks = 3;

struct ReadForForm {
    QList<PreviewEvent> recent;
    QStringList headerNames;
};

ReadForForm readForForm(const WorkspaceReader &reader)
{
    ReadForForm read;
    if (const auto assets = reader.assets({}, kRecentAssets)) {
        for (const MediaAsset &asset : *assets) {
            if (asset.latest)
                read.recent.append(previewEvent(*asset.latest));
        }
    }
    for (const CallbackTarget &target : reader.targets()) {
        for (const Header &header : target.headers) {
            if (!read.headerNames.contains(header.name, Qt::CaseInsensitive))
                read.headerNames.append(header.name);
        }
    }
    return read;
}

} // namespace

void TargetDialog::makeHistory()
{
    m_history = new FormHistory(this);
    m_form->guard(*m_history);
    m_undo = new QAction(look::icon(QStringLiteral("undo")), tr("Undo"), this);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = new QAction(look::icon(QStringLiteral("redo")), tr("Redo"), this);
    m_redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    addActions({m_undo, m_redo});
    QUndoStack &stack = m_history->stack();
    connect(m_undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(m_history, &FormHistory::restored, this, &TargetDialog::undoneOrRedone);
    connect(&stack, &QUndoStack::indexChanged, this, &TargetDialog::nameHistory);
    nameHistory();
}

QToolButton *TargetDialog::makeHistoryButton(QAction *action, const char *objectName)
{
    auto *button = named(new QToolButton, objectName, action->text());
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard in its field
    return button;
}

void TargetDialog::nameHistory()
{
    const QUndoStack &stack = m_history->stack();
    m_undo->setEnabled(stack.canUndo());
    m_undo->setToolTip(stack.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(stack.undoText()) : tr("Nothing to undo"));
    m_redo->setEnabled(stack.canRedo());
    m_redo->setToolTip(stack.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(stack.redoText()) : tr("Nothing to redo"));
}

void TargetDialog::undoneOrRedone(const FormState &state)
{
    m_undoBar->hide();
    m_form->restore(state);
}

void TargetDialog::makeBars()
{
    m_draftBar = new OfferBar("draftBar", tr("Restore"), tr("Discard"), this);
    m_undoBar = new OfferBar("undoBar", tr("Undo"), tr("Keep"), this);
    connect(m_undoBar, &OfferBar::accepted, this, [this] { m_undo->trigger(); });
}

void TargetDialog::discard()
{
    if (m_draft)
        m_draft->discard();
    done(Rejected);
}

void TargetDialog::paste(const QString &text)
{
    m_form->paste(text);
}

void TargetDialog::curlTaken(const QStringList &remarks)
{
    const int headers = int(target().headers.size());
    const QString filled = tr("The curl command filled in URL, method, format and %n headers.", nullptr, headers);
    if (remarks.isEmpty())
        return m_undoBar->offer(filled);
    QStringList shown = remarks.mid(0, kMostRemarks);
    if (remarks.size() > kMostRemarks)
        shown.append(tr("%n more remarks", nullptr, int(remarks.size() - kMostRemarks)));
    m_undoBar->offer(filled + u'\n' + shown.join(u'\n'));
}

void TargetDialog::credentialsMoved(const QString &before)
{
    m_history->amend([&before](FormState &state) { forgetCredentials(state, before); });
    m_footLine->say(FieldLine::Mood::Hint, tr("User name and password stand in the authentication now."));
}

void TargetDialog::formEdited()
{
    m_undoBar->hide(); // what it offers to undo is no longer the last edit
    m_history->note(m_form->state(), m_form->typedIn());
    if (m_draft)
        m_draft->note(target(), isDirty());
    follow();
}

void TargetDialog::setAids(const DialogAids &aids)
{
    if (aids.resolver)
        m_form->setResolver(*aids.resolver);
    if (aids.drafts)
        keepDrafts(*aids.drafts);
    if (aids.reader)
        readAids(*aids.reader);
    if (aids.signing)
        findPublicKey(*aids.signing);
}

// A vault that is closed is said elsewhere: then there is none to be seen.
void TargetDialog::findPublicKey(SigningClient &signing)
{
    if (m_original.target.id.isValid() && m_original.target.signing.scheme == SigningScheme::Ed25519)
        signing.publicSigningKey(m_original.target.id, this, [this](const Result<QString> &key) {
            m_form->setStoredPublicKey(key.value_or(QString()));
        });
}

void TargetDialog::keepDrafts(DraftStore &drafts)
{
    m_draft = new DraftKeeper(drafts, m_original.target, this);
    connect(m_draftBar, &OfferBar::accepted, this, [this] { m_form->replace(m_draft->takeFound()); });
    connect(m_draftBar, &OfferBar::declined, m_draft, &DraftKeeper::forgetFound);
    if (const QString offer = m_draft->offer(); !offer.isEmpty())
        m_draftBar->offer(offer);
}

void TargetDialog::readAids(ReadThread &reader)
{
    reader.ask(this, readForForm, [this](const ReadForForm &read) {
        m_preview->setRecent(read.recent);
        m_form->setKnownHeaderNames(read.headerNames);
    });
    m_revisions->setVisible(m_original.target.id.isValid());
    connect(m_revisions, &QPushButton::clicked, this, [this, &reader] { showRevisions(reader); });
}

// What is taken into the form can be undone there, and is not saved yet.
void TargetDialog::showRevisions(ReadThread &reader)
{
    auto *dialog = new HistoryDialog(reader, m_original.target.id, 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::restoreRequested, this,
            [this](const TargetRevision &revision, const CallbackTarget &present) {
                const Restored made = restored(revision.definition, present);
                m_form->replace(made.target);
                setRemark(historywords::remark(revision, present, made.missing));
            });
    dialog->open();
}

} // namespace callboard
