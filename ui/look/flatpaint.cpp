#include "ui/look/flatpaint.h"

#include <QPainter>

namespace callboard::look::flatpaint {

namespace {

constexpr qreal kRadius = 4;
constexpr qreal kMarkRadius = 3;

struct MarkColors {
    QColor fill, edge, ink;
};

// The edge of a control alone is too faint for a mark of this size: mixed with the quiet text it has 3:1 on any ground.
MarkColors colorsOfMark(const QStyleOption *option, bool set)
{
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    if (!enabled) {
        const QColor edge = palette.color(QPalette::Dark);
        return {palette.color(QPalette::Window), edge, quiet};
    }
    const QColor accent = palette.color(QPalette::Active, QPalette::Link);
    MarkColors colors{palette.color(QPalette::Base), mixed(palette.color(QPalette::Dark), quiet, 0.65),
                      palette.color(QPalette::Base)};
    if (set)
        colors.fill = colors.edge = accent;
    else if (has(option, QStyle::State_HasFocus) || has(option, QStyle::State_MouseOver))
        colors.edge = accent;
    if (has(option, QStyle::State_Sunken))
        colors.fill = mixed(colors.fill, palette.color(QPalette::Text), 0.16);
    return colors;
}

// A square in the middle of the rectangle, on whole pixels.
QRectF squareIn(const QRect &rect)
{
    const int side = qMin(rect.width(), rect.height());
    return QRect(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2, side, side);
}

} // namespace

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * share),
                            float(a.greenF() + (b.greenF() - a.greenF()) * share),
                            float(a.blueF() + (b.blueF() - a.blueF()) * share));
}

// The outline lies in the middle of the device pixels, so that it stays one crisp line.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void drawPushButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool primary = enabled && button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    QColor fill = palette.color(primary ? QPalette::Link : QPalette::Button);
    QColor edge = primary ? fill : palette.color(enabled ? QPalette::Dark : QPalette::Mid);
    const QColor ink = palette.color(primary ? QPalette::Base : QPalette::Text);
    if (!enabled)
        fill = palette.color(QPalette::Window);
    else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        fill = mixed(fill, ink, 0.16);
    else if (has(option, QStyle::State_MouseOver))
        fill = mixed(fill, ink, 0.07);
    drawBox(painter, option->rect, fill, edge);
    if (has(option, QStyle::State_HasFocus)) { // however it came: the program moves it too
        const QColor ring = palette.color(primary ? QPalette::Base : QPalette::Link);
        drawBox(painter, option->rect.adjusted(primary ? 2 : 0, primary ? 2 : 0, primary ? -2 : 0, primary ? -2 : 0),
                Qt::transparent, ring, primary ? 1 : 2);
    }
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool raised = !has(option, QStyle::State_AutoRaise);
    QColor fill = raised ? palette.color(QPalette::Button) : QColor(Qt::transparent);
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        fill = mixed(palette.color(QPalette::Midlight), palette.color(QPalette::Text), 0.10);
    else if (has(option, QStyle::State_Enabled) && has(option, QStyle::State_MouseOver))
        fill = palette.color(QPalette::Midlight);
    drawBox(painter, option->rect, fill, raised ? palette.color(QPalette::Dark) : QColor());
    if (has(option, QStyle::State_HasFocus))
        drawBox(painter, option->rect, Qt::transparent, palette.color(QPalette::Link), 2);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = enabled && has(option, QStyle::State_HasFocus);
    const QColor edge = palette.color(focus ? QPalette::Link : enabled ? QPalette::Dark : QPalette::Mid);
    drawBox(painter, option->rect, palette.color(enabled ? QPalette::Base : QPalette::Window), edge, focus ? 2 : 1);
}

void drawArrowDown(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = QRectF(rect).center();
    painter->drawPolyline(QPolygonF{{c.x() - 3.5, c.y() - 1.5}, {c.x(), c.y() + 2}, {c.x() + 3.5, c.y() - 1.5}});
    painter->restore();
}

void drawCheckIndicator(const QStyleOption *option, QPainter *painter)
{
    const bool on = has(option, QStyle::State_On);
    const bool partial = has(option, QStyle::State_NoChange);
    const MarkColors colors = colorsOfMark(option, on || partial);
    const QRectF box = squareIn(option->rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.edge);
    painter->setBrush(colors.fill);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kMarkRadius, kMarkRadius);
    painter->setPen(QPen(colors.ink, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (partial)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if (on)
        painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.31)});
    painter->restore();
}

void drawRadioIndicator(const QStyleOption *option, QPainter *painter)
{
    const bool on = has(option, QStyle::State_On);
    const MarkColors colors = colorsOfMark(option, on);
    const QRectF box = squareIn(option->rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.edge, 1.4)); // a circle's line is smoothed all round, and the fainter for it
    painter->setBrush(colors.fill);
    painter->drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.ink);
        painter->drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
    }
    painter->restore();
}

void drawFocusRing(const QStyleOption *option, QPainter *painter)
{
    drawBox(painter, option->rect, Qt::transparent, option->palette.color(QPalette::Link), 1);
}

void drawScrollHandle(const QStyleOption *option, QPainter *painter, const QRect &handle, const QColor &ground)
{
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(ground, option->palette.color(QPalette::Text), active ? 0.45 : 0.25));
    const QRectF pill = QRectF(handle).adjusted(3, 3, -3, -3);
    const qreal radius = qMin(pill.width(), pill.height()) / 2;
    painter->drawRoundedRect(pill, radius, radius);
    painter->restore();
}

} // namespace callboard::look::flatpaint
