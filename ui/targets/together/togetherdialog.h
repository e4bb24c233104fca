// Edits several targets at once: only what is ticked changes, and all of them are saved or none. Open it with open()
// and WA_DeleteOnClose.
#pragma once

#include "core/engine/engineclient.h"
#include "ui/settings/editdialog.h"
#include "ui/targets/together/targetedit.h"

namespace callboard {

class TogetherFields;

class TogetherDialog : public EditDialog {
    Q_OBJECT

public:
    TogetherDialog(EngineClient &engine, const QList<CallbackTarget> &targets, QWidget *parent = nullptr);

signals:
    // Those that are others now, as they were and as they are, in the same order; what was changed, in words.
    void saved(const QList<callboard::CallbackTarget> &before, const QList<callboard::CallbackTarget> &after,
               const QStringList &what);

protected:
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString obstacle() const override;
    void save() override;
    void focusFirst() override;

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QString names() const;
    void saveFinished(const Result<QList<CallbackTarget>> &result, const TargetEdit &edit);

    EngineClient &m_engine;
    QList<CallbackTarget> m_targets;
    TogetherFields *m_fields = nullptr;
};

} // namespace callboard
