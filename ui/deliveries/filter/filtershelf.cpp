#include "ui/deliveries/filter/filtershelf.h"

#include <QSettings>

#include <algorithm>

namespace callboard {

namespace {

const QString kRecentKey = QStringLiteral("deliveries/recentFilters");
const QString kNamesKey = QStringLiteral("deliveries/filterNames");
const QString kTextsKey = QStringLiteral("deliveries/filterTexts");

} // namespace

void FilterShelf::use(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return;
    recent.removeAll(trimmed);
    recent.prepend(trimmed);
    recent.resize(qMin<qsizetype>(recent.size(), kMostRecent));
}

void FilterShelf::keep(const NamedFilter &filter)
{
    remove(filter.name);
    const auto place = std::upper_bound(named.begin(), named.end(), filter, [](const auto &a, const auto &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    named.insert(place, filter);
}

void FilterShelf::remove(const QString &name)
{
    named.removeIf([&name](const NamedFilter &each) { return each.name.compare(name, Qt::CaseInsensitive) == 0; });
}

QString FilterShelf::textOf(const QString &name) const
{
    for (const NamedFilter &each : named) {
        if (each.name.compare(name, Qt::CaseInsensitive) == 0)
            return each.text;
    }
    return {};
}

void FilterShelf::read(const QSettings &settings)
{
    recent = settings.value(kRecentKey).toStringList();
    recent.resize(qMin<qsizetype>(recent.size(), kMostRecent));
    const QStringList names = settings.value(kNamesKey).toStringList();
    const QStringList texts = settings.value(kTextsKey).toStringList();
    named.clear();
    for (qsizetype i = 0; i < qMin(names.size(), texts.size()); ++i)
        keep({names[i], texts[i]});
}

void FilterShelf::write(QSettings &settings) const
{
    QStringList names;
    QStringList texts;
    for (const NamedFilter &each : named) {
        names.append(each.name);
        texts.append(each.text);
    }
    settings.setValue(kRecentKey, recent);
    settings.setValue(kNamesKey, names);
    settings.setValue(kTextsKey, texts);
}

} // namespace callboard
