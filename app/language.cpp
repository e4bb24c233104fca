#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <memory>

namespace callboard {

namespace {

const QString kOurs = QStringLiteral(":/callboard/translations");
const QString kEnglish = QStringLiteral("en");

// By path, or by locale, name and directory, as QTranslator::load() has it.
template <class... Where>
std::unique_ptr<QTranslator> loaded(const Where &...where)
{
    auto translator = std::make_unique<QTranslator>();
    return translator->load(where...) ? std::move(translator) : nullptr;
}

void install(QCoreApplication &app, std::unique_ptr<QTranslator> translator)
{
    if (!translator)
        return;
    translator->setParent(&app);
    QCoreApplication::installTranslator(translator.release());
}

// The words of dialog buttons and text menus, where the packages that hold them are installed.
void installOfLibraries(QCoreApplication &app, const QLocale &locale)
{
    const QString directory = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &name : {QStringLiteral("qtbase"), QStringLiteral("qscintilla")})
        install(app, loaded(locale, name, QStringLiteral("_"), directory));
}

std::unique_ptr<QTranslator> ours(const QLocale &locale)
{
    return loaded(locale, QStringLiteral("callboard"), QStringLiteral("_"), kOurs);
}

} // namespace

QStringList languages()
{
    return {kEnglish, QStringLiteral("de")};
}

QString wantedLanguage(const QSettings &settings)
{
    const QString asked = qEnvironmentVariable("CALLBOARD_LANGUAGE");
    return asked.isEmpty() ? settings.value(QLatin1String(kLanguageKey)).toString() : asked;
}

void speak(QCoreApplication &app, const QString &language)
{
    if (languages().contains(language) && QLocale().language() != QLocale(language).language())
        QLocale::setDefault(QLocale(language));
    auto catalogue = language.endsWith(QLatin1String(".qm")) ? loaded(language) : ours(QLocale());
    if (!catalogue)
        catalogue = ours(QLocale(kEnglish)); // it holds the singular and plural forms
    if (!catalogue)
        return;
    installOfLibraries(app, QLocale(catalogue->language()));
    install(app, std::move(catalogue));
}

} // namespace callboard
