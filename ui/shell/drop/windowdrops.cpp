#include "ui/shell/drop/windowdrops.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace callboard {

namespace {

bool takes(const QDropEvent &event)
{
    return !event.source() && !QApplication::activeModalWidget() && event.possibleActions().testFlag(Qt::CopyAction)
        && event.mimeData() && mayBeDropped(*event.mimeData());
}

bool hasFile(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData() ? event.mimeData()->urls() : QList<QUrl>();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

} // namespace

// Of the whole program: what a field refuses goes on to the window.
WindowDrops::WindowDrops(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    window->setAcceptDrops(true);
    QCoreApplication::instance()->installEventFilter(this);
}

// Never a move: whoever offers one removes what was taken.
void WindowDrops::answer(QDropEvent &event) const
{
    if (m_takes)
        event.setDropAction(Qt::CopyAction);
    event.setAccepted(m_takes);
}

bool WindowDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window)
        return handle(*event);
    if (event->type() != QEvent::DragEnter)
        return false;
    // A field would take a file's name for a text, and tell its owner that the file was moved.
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool refuses = widget && widget->window() == m_window && hasFile(*static_cast<QDropEvent *>(event));
    if (refuses)
        event->ignore();
    return refuses;
}

bool WindowDrops::handle(QEvent &event)
{
    switch (event.type()) {
    case QEvent::DragEnter:
        m_takes = takes(static_cast<QDropEvent &>(event));
        answer(static_cast<QDropEvent &>(event));
        return true;
    case QEvent::DragMove: answer(static_cast<QDropEvent &>(event)); return true;
    case QEvent::Drop: {
        auto &drop = static_cast<QDropEvent &>(event);
        m_takes = takes(drop);
        answer(drop);
        if (m_takes)
            emit dropped(readDrop(*drop.mimeData()));
        return true;
    }
    default: return false;
    }
}

} // namespace callboard
