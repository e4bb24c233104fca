#include "ui/deliveries/changes/changespane.h"

#include "ui/deliveries/changes/changemodel.h"
#include "ui/deliveries/changes/changewords.h"
#include "ui/deliveries/changes/recordmodel.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kMarkCharacters = 12;
constexpr int kFieldCharacters = 20;
constexpr int kEdge = look::kMargin - look::kGap; // the cells' text lines up with the head above

QTableView *makeTable(QAbstractItemModel *model, const char *objectName, const QString &name, int firstStretched)
{
    auto *table = named(new PlainTable(model), objectName, name);
    table->setFrameShape(QFrame::NoFrame);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    QHeaderView *header = table->horizontalHeader();
    header->setMinimumHeight(look::kRowHeight + 4);
    for (int column = firstStretched; column < model->columnCount(); ++column)
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    return table;
}

QTableView *makeChangeTable(ChangeModel *model, const char *objectName, const QString &name)
{
    QTableView *table = makeTable(model, objectName, name, ChangeModel::BeforeColumn);
    using enum ChangeModel::Column;
    table->horizontalHeader()->resizeSection(MarkColumn, look::columnWidth(*table, MarkColumn, kMarkCharacters));
    table->horizontalHeader()->resizeSection(FieldColumn, look::columnWidth(*table, FieldColumn, kFieldCharacters));
    return table;
}

QString counted(const QString &word, qsizetype count)
{
    return count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word;
}

} // namespace

ChangesPane::ChangesPane(QWidget *parent)
    : QWidget(parent)
    , m_differences(new ChangeModel(this))
    , m_record(new RecordModel(this))
    , m_platform(new ChangeModel(this))
{
    named(this, "changesPane", tr("Changes"));
    m_stack = new QStackedWidget(this);
    m_tables[Differences] = makeChangeTable(m_differences, "changeTable", tr("What differs"));
    m_tables[Platform] = makeChangeTable(m_platform, "platformTable", tr("What differs at the platform"));
    m_stack->addWidget(m_tables[Differences]);
    m_stack->addWidget(buildRecord());
    m_stack->addWidget(m_tables[Platform]);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kEdge, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_stack, 1);
    column->addStretch(0); // without a table the sentence stays at the top
    present();
}

QWidget *ChangesPane::buildHead()
{
    auto *head = new QWidget(this);
    m_summary = look::plainLabel({}, head);
    m_summary->setObjectName(QStringLiteral("changesSummaryLabel"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(look::kGap, look::kGap, look::kMargin, look::kGap / 2);
    row->setSpacing(look::kGap / 2);
    row->addWidget(m_summary, 1);
    row->addSpacing(look::kGroupGap);
    row->addWidget(addViewButton("differencesButton", Differences), 0, Qt::AlignTop);
    row->addWidget(addViewButton("recordButton", Record), 0, Qt::AlignTop);
    row->addWidget(addViewButton("platformButton", Platform), 0, Qt::AlignTop);
    return head;
}

QPushButton *ChangesPane::addViewButton(const char *objectName, View view)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, view] { showView(view); });
    m_buttons[view] = button;
    return button;
}

QWidget *ChangesPane::buildRecord()
{
    m_tables[Record] = makeTable(m_record, "recordTable", tr("Record"), RecordModel::ValueColumn);
    const int width = look::columnWidth(*m_tables[Record], RecordModel::FieldColumn,
                                        kMarkCharacters + kFieldCharacters / 2);
    m_tables[Record]->horizontalHeader()->resizeSection(RecordModel::FieldColumn, width);
    m_warnings = new FieldLine("recordWarningLine");
    m_warnings->setForegroundRole(QPalette::WindowText); // its own colour, also on a ground of Base
    m_warnings->setContentsMargins(look::kGap, look::kGap / 2, look::kMargin, look::kGap / 2);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_warnings);
    column->addWidget(m_tables[Record], 1);
    return part;
}

void ChangesPane::setChanges(const AssetChanges &changes)
{
    m_changes = changes;
    m_differences->setChanges(changes.changes);
    m_record->setFields(changes.fields);
    m_warnings->say(FieldLine::Mood::Warning, changewords::warnings(changes));
    present();
}

void ChangesPane::setPlatformChanges(const std::optional<QList<ReadableChange>> &changes)
{
    m_platformChanges = changes;
    m_platform->setChanges(changes.value_or(QList<ReadableChange>()));
    if (!changes && m_wanted == Platform)
        m_wanted = Differences;
    present();
}

void ChangesPane::showView(View view)
{
    m_wanted = view;
    present();
}

ChangesPane::View ChangesPane::view() const
{
    return has(m_wanted) ? m_wanted : Record;
}

bool ChangesPane::has(View view) const
{
    switch (view) {
    case Differences: return !m_changes.changes.isEmpty();
    case Record: return !m_changes.fields.isEmpty();
    case Platform: return m_platformChanges.has_value();
    }
    return false;
}

QString ChangesPane::summary(View view) const
{
    if (view == Record && has(Differences))
        return tr("Every field of the record in its own order, and what it means where that is known.");
    if (view != Platform)
        return changewords::summary(m_changes);
    const auto count = int(m_platformChanges->size());
    return count == 0 ? tr("The platform says the same as is known here.")
                      : tr("%n fields differ at the platform from what was known here. Replay the latest state to tell "
                           "this target.",
                           nullptr, count);
}

void ChangesPane::present()
{
    const View shown = view();
    m_buttons[Differences]->setText(counted(tr("Differences"), m_changes.changes.size()));
    m_buttons[Record]->setText(counted(tr("Record"), m_changes.fieldCount));
    m_buttons[Platform]->setText(
        counted(tr("At the platform"), m_platformChanges.value_or(QList<ReadableChange>()).size()));
    m_buttons[Platform]->setVisible(m_platformChanges.has_value());
    for (const View each : {Differences, Record, Platform}) {
        m_buttons[each]->setEnabled(has(each));
        m_buttons[each]->setChecked(each == shown);
    }
    m_buttons[Differences]->setToolTip(has(Differences) ? tr("Field by field, against what this target was told before")
                                                        : changewords::summary(m_changes));
    m_buttons[Record]->setToolTip(tr("Every field of the record and what it means"));
    m_buttons[Platform]->setToolTip(tr("What the platform answered when it was asked, against what was known here"));
    m_summary->setText(summary(shown));
    m_stack->setCurrentIndex(shown);
    m_stack->setVisible(has(shown));
    setFocusProxy(has(shown) ? static_cast<QWidget *>(m_tables[shown]) : nullptr);
}

} // namespace callboard
