#include "ui/shell/pagewidget.h"

#include <QFocusEvent>

namespace callboard {

void PageWidget::setHome(QWidget *home)
{
    m_home = home;
    if (m_home && hasFocus())
        m_home->setFocus(Qt::OtherFocusReason);
}

void PageWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_home)
        m_home->setFocus(event->reason());
}

} // namespace callboard
