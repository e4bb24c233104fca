#include "ui/look/flatstyle.h"

#include <QStyleOption>

// The part of FlatStyle that says where things stand and how large they are.

namespace callboard::look {

namespace {

constexpr int kScrollBar = 12;
constexpr int kComboArrow = 26;
constexpr int kMenuArrow = 16;   // of a tool button that is a menu
constexpr int kFieldPadding = 4; // beside what a field keeps free itself
constexpr int kMark = 16;        // of check boxes and radio buttons

} // namespace

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                const QWidget *widget) const
{
    if (control == CC_ComboBox && (subControl == SC_ComboBoxArrow || subControl == SC_ComboBoxEditField)) {
        const QRect whole = option->rect;
        const QRect arrow(whole.right() - kComboArrow + 1, whole.top(), kComboArrow, whole.height());
        const QRect field = whole.adjusted(kCellPadding - 2, 2, -kComboArrow, -2);
        return visualRect(option->direction, whole, subControl == SC_ComboBoxArrow ? arrow : field);
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField) {
        const QRect field = QProxyStyle::subControlRect(control, option, subControl, widget);
        return field.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int size = length;
    if (range > 0)
        size = int(qMax<qint64>(32, qint64(length) * bar->pageStep / (range + qMax(1, bar->pageStep))));
    size = qMin(size, length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size,
                                              bar->upsideDown);
    const auto part = [&](int from, int extent) {
        return flat ? QRect(bar->rect.left() + from, bar->rect.top(), extent, bar->rect.height())
                    : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), extent);
    };
    switch (subControl) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return part(start, size);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + size, length - start - size);
    default: return {};
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            rect.adjust(kFieldPadding, 0, -kFieldPadding, 0);
    } else if (element == SE_ItemViewItemText) {
        // The base puts a cell's padding after the icon or box and once more before the text.
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        constexpr auto kBefore = QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasCheckIndicator;
        if (item && (item->features & kBefore)) {
            const bool mirrored = item->direction == Qt::RightToLeft;
            rect.adjust(mirrored ? 0 : -kCellPadding, 0, mirrored ? kCellPadding : 0, 0);
        }
    }
    return rect;
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return kScrollBar;
    case PM_SplitterWidth: return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical: return 0;
    case PM_TabBarTabHSpace: return 32; // the first tab's word stands on the page margin
    case PM_TabBarTabVSpace: return 14;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap: return 0;
    case PM_HeaderMargin: return kHeaderMargin;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return kMark;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_FocusFrameHMargin: return kCellPadding - 1; // the style adds one
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int FlatStyle::menuArrow(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button || !(button->features & QStyleOptionToolButton::HasMenu)
        || button->features & QStyleOptionToolButton::MenuButtonPopup || button->text.isEmpty()
        || button->toolButtonStyle == Qt::ToolButtonIconOnly)
        return 0;
    return kMenuArrow;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_ComboBox || type == CT_LineEdit || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), 30));
    if (type == CT_PushButton || type == CT_HeaderSection)
        result.rwidth() += 8;
    if (type == CT_ToolButton)
        result.rwidth() += menuArrow(option);
    if (type == CT_MenuItem && result.height() > 12)
        result.setHeight(qMax(result.height(), 28));
    return result;
}

} // namespace callboard::look
