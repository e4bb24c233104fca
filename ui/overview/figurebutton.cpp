#include "ui/overview/figurebutton.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kPadding = 8;

} // namespace

FigureButton::FigureButton(const char *objectName, const QString &caption, const QString &hint, QWidget *parent)
    : QAbstractButton(parent)
    , m_caption(caption)
    , m_hint(hint)
    , m_value(QStringLiteral("–"))
{
    setObjectName(QString::fromLatin1(objectName));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(hint);
    describe();
}

void FigureButton::setValue(const QString &value, std::optional<look::Tone> tone)
{
    if (value == m_value && tone == m_tone)
        return;
    m_value = value;
    m_tone = tone;
    describe();
    updateGeometry();
    update();
}

void FigureButton::setCaption(const QString &caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    describe();
    updateGeometry();
    update();
}

void FigureButton::describe()
{
    setAccessibleName(tr("%1: %2").arg(m_caption, m_value));
    setAccessibleDescription(m_hint);
}

QSize FigureButton::sizeHint() const
{
    const QFontMetrics value(look::titleFont());
    const QFontMetrics caption(font());
    const int text = std::max(value.horizontalAdvance(m_value), caption.horizontalAdvance(m_caption));
    return {text + 2 * kPadding, value.height() + caption.height() + 2 * kPadding - 2};
}

QSize FigureButton::minimumSizeHint() const
{
    return {QFontMetrics(font()).horizontalAdvance(m_caption) + 2 * kPadding, sizeHint().height()};
}

// A value that is too long for its place is set smaller, never cut.
QFont FigureButton::valueFont(int width) const
{
    QFont face = look::titleFont();
    while (QFontMetrics(face).horizontalAdvance(m_value) > width && face.pointSizeF() > font().pointSizeF())
        face.setPointSizeF(face.pointSizeF() - 0.5);
    return face;
}

void FigureButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDown() || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Link), 2) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || underMouse() ? palette().color(QPalette::Midlight) : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const QRect inside = rect().adjusted(kPadding, kPadding - 1, -kPadding, 1 - kPadding);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setFont(valueFont(inside.width()));
    painter.setPen(m_tone ? look::color(*m_tone, palette()) : palette().color(QPalette::Text));
    painter.drawText(inside, int(leading | Qt::AlignTop), m_value);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(inside, int(leading | Qt::AlignBottom),
                     fontMetrics().elidedText(m_caption, Qt::ElideRight, inside.width()));
}

void FigureButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace callboard
