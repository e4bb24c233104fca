// How tests choose files of certificates and keys in a target's form, and answer when it asks for a passphrase.
#pragma once

#include "tests/ui/accessprobe.h"

#include <QFileDialog>

namespace callboard {

// As the operator chooses a file in the dialog that `button` opens.
inline void chooseFile(const QWidget &dialog, const char *button, const char *fileDialog, const QString &path)
{
    press(dialog, button);
    auto *files = in<QFileDialog>(dialog, fileDialog);
    QVERIFY2(files, fileDialog);
    emit files->fileSelected(path);
    delete files;
}

inline QWidget *passphraseDialog(const QWidget &dialog)
{
    for (QWidget *asked : dialog.findChildren<QWidget *>(QStringLiteral("passphraseDialog"))) {
        if (asked->isVisible())
            return asked;
    }
    return nullptr;
}

inline void answer(const QWidget &dialog, const QString &passphrase)
{
    const QWidget *asked = passphraseDialog(dialog);
    QVERIFY(asked);
    QTest::keyClicks(in<QWidget>(*asked, "passphraseEdit"), passphrase);
    QTest::keyClick(in<QWidget>(*asked, "passphraseEdit"), Qt::Key_Return);
}

} // namespace callboard
