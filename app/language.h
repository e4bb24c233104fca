// The language of the window: what CALLBOARD_LANGUAGE says (en, de or the path of a .qm file), else the choice kept
// under kLanguageKey, else the system's. Chosen once, before the first widget; another choice holds from the next
// start.
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;
class QSettings;

namespace callboard {

// In the user's own settings: one of languages(); absent for the system's.
inline constexpr auto kLanguageKey = "window/language";

// Those with a catalogue, as ISO 639 codes.
[[nodiscard]] QStringList languages();

// Empty: the system's language.
[[nodiscard]] QString wantedLanguage(const QSettings &settings);

// Installs our catalogue and, where their packages are there, those of the libraries. Numbers and dates follow a
// language that was asked for. English where there is no catalogue.
void speak(QCoreApplication &app, const QString &language);

} // namespace callboard
