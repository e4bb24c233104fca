#include "ui/look/appearance.h"

#include "ui/look/colorscheme.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"

#include <QApplication>
#include <QHeaderView>
#include <QSettings>
#include <QTableView>

#include <optional>

namespace callboard::look {

namespace {

constexpr int kCompactHeight = 22;
constexpr const char *kHeight = "callboardRowHeight";   // of the application
constexpr const char *kFollows = "callboardRowsFollow"; // of a table
const QString kThemeKey = QStringLiteral("window/theme");
const QString kRowsKey = QStringLiteral("window/rows");
const QString kLight = QStringLiteral("light");
const QString kDark = QStringLiteral("dark");
const QString kCompact = QStringLiteral("compact");

std::optional<Theme> themeFrom(const QString &word)
{
    if (word == kLight)
        return Theme::Light;
    return word == kDark ? std::optional(Theme::Dark) : std::nullopt;
}

std::optional<Theme> forcedTheme()
{
    return themeFrom(qEnvironmentVariable("CALLBOARD_THEME"));
}

void applyPalette(bool dark)
{
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

void applyRowHeight(QTableView &table)
{
    table.verticalHeader()->setMinimumSectionSize(rowHeight());
    table.verticalHeader()->setDefaultSectionSize(rowHeight());
}

void setDensity(Density density)
{
    qApp->setProperty(kHeight, density == Density::Compact ? kCompactHeight : kRowHeight);
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *table = qobject_cast<QTableView *>(widget);
        if (table && table->property(kFollows).toBool())
            applyRowHeight(*table);
    }
}

} // namespace

Appearance readAppearance(const QSettings &settings)
{
    Appearance appearance;
    appearance.theme = themeFrom(settings.value(kThemeKey).toString()).value_or(Theme::System);
    if (settings.value(kRowsKey).toString() == kCompact)
        appearance.density = Density::Compact;
    return appearance;
}

// What is as it is without a choice is not written.
void keepAppearance(QSettings &settings, const Appearance &appearance)
{
    if (appearance.theme == Theme::System)
        settings.remove(kThemeKey);
    else
        settings.setValue(kThemeKey, appearance.theme == Theme::Dark ? kDark : kLight);
    if (appearance.density == Density::Comfortable)
        settings.remove(kRowsKey);
    else
        settings.setValue(kRowsKey, kCompact);
}

void setAppearance(const Appearance &appearance)
{
    setTheme(appearance.theme);
    setDensity(appearance.density);
}

void setTheme(Theme theme)
{
    const Theme shown = forcedTheme().value_or(theme);
    auto *scheme = qApp->findChild<ColorScheme *>(QString(), Qt::FindDirectChildrenOnly);
    if (shown == Theme::System && scheme)
        return; // it is followed already
    delete scheme;
    applyPalette(shown == Theme::Dark);
    if (shown != Theme::System)
        return;
    scheme = new ColorScheme(qApp);
    QObject::connect(scheme, &ColorScheme::darkChanged, qApp, &applyPalette);
}

bool isThemeForced()
{
    return forcedTheme().has_value();
}

int rowHeight()
{
    const int height = qApp->property(kHeight).toInt();
    return height > 0 ? height : kRowHeight;
}

void followDensity(QTableView &table)
{
    table.setProperty(kFollows, true);
    applyRowHeight(table);
}

} // namespace callboard::look
