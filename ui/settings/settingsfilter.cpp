#include "ui/settings/settingsfilter.h"

#include "ui/targets/form/fieldgrid.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace callboard {

namespace {

constexpr const char *kWords = "callboardSearchWords";

// What stands on it, or would be said of it.
QString textOn(const QWidget &part)
{
    QStringList texts{part.accessibleName(), part.property(kWords).toString()};
    if (const auto *label = qobject_cast<const QLabel *>(&part))
        texts << label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&part))
        texts << button->text() << button->toolTip();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&part))
        texts << edit->placeholderText();
    if (const auto *combo = qobject_cast<const QComboBox *>(&part)) {
        for (int index = 0; index < combo->count(); ++index)
            texts << combo->itemText(index);
    }
    return texts.join(u'\n').remove(u'&');
}

QList<QWidget *> withParts(QWidget *widget)
{
    QList<QWidget *> parts{widget};
    parts += widget->findChildren<QWidget *>();
    return parts;
}

bool hasAll(const QList<QWidget *> &parts, const QStringList &words)
{
    QString all;
    for (const QWidget *part : parts)
        all += textOn(*part) + u'\n';
    return std::all_of(words.begin(), words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool hasAny(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

// The words that can be read on it, and so be marked.
QString readable(const QWidget &part)
{
    if (const auto *label = qobject_cast<const QLabel *>(&part))
        return QString(label->text()).remove(u'&');
    const auto *button = qobject_cast<const QAbstractButton *>(&part);
    return button ? QString(button->text()).remove(u'&') : QString();
}

QWidget *focusable(const QList<QWidget *> &parts)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [](const QWidget *part) {
        const auto *button = qobject_cast<const QAbstractButton *>(part);
        const bool other = button && button->isCheckable() && button->autoExclusive() && !button->isChecked();
        return (part->focusPolicy() & Qt::TabFocus) && part->isEnabled() && !other;
    });
    return found == parts.end() ? nullptr : *found;
}

} // namespace

SettingsFilter::SettingsFilter(QWidget &page)
    : m_page(page)
{
}

void SettingsFilter::alsoKnownAs(QWidget &field, const QString &words)
{
    field.setProperty(kWords, words);
}

QStringList SettingsFilter::wordsOf(const QString &typed)
{
    return typed.simplified().split(u' ', Qt::SkipEmptyParts);
}

int SettingsFilter::apply(const QStringList &words)
{
    clear();
    if (words.isEmpty())
        return 0;
    int found = 0;
    const QList<QWidget *> groups = m_page.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *group : groups) {
        const int here = applyTo(*group, words);
        if (here == 0)
            hide(group);
        found += here;
    }
    return found;
}

// A group that is found by its title is shown whole, and counts as one where none of its rows is found by itself.
int SettingsFilter::applyTo(QWidget &group, const QStringList &words)
{
    const QList<FieldGrid *> grids = group.findChildren<FieldGrid *>();
    QList<QWidget *> head;
    for (QWidget *part : group.findChildren<QWidget *>()) {
        const bool inGrid = std::any_of(grids.begin(), grids.end(), [part](const FieldGrid *grid) {
            return part == grid || grid->isAncestorOf(part);
        });
        if (!inGrid)
            head.append(part);
    }
    const bool all = hasAll(head, words);
    int found = 0;
    for (const FieldGrid *grid : grids) {
        if (const auto *layout = qobject_cast<const QGridLayout *>(grid->layout()))
            found += applyTo(*layout, words, all);
    }
    if (all)
        mark(head, words);
    return std::max(found, all ? 1 : 0);
}

int SettingsFilter::applyTo(const QGridLayout &grid, const QStringList &words, bool all)
{
    int found = 0;
    for (int row = 0; row < grid.rowCount(); ++row) {
        QList<QWidget *> parts;
        for (int column = 0; column < 2; ++column) {
            const QLayoutItem *item = grid.itemAtPosition(row, column);
            if (item && item->widget() && !parts.contains(item->widget()))
                parts += withParts(item->widget());
        }
        if (hasAll(parts, words) && !parts.isEmpty()) {
            ++found;
            mark(parts, words);
            if (!m_first)
                m_first = focusable(parts);
        } else if (!all) {
            for (int column = 0; column < 2; ++column) {
                if (const QLayoutItem *item = grid.itemAtPosition(row, column); item && item->widget())
                    hide(item->widget());
            }
        }
    }
    return found;
}

// Where the words are not on the screen the first part, a row's label, stands for them.
void SettingsFilter::mark(const QList<QWidget *> &parts, const QStringList &words)
{
    QList<QWidget *> marked;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(marked),
                 [&words](const QWidget *part) { return !part->isHidden() && hasAny(readable(*part), words); });
    if (marked.isEmpty() && !parts.isEmpty())
        marked.append(parts.first());
    for (QWidget *part : std::as_const(marked)) {
        QPalette palette = part->palette();
        palette.setColor(QPalette::Window, palette.color(QPalette::Active, QPalette::Highlight));
        part->setPalette(palette);
        part->setAutoFillBackground(true);
        m_marked.append(part);
    }
}

void SettingsFilter::hide(QWidget *part)
{
    if (part->isHidden())
        return;
    part->hide();
    m_hidden.append(part);
}

void SettingsFilter::clear()
{
    for (const auto &part : std::as_const(m_hidden)) {
        if (part)
            part->show();
    }
    for (const auto &part : std::as_const(m_marked)) {
        if (part)
            part->setAutoFillBackground(false);
    }
    m_hidden.clear();
    m_marked.clear();
    m_first = nullptr;
}

} // namespace callboard
