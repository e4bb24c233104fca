#include "ui/deliveries/content/noteline.h"

#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace callboard {

namespace {

constexpr int kLongest = 1'000;
constexpr int kIcon = 16;

} // namespace

NoteLine::NoteLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_shown(new ElidedLabel(this))
    , m_edit(new QLineEdit(this))
    , m_change(new QToolButton(this))
{
    setObjectName(QStringLiteral("noteLine"));
    m_shown->setObjectName(QStringLiteral("noteLabel"));
    m_edit->setObjectName(QStringLiteral("noteEdit"));
    m_edit->setAccessibleName(tr("Note"));
    m_edit->setPlaceholderText(tr("A note on this delivery. Enter keeps it, Esc does not."));
    m_edit->setMaxLength(kLongest);
    m_edit->installEventFilter(this);
    m_change->setObjectName(QStringLiteral("changeNoteButton"));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change note"));
    m_change->setToolTip(tr("Change note (N)"));
    m_icon->setFixedSize(kIcon, kIcon);
    m_change->setAutoRaise(true);
    m_change->setFocusPolicy(Qt::StrongFocus);
    connect(m_change, &QToolButton::clicked, this, &NoteLine::edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_icon);
    layout->addWidget(m_shown, 1);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_change);
    drawIcon();
    present();
}

void NoteLine::drawIcon()
{
    m_icon->setPixmap(look::icon(QStringLiteral("note"), palette().color(QPalette::WindowText))
                          .pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void NoteLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void NoteLine::setNote(const QString &note)
{
    m_note = note;
    present();
}

void NoteLine::edit()
{
    m_editing = true;
    m_edit->setText(m_note);
    present();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void NoteLine::abandon()
{
    if (m_editing)
        finish(false);
}

void NoteLine::finish(bool keep)
{
    m_editing = false;
    const QString written = m_edit->text().simplified();
    const bool changed = keep && written != m_note;
    if (changed)
        m_note = written;
    const bool hadFocus = m_edit->hasFocus();
    present();
    if (hadFocus)
        emit left();
    if (changed)
        emit noteWritten(written);
}

void NoteLine::present()
{
    m_shown->setFullText(m_note);
    m_shown->setVisible(!m_editing);
    m_change->setVisible(!m_editing);
    m_edit->setVisible(m_editing);
    setVisible(m_editing || !m_note.isEmpty());
}

bool NoteLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enters || key == Qt::Key_Escape) {
            event->accept(); // before the page's own Escape
            if (event->type() == QEvent::KeyPress)
                finish(enters);
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut && m_editing
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        finish(true); // what was written is not lost by going elsewhere
    return QWidget::eventFilter(watched, event);
}

} // namespace callboard
