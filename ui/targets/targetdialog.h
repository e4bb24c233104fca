// Defines one target: the form left, the exact bytes of the next request right. Edits a copy; the engine gets it with
// Save, which is open only while core finds nothing wrong. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/smtpserver.h"
#include "core/engine/engineclient.h"
#include "ui/targets/dialogaids.h"
#include "ui/targets/form/formstate.h"

#include <QDialog>

class QAction;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace callboard {

class DiscardBar;
class DraftKeeper;
class ExchangePane;
class FieldLine;
class FormHistory;
class HandOffPane;
class OfferBar;
class RequestPreview;
class SendTestPane;
class TargetForm;

class TargetDialog : public QDialog {
    Q_OBJECT

public:
    TargetDialog(EngineClient &engine, const CallbackTarget &target, QWidget *parent = nullptr);

    [[nodiscard]] CallbackTarget target() const; // as it stands in the form
    void applyPreset(const CallbackTarget &preset);
    // For what an encoder is told; without them the relay has no address.
    void setEncoderSettings(const EncoderSettings &settings);
    // Names the sender of an e-mail in the preview.
    void setMailServer(const SmtpServer &server);
    // Once, before it is opened.
    void setAids(const DialogAids &aids);
    // A remark on where the values come from, such as what a copy left out.
    void setRemark(const QString &sentence);
    // A curl command or an address, as if it were pasted into the URL.
    void paste(const QString &text);
    void reject() override;

signals:
    void saved(const callboard::CallbackTarget &target);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLeft();
    [[nodiscard]] QWidget *makeRight(EngineClient &engine);
    [[nodiscard]] QWidget *makeFoot();
    void makeTabs();
    void makeHistory();
    [[nodiscard]] QToolButton *makeHistoryButton(QAction *action, const char *objectName);
    void nameHistory();
    void makeBars();
    void undoneOrRedone(const FormState &state);
    void curlTaken(const QStringList &remarks);
    void credentialsMoved(const QString &before);
    void keepDrafts(DraftStore &drafts);
    void readAids(ReadThread &reader);
    void findPublicKey(SigningClient &signing);
    void showRevisions(ReadThread &reader);
    void formEdited();
    void follow();
    void discard();
    void showTabs(const CallbackTarget &target);
    [[nodiscard]] QString testObstacle(const CallbackTarget &target) const;
    void save();
    void saveFinished(const Result<CallbackTarget> &result);
    [[nodiscard]] bool isDirty() const;

    EngineClient &m_engine;
    FormState m_original;
    bool m_saving = false;
    TargetForm *m_form = nullptr;
    RequestPreview *m_preview = nullptr;
    HandOffPane *m_handOff = nullptr;
    ExchangePane *m_exchange = nullptr;
    SendTestPane *m_test = nullptr;
    QTabWidget *m_tabs = nullptr;
    DiscardBar *m_discardBar = nullptr;
    OfferBar *m_draftBar = nullptr;
    OfferBar *m_undoBar = nullptr;
    FormHistory *m_history = nullptr;
    DraftKeeper *m_draft = nullptr; // null: none are kept
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_saveButton = nullptr;
    QPushButton *m_revisions = nullptr; // shown where there may be some
};

} // namespace callboard
