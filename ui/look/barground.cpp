#include "ui/look/barground.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace callboard::look {

namespace {

constexpr int kEdge = 3;
constexpr float kTint = 0.10F;

} // namespace

void paintBarGround(QWidget &bar, Tone tone)
{
    QPainter painter(&bar);
    const QRect rect = bar.rect();
    QColor tint = color(tone, bar.palette());
    painter.fillRect(rect, bar.palette().color(QPalette::Base));
    painter.fillRect(QStyle::visualRect(bar.layoutDirection(), rect, {0, 0, kEdge, rect.height()}), tint);
    tint.setAlphaF(kTint);
    painter.fillRect(rect, tint);
    painter.fillRect(QRect(0, rect.height() - 1, rect.width(), 1), bar.palette().color(QPalette::Mid));
}

} // namespace callboard::look
