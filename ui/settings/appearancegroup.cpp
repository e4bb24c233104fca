#include "ui/settings/appearancegroup.h"

#include "ui/look/look.h"
#include "ui/settings/settingsfilter.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>

namespace callboard {

using Mood = FieldLine::Mood;
using look::Density;
using look::Theme;

namespace {

// As its own speakers write it: who chose a language by mistake finds the way back.
QString nameOf(const QString &language)
{
    const QString name = language == QLatin1String("en") ? QStringLiteral("English")
                                                         : QLocale(language).nativeLanguageName();
    return name.left(1).toUpper() + name.mid(1);
}

QRadioButton *choice(QButtonGroup *group, int id, const char *name, const QString &text)
{
    auto *button = named(new QRadioButton(text), name, text);
    group->addButton(button, id);
    return button;
}

} // namespace

AppearanceGroup::AppearanceGroup(const look::Appearance &appearance, const LanguageChoice &language, QWidget *parent)
    : SettingsGroup("appearance", tr("Appearance"), tr("Yours, in every workspace, and kept as you change it."), parent)
    , m_theme(new QButtonGroup(this))
    , m_rows(new QButtonGroup(this))
{
    auto *themeLine = new FieldLine("themeLine");
    QWidget *theme = makeTheme(appearance.theme);
    grid().addRow(tr("&Theme"), theme, themeLine, m_theme->button(int(appearance.theme)));
    SettingsFilter::alsoKnownAs(*theme, tr("dark light night colour contrast"));
    if (look::isThemeForced()) {
        theme->setEnabled(false);
        themeLine->say(Mood::Hint, tr("CALLBOARD_THEME is set in the environment, and decides."));
    }
    auto *rowsLine = new FieldLine("rowsLine");
    rowsLine->say(Mood::Hint, tr("Compact shows a quarter more of each list."));
    QWidget *rows = makeRows(appearance.density);
    grid().addRow(tr("&Rows of lists"), rows, rowsLine, m_rows->button(int(appearance.density)));
    SettingsFilter::alsoKnownAs(*rows, tr("density height table small dense"));
    addLanguage(language);
    addScale();
    const auto tell = [this] { emit appearanceChosen(this->appearance()); };
    connect(m_theme, &QButtonGroup::idClicked, this, tell);
    connect(m_rows, &QButtonGroup::idClicked, this, tell);
}

QWidget *AppearanceGroup::makeTheme(Theme theme)
{
    QWidget *row = inRow({choice(m_theme, int(Theme::System), "systemThemeButton", tr("As the desktop")),
                          choice(m_theme, int(Theme::Light), "lightThemeButton", tr("Light")),
                          choice(m_theme, int(Theme::Dark), "darkThemeButton", tr("Dark"))});
    m_theme->button(int(theme))->setChecked(true);
    return row;
}

QWidget *AppearanceGroup::makeRows(Density density)
{
    QWidget *row = inRow({choice(m_rows, int(Density::Comfortable), "comfortableRowsButton", tr("Comfortable")),
                          choice(m_rows, int(Density::Compact), "compactRowsButton", tr("Compact"))});
    m_rows->button(int(density))->setChecked(true);
    return row;
}

void AppearanceGroup::addLanguage(const LanguageChoice &language)
{
    m_language = named(new QComboBox(this), "languageCombo", tr("Language"));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &code : language.offered)
        m_language->addItem(nameOf(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(language.chosen)));
    m_languageLine = new FieldLine("languageLine");
    grid().addRow(tr("&Language"), inRow({m_language}), m_languageLine, m_language);
    SettingsFilter::alsoKnownAs(*m_language, tr("translation German English locale"));
    if (language.forced) {
        m_language->setEnabled(false);
        m_languageLine->say(Mood::Hint, tr("CALLBOARD_LANGUAGE is set in the environment, and decides."));
        return;
    }
    m_languageLine->say(Mood::Hint, tr("Another one is spoken from the next start on."));
    connect(m_language, &QComboBox::activated, this, [this, was = language.chosen] {
        const QString now = this->language();
        if (now == was)
            m_languageLine->say(Mood::Hint, tr("Another one is spoken from the next start on."));
        else
            m_languageLine->say(Mood::Good, tr("%1 from the next start on.").arg(m_language->currentText()));
        emit languageChosen(now);
    });
}

void AppearanceGroup::addScale()
{
    const double scale = devicePixelRatioF() * 100;
    auto *label = named(look::plainLabel(tr("%1 %").arg(QLocale().toString(scale, 'f', 0)), this), "scaleLabel",
                        tr("Scale"));
    auto *line = new FieldLine("scaleLine");
    line->say(Mood::Hint, tr("The desktop's own. QT_SCALE_FACTOR=1.25 in the environment enlarges Callboard alone."));
    grid().addRow(tr("Scale"), label, line);
    SettingsFilter::alsoKnownAs(*label, tr("zoom size font HiDPI resolution"));
}

look::Appearance AppearanceGroup::appearance() const
{
    return {Theme(m_theme->checkedId()), Density(m_rows->checkedId())};
}

QString AppearanceGroup::language() const
{
    return m_language->currentData().toString();
}

void AppearanceGroup::save(PlatformClient &)
{
    settle(std::nullopt); // everything was, as it was changed
}

void AppearanceGroup::focusFirst()
{
    m_theme->checkedButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard
