#include "ui/look/secretguard.h"

#include "ui/look/secretclipboard.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace callboard {

namespace {

constexpr const char *kCopyOfQt = "&Copy";
constexpr const char *kCutOfQt = "Cu&t";

} // namespace

void SecretGuard::watch(QLineEdit *edit)
{
    edit->installEventFilter(new SecretGuard(edit));
}

SecretGuard::SecretGuard(QLineEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    connect(QGuiApplication::clipboard(), &QClipboard::selectionChanged, this, &SecretGuard::takeBackSelection);
}

bool SecretGuard::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: return keyPressed(static_cast<QKeyEvent *>(event));
    case QEvent::ContextMenu: {
        QMenu *menu = m_edit->createStandardContextMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        takeOver(menu);
        menu->popup(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    default: return QObject::eventFilter(object, event);
    }
}

bool SecretGuard::keyPressed(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Cut))
        cut();
    else if (event->matches(QKeySequence::DeleteEndOfLine) && !m_edit->isReadOnly()) { // it copies what it deletes
        m_edit->setSelection(m_edit->cursorPosition(), int(m_edit->text().size()));
        m_edit->del();
    } else if (event->matches(QKeySequence::DeleteCompleteLine) && !m_edit->isReadOnly()) {
        m_edit->selectAll();
        m_edit->del();
    } else {
        return false;
    }
    event->accept();
    return true;
}

// Its entries do what the keys do. They have neither names nor pictures: they are told apart by Qt's own words.
void SecretGuard::takeOver(QMenu *menu)
{
    const std::pair<QString, void (SecretGuard::*)()> entries[] = {{QLineEdit::tr(kCopyOfQt), &SecretGuard::copy},
                                                                   {QLineEdit::tr(kCutOfQt), &SecretGuard::cut}};
    for (QAction *action : menu->actions()) {
        for (const auto &[words, act] : entries) {
            if (!action->text().startsWith(words))
                continue;
            action->disconnect(m_edit);
            connect(action, &QAction::triggered, this, act);
        }
    }
}

bool SecretGuard::mayCopy() const
{
    return m_edit->hasSelectedText() && m_edit->echoMode() == QLineEdit::Normal;
}

void SecretGuard::copy()
{
    if (mayCopy())
        SecretClipboard::copy(m_edit->selectedText());
}

// The box offers whatever is selected in it, by mouse or by keys. Nobody has got it yet: he would be answered by the
// loop that this runs in.
void SecretGuard::takeBackSelection()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (m_edit->hasSelectedText() && clipboard->ownsSelection()
        && clipboard->text(QClipboard::Selection) == m_edit->selectedText())
        clipboard->clear(QClipboard::Selection);
}

void SecretGuard::cut()
{
    if (!mayCopy() || m_edit->isReadOnly())
        return;
    copy();
    m_edit->del();
}

} // namespace callboard
