#include "ui/shell/messagebar.h"

#include "ui/look/access/access.h"
#include "ui/look/barground.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace callboard {

namespace {

struct KindLook {
    const char *icon;
    look::Tone tone;
};

KindLook lookOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info: return {"info", look::Tone::Waiting};
    case Message::Kind::Question: return {"state-indoubt", look::Tone::Waiting};
    case Message::Kind::Warning: return {"warning", look::Tone::Retrying};
    case Message::Kind::Error: return {"error", look::Tone::Failed};
    }
    return {"info", look::Tone::Waiting};
}

template <class... Args>
std::function<void(Args...)> guarded(const std::function<void(Args...)> &run, QObject *context)
{
    if (!run || !context)
        return run;
    return [guard = QPointer<QObject>(context), run](Args... args) {
        if (guard)
            run(args...);
    };
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(look::plainLabel({}, this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageLabel"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageActionButton"));
    m_dismiss->setObjectName(QStringLiteral("messageDismissButton"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setIcon(look::icon(QStringLiteral("clear")));
    m_dismiss->setToolTip(tr("Dismiss (Esc)"));
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::kMargin, 6, look::kGap, 6);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_dismiss);
    hide();
}

void MessageBar::post(const Message &message, QObject *context)
{
    const auto lapsed = std::exchange(m_lapsed, guarded(message.lapsed, context));
    m_kind = message.kind;
    m_text->setText(message.text);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_run = guarded(message.action, context);
    drawIcon();
    m_open = true;
    show();
    announce();
    if (message.kind == Message::Kind::Question) {
        if (QWidget *focused = QApplication::focusWidget(); focused && !isAncestorOf(focused))
            m_before = focused;
        m_action->setFocus(Qt::ShortcutFocusReason);
    }
    if (lapsed)
        lapsed(false);
}

void MessageBar::announce()
{
    setAccessibleName(m_text->text());
    access::announce(this, m_text->text());
}

void MessageBar::amend(const QString &said, const QString &now, Message::Kind kind)
{
    if (!text().contains(said))
        return;
    m_kind = kind;
    m_text->setText(text().replace(said, now));
    drawIcon();
    update();
    announce();
}

void MessageBar::dismiss()
{
    leave();
    if (!m_open)
        emit freed();
}

void MessageBar::leave()
{
    const auto lapsed = std::exchange(m_lapsed, nullptr);
    m_run = nullptr;
    m_open = false;
    if (QWidget *focused = QApplication::focusWidget(); focused && isAncestorOf(focused) && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    hide();
    if (lapsed)
        lapsed(true);
}

QString MessageBar::text() const
{
    return m_open ? m_text->text() : QString();
}

void MessageBar::act()
{
    const std::function<void()> run = std::move(m_run);
    m_lapsed = nullptr;
    leave();
    if (run)
        run();
    if (!m_open)
        emit freed();
}

void MessageBar::drawIcon()
{
    const auto [name, tone] = lookOf(m_kind);
    m_icon->setPixmap(
        look::icon(QLatin1String(name), look::color(tone, palette())).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    look::paintBarGround(*this, lookOf(m_kind).tone);
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace callboard
