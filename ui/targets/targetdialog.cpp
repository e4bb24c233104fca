// How the dialog is put together, saved and closed; undoing, drafts and the rest of its aids: targetdialogaids.cpp.
#include "ui/targets/targetdialog.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/screenfit.h"
#include "ui/targets/discardbar.h"
#include "ui/targets/draft/draftkeeper.h"
#include "ui/targets/exchangepane.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/formhistory.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/targetform.h"
#include "ui/targets/handoffpane.h"
#include "ui/targets/offerbar.h"
#include "ui/targets/requestpreview.h"
#include "ui/targets/sendtestpane.h"
#include "ui/targets/targetwords.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr QSize kSize(1180, 740);
constexpr int kLeftWidth = 560;

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGap);
    return column;
}

QString titleFor(const CallbackTarget &target)
{
    return target.id.isValid() ? TargetDialog::tr("Target “%1”[*]").arg(target.name)
                               : TargetDialog::tr("New target[*]");
}

} // namespace

TargetDialog::TargetDialog(EngineClient &engine, const CallbackTarget &target, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
{
    named(this, "targetDialog", tr("Target"));
    setWindowTitle(titleFor(target));
    makeBars(); // the first, as they are read
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeRight(engine));
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kLeftWidth, kSize.width() - kLeftWidth});
    m_discardBar = new DiscardBar(this);
    connect(m_discardBar, &DiscardBar::discarded, this, &TargetDialog::discard);
    connect(m_discardBar, &DiscardBar::kept, this, &TargetDialog::reject);
    makeHistory();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *bar : {m_draftBar, m_undoBar})
        column->addWidget(bar);
    column->addWidget(splitter, 1);
    column->addWidget(m_discardBar);
    column->addWidget(makeFoot());
    look::resizeWithinScreen(this, kSize);

    m_form->setTarget(target);
    m_original = m_form->state();
    m_history->begin(m_original);
    connect(m_form, &TargetForm::edited, this, &TargetDialog::formEdited);
    connect(m_form, &TargetForm::curlTaken, this, &TargetDialog::curlTaken);
    connect(m_form, &TargetForm::curlRefused, this, [this](const QString &why) {
        m_footLine->say(Mood::Problem, tr("The curl command can't be read: %1").arg(why));
    });
    connect(m_form, &TargetForm::credentialsMoved, this, &TargetDialog::credentialsMoved);
    connect(m_test, &SendTestPane::sendRequested, this, [this] { m_test->send(this->target(), m_preview->sample()); });
    connect(m_test, &SendTestPane::tested, this, [this](const TestResult &result) {
        m_exchange->show(result);
        m_tabs->setTabEnabled(m_tabs->indexOf(m_exchange), true);
        m_tabs->setCurrentWidget(m_exchange);
    });
    connect(m_handOff, &HandOffPane::relayRequested, m_form, &TargetForm::chooseRelay);
    follow();
    m_form->focusFirst();
}

QWidget *TargetDialog::makeLeft()
{
    m_form = new TargetForm;
    auto *page = new QWidget;
    columnIn(page)->addWidget(m_form);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("formScrollArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setMinimumWidth(page->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    return scroll;
}

QWidget *TargetDialog::makeRight(EngineClient &engine)
{
    makeTabs();
    m_test = new SendTestPane(engine);
    auto *right = new QWidget;
    QVBoxLayout *column = columnIn(right);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_test);
    return right;
}

void TargetDialog::makeTabs()
{
    m_preview = new RequestPreview;
    m_handOff = new HandOffPane;
    m_exchange = new ExchangePane;
    m_tabs = named(new QTabWidget, "previewTabs", tr("What will be sent, and what the last test got"));
    m_tabs->setDocumentMode(true);
    const std::pair<QWidget *, QString> tabs[] = {
        {m_preview, tr("What will be sent")}, {m_handOff, tr("What the encoder gets")}, {m_exchange, tr("Last test")}};
    for (const auto &[tab, title] : tabs) {
        tab->layout()->setContentsMargins(0, look::kGap, 0, 0);
        m_tabs->addTab(tab, title);
    }
    m_tabs->setTabVisible(m_tabs->indexOf(m_handOff), false);
    m_tabs->setMinimumWidth(m_tabs->tabBar()->sizeHint().width()); // no title is cut off
    const int exchange = m_tabs->indexOf(m_exchange);
    m_tabs->setTabEnabled(exchange, false);
    m_tabs->setTabToolTip(exchange, tr("The whole exchange of the last test"));
    m_handOff->setAsset(m_preview->sample().asset);
    connect(m_handOff, &HandOffPane::blockedChanged, this, [this](bool blocked) {
        const int tab = m_tabs->indexOf(m_handOff);
        m_tabs->setTabIcon(tab, blocked ? look::stateIcon(look::Tone::Failed, palette()) : QIcon());
        m_tabs->setTabToolTip(tab, blocked ? tr("The encoder can't do this as it stands") : QString());
    });
}

QWidget *TargetDialog::makeFoot()
{
    m_footLine = new FieldLine("saveLine");
    auto *cancel = named(new QPushButton(tr("Cancel")), "cancelButton", tr("Cancel"));
    cancel->setAutoDefault(false);
    m_saveButton = named(new QPushButton(tr("&Save")), "saveButton", tr("Save"));
    m_saveButton->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &TargetDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, &TargetDialog::save);
    m_revisions = named(new QPushButton(tr("History…")), "revisionsButton", tr("History of the target"));
    m_revisions->setToolTip(tr("Every definition it had, to be compared and taken into the form"));
    m_revisions->setAutoDefault(false);
    m_revisions->hide();
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kMargin);
    row->setSpacing(look::kGap);
    row->addWidget(makeHistoryButton(m_undo, "undoButton"));
    row->addWidget(makeHistoryButton(m_redo, "redoButton"));
    row->addWidget(m_revisions);
    row->addWidget(m_footLine, 1);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_saveButton);
    return foot;
}

CallbackTarget TargetDialog::target() const
{
    return m_form->target();
}

void TargetDialog::applyPreset(const CallbackTarget &preset)
{
    m_form->applyPreset(preset);
}

void TargetDialog::setRemark(const QString &sentence)
{
    m_footLine->say(Mood::Hint, sentence);
}

void TargetDialog::setEncoderSettings(const EncoderSettings &settings)
{
    m_handOff->setSettings(settings);
}

void TargetDialog::setMailServer(const SmtpServer &server)
{
    m_preview->setMailServer(server);
}

bool TargetDialog::isDirty() const
{
    return m_form->state() != m_original;
}

void TargetDialog::follow()
{
    const QStringList problems = m_form->problems();
    const QString reason = problems.value(0);
    m_saveButton->setEnabled(problems.isEmpty() && !m_saving);
    m_saveButton->setToolTip(problems.isEmpty() ? tr("Saves the target (Enter)") : reason);
    const CallbackTarget now = target();
    m_test->setObstacle(testObstacle(now), !now.isOursToSend());
    m_preview->setTarget(now);
    m_handOff->setTarget(now);
    showTabs(now);
    setWindowModified(isDirty());
}

// What nobody will send is not shown as if it were.
void TargetDialog::showTabs(const CallbackTarget &target)
{
    const bool encoder = target.source == CallbackSource::Encoder;
    const int handOff = m_tabs->indexOf(m_handOff);
    const bool appears = encoder && !m_tabs->isTabVisible(handOff);
    m_tabs->setTabVisible(handOff, encoder);
    m_tabs->setTabVisible(m_tabs->indexOf(m_preview), target.isOursToSend());
    if (appears)
        m_tabs->setCurrentIndex(handOff);
}

QString TargetDialog::testObstacle(const CallbackTarget &target) const
{
    if (!target.isOursToSend())
        return tr("The encoder makes this call: there is nothing to test from here, unless Callboard relays it.");
    CallbackTarget nameless = target; // a test needs all but the name
    nameless.name = QStringLiteral("test");
    for (const FieldProblem &problem : validate(nameless)) {
        if (problem.blocking)
            return inOurLanguage(problem.text);
    }
    return {};
}

void TargetDialog::save()
{
    m_saveButton->setFocus(Qt::OtherFocusReason); // what is being typed in a cell is taken first
    if (m_saving || !m_form->problems().isEmpty())
        return;
    m_saving = true;
    m_form->aboutToSave();
    m_footLine->say(Mood::Hint, tr("Saving…"));
    follow();
    m_engine.saveTarget(target(), this, [this](const Result<CallbackTarget> &result) { saveFinished(result); });
}

void TargetDialog::saveFinished(const Result<CallbackTarget> &result)
{
    m_saving = false;
    m_footLine->hush();
    follow();
    if (result) {
        if (m_draft)
            m_draft->discard();
        emit saved(*result);
        accept();
    } else if (result.error().code == ErrorCode::NameTaken) {
        m_form->showNameProblem(words::problem(result.error()));
    } else {
        m_footLine->say(Mood::Problem, words::problem(result.error()));
    }
}

void TargetDialog::reject()
{
    if (m_discardBar->isVisible()) {
        m_discardBar->hide();
        m_form->focusFirst();
    } else if (isDirty()) {
        m_discardBar->ask();
    } else {
        QDialog::reject();
    }
}

void TargetDialog::closeEvent(QCloseEvent *event)
{
    if (isVisible() && isDirty()) {
        event->ignore();
        m_discardBar->ask();
    } else {
        QDialog::closeEvent(event);
    }
}

} // namespace callboard
