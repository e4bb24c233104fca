// How the window looks and which language it speaks. The user's own, not the workspace's: applied and kept as it is
// changed, never refused.
#pragma once

#include "ui/look/appearance.h"
#include "ui/settings/settingsgroup.h"

#include <QStringList>

#include <functional>

class QButtonGroup;
class QComboBox;

namespace callboard {

// `chosen` empty: the system's language.
struct LanguageChoice {
    QStringList offered; // ISO 639 codes
    QString chosen;
    bool forced = false; // by CALLBOARD_LANGUAGE
};

class AppearanceGroup : public SettingsGroup {
    Q_OBJECT

public:
    AppearanceGroup(const look::Appearance &appearance, const LanguageChoice &language, QWidget *parent = nullptr);

    [[nodiscard]] look::Appearance appearance() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool isDirty() const override { return false; }
    [[nodiscard]] bool isSaved() const override { return false; }
    [[nodiscard]] QString problem() const override { return {}; }
    void save(PlatformClient &platform) override;
    void focusFirst() override;

signals:
    void appearanceChosen(const callboard::look::Appearance &appearance);
    void languageChosen(const QString &language);

private:
    [[nodiscard]] QWidget *makeTheme(look::Theme theme);
    [[nodiscard]] QWidget *makeRows(look::Density density);
    void addLanguage(const LanguageChoice &language);
    void addScale();

    QButtonGroup *m_theme = nullptr; // ids are look::Theme
    QButtonGroup *m_rows = nullptr;  // ids are look::Density
    QComboBox *m_language = nullptr;
    FieldLine *m_languageLine = nullptr;
};

} // namespace callboard
