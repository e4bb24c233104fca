// The few shapes that FlatStyle is made of. Colours come from the option's palette alone.
#pragma once

#include <QStyleOption>

class QPainter;

namespace callboard::look::flatpaint {

[[nodiscard]] bool has(const QStyleOption *option, QStyle::StateFlag flag);
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, qreal share); // 0: a, 1: b
// A rounded rectangle; an invalid edge draws none.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width = 1);
void drawPushButton(const QStyleOption *option, QPainter *painter);
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawField(const QStyleOption *option, QPainter *painter);
void drawArrowDown(QPainter *painter, const QRect &rect, const QColor &color);
// On, Off and NoChange (neither) as the option's state says.
void drawCheckIndicator(const QStyleOption *option, QPainter *painter);
void drawRadioIndicator(const QStyleOption *option, QPainter *painter);
void drawFocusRing(const QStyleOption *option, QPainter *painter);
// The handle alone; `ground` is what it stands on.
void drawScrollHandle(const QStyleOption *option, QPainter *painter, const QRect &handle, const QColor &ground);

} // namespace callboard::look::flatpaint
