#include "ui/deliveries/filter/filtermenu.h"

#include "ui/look/look.h"

#include <QInputDialog>
#include <QMenu>

namespace callboard {

namespace {

constexpr int kLongestEntry = 60;

// An & in a menu would be a key.
QString entry(const QString &text)
{
    QString shown = text.size() > kLongestEntry ? text.left(kLongestEntry - 1) + u'…' : text;
    return shown.replace(u'&', QLatin1String("&&"));
}

} // namespace

FilterMenu::FilterMenu(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("filterMenuButton"));
    setText(tr("Filters"));
    setAccessibleName(tr("Saved and recent filters"));
    setToolTip(tr("Saved and recent filters"));
    setIcon(look::icon(QStringLiteral("chevron-down")));
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setAutoRaise(true);
    setMinimumHeight(30);
    setFocusPolicy(Qt::StrongFocus);
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterMenu::fill);
    connect(this, &QToolButton::clicked, m_menu, [this] {
        fill(); // its width follows from what it holds: it lies under the line, not beside the window
        const int x = isRightToLeft() ? 0 : width() - m_menu->sizeHint().width();
        m_menu->popup(mapToGlobal(QPoint(x, height())));
    });
}

void FilterMenu::setPresent(const QString &text)
{
    m_present = text.trimmed();
}

void FilterMenu::use(const QString &text)
{
    const QStringList before = m_shelf.recent;
    m_shelf.use(text);
    if (m_shelf.recent != before)
        emit shelfChanged();
}

void FilterMenu::fill()
{
    m_menu->clear();
    QAction *save = m_menu->addAction(look::icon(QStringLiteral("save")), tr("Save this filter as…"), this, [this] {
        ask({{}, m_present});
    });
    save->setObjectName(QStringLiteral("saveFilterAction"));
    save->setEnabled(!m_present.isEmpty());
    addNamed(*m_menu);
    addRecent(*m_menu);
}

void FilterMenu::addNamed(QMenu &menu)
{
    if (m_shelf.named.isEmpty())
        return;
    menu.addSection(tr("Saved"));
    for (const NamedFilter &filter : std::as_const(m_shelf.named)) {
        QAction *action = menu.addAction(entry(filter.name), this, [this, filter] { emit chosen(filter.text); });
        action->setToolTip(entry(filter.text));
    }
    QMenu *rename = menu.addMenu(tr("Rename"));
    QMenu *remove = menu.addMenu(tr("Delete"));
    for (const NamedFilter &filter : std::as_const(m_shelf.named)) {
        rename->addAction(entry(filter.name) + u'…', this, [this, filter] { ask(filter); });
        remove->addAction(entry(filter.name), this, [this, filter] { this->remove(filter); });
    }
}

void FilterMenu::addRecent(QMenu &menu)
{
    menu.addSection(tr("Recent"));
    for (const QString &text : std::as_const(m_shelf.recent))
        menu.addAction(entry(text), this, [this, text] { emit chosen(text); });
    if (m_shelf.recent.isEmpty())
        menu.addAction(tr("Nothing yet"))->setEnabled(false);
}

void FilterMenu::ask(const NamedFilter &before)
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(QStringLiteral("filterNameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(before.name.isEmpty() ? tr("Save filter") : tr("Rename filter"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(before.name);
    dialog->setOkButtonText(before.name.isEmpty() ? tr("Save") : tr("Rename"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, before](const QString &name) {
        if (!name.trimmed().isEmpty())
            take({name.trimmed(), before.text}, before.name);
    });
    dialog->open();
}

void FilterMenu::take(const NamedFilter &filter, const QString &formerName)
{
    if (!formerName.isEmpty())
        m_shelf.remove(formerName);
    // The name may be another one's: that goes, and can be had back.
    const NamedFilter former{filter.name, m_shelf.textOf(filter.name)};
    m_shelf.keep(filter);
    emit shelfChanged();
    if (!former.text.isEmpty() && former.text != filter.text)
        emit removed(former);
}

void FilterMenu::remove(const NamedFilter &filter)
{
    m_shelf.remove(filter.name);
    emit shelfChanged();
    emit removed(filter);
}

void FilterMenu::restore(const NamedFilter &filter)
{
    m_shelf.keep(filter);
    emit shelfChanged();
}

} // namespace callboard
