#include "ui/deliveries/list/filterchip.h"

#include "ui/look/look.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTextDocument>

namespace callboard {

namespace {

constexpr int kCross = 12;
constexpr int kPadding = 8;
constexpr int kWidest = 200;

} // namespace

FilterChip::FilterChip(const char *name, const QString &label, QWidget *parent)
    : QToolButton(parent)
    , m_label(label)
{
    setObjectName(QLatin1String(name));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(30);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &FilterChip::removed);
    hide();
}

void FilterChip::setValue(const QString &value)
{
    m_value = value;
    const QString text = m_label.arg(value);
    setText(text);
    setAccessibleName(tr("%1, take off").arg(text));
    const QString tip = tr("%1. Click to take it off.").arg(text);
    setToolTip(Qt::mightBeRichText(tip) ? tip.toHtmlEscaped() : tip);
    setVisible(!value.isEmpty());
    updateGeometry();
}

QSize FilterChip::sizeHint() const
{
    const int wide = fontMetrics().horizontalAdvance(this->text());
    return {qMin(kWidest, wide + kPadding * 4 + kCross), 30};
}

// A token of the filter rather than a command: a rounded ground, and the cross that every such token has.
void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlpha(underMouse() ? 70 : 45);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5), 12, 12);
    const QRect cross(width() - kPadding - kCross, (height() - kCross) / 2, kCross, kCross);
    look::icon(QStringLiteral("clear")).paint(&painter, cross);
    const QRect room = rect().adjusted(kPadding, 0, -(kPadding * 2 + kCross), 0);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace callboard
