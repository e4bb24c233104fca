#include "ui/look/look.h"

#include "ui/look/access/access.h"
#include "ui/look/appearance.h"
#include "ui/look/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>

#include <array>

namespace callboard::look {

namespace {

struct ToneEntry {
    Tone tone;
    QRgb light;
    QRgb dark;
    const char *icon;
};

// Contrast at least 5.25:1 on #ffffff and #f3f5f8, 5.5:1 on #1d1f23 and #272a30.
constexpr std::array<ToneEntry, 8> kTones{{
    {Tone::Delivered, 0xff17753a, 0xff5bc983, "state-delivered"},
    {Tone::Waiting, 0xff1f5fbf, 0xff6cb0ff, "state-waiting"},
    {Tone::Moving, 0xff00707a, 0xff3fc6cf, "state-moving"},
    {Tone::Retrying, 0xff8a5a00, 0xffe0b040, "state-retrying"},
    {Tone::InDoubt, 0xffa8480a, 0xffffa25e, "state-indoubt"},
    {Tone::Failed, 0xffbf1f2b, 0xffff8278, "state-failed"},
    {Tone::Held, 0xff6a3fb5, 0xffbda0f5, "state-held"},
    {Tone::Cancelled, 0xff58606b, 0xff98a1ad, "state-cancelled"},
}};

const ToneEntry &entry(Tone tone)
{
    return kTones[static_cast<size_t>(tone)];
}

QFont heavier(double points)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() + points);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Tone toneOf(DeliveryState state, bool inDoubt)
{
    switch (state) {
    case DeliveryState::Waiting: return Tone::Waiting;
    case DeliveryState::Queued:
    case DeliveryState::Sending: return Tone::Moving;
    case DeliveryState::Retrying: return inDoubt ? Tone::InDoubt : Tone::Retrying;
    case DeliveryState::Held: return Tone::Held;
    case DeliveryState::Delivered: return Tone::Delivered;
    case DeliveryState::Failed: return inDoubt ? Tone::InDoubt : Tone::Failed;
    case DeliveryState::Cancelled: return Tone::Cancelled;
    }
    return Tone::Cancelled;
}

QColor color(Tone tone, const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? entry(tone).dark : entry(tone).light);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QIcon stateIcon(Tone tone, const QPalette &palette)
{
    return icon(QLatin1String(entry(tone).icon), color(tone, palette));
}

QFont titleFont()
{
    return heavier(4);
}

QFont sectionFont()
{
    return heavier(1);
}

QFont fixedFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

void makeQuiet(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

void apply()
{
    access::install();
    QApplication::setStyle(new FlatStyle);
    setTheme(Theme::System);
}

} // namespace callboard::look
