#include "ui/shell/navigationrail.h"

#include "ui/look/look.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kWide = 176;
constexpr int kNarrow = 52;
constexpr int kEntryHeight = 40;
constexpr int kIconSize = 22;

} // namespace

RailButton::RailButton(const QString &name, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_name(name)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(iconName + QStringLiteral("RailButton"));
    setText(name);
    describe();
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    describe();
    update();
}

void RailButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    describe();
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return {m_collapsed ? kNarrow : kWide, kEntryHeight};
}

void RailButton::describe()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %n need attention", nullptr, m_badge).arg(m_name) : m_name);
    setToolTip(m_collapsed ? accessibleName() : QString());
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect ground = rect().adjusted(8, 2, -8, -2);
    const QColor accent = palette().color(QPalette::Link);
    painter.setPen(hasFocus() && !isChecked() ? QPen(accent, 1.5) : QPen(Qt::NoPen));
    if (isChecked())
        painter.setBrush(palette().color(QPalette::Highlight));
    else
        painter.setBrush(underMouse() ? palette().color(QPalette::Midlight) : QColor(Qt::transparent));
    painter.drawRoundedRect(ground, 6, 6);
    if (hasFocus() && isChecked()) {
        painter.setPen(QPen(accent, 1.5));
        painter.drawRoundedRect(QRectF(ground).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    }

    const QColor ink = palette().color(QPalette::WindowText);
    const int left = m_collapsed ? (width() - kIconSize) / 2 : 18;
    const QRect iconRect(left, (height() - kIconSize) / 2, kIconSize, kIconSize);
    const auto placed = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    look::icon(m_iconName, isChecked() ? accent : ink).paint(&painter, placed(iconRect));
    if (!m_collapsed) {
        QFont face = font();
        face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(face);
        painter.setPen(ink);
        const QRect textRect = rect().adjusted(left + kIconSize + 12, 0, m_badge > 0 ? -60 : -16, 0);
        const QString shown = QFontMetrics(face).elidedText(m_name, Qt::ElideRight, textRect.width());
        const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        painter.drawText(placed(textRect), int(leading | Qt::AlignVCenter), shown);
    }
    drawBadge(painter);
}

void RailButton::drawBadge(QPainter &painter) const
{
    if (m_badge <= 0)
        return;
    const QColor color = look::color(look::Tone::Failed, palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const auto placed = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    if (m_collapsed) {
        painter.drawEllipse(placed({width() - 19, 7, 8, 8}));
        return;
    }
    QFont face = font();
    face.setPointSizeF(face.pointSizeF() - 1);
    face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    const QString text = m_badge > 999 ? QStringLiteral("999+") : QLocale().toString(m_badge);
    const int textWidth = QFontMetrics(face).horizontalAdvance(text);
    const int pillWidth = qMax(20, textWidth + 12);
    const QRectF pill = placed({width() - 16 - pillWidth, (height() - 20) / 2, pillWidth, 20});
    painter.drawRoundedRect(pill, 10, 10);
    painter.setPen(palette().color(QPalette::Base));
    painter.drawText(pill, Qt::AlignCenter, text);
}

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(0, look::kGap, 1, look::kGap);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    setFixedWidth(kWide);
}

int NavigationRail::addEntry(const QString &name, const QString &iconName)
{
    auto *button = new RailButton(name, iconName, this);
    const int index = count();
    m_layout->insertWidget(index, button);
    if (index > 0)
        setTabOrder(m_buttons.last(), button); // beside the others, not behind the pages that were made between them
    m_buttons.append(button);
    button->setCollapsed(m_collapsed);
    connect(button, &QAbstractButton::toggled, this, [this, index, button](bool on) {
        button->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); // Tab comes to the page one is on
        if (on)
            emit currentChanged(index);
    });
    return index;
}

void NavigationRail::setCurrent(int index)
{
    if (index >= 0 && index < count())
        m_buttons[index]->setChecked(true);
}

void NavigationRail::setBadge(int index, int badge)
{
    if (index >= 0 && index < count())
        m_buttons[index]->setBadge(badge);
}

void NavigationRail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? kNarrow : kWide);
    for (RailButton *button : std::as_const(m_buttons))
        button->setCollapsed(collapsed);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    const QRect edge(width() - 1, 0, 1, height()); // towards the pages
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), palette().color(QPalette::Mid));
}

} // namespace callboard
