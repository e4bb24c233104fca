#include "ui/events/fireeventdialog.h"

#include "ui/events/matchmodel.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"
#include "ui/targets/targetwords.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr QSize kSize(1100, 680);
const QString kSource = QStringLiteral("/callboard/desktop");

} // namespace

FireEventDialog::FireEventDialog(EngineClient &engine, const QList<CallbackTarget> &targets, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_matches(new MatchModel(this))
    , m_form(new EventForm)
{
    named(this, "fireEventDialog", tr("Fire event"));
    setWindowTitle(tr("Fire event"));
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_form);
    splitter->addWidget(makeMatches());
    m_form->layout()->setContentsMargins(0, 0, look::kGap, 0);
    splitter->setSizes({kSize.width() / 2, kSize.width() / 2});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap);
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    look::resizeWithinScreen(this, kSize);
    connect(m_form, &EventForm::edited, this, [this] {
        m_footLine->hush();
        follow();
    });
    follow();
    m_form->focusFirst();
}

QWidget *FireEventDialog::makeMatches()
{
    auto *table = named(new PlainTable(m_matches), "matchTable", tr("Who would be called"));
    QHeaderView *header = table->horizontalHeader();
    header->resizeSection(MatchModel::TargetColumn, look::columnWidth(*table, MatchModel::TargetColumn, 14));
    header->resizeSection(MatchModel::CalledColumn, look::columnWidth(*table, MatchModel::CalledColumn, 12));
    header->setSectionResizeMode(MatchModel::ReasonColumn, QHeaderView::Stretch);
    m_matchTitle = new QLabel(tr("&Who would be called"));
    m_matchTitle->setFont(look::sectionFont());
    m_matchTitle->setMinimumHeight(look::kRowHeight);
    m_matchTitle->setBuddy(table);
    m_matchLine = new FieldLine("matchLine");
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(look::kGap, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(m_matchTitle);
    column->addWidget(table, 1);
    column->addWidget(m_matchLine);
    return part;
}

QWidget *FireEventDialog::makeFoot()
{
    m_footLine = new FieldLine("fireLine");
    auto *close = named(new QPushButton(tr("&Close")), "closeButton", tr("Close"));
    close->setAutoDefault(false);
    m_fireButton = named(new QPushButton(tr("&Send event")), "fireButton", tr("Send event"));
    m_fireButton->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_fireButton, &QPushButton::clicked, this, &FireEventDialog::fire);
    m_showButton = named(new QPushButton(tr("Show its &deliveries")), "showDeliveriesButton",
                         tr("Show its deliveries"));
    m_showButton->setAutoDefault(false);
    m_showButton->setToolTip(tr("Closes this and goes to the list, with the deliveries of this event alone"));
    m_showButton->hide();
    connect(m_showButton, &QPushButton::clicked, this, [this] {
        accept(); // it would lie over them
        emit deliveriesRequested(kSource, m_lastId);
    });
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_footLine, 1);
    row->addStretch();
    row->addWidget(m_showButton);
    row->addWidget(close);
    row->addWidget(m_fireButton);
    return foot;
}

void FireEventDialog::setTargets(const QList<CallbackTarget> &targets)
{
    m_targets = targets;
    follow();
}

void FireEventDialog::follow()
{
    const auto event = m_form->mediaEvent();
    m_matches->setMatches(m_targets, event);
    m_fireButton->setEnabled(event.has_value() && !m_sending);
    m_fireButton->setToolTip(event ? tr("Hands the event to the engine (Enter)") : m_form->obstacle());
    if (m_targets.isEmpty())
        m_matchLine->say(Mood::Warning, tr("There are no targets yet: the event is kept and nobody is called."));
    else
        m_matchLine->say(
            Mood::Hint,
            tr("%1 of %n targets would be called.", nullptr, int(m_targets.size())).arg(m_matches->calledCount()));
}

void FireEventDialog::fire()
{
    auto event = m_form->mediaEvent();
    if (!event || m_sending)
        return;
    event->source = kSource;
    event->sourceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    event->time = toIso(SystemClock().now());
    m_sending = true;
    follow();
    m_footLine->say(Mood::Hint, tr("Sending…"));
    const int called = m_matches->calledCount();
    m_engine.submitEvents({*event}, this,
                          [this, called](const Result<callboard::Accepted> &result) { answered(result, called); });
}

void FireEventDialog::answered(const Result<callboard::Accepted> &result, int called)
{
    m_sending = false;
    follow();
    if (!result) {
        m_footLine->say(Mood::Problem, words::problem(result.error()));
        return;
    }
    const QString who = called == 0 ? tr("nobody is called") : tr("%n targets are called", nullptr, called);
    m_lastId = result->ids.value(0);
    m_showButton->setVisible(called > 0 && !m_lastId.isEmpty());
    m_footLine->say(Mood::Good,
                    tr("%1: accepted, %2. Send again for another one.").arg(result->ids.value(0, tr("Event")), who));
    emit eventsAccepted(*result);
}

} // namespace callboard
