#include "ui/receiver/receiverheader.h"

#include "ui/deliveries/followchip.h"
#include "ui/look/look.h"
#include "ui/receiver/rulespane.h"
#include "ui/targets/form/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace callboard {

namespace {

constexpr int kFirstPort = 8788; // as the command line has it
constexpr QSize kIconSize(16, 16);

} // namespace

ReceiverHeader::ReceiverHeader(QWidget *parent)
    : QWidget(parent)
{
    auto *title = look::plainLabel(tr("Receiver"), this);
    title->setFont(look::titleFont());
    auto *line = new QHBoxLayout;
    line->setSpacing(look::kGap);
    line->addWidget(title);
    line->addSpacing(look::kGap);
    line->addWidget(makeAddress());
    line->addStretch();
    line->addWidget(makeButtons());
    m_rules = new RulesPane(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, 12, look::kMargin, 12); // as on the page of deliveries
    column->setSpacing(10);
    column->addLayout(line);
    column->addWidget(m_rules);
    setState(State::Off);
    setFollowing(true);
}

QWidget *ReceiverHeader::makeAddress()
{
    auto *place = new QWidget(this);
    m_icon = new QLabel(place);
    m_address = named(look::plainLabel({}, place), "receiverAddressLabel", tr("Address"));
    m_address->setLayoutDirection(Qt::LeftToRight); // it is, in every language
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = named(new QToolButton(place), "copyAddressButton", tr("Copy the address"));
    m_copy->setAutoRaise(true);
    m_copy->setIcon(look::icon(QStringLiteral("copy")));
    m_copy->setToolTip(tr("Copies the address"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, &ReceiverHeader::copyRequested);
    m_portLabel = look::plainLabel(tr("on port"), place);
    m_port = named(new QSpinBox(place), "portSpin", tr("Port"));
    m_port->setRange(1, 65535);
    m_port->setValue(kFirstPort);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setGroupSeparatorShown(false);
    m_port->setFixedWidth(m_port->fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 4 * look::kGap);
    m_port->setToolTip(tr("The port of this computer's own address, 127.0.0.1, that it listens on"));
    connect(m_port, &QSpinBox::valueChanged, this, &ReceiverHeader::portChanged);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    for (QWidget *control : std::initializer_list<QWidget *>{m_icon, m_address, m_copy, m_portLabel, m_port})
        row->addWidget(control);
    return place;
}

QWidget *ReceiverHeader::makeButtons()
{
    auto *place = new QWidget(this);
    m_count = named(look::plainLabel({}, place), "receivedCountLabel", tr("Received"));
    look::makeQuiet(m_count);
    m_follow = new FollowChip(place);
    m_clear = named(new QPushButton(tr("C&lear"), place), "clearButton", tr("Clear the list"));
    m_clear->setEnabled(false);
    m_target = named(new QPushButton(tr("Make a &target of it…"), place), "makeTargetButton",
                     tr("Make a target of it"));
    m_start = named(new QPushButton(place), "startButton", {});
    connect(m_follow, &FollowChip::followRequested, this, &ReceiverHeader::followRequested);
    connect(m_clear, &QPushButton::clicked, this, &ReceiverHeader::clearRequested);
    connect(m_target, &QPushButton::clicked, this, &ReceiverHeader::targetRequested);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_state == State::Listening)
            emit stopRequested();
        else if (m_state == State::Off)
            emit startRequested();
    });
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    for (QWidget *control : std::initializer_list<QWidget *>{m_count, m_follow, m_clear, m_target, m_start})
        row->addWidget(control);
    return place;
}

void ReceiverHeader::setState(State state, const QString &url)
{
    m_state = state;
    const bool listening = state == State::Listening;
    m_address->setText(listening ? url : state == State::Starting ? tr("Starting") : tr("Off"));
    m_copy->setVisible(listening);
    m_portLabel->setVisible(state == State::Off);
    m_port->setVisible(state == State::Off);
    m_target->setEnabled(listening);
    m_target->setToolTip(listening ? tr("Defines a new target that calls this address")
                                   : tr("Start the receiver first: then it has an address"));
    m_follow->setVisible(listening);
    m_start->setDefault(!listening); // to stop is never what is proposed
    m_start->setText(listening ? tr("&Stop") : tr("&Start"));
    m_start->setAccessibleName(listening ? tr("Stop the receiver") : tr("Start the receiver"));
    m_start->setToolTip(listening ? tr("Closes the port and every connection to it")
                                  : tr("Takes requests at this computer's own address; nobody else can reach it"));
    drawState();
}

void ReceiverHeader::drawState()
{
    const look::Tone tone = m_state == State::Listening ? look::Tone::Delivered : look::Tone::Cancelled;
    m_icon->setPixmap(look::stateIcon(tone, palette()).pixmap(kIconSize, devicePixelRatioF()));
}

void ReceiverHeader::setPort(quint16 port)
{
    m_port->setValue(port);
}

quint16 ReceiverHeader::port() const
{
    return quint16(m_port->value());
}

void ReceiverHeader::setCount(quint64 count)
{
    m_count->setText(count == 0 ? QString() : tr("%1 received").arg(QLocale().toString(count)));
}

void ReceiverHeader::setClearable(bool clearable)
{
    m_clear->setEnabled(clearable);
}

void ReceiverHeader::setFollowing(bool following)
{
    m_following = following;
    m_follow->setFollowing(following);
    describeFollowing();
}

void ReceiverHeader::setPending(int pending)
{
    m_follow->setPending(pending);
    describeFollowing();
}

void ReceiverHeader::describeFollowing()
{
    m_follow->setToolTip(m_following ? tr("New requests come in on top. Scrolling or selecting stops it.")
                                     : tr("Go to the newest and follow (F or End)"));
}

void ReceiverHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawState();
}

} // namespace callboard
