// Asks for the passphrase of a file. What is typed is handed on at once and not kept; where it does not open the file,
// the dialog says so and stays. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/domain/error.h"

#include <QDialog>

#include <functional>

class QLineEdit;

namespace callboard {

class FieldLine;

class PassphraseDialog : public QDialog {
    Q_OBJECT

public:
    // NotAllowed: another passphrase may help. Whatever else comes back closes the dialog.
    using Open = std::function<Result<void>(const QString &passphrase)>;

    PassphraseDialog(const QString &fileName, Open open, QWidget *parent = nullptr);

signals:
    void failed(const QString &why); // and no passphrase would help

private:
    void tryIt();

    Open m_open;
    QLineEdit *m_edit = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
