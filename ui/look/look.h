// Measures, colours and icons of the whole program (one table each), so that no page invents its own. GUI thread.
#pragma once

#include "core/domain/delivery.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QLabel;
class QWidget;

namespace callboard::look {

// Grid of 4 px.
inline constexpr int kGap = 8;       // inside a group, and between form rows
inline constexpr int kGroupGap = 16; // between groups
inline constexpr int kMargin = 16;   // page margin
inline constexpr int kRowHeight = 28;

enum class Tone { Delivered, Waiting, Moving, Retrying, InDoubt, Failed, Held, Cancelled };

[[nodiscard]] Tone toneOf(DeliveryState state, bool inDoubt);
// Icon and word colour with contrast for the palette's base, light or dark.
[[nodiscard]] QColor color(Tone tone, const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

// An SVG of resources/icons drawn in one colour at any scale ("replay", "target", "state-failed", ...). Without a
// colour it follows the palette's text, also when disabled or selected.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color = {});
[[nodiscard]] QIcon stateIcon(Tone tone, const QPalette &palette);

[[nodiscard]] QFont titleFont();   // +4 pt semibold
[[nodiscard]] QFont sectionFont(); // +1 pt semibold
[[nodiscard]] QFont fixedFont();   // the system's
// A label that never reads its text as rich text.
// For text from outside: Qt reads markup in a tooltip, and loads the files that it names.
[[nodiscard]] QString plainTip(const QString &text);
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent = nullptr);
// Text in a quieter colour than the palette's, still readable (contrast 4.5:1).
void makeQuiet(QLabel *label);

// Fusion, and the light or dark palette the desktop asks for (org.freedesktop.appearance over D-Bus), followed at run
// time; CALLBOARD_THEME=light|dark overrides.
void apply();

} // namespace callboard::look
