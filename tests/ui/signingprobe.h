// How tests use the fold of signing in a target's form.
#pragma once

#include "tests/ui/dialogprobe.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/targetdialog.h"

#include <QComboBox>

namespace callboard {

inline void choose(const QWidget &dialog, SigningScheme scheme)
{
    auto *combo = in<QComboBox>(dialog, "signingCombo");
    combo->setCurrentIndex(combo->findData(int(scheme)));
}

inline void press(const QWidget &dialog, const char *button)
{
    in<QAbstractButton>(dialog, button)->click();
}

inline QString title(const QWidget &dialog)
{
    return dialog.findChildren<FoldBox *>().value(3)->value();
}

inline bool isShown(const QWidget &dialog, const char *name)
{
    return in<QWidget>(dialog, name)->isVisibleTo(&dialog);
}

inline QString keyIn(const QWidget &dialog)
{
    return in<QLineEdit>(dialog, "signingKeyEdit")->text();
}

inline QList<SigningKey> keysOf(const TargetDialog &dialog)
{
    return dialog.target().signing.keys;
}

struct OpenDialog : TargetDialog {
    OpenDialog(EngineClient &engine, const CallbackTarget &target)
        : TargetDialog(engine, target)
    {
        show();
        press(*this, "signingFold");
    }
};

inline const QString kTyped = QStringLiteral("hunter2-hunter2-hunter2");

} // namespace callboard
