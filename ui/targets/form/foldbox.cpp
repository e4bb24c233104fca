#include "ui/targets/form/foldbox.h"

#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QEvent>
#include <QGridLayout>
#include <QToolButton>

#include <algorithm>

namespace callboard {

FoldBox::FoldBox(const char *objectName, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_button(new QToolButton(this))
    , m_value(new ElidedLabel(this))
    , m_content(content)
{
    m_button->setObjectName(QString::fromLatin1(objectName));
    m_button->setText(title);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    look::makeQuiet(m_value);

    m_head = new QGridLayout;
    m_head->setHorizontalSpacing(look::kGap);
    m_head->addWidget(m_button, 0, 0, Qt::AlignLeft);
    m_head->addWidget(m_value, 0, 1);
    m_head->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addLayout(m_head);
    column->addWidget(content);

    connect(m_button, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    content->layout()->setContentsMargins(0, 0, 0, look::kGap);
    content->hide();
    applyIcon();
    setValue({});
}

void FoldBox::setValue(const QString &value)
{
    m_value->setFullText(value);
    m_button->setAccessibleName(value.isEmpty() ? m_title : tr("%1: %2").arg(m_title, value));
}

QString FoldBox::value() const
{
    return m_value->fullText();
}

void FoldBox::setOpen(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    m_content->setVisible(open);
    m_button->setAccessibleDescription(open ? tr("Open") : tr("Folded"));
    applyIcon();
    emit openChanged(open);
}

void FoldBox::alignValues(const QList<FoldBox *> &folds)
{
    int width = 0;
    for (const FoldBox *fold : folds)
        width = std::max(width, fold->m_button->sizeHint().width());
    for (FoldBox *fold : folds)
        fold->m_head->setColumnMinimumWidth(0, width);
}

void FoldBox::applyIcon()
{
    m_button->setIcon(look::icon(m_open                ? QStringLiteral("chevron-down")
                                     : isRightToLeft() ? QStringLiteral("chevron-left")
                                                       : QStringLiteral("chevron-right")));
}

void FoldBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcon();
}

} // namespace callboard
