// Narrows one page of the settings to what a search finds: rows by their label, help, choices and further words; groups
// by their title and sentence. What matches is marked. Nothing that is typed into a field is searched, so no secret is.
#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace callboard {

class SettingsFilter {
public:
    // `page` holds the groups, one below the other.
    explicit SettingsFilter(QWidget &page);

    // How many settings have all the words in them; without words everything is shown.
    int apply(const QStringList &words);
    [[nodiscard]] QWidget *firstFound() const { return m_first; } // that takes the focus; null: none

    // Words that a setting is looked for by and that are not on the screen.
    static void alsoKnownAs(QWidget &field, const QString &words);
    [[nodiscard]] static QStringList wordsOf(const QString &typed);

private:
    int applyTo(QWidget &group, const QStringList &words);
    int applyTo(const QGridLayout &grid, const QStringList &words, bool all);
    void mark(const QList<QWidget *> &parts, const QStringList &words);
    void hide(QWidget *part);
    void clear();

    QWidget &m_page;
    QList<QPointer<QWidget>> m_hidden; // by us; who hides itself is left alone
    QList<QPointer<QWidget>> m_marked;
    QPointer<QWidget> m_first;
};

} // namespace callboard
