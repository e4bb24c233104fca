#include "ui/look/access/lineaccess.h"

#include <QLineEdit>

namespace callboard {

LineAccess::LineAccess(QLineEdit *edit)
    : QAccessibleWidget(edit, QAccessible::EditableText)
    , m_edit(edit)
{
}

// What is masked on the screen is masked here.
QString LineAccess::text(QAccessible::Text part) const
{
    if (part == QAccessible::Value)
        return m_edit->displayText();
    const QString own = QAccessibleWidget::text(part);
    if (!own.isEmpty() || part != QAccessible::Description)
        return own;
    return m_edit->placeholderText();
}

void LineAccess::setText(QAccessible::Text part, const QString &text)
{
    if (part == QAccessible::Value)
        replaceText(0, characterCount(), text);
    else
        QAccessibleWidget::setText(part, text);
}

QAccessible::State LineAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = m_edit->isReadOnly();
    state.editable = !state.readOnly;
    state.selectableText = true;
    state.hasPopup = m_edit->completer() != nullptr;
    state.passwordEdit = m_edit->echoMode() != QLineEdit::Normal;
    return state;
}

void *LineAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::EditableTextInterface)
        return static_cast<QAccessibleEditableTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

// Reading

QString LineAccess::text(int start, int end) const
{
    return m_edit->displayText().mid(start, end - start);
}

int LineAccess::characterCount() const
{
    return int(m_edit->displayText().size());
}

QRect LineAccess::characterRect(int offset) const
{
    const QString before = text(0, offset);
    const QFontMetrics metrics = m_edit->fontMetrics();
    const QRect area = rect();
    const int cursor = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x()
        - metrics.horizontalAdvance(text(0, m_edit->cursorPosition()));
    return {area.left() + cursor + metrics.horizontalAdvance(before), area.top(),
            metrics.horizontalAdvance(text(offset, offset + 1)), area.height()};
}

int LineAccess::offsetAtPoint(const QPoint &point) const
{
    return m_edit->cursorPositionAt(m_edit->mapFromGlobal(point));
}

QString LineAccess::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

// Cursor and selection

void LineAccess::selection(int index, int *start, int *end) const
{
    *start = index == 0 && m_edit->hasSelectedText() ? m_edit->selectionStart() : 0;
    *end = index == 0 && m_edit->hasSelectedText() ? m_edit->selectionEnd() : 0;
}

int LineAccess::selectionCount() const
{
    return m_edit->hasSelectedText() ? 1 : 0;
}

void LineAccess::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void LineAccess::removeSelection(int index)
{
    if (index == 0)
        m_edit->deselect();
}

void LineAccess::setSelection(int index, int start, int end)
{
    if (index == 0)
        m_edit->setSelection(start, end - start);
}

int LineAccess::cursorPosition() const
{
    return m_edit->cursorPosition();
}

void LineAccess::setCursorPosition(int position)
{
    m_edit->setCursorPosition(position);
}

void LineAccess::scrollToSubstring(int start, int end)
{
    m_edit->setCursorPosition(end);
    m_edit->setCursorPosition(start);
}

// Writing, as if it were typed

void LineAccess::deleteText(int start, int end)
{
    replaceText(start, end, {});
}

void LineAccess::insertText(int offset, const QString &text)
{
    replaceText(offset, offset, text);
}

void LineAccess::replaceText(int start, int end, const QString &text)
{
    if (m_edit->isReadOnly() || !m_edit->isEnabled())
        return;
    m_edit->setSelection(start, end - start);
    if (!text.isEmpty())
        m_edit->insert(text);
    else if (m_edit->hasSelectedText())
        m_edit->del();
}

} // namespace callboard
