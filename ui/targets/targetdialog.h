// Defines one target: the form left, the exact bytes of the next request right. Edits a copy; the engine gets it with
// Save, which is open only while core finds nothing wrong. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/smtpserver.h"
#include "core/engine/engineclient.h"

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace callboard {

class DiscardBar;
class ExchangePane;
class FieldLine;
class HandOffPane;
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
    // A remark on where the values come from, such as what a copy left out.
    void setRemark(const QString &sentence);
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
    void follow();
    void showTabs(const CallbackTarget &target);
    [[nodiscard]] QString testObstacle(const CallbackTarget &target) const;
    void save();
    void saveFinished(const Result<CallbackTarget> &result);
    [[nodiscard]] bool isDirty() const;

    EngineClient &m_engine;
    CallbackTarget m_original;
    bool m_saving = false;
    TargetForm *m_form = nullptr;
    RequestPreview *m_preview = nullptr;
    HandOffPane *m_handOff = nullptr;
    ExchangePane *m_exchange = nullptr;
    SendTestPane *m_test = nullptr;
    QTabWidget *m_tabs = nullptr;
    DiscardBar *m_discardBar = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_saveButton = nullptr;
};

} // namespace callboard
