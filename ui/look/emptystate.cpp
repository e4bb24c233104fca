#include "ui/look/emptystate.h"

#include "ui/look/look.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kIconSize = 40;
constexpr int kTextWidth = 420;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(look::plainLabel({}, this))
    , m_sentence(look::plainLabel({}, this))
    , m_button(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setFont(look::sectionFont());
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    look::makeQuiet(m_sentence);
    m_button->setObjectName(QStringLiteral("emptyActionButton"));
    m_button->setDefault(true);
    m_second->setObjectName(QStringLiteral("emptySecondActionButton"));
    m_second->setAutoDefault(false);
    m_second->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
    connect(m_second, &QPushButton::clicked, this, &EmptyState::secondActionRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(look::kGap);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(look::kGap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::kGap);
    buttons->addStretch();
    buttons->addWidget(m_button);
    buttons->addWidget(m_second);
    buttons->addStretch();
    layout->addLayout(buttons);
    setFocusProxy(m_button);
    layout->addStretch(3);
    fitSentence();
}

void EmptyState::present(const QString &iconName, const QString &title, const QString &sentence, const QString &action)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    m_second->hide();
    setAccessibleName(title);
    fitSentence();
    drawIcon();
}

void EmptyState::offerSecond(const QString &action, const QString &hint)
{
    m_second->setText(action);
    m_second->setToolTip(hint);
    m_second->show();
}

// A label that wraps asks for too little height unless its width is settled first.
void EmptyState::fitSentence()
{
    const int room = qMax(1, qMin(kTextWidth, width() - 2 * look::kMargin));
    m_sentence->setMinimumSize(0, 0); // else the label never asks for less than before
    m_sentence->setFixedSize(room, qMax(0, m_sentence->heightForWidth(room)));
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSentence();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    else if (event->type() == QEvent::FontChange)
        fitSentence();
}

void EmptyState::drawIcon()
{
    if (m_iconName.isEmpty())
        return;
    const QColor color = palette().color(QPalette::Dark);
    m_icon->setPixmap(look::icon(m_iconName, color).pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
}

} // namespace callboard
