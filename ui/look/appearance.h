// Where the user has a say in the look: light or dark, and how close the rows of lists stand. Kept in the user's own
// settings; a change is seen at once in every window. CALLBOARD_THEME=light|dark wins over the choice. GUI thread.
#pragma once

class QSettings;
class QTableView;

namespace callboard::look {

enum class Theme { System, Light, Dark };
enum class Density { Comfortable, Compact };

struct Appearance {
    Theme theme = Theme::System;
    Density density = Density::Comfortable;

    bool operator==(const Appearance &) const = default;
};

[[nodiscard]] Appearance readAppearance(const QSettings &settings);
void keepAppearance(QSettings &settings, const Appearance &appearance);

void setAppearance(const Appearance &appearance);
// System: as the desktop says, followed at run time.
void setTheme(Theme theme);
[[nodiscard]] bool isThemeForced(); // by CALLBOARD_THEME

// Of the rows of lists: 28 px, or 22 where they are compact.
[[nodiscard]] int rowHeight();
// The table's rows are of that height from here on, also after another choice.
void followDensity(QTableView &table);

} // namespace callboard::look
