#include "ui/overview/plotlegend.h"

#include <QPainter>
#include <QStringList>
#include <QStyle>

namespace callboard {

namespace {

constexpr int kSquare = 9;
constexpr int kAfterSquare = 5;
constexpr int kBetween = 14;

} // namespace

PlotLegend::PlotLegend(const QList<std::pair<look::Tone, QString>> &entries, QWidget *parent)
    : QWidget(parent)
    , m_entries(entries)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    QStringList words;
    for (const auto &[tone, word] : m_entries)
        words.append(word);
    setAccessibleName(tr("Legend: %1").arg(words.join(QLatin1String(", "))));
}

QSize PlotLegend::sizeHint() const
{
    int width = 0;
    for (const auto &[tone, word] : m_entries)
        width += kSquare + kAfterSquare + fontMetrics().horizontalAdvance(word) + kBetween;
    return {width, fontMetrics().height()};
}

QSize PlotLegend::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void PlotLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    for (const auto &[tone, word] : m_entries) {
        const int advance = fontMetrics().horizontalAdvance(word);
        const QRect square(x, (height() - kSquare) / 2, kSquare, kSquare);
        const QRect text(x + kSquare + kAfterSquare, 0, advance, height());
        if (text.right() > width())
            return; // a word is shown whole or not at all
        const auto placed = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
        painter.fillRect(placed(square), look::color(tone, palette()));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(placed(text), Qt::AlignCenter, word);
        x = text.right() + 1 + kBetween;
    }
}

} // namespace callboard
