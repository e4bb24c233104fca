#include "ui/settings/searchhead.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace callboard {

namespace {

// A page scrolls; its groups are on what is scrolled.
QWidget &groundOf(QWidget &tab)
{
    auto *scroll = qobject_cast<QScrollArea *>(&tab);
    return scroll && scroll->widget() ? *scroll->widget() : tab;
}

} // namespace

SearchHead::SearchHead(QTabWidget &tabs, QWidget *parent)
    : QWidget(parent)
    , m_tabs(tabs)
    , m_edit(named(new QLineEdit(this), "settingsSearchEdit", tr("Search the settings")))
    , m_line(new FieldLine("settingsSearchLine", this))
{
    m_edit->setPlaceholderText(tr("Search the settings (Ctrl+F)"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kGap);
    column->setSpacing(look::kGap / 2);
    column->addWidget(m_edit);
    column->addWidget(m_line);
    auto *find = new QAction(tr("Search the settings"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WindowShortcut);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_edit->setFocus(Qt::ShortcutFocusReason);
        m_edit->selectAll();
    });
    connect(m_edit, &QLineEdit::textChanged, this, &SearchHead::search);
    connect(&m_tabs, &QTabWidget::currentChanged, this, &SearchHead::say);
}

void SearchHead::clear()
{
    m_edit->clear();
}

SearchHead::Page &SearchHead::page(QWidget *tab)
{
    Page &page = m_pages[tab];
    if (!page.filter)
        page.filter = std::make_unique<SettingsFilter>(groundOf(*tab));
    return page;
}

void SearchHead::search()
{
    const QStringList words = SettingsFilter::wordsOf(m_edit->text());
    for (int index = 0; index < m_tabs.count(); ++index) {
        Page &here = page(m_tabs.widget(index));
        if (here.title.isEmpty())
            here.title = m_tabs.tabText(index);
        here.found = here.filter->apply(words);
    }
    showTitles(!words.isEmpty());
    say();
}

// A page without a match is out of the way, unless none has one; the first with one comes to the front where the
// present one has none.
void SearchHead::showTitles(bool searching)
{
    int first = -1;
    for (int index = m_tabs.count() - 1; index >= 0; --index) {
        if (page(m_tabs.widget(index)).found > 0)
            first = index;
    }
    if (searching && first >= 0 && page(m_tabs.currentWidget()).found == 0)
        m_tabs.setCurrentIndex(first);
    for (int index = 0; index < m_tabs.count(); ++index) {
        const Page &here = page(m_tabs.widget(index));
        m_tabs.setTabText(index,
                          searching && here.found > 0 ? tr("%1 (%2)").arg(here.title).arg(here.found) : here.title);
        m_tabs.setTabEnabled(index, !searching || first < 0 || here.found > 0);
    }
}

void SearchHead::say()
{
    if (SettingsFilter::wordsOf(m_edit->text()).isEmpty())
        return m_line->hush();
    int all = 0;
    for (const auto &[tab, page] : m_pages)
        all += page.found;
    const int here = m_tabs.currentWidget() ? page(m_tabs.currentWidget()).found : 0;
    if (all == 0)
        m_line->say(FieldLine::Mood::Warning, tr("No setting has these words in its name or its help. Esc shows all."));
    else if (all == here)
        m_line->say(FieldLine::Mood::Hint, tr("Found here: %1, and nothing on other pages. Esc shows all.").arg(here));
    else
        m_line->say(FieldLine::Mood::Hint,
                    tr("Found here: %1; on other pages: %2. Esc shows all.").arg(here).arg(all - here));
}

void SearchHead::goToFirst()
{
    if (QWidget *found = m_tabs.currentWidget() ? page(m_tabs.currentWidget()).filter->firstFound() : nullptr)
        found->setFocus(Qt::OtherFocusReason);
}

// Before the dialog's own Esc, which closes it, and Enter, which saves.
bool SearchHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enters && !(key == Qt::Key_Escape && !m_edit->text().isEmpty()))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && enters)
        goToFirst();
    else if (event->type() == QEvent::KeyPress)
        m_edit->clear();
    return true;
}

} // namespace callboard
