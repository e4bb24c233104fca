#include "ui/help/helpdesk.h"

#include "ui/help/helpwindow.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

namespace callboard {

namespace {

// The innermost that the manual knows, outwards from `widget`.
ManualPlace placeAround(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const ManualPlace place = manualPlaceOf(widget->objectName()); !place.page.isEmpty())
            return place;
        if (widget->isWindow())
            break;
    }
    return {};
}

} // namespace

HelpDesk::HelpDesk(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_window->installEventFilter(this);
    qApp->installEventFilter(this); // a dialog bars the shortcuts of what is below it
}

HelpDesk::~HelpDesk()
{
    delete m_manual;
}

void HelpDesk::addTo(QMenu *menu)
{
    QAction *action = menu->addAction(tr("Manual"), this, qOverload<>(&HelpDesk::openManual));
    action->setObjectName(QStringLiteral("manualAction"));
    action->setShortcut(QKeySequence(Qt::Key_F1));
}

void HelpDesk::openManual()
{
    openManual(placeAtHand());
}

void HelpDesk::openManual(const ManualPlace &place)
{
    if (!m_manual) {
        m_manual = new HelpWindow;
        m_manual->setAttribute(Qt::WA_DeleteOnClose);
        m_manual->setAttribute(Qt::WA_QuitOnClose, false);
    }
    m_manual->open(place);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

HelpWindow *HelpDesk::manual() const
{
    return m_manual;
}

// What has the focus, else the page that is on show.
ManualPlace HelpDesk::placeAtHand() const
{
    const QWidget *active = QApplication::activeWindow();
    if (const ManualPlace place = placeAround(QApplication::focusWidget()); !place.page.isEmpty())
        return place;
    if (active && active != m_window)
        return placeAround(active);
    const auto inside = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : inside) {
        const ManualPlace place = manualPlaceOf(widget->objectName());
        if (widget->isVisible() && !place.page.isEmpty())
            return place;
    }
    return {};
}

bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Hide && m_manual)
        m_manual->close(); // into the background
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    if (!m_manual || QApplication::activeWindow() != m_manual) {
        const ManualPlace place = placeAround(qobject_cast<QWidget *>(watched));
        openManual(place.page.isEmpty() ? placeAtHand() : place);
    }
    return true;
}

} // namespace callboard
