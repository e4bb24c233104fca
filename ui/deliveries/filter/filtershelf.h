// The filters one used last and those one gave a name, as they are kept from start to start. A plain value.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QSettings;

namespace callboard {

struct NamedFilter {
    QString name;
    QString text;

    bool operator==(const NamedFilter &) const = default;
};

struct FilterShelf {
    static constexpr int kMostRecent = 20;

    QStringList recent;       // the last one first
    QList<NamedFilter> named; // by name

    void use(const QString &text);
    // Under a name that is taken it takes that one's place.
    void keep(const NamedFilter &filter);
    void remove(const QString &name);
    [[nodiscard]] QString textOf(const QString &name) const; // empty: there is none

    void read(const QSettings &settings);
    void write(QSettings &settings) const;
    bool operator==(const FilterShelf &) const = default;
};

} // namespace callboard
