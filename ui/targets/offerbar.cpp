#include "ui/targets/offerbar.h"

#include "ui/look/access/access.h"
#include "ui/look/barground.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace callboard {

OfferBar::OfferBar(const char *objectName, const QString &accept, const QString &decline, QWidget *parent)
    : QWidget(parent)
    , m_text(look::plainLabel({}, this))
    , m_accept(new QPushButton(accept, this))
    , m_decline(new QPushButton(decline, this))
{
    const QString name = QString::fromLatin1(objectName);
    setObjectName(name);
    m_text->setObjectName(name + QStringLiteral("Label"));
    m_text->setWordWrap(true);
    m_accept->setObjectName(name + QStringLiteral("AcceptButton"));
    m_decline->setObjectName(name + QStringLiteral("DeclineButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kGap);
    row->setSpacing(look::kGap);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_accept, m_decline}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, &QWidget::hide);
    }
    connect(m_accept, &QPushButton::clicked, this, &OfferBar::accepted);
    connect(m_decline, &QPushButton::clicked, this, &OfferBar::declined);
    hide();
}

void OfferBar::offer(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    show();
    access::announce(this, text);
}

QString OfferBar::text() const
{
    return m_text->text();
}

void OfferBar::paintEvent(QPaintEvent *)
{
    look::paintBarGround(*this, look::Tone::Waiting);
}

} // namespace callboard
