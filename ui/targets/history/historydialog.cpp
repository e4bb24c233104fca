#include "ui/targets/history/historydialog.h"

#include "ui/assets/facts.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/named.h"
#include "ui/targets/history/differencetable.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/targetwords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kMost = 500;
constexpr QSize kSize(860, 620);
enum Column { Number, When, Who, What };
enum Against { TheOneBefore, ThePresent };

} // namespace

HistoryDialog::HistoryDialog(ReadThread &reader, TargetId target, int revision, QWidget *parent)
    : QDialog(parent)
    , m_reader(reader)
    , m_target(target)
    , m_wanted(revision)
{
    named(this, "historyDialog", tr("History of a target"));
    setWindowTitle(tr("History"));
    m_head = named(look::plainLabel({}, this), "historyHeadLabel", tr("Target"));
    m_head->setFont(look::sectionFont());
    m_head->setWordWrap(true);
    m_head->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kGap);
    m_stack = new QStackedWidget(this);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    m_stack->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the name
    m_stack->addWidget(makeLists());
    m_empty = named(new EmptyState(m_stack), "historyEmptyState", tr("No history"));
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    connect(m_empty, &EmptyState::actionRequested, this, &HistoryDialog::ask);
    look::resizeWithinScreen(this, kSize);
    ask();
}

QWidget *HistoryDialog::makeLists()
{
    auto *split = new QSplitter(Qt::Vertical, m_stack);
    split->setChildrenCollapsible(false);
    m_model = factModel({tr("No."), tr("When"), tr("Who"), tr("What was changed")}, this);
    m_table = named(new PlainTable(m_model, {}, split), "revisionTable", tr("Revisions"));
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(What, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::compare);

    auto *below = new QWidget(split);
    auto *against = look::plainLabel(tr("&Compared with"), below);
    m_against = named(new QComboBox(below), "againstCombo", tr("Compared with"));
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    against->setBuddy(m_against);
    connect(m_against, &QComboBox::currentIndexChanged, this, &HistoryDialog::compare);
    m_differences = new DifferenceTable;
    m_same = named(look::plainLabel({}), "sameLabel", tr("What differs"));
    m_same->setAlignment(Qt::AlignCenter);
    m_same->setWordWrap(true);
    look::makeQuiet(m_same);
    m_lower = new QStackedWidget(below);
    m_lower->addWidget(m_differences);
    m_lower->addWidget(m_same);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(look::kGap, look::kGap, look::kMargin, look::kGap);
    row->setSpacing(look::kGap);
    row->addWidget(against);
    row->addWidget(m_against);
    row->addStretch(1);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_lower, 1);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    return split;
}

QWidget *HistoryDialog::makeFoot()
{
    auto *box = new QDialogButtonBox(this);
    box->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kMargin);
    m_restore = named(box->addButton(tr("&Restore…"), QDialogButtonBox::ActionRole), "restoreButton",
                      tr("Restore this revision"));
    auto *close = named(box->addButton(tr("Close"), QDialogButtonBox::RejectRole), "closeButton", tr("Close"));
    m_restore->setAutoDefault(false);
    close->setAutoDefault(false);
    m_restore->setEnabled(false);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void HistoryDialog::ask()
{
    const auto read = [target = m_target](const WorkspaceReader &reader) {
        const auto present = reader.target(QString::number(target.value));
        const bool there = present && present->id == target; // a number may be another target's name
        return Answer{reader.revisions(target, 0, kMost), there ? std::optional(*present) : std::nullopt};
    };
    m_reader.ask(this, read, [this](const Answer &answer) { take(answer); });
}

void HistoryDialog::take(const Answer &answer)
{
    m_revisions = answer.revisions.value_or(QList<TargetRevision>());
    m_present = answer.present;
    m_stack->setCurrentIndex(m_revisions.isEmpty() ? 1 : 0);
    if (!answer.revisions)
        m_empty->present(QStringLiteral("targets"), tr("The history can't be read"), answer.revisions.error().detail,
                         tr("Try again"));
    else if (m_revisions.isEmpty())
        m_empty->present(QStringLiteral("targets"), tr("No history is kept of this target"),
                         tr("It was removed before its definitions were recorded, or too long ago."));
    const QString name = m_revisions.isEmpty() ? QString::number(m_target.value) : m_revisions.first().definition.name;
    m_head->setText(m_present ? name : tr("%1 (removed)").arg(name));
    setWindowTitle(tr("History of %1").arg(name));
    m_restore->setText(m_present ? tr("&Restore…") : tr("&Make anew…"));
    fill();
}

void HistoryDialog::fill()
{
    m_model->setRowCount(int(m_revisions.size()));
    m_against->clear();
    m_against->addItem(tr("the one before it"));
    m_against->addItem(m_present ? tr("the present") : tr("the last"));
    for (int row = 0; row < m_revisions.size(); ++row) {
        const TargetRevision &one = m_revisions[row];
        const bool first = row + 1 == m_revisions.size();
        setFacts(*m_model, row,
                 {{QString::number(one.revision)},
                  {words::moment(one.at)},
                  {historywords::who(one.actor)},
                  {first ? tr("The first that is kept")
                         : historywords::changes(differences(m_revisions[row + 1].definition, one.definition))}});
        m_against->addItem(tr("revision %1").arg(one.revision));
    }
    select(m_wanted);
    m_table->setFocus(Qt::OtherFocusReason);
}

// The one that held at that number: a save that changes nothing has none of its own.
void HistoryDialog::select(int revision)
{
    int row = 0;
    while (revision > 0 && row + 1 < m_revisions.size() && m_revisions[row].revision > revision)
        ++row;
    if (!m_revisions.isEmpty())
        m_table->setCurrentIndex(m_model->index(row, 0));
    compare();
}

int HistoryDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row < m_revisions.size() ? row : -1;
}

int HistoryDialog::other() const
{
    const int chosen = m_against->currentIndex();
    if (chosen == TheOneBefore)
        return current() + 1 < m_revisions.size() ? current() + 1 : -1;
    return chosen == ThePresent ? 0 : chosen - ThePresent - 1;
}

void HistoryDialog::compare()
{
    const int row = current();
    const int against = row < 0 ? -1 : other();
    const bool isPresent = row == 0 && m_present;
    m_restore->setEnabled(row >= 0 && !isPresent);
    m_restore->setToolTip(isPresent ? tr("This is how it is now.")
                                    : tr("Opens the form filled with this revision, to be looked at and saved"));
    QList<FieldDifference> found;
    if (against >= 0) { // the older one first
        const int older = std::max(row, against);
        const int newer = std::min(row, against);
        found = differences(m_revisions[older].definition, m_revisions[newer].definition);
    }
    m_differences->setDifferences(found);
    m_same->setText(against < 0 ? tr("There is none before it.") : tr("Nothing differs."));
    m_lower->setCurrentIndex(found.isEmpty() ? 1 : 0);
}

void HistoryDialog::restore()
{
    const int row = current();
    if (row < 0)
        return;
    const TargetRevision revision = m_revisions[row];
    const CallbackTarget present = m_present.value_or(CallbackTarget{});
    accept();
    emit restoreRequested(revision, present);
}

} // namespace callboard
