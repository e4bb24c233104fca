// The frame of what is done about the vault's key: a sentence, fields, a line for what went wrong, one button that does
// it. What is asked of the vault may take seconds: meanwhile the dialog waits, and the window does not. Open it with
// open() and WA_DeleteOnClose.
#pragma once

#include "core/engine/vaultclient.h"
#include "ui/targets/form/fieldgrid.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace callboard {

class VaultDialog : public QDialog {
    Q_OBJECT

public:
    // The client outlives the dialog. `objectName` ends in "Dialog".
    VaultDialog(VaultClient &vault, const char *objectName, const QString &title, const QString &sentence,
                const QString &actText, QWidget *parent = nullptr);

protected:
    virtual void act() = 0;                                      // settle() follows
    [[nodiscard]] virtual QString problem() const { return {}; } // why it can't be done yet; empty: it can

    [[nodiscard]] VaultClient &vault() { return m_vault; }
    [[nodiscard]] FieldGrid &grid() { return *m_grid; }
    [[nodiscard]] QLineEdit *addSecret(const char *objectName, const QString &label, const QString &accessibleName,
                                       const QString &hint = {});
    void addBelow(QWidget *widget);
    void setSentence(const QString &sentence);
    void follow(); // after each edit
    // Closes it, or says why not.
    void settle(const Result<VaultStatus> &status);
    void refuse(const Error &error);
    // There is nothing more to do than to read it.
    void finish(const QString &sentence);
    void fit(); // high enough for what it says now

private:
    void begin();
    void setBusy(bool busy);

    VaultClient &m_vault;
    QString m_actText;
    QLabel *m_sentence = nullptr;
    FieldGrid *m_grid = nullptr;
    FieldLine *m_line = nullptr;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_actButton = nullptr;
    QPushButton *m_leaveButton = nullptr;
};

} // namespace callboard
