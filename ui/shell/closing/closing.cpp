#include "ui/shell/closing/closing.h"

#include <QSettings>

namespace callboard {

namespace {

const QString kOnCloseKey = QStringLiteral("window/onClose");
const QString kTrayKey = QStringLiteral("window/tray");
const QString kNotifyKey = QStringLiteral("window/notify");
const QString kStay = QStringLiteral("stay");
const QString kQuit = QStringLiteral("quit");

} // namespace

WindowSettings readWindowSettings(const QSettings &settings)
{
    const QString word = settings.value(kOnCloseKey).toString();
    WindowSettings window;
    window.onClose = word == kStay ? OnClose::Stay : word == kQuit ? OnClose::Quit : OnClose::Ask;
    window.tray = settings.value(kTrayKey, window.tray).toBool();
    window.notify = settings.value(kNotifyKey, window.notify).toBool();
    return window;
}

void keepWindowSettings(QSettings &settings, const WindowSettings &window)
{
    if (window.onClose == OnClose::Ask)
        settings.remove(kOnCloseKey);
    else
        settings.setValue(kOnCloseKey, window.onClose == OnClose::Stay ? kStay : kQuit);
    settings.setValue(kTrayKey, window.tray);
    settings.setValue(kNotifyKey, window.notify);
}

OnClose meaningOfClosing(OnClose kept, const ClosingFacts &facts)
{
    if (!facts.sending)
        return OnClose::Quit;
    if (kept != OnClose::Ask)
        return kept;
    const bool unfinished = facts.anyEnabled && (facts.toSend > 0 || !facts.door.isEmpty());
    return unfinished ? OnClose::Ask : OnClose::Quit;
}

} // namespace callboard
