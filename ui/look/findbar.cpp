#include "ui/look/findbar.h"

#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace callboard {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_place(look::plainLabel({}, this))
{
    setObjectName(QStringLiteral("findBar"));
    m_edit->setObjectName(QStringLiteral("findEdit"));
    m_edit->setAccessibleName(tr("Find in the payload"));
    m_edit->setPlaceholderText(tr("Find in the payload"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_place->setObjectName(QStringLiteral("findPlaceLabel"));
    m_place->setForegroundRole(QPalette::WindowText);
    look::makeQuiet(m_place);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::kMargin, 4, look::kMargin, 4);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_place);
    auto *previous = addButton("findPreviousButton", tr("Previous"), {});
    auto *next = addButton("findNextButton", tr("Next"), {});
    auto *close = addButton("findCloseButton", tr("Close"), QStringLiteral("clear"));
    previous->setToolTip(tr("The match before (Shift+Enter)"));
    next->setToolTip(tr("The next match (Enter)"));
    close->setToolTip(tr("Close (Esc)"));
    close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::soughtChanged);
    hide();
}

QToolButton *FindBar::addButton(const char *name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!iconName.isEmpty())
        button->setIcon(look::icon(iconName));
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FindBar::sought() const
{
    return isHidden() ? QString() : m_edit->text();
}

void FindBar::showPlace(int match, qsizetype count, bool most)
{
    if (m_edit->text().isEmpty())
        m_place->clear();
    else if (count == 0)
        m_place->setText(tr("not found"));
    else
        m_place->setText((most ? tr("%1 of more than %2") : tr("%1 of %2"))
                             .arg(QLocale().toString(match + 1), QLocale().toString(count)));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enters || key->key() == Qt::Key_Escape) {
            event->accept(); // before the page's own Escape
            if (event->type() == QEvent::KeyPress && enters)
                emit stepRequested(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            else if (event->type() == QEvent::KeyPress)
                emit closed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace callboard
