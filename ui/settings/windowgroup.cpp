#include "ui/settings/windowgroup.h"

#include "ui/look/look.h"
#include "ui/shell/closing/trayicon.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

WindowGroup::WindowGroup(Keep keep, QWidget *parent)
    : SettingsGroup(
        "window", tr("Window"),
        tr("What closing the window means while Callboard sends. Quit in the menu always ends it. These are "
           "yours, in every workspace."),
        parent)
    , m_keep(std::move(keep))
{
    m_onClose = new QButtonGroup(this);
    grid().addRow(tr("On &closing"), makeClosing(), nullptr, m_onClose->button(int(OnClose::Ask)));
    m_tray = named(new QCheckBox(tr("Show an &icon in the tray meanwhile"), this), "trayBox", tr("Icon in the tray"));
    m_trayLine = new FieldLine("trayLine");
    grid().addRow(tr("In the background"), m_tray, m_trayLine);
    connect(m_onClose, &QButtonGroup::idClicked, this, &WindowGroup::check);
    connect(m_tray, &QCheckBox::toggled, this, &WindowGroup::check);
    load({});
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

void WindowGroup::load(const WindowSettings &window)
{
    m_original = window;
    m_onClose->button(int(window.onClose))->setChecked(true);
    m_tray->setChecked(window.tray);
    check();
}

WindowSettings WindowGroup::window() const
{
    return {OnClose(m_onClose->checkedId()), m_tray->isChecked()};
}

void WindowGroup::save(PlatformClient &)
{
    load(window());
    m_keep(m_original);
    settle(std::nullopt);
}

void WindowGroup::focusFirst()
{
    m_onClose->checkedButton()->setFocus(Qt::OtherFocusReason);
}

void WindowGroup::check()
{
    m_tray->setEnabled(window().onClose != OnClose::Quit);
    m_trayLine->say(Mood::Hint,
                    TrayIcon::hasPlace()
                        ? tr("It says what is still to be sent and what failed, opens the window, and quits.")
                        : tr("This desktop has no tray. Starting Callboard again brings the window back."));
    tellEdited();
}

} // namespace callboard
