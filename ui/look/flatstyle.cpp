#include "ui/look/flatstyle.h"

#include "ui/look/flatpaint.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace callboard::look {

using namespace flatpaint;

namespace {

// A scroll bar has no ground of its own: a list's is the list's, a form's is the dialog's.
QColor groundUnder(const QWidget *bar, const QPalette &palette)
{
    for (const QWidget *w = bar ? bar->parentWidget() : nullptr; w; w = w->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(w);
        if (area && area->viewport())
            return area->viewport()->palette().color(area->viewport()->backgroundRole());
    }
    return palette.color(bar ? bar->backgroundRole() : QPalette::Base);
}

// These show their focus in a way of their own.
bool ringsItself(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QTabBar *>(widget);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void FlatStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: drawPushButton(option, painter); return;
    case PE_PanelButtonTool: drawToolButton(option, painter); return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckIndicator(option, painter); return;
    case PE_IndicatorRadioButton: drawRadioIndicator(option, painter); return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QToolButton *>(widget)) // a flat one has no panel that could show it
            drawBox(painter, widget->rect(), Qt::transparent, option->palette.color(QPalette::Link), 2);
        else if (has(option, State_KeyboardFocusChange) && !ringsItself(widget))
            drawFocusRing(option, painter);
        return;
    case PE_IndicatorArrowDown:
        drawArrowDown(painter, option->rect, option->palette.color(QPalette::ButtonText));
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(option, painter);
        else if (widget && !qobject_cast<const QComboBox *>(widget->parentWidget()))
            painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameLineEdit: drawField(option, painter); return;
    case PE_Frame:
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar: return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.color(QPalette::Mid));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape: drawTab(option, painter); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeader(option, painter); return;
    case CE_Splitter: return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features.testFlag(QStyleOptionButton::DefaultButton) && has(option, State_Enabled)) {
            QStyleOptionButton label(*button);
            label.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::Base));
            label.features &= ~QStyleOptionButton::ButtonFeatures(QStyleOptionButton::HasMenu);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features.testFlag(QStyleOptionButton::HasMenu)) {
            drawMenuPushButton(*button, painter, widget);
            return;
        }
        break;
    case CE_HeaderLabel: drawHeaderLabel(option, painter, widget); return;
    case CE_MenuBarItem: drawMenuBarItem(option, painter); return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, option->palette.color(QPalette::Window)); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const QRect rect = option->rect;
    const QRect line(rect.left(), rect.bottom() - 1, rect.width(), 2);
    if (has(option, State_Selected))
        painter->fillRect(line, option->palette.color(QPalette::Link));
    else if (has(option, State_MouseOver))
        painter->fillRect(line, option->palette.color(QPalette::Dark));
    if (has(option, State_HasFocus)) // however it came: a click gives it none
        drawBox(painter, rect.adjusted(2, 2, -2, -4), Qt::transparent, option->palette.color(QPalette::Link), 1);
}

// Where the cells' text begins, whatever margin the header's height is made from.
void FlatStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    QStyleOptionHeader label(*header); // without what a later version of the option adds
    label.version = QStyleOptionHeader::Version;
    const int more = kCellPadding - kHeaderMargin;
    label.rect.adjust(more, 0, -more, 0);
    QProxyStyle::drawControl(CE_HeaderLabel, &label, painter, widget);
}

void FlatStyle::drawMenuBarItem(const QStyleOption *option, QPainter *painter) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    painter->fillRect(item->rect, item->palette.color(QPalette::Window));
    if (has(option, State_Selected) && has(option, State_Enabled))
        drawBox(painter, item->rect.adjusted(1, 1, -1, -1), item->palette.color(QPalette::Mid), QColor());
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!proxy()->styleHint(SH_UnderlineShortcut, item))
        flags |= Qt::TextHideMnemonic;
    proxy()->drawItemText(painter, item->rect, flags, item->palette, has(option, State_Enabled), item->text,
                          QPalette::WindowText);
}

void FlatStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const QRect rect = option->rect;
    const bool hover = has(option, State_MouseOver) && has(option, State_Enabled);
    painter->fillRect(rect, option->palette.color(hover ? QPalette::Midlight : QPalette::Base));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), option->palette.color(QPalette::Mid));
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button
             && button->features & QStyleOptionToolButton::HasMenu
             && !(button->features & QStyleOptionToolButton::MenuButtonPopup))
        drawMenuButton(*button, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// The base leaves the arrow on the right where the word is mirrored, and draws it into the word.
void FlatStyle::drawMenuPushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionButton bare(option);
    bare.features &= ~QStyleOptionButton::ButtonFeatures(QStyleOptionButton::HasMenu);
    QProxyStyle::drawControl(CE_PushButtonBevel, &bare, painter, widget);
    const int room = proxy()->pixelMetric(PM_MenuButtonIndicator, &option, widget);
    const QRect whole = option.rect;
    const QRect arrow(whole.right() - room + 2, whole.top() + whole.height() / 2 - room / 2 + 3, room - 6, room - 6);
    drawArrowDown(painter, visualRect(option.direction, whole, arrow), option.palette.color(QPalette::ButtonText));
}

// Its arrow stands behind its word, as a combo box's does, and not in a corner.
void FlatStyle::drawMenuButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionToolButton button(option);
    button.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    const int room = menuArrow(&option);
    if (room > 0) {
        button.text.clear();
        button.icon = {};
    }
    QProxyStyle::drawComplexControl(CC_ToolButton, &button, painter, widget);
    if (room == 0)
        return;
    const QRect whole = option.rect;
    QStyleOptionToolButton label(option);
    label.rect = visualRect(option.direction, whole, whole.adjusted(0, 0, -room, 0));
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
    const QRect arrow(whole.right() - room - 3, whole.top(), room, whole.height());
    drawArrowDown(painter, visualRect(option.direction, whole, arrow),
                  option.palette.color(has(&option, State_Enabled) ? QPalette::Active : QPalette::Disabled,
                                       QPalette::ButtonText));
}

void FlatStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    if (combo->frame && combo->editable) {
        drawField(option, painter);
    } else if (combo->frame) {
        QStyleOptionButton button;
        static_cast<QStyleOption &>(button) = *option;
        button.state.setFlag(State_Sunken, false);
        button.state.setFlag(State_On, false);
        drawPushButton(&button, painter);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawArrowDown(painter, arrow,
                  option->palette.color(has(option, State_Enabled) ? QPalette::Active : QPalette::Disabled,
                                        QPalette::ButtonText));
}

void FlatStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return;
    const QColor ground = groundUnder(widget, option->palette);
    painter->fillRect(option->rect, ground);
    if (bar->maximum <= bar->minimum)
        return;
    drawScrollHandle(option, painter, proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget),
                     ground);
}

} // namespace callboard::look
