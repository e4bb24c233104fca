#include "ui/targets/discardbar.h"

#include "ui/look/access/access.h"
#include "ui/look/barground.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace callboard {

DiscardBar::DiscardBar(QWidget *parent)
    : QWidget(parent)
    , m_keep(named(new QPushButton(tr("&Keep editing"), this), "keepEditingButton", tr("Keep editing")))
    , m_discard(named(new QPushButton(tr("&Discard changes"), this), "discardButton", tr("Discard changes")))
{
    named(this, "discardBar", tr("The changes are not saved."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kGap);
    row->setSpacing(look::kGap);
    row->addWidget(look::plainLabel(tr("The changes are not saved."), this), 1);
    for (QPushButton *button : {m_keep, m_discard}) { // as they were made: the order of Tab is that of reading
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_discard, &QPushButton::clicked, this, &DiscardBar::discarded);
    connect(m_keep, &QPushButton::clicked, this, &DiscardBar::kept);
    hide();
}

void DiscardBar::ask()
{
    show();
    m_keep->setFocus(Qt::OtherFocusReason);
    access::announce(this, accessibleName());
}

bool DiscardBar::isDiscardKey(const QKeyEvent *event) const
{
    return QKeySequence(event->keyCombination()) == QKeySequence::mnemonic(m_discard->text());
}

// While the question has the focus its letter is its own, even if a field of the form goes by the same.
bool DiscardBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isDiscardKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void DiscardBar::keyPressEvent(QKeyEvent *event)
{
    if (isDiscardKey(event))
        m_discard->click();
    else
        QWidget::keyPressEvent(event);
}

void DiscardBar::paintEvent(QPaintEvent *)
{
    look::paintBarGround(*this, look::Tone::Retrying);
}

} // namespace callboard
