#include "ui/targets/history/changesdialog.h"

#include "ui/assets/assetwords.h"
#include "ui/look/columnwidth.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/named.h"
#include "ui/targets/history/differencetable.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/history/traillistmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr QSize kSize(980, 640);
constexpr int kSearchWidth = 260;
constexpr std::chrono::milliseconds kTypingPause{250};
// How many characters each begins with; the rest is for the details.
constexpr std::pair<int, int> kWidths[] = {
    {TrailListModel::When, 24}, {TrailListModel::Who, 15}, {TrailListModel::What, 16}, {TrailListModel::About, 15}};

} // namespace

ChangesDialog::ChangesDialog(ReadThread &reader, QWidget *parent)
    : QDialog(parent)
    , m_model(new TrailListModel(reader, this))
{
    named(this, "changesDialog", tr("Changes"));
    setWindowTitle(tr("Changes"));
    m_stack = new QStackedWidget(this);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    m_stack->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);
    m_stack->addWidget(makeLists());
    m_empty = named(new EmptyState(m_stack), "changesEmptyState", tr("No changes"));
    m_stack->addWidget(m_empty);
    column->addWidget(makeFoot());
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_problem.isEmpty())
            m_search->clear();
        else
            m_model->readAnew();
    });
    connect(m_model, &TrailListModel::read, this, &ChangesDialog::present);
    connect(&reader, &ReadThread::failed, this, &ChangesDialog::present);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ChangesDialog::narrow);
    auto *find = new QShortcut(Qt::Key_Slash, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    auto *again = new QShortcut(QKeySequence::Refresh, this);
    connect(again, &QShortcut::activated, m_model, &TrailListModel::readAnew);
    look::resizeWithinScreen(this, kSize);
    m_model->readAnew();
    m_table->setFocus(Qt::OtherFocusReason);
}

QWidget *ChangesDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = look::plainLabel(tr("Who changed what"), head);
    title->setFont(look::sectionFont());
    m_figures = named(look::plainLabel({}, head), "changesFiguresLabel", tr("Figures"));
    look::makeQuiet(m_figures);
    m_search = named(new QLineEdit(head), "changesSearchEdit", tr("Search changes"));
    m_search->setPlaceholderText(tr("Search  /"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &ChangesDialog::narrow);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(look::kMargin, 12, look::kMargin, 12);
    row->setSpacing(look::kGap);
    row->addWidget(title);
    row->addSpacing(look::kGap);
    row->addWidget(m_figures, 1);
    row->addWidget(m_search);
    return head;
}

QWidget *ChangesDialog::makeLists()
{
    auto *split = new QSplitter(Qt::Vertical, m_stack);
    split->setChildrenCollapsible(false);
    m_table = named(new PlainTable(m_model, {}, split), "changesTable", tr("Changes"));
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, characters] : kWidths)
        header->resizeSection(column, look::columnWidth(*m_table, column, characters));
    header->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChangesDialog::showDetail);
    connect(m_table, &QAbstractItemView::activated, this, &ChangesDialog::showHistory);
    m_differences = new DifferenceTable;
    m_sentence = named(look::plainLabel({}), "changesSentenceLabel", tr("What was done"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setContentsMargins(look::kGap, 0, look::kMargin, look::kGap);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *below = new QWidget(split);
    auto *head = look::plainLabel(tr("What was done"), below);
    head->setFont(look::sectionFont());
    head->setContentsMargins(look::kGap, look::kGroupGap, look::kMargin, look::kGap);
    m_lower = new QStackedWidget(below);
    m_lower->addWidget(m_differences);
    m_lower->addWidget(m_sentence);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_lower, 1);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    return split;
}

QWidget *ChangesDialog::makeFoot()
{
    auto *box = new QDialogButtonBox(this);
    box->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kMargin);
    m_history = named(box->addButton(tr("&History of the target…"), QDialogButtonBox::ActionRole), "historyButton",
                      tr("History of the target"));
    m_copy = named(box->addButton(tr("&Copy as CSV"), QDialogButtonBox::ActionRole), "copyChangesButton",
                   tr("Copy as CSV"));
    m_copy->setToolTip(tr("Copies all rows that are listed, with ids and times in ISO 8601"));
    m_copy->setEnabled(false); // until there are rows
    auto *close = named(box->addButton(tr("Close"), QDialogButtonBox::RejectRole), "closeButton", tr("Close"));
    for (QPushButton *button : {m_history, m_copy, close})
        button->setAutoDefault(false);
    connect(m_history, &QPushButton::clicked, this, &ChangesDialog::showHistory);
    connect(m_copy, &QPushButton::clicked, this, &ChangesDialog::copy);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void ChangesDialog::refresh()
{
    const bool atTop = m_table->verticalScrollBar()->value() == 0 && m_table->currentIndex().row() <= 0;
    if (atTop)
        m_model->readAnew();
}

void ChangesDialog::narrow()
{
    m_typing.stop();
    TrailFilter filter;
    filter.text = m_search->text();
    m_model->setFilter(filter);
}

void ChangesDialog::present(const QString &problem)
{
    m_problem = problem;
    const bool any = m_model->rowCount() > 0;
    if (!problem.isEmpty())
        m_empty->present(QStringLiteral("search"), tr("The changes can't be read"), problem, tr("Try again"));
    else if (!any && m_model->filter().isEmpty())
        m_empty->present(QStringLiteral("search"), tr("Nothing was changed yet"),
                         tr("Every change, and who made it, is kept here."));
    else if (!any)
        m_empty->present(QStringLiteral("search"), tr("No change matches “%1”").arg(m_search->text()), {},
                         tr("Clear search"));
    m_stack->setCurrentIndex(any ? 0 : 1);
    m_figures->setText(m_model->isFull() ? tr("the newest %L1; search for older ones").arg(m_model->rowCount())
                                         : QString());
    m_copy->setEnabled(any);
    if (any && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showDetail();
}

int ChangesDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row < m_model->rowCount() ? row : -1;
}

void ChangesDialog::showDetail()
{
    const int row = current();
    const TrailEntry entry = row < 0 ? TrailEntry{} : m_model->rows()[row].entry;
    const auto found = differencesFrom(entry.detail[QLatin1String("changes")].toArray());
    m_differences->setDifferences(found);
    QStringList sentences{assetwords::shown(historywords::line(entry))};
    for (const char *key : {"ids", "occasion", "to"}) {
        const QString text = entry.detail[QLatin1String(key)].toString();
        if (!text.isEmpty() && !sentences.first().contains(text))
            sentences.append(assetwords::shown(text));
    }
    m_sentence->setText(row < 0 ? QString() : sentences.join(u'\n'));
    m_lower->setCurrentIndex(found.isEmpty() ? 1 : 0);
    const bool target = targetIn(entry.subject).isValid();
    m_history->setEnabled(target);
    m_history->setToolTip(target ? tr("Every definition it had, to be compared and restored (Enter)")
                                 : tr("Choose a row about a target."));
}

void ChangesDialog::showHistory()
{
    const int row = current();
    if (row < 0)
        return;
    const TrailEntry &entry = m_model->rows()[row].entry;
    if (const TargetId target = targetIn(entry.subject); target.isValid())
        emit historyRequested(target, entry.detail[QLatin1String("revision")].toInt());
}

void ChangesDialog::copy()
{
    QApplication::clipboard()->setText(QString::fromUtf8(historywords::csv(m_model->rows())));
}

} // namespace callboard
