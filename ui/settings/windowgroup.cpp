#include "ui/settings/windowgroup.h"

#include "ui/look/look.h"
#include "ui/settings/settingsfilter.h"
#include "ui/shell/closing/trayicon.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

WindowGroup::WindowGroup(const WindowSettings &window, Keep keep, QWidget *parent)
    : SettingsGroup(
        "window", tr("Window"),
        tr("What closing the window means while Callboard sends, and how it makes itself heard without one. Quit in "
           "the menu always ends it."),
        parent)
    , m_keep(std::move(keep))
{
    m_onClose = new QButtonGroup(this);
    QWidget *closing = makeClosing();
    m_onClose->button(int(window.onClose))->setChecked(true);
    grid().addRow(tr("On &closing"), closing, nullptr, m_onClose->button(int(OnClose::Ask)));
    SettingsFilter::alsoKnownAs(*closing, tr("background daemon autostart quit exit"));
    addTray(window.tray);
    addNotices(window.notify);
    connect(m_onClose, &QButtonGroup::idClicked, this, &WindowGroup::keep);
    follow();
}

void WindowGroup::addTray(bool shown)
{
    m_tray = named(new QCheckBox(tr("Show an &icon in the tray meanwhile"), this), "trayBox", tr("Icon in the tray"));
    m_tray->setChecked(shown);
    auto *line = new FieldLine("trayLine");
    line->say(Mood::Hint,
              TrayIcon::hasPlace()
                  ? tr("It says what is still to be sent and what failed, opens the window, and quits.")
                  : tr("This desktop has no tray. Starting Callboard again brings the window back."));
    grid().addRow(tr("In the background"), m_tray, line);
    connect(m_tray, &QCheckBox::toggled, this, &WindowGroup::keep);
}

void WindowGroup::addNotices(bool shown)
{
    m_notify = named(new QCheckBox(tr("Notify of failed &deliveries"), this), "notifyBox",
                     tr("Notify of failed deliveries"));
    m_notify->setChecked(shown);
    auto *line = new FieldLine("notifyLine");
    line->say(Mood::Hint,
              tr("Only while another window is in front: one notice a target and minute, with Show and Replay."));
    grid().addRow(tr("Notices"), m_notify, line);
    SettingsFilter::alsoKnownAs(*m_notify, tr("notification popup bubble alert"));
    connect(m_notify, &QCheckBox::toggled, this, &WindowGroup::keep);
}

QWidget *WindowGroup::makeClosing()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    const auto add = [&](OnClose meaning, const char *name, const QString &text) {
        auto *button = named(new QRadioButton(text, box), name, text);
        m_onClose->addButton(button, int(meaning));
        column->addWidget(button);
    };
    add(OnClose::Ask, "askOnCloseButton", tr("Ask, where something would be left undone"));
    add(OnClose::Stay, "stayOnCloseButton", tr("Keep sending in the background"));
    add(OnClose::Quit, "quitOnCloseButton", tr("Quit"));
    return box;
}

WindowSettings WindowGroup::window() const
{
    return {OnClose(m_onClose->checkedId()), m_tray->isChecked(), m_notify->isChecked()};
}

void WindowGroup::save(PlatformClient &)
{
    settle(std::nullopt); // everything was, as it was changed
}

void WindowGroup::keep()
{
    follow();
    m_keep(window());
}

void WindowGroup::focusFirst()
{
    m_onClose->checkedButton()->setFocus(Qt::OtherFocusReason);
}

void WindowGroup::follow()
{
    m_tray->setEnabled(window().onClose != OnClose::Quit);
}

} // namespace callboard
