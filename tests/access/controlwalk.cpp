#include "tests/access/controlwalk.h"

#include "ui/look/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace callboard::controls {

namespace {

constexpr int kMostSteps = 400;
constexpr int kMostWithin = 60; // steps from cell to cell of one table that is typed in
constexpr int kRing = 4;        // around a control, where its focus may be drawn

bool takesTab(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus;
}

// An editor in a cell counts as its table, the field in a combo box as the box.
QWidget *whole(QWidget *focused)
{
    for (QWidget *at = focused; at && !at->isWindow(); at = at->parentWidget()) {
        if (qobject_cast<QAbstractItemView *>(at) || qobject_cast<QComboBox *>(at)
            || qobject_cast<QAbstractSpinBox *>(at))
            return at;
    }
    return focused;
}

QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

QImage pictureOf(QWidget &window, const QWidget *widget)
{
    return window.grab(placeOf(widget).adjusted(-kRing, -kRing, kRing, kRing).intersected(window.rect())).toImage();
}

bool isAgainstReading(const QRect &from, const QRect &to)
{
    const int overlap = std::min(from.bottom(), to.bottom()) - std::max(from.top(), to.top()) + 1;
    if (overlap * 2 > std::min(from.height(), to.height()))
        return to.right() <= from.left();
    return to.bottom() < from.top() && to.left() < from.right();
}

// Of the chain that Tab follows, what comes first in the window's own order.
const QWidget *topmost(const QWidget &window, const QWidgetList &visited)
{
    for (const QWidget *at = window.nextInFocusChain(); at && at != &window; at = at->nextInFocusChain()) {
        if (visited.contains(at))
            return at;
    }
    return nullptr;
}

bool isCutOff(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty() || qobject_cast<const ElidedLabel *>(label))
            return false;
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + 1;
        return label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 2;
    }
    const bool isBox = qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const auto *tool = qobject_cast<const QToolButton *>(widget);
    const bool isButton = button && !button->text().isEmpty() && !isBox
        && !(tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
    if (isBox || isButton)
        return widget->sizeHint().width() > widget->width() + 1 || widget->sizeHint().height() > widget->height() + 2;
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        const QRect last = tabs->tabRect(tabs->count() - 1);
        return tabs->count() > 0 && (last.right() > tabs->width() || tabs->tabRect(0).left() < 0);
    }
    return false;
}

// A combo box answers with what is chosen in it: its name is its label's, or the one it was given.
QString nameOf(const QWidget &widget, const QAccessibleInterface &access)
{
    if (!qobject_cast<const QComboBox *>(&widget))
        return access.text(QAccessible::Name).trimmed();
    const auto labels = access.relations(QAccessible::Label);
    return labels.isEmpty() ? widget.accessibleName() : labels.first().first->text(QAccessible::Name);
}

} // namespace

QString called(const QWidget *widget)
{
    const QRect place = placeOf(widget);
    return QStringLiteral("%1 “%2” at %3,%4 %5x%6")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

QWidgetList stops(const QWidget &window)
{
    QWidgetList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && widget->isVisibleTo(&window) && widget->isEnabled() && takesTab(widget)
            && !widget->focusProxy() && whole(widget) == widget)
            found.append(widget);
    }
    return found;
}

QStringList unnamed(const QWidget &window)
{
    QStringList faults;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool concerns = widget->window() == &window && widget->isVisibleTo(&window)
            && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && whole(widget) == widget;
        if (!concerns)
            continue;
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        const QString name = access ? nameOf(*widget, *access) : QString();
        if (name.isEmpty() || name.contains(QLatin1String("::"))
            || name == QLatin1String(widget->metaObject()->className()))
            faults << QString(called(widget) + QStringLiteral(" is called “") + name + u'”');
    }
    return faults;
}

Walk walk(QWidget &window)
{
    Walk walk;
    QWidget *const start = whole(QApplication::focusWidget());
    QWidget *at = start;
    int within = 0;
    for (int step = 0; at && step < kMostSteps; ++step) {
        const QImage with = pictureOf(window, at);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *const next = whole(QApplication::focusWidget());
        if (next == at) {
            if (++within > kMostWithin) {
                walk.faults << QString(called(at) + QStringLiteral(" does not let Tab go on"));
                return walk;
            }
            continue;
        }
        within = 0;
        walk.visited.append(at);
        if (pictureOf(window, at) == with)
            walk.faults << QString(called(at) + QStringLiteral(" does not show that it has the focus"));
        if (next == start)
            return walk;
        at = next;
    }
    walk.faults << QStringLiteral("Tab does not come back to ") + (start ? called(start) : QString());
    return walk;
}

QStringList missed(const QWidget &window, const QWidgetList &visited)
{
    QStringList faults;
    for (QWidget *stop : stops(window)) {
        if (!visited.contains(stop))
            faults << QString(called(stop) + QStringLiteral(" is not reached by Tab"));
        else if (visited.count(stop) > 1)
            faults << QString(called(stop) + QStringLiteral(" is reached twice"));
    }
    return faults;
}

QStringList outOfOrder(const QWidget &window, const QWidgetList &visited)
{
    QStringList faults;
    const auto place = [&window](const QWidget *widget) {
        return QRect(widget->mapTo(&window, QPoint()), widget->size());
    };
    const QWidget *const first = topmost(window, visited); // from the last one Tab goes there
    for (int i = 0; i < visited.size(); ++i) {
        const QWidget *from = visited[i];
        const QWidget *to = visited[(i + 1) % visited.size()];
        if (to != first && isAgainstReading(place(from), place(to)))
            faults << QString(called(from) + QStringLiteral(" leads back to ") + called(to));
    }
    return faults;
}

QStringList cutOff(const QWidget &window)
{
    QStringList faults;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && widget->isVisibleTo(&window) && !widget->visibleRegion().isEmpty()
            && isCutOff(widget))
            faults << QString(
                called(widget)
                + QStringLiteral(" needs %1x%2").arg(widget->sizeHint().width()).arg(widget->sizeHint().height()));
    }
    return faults;
}

} // namespace callboard::controls
