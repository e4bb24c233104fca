// How tests use the folds of authentication, certificates and proxy in a target's form.
#pragma once

#include "tests/ui/dialogprobe.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/targetdialog.h"

#include <QComboBox>

namespace callboard {

inline const QString kSecret = QStringLiteral("hunter2-canary");

inline CallbackTarget bare()
{
    CallbackTarget target = stored();
    target.headers.clear();
    return target;
}

inline CallbackTarget showing(AuthScheme scheme)
{
    CallbackTarget target = bare();
    target.authentication.scheme = scheme;
    if (scheme == AuthScheme::None)
        return target;
    target.authentication.secret.sealed = QByteArrayLiteral("sealed-secret");
    if (scheme != AuthScheme::Bearer)
        target.authentication.user = QStringLiteral("media");
    if (scheme == AuthScheme::OAuth2)
        target.authentication.tokenUrl = QStringLiteral("https://login.example.com/token");
    return target;
}

inline void choose(const QWidget &dialog, AuthScheme scheme)
{
    auto *combo = in<QComboBox>(dialog, "authSchemeCombo");
    combo->setCurrentIndex(combo->findData(int(scheme)));
}

inline bool isShown(const QWidget &dialog, const char *name)
{
    return in<QWidget>(dialog, name)->isVisibleTo(&dialog);
}

// What stands in the title of the fold whose button has that name.
inline QString titleOf(const QWidget &dialog, const char *name)
{
    return qobject_cast<FoldBox *>(in<QWidget>(dialog, name)->parentWidget())->value();
}

inline void press(const QWidget &dialog, const char *button)
{
    in<QAbstractButton>(dialog, button)->click();
}

struct AccessDialog : TargetDialog {
    AccessDialog(EngineClient &engine, const CallbackTarget &target)
        : TargetDialog(engine, target)
    {
        show();
        for (const char *fold : {"authenticationFold", "certificatesFold", "proxyFold"}) {
            if (isShown(*this, fold))
                press(*this, fold);
        }
    }
};

} // namespace callboard
