#include "ui/assets/recordpane.h"

#include "ui/assets/assetwords.h"
#include "ui/assets/differencepane.h"
#include "ui/assets/facts.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kFieldWidth = 180;

} // namespace

RecordPane::RecordPane(QWidget *parent)
    : QWidget(parent)
    , m_warnings(new FieldLine("recordWarningLine", this))
    , m_zone(new FieldLine("recordZoneLine", this))
    , m_differences(new DifferencePane(this))
    , m_stack(new QStackedWidget(this))
    , m_model(factModel({tr("Field"), tr("Value"), tr("Meaning")}, this))
    , m_table(named(new PlainTable(m_model, {}, m_stack), "recordTable", tr("Record")))
    , m_empty(named(new EmptyState(m_stack), "recordEmptyState", tr("No record")))
{
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->resizeSection(0, kFieldWidth);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin - look::kGap, look::kGap, 0, 0); // the cells' text lines up with the head
    column->setSpacing(look::kGap / 2);
    for (FieldLine *line : {m_warnings, m_zone}) {
        line->setContentsMargins(look::kGap, 0, look::kMargin, 0);
        line->setForegroundRole(QPalette::WindowText); // its own colour, also on the ground of a list
        column->addWidget(line);
    }
    column->addWidget(m_differences);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
}

void RecordPane::setDetail(const AssetDetail &detail)
{
    QStringList warnings;
    for (const QString &warning : detail.warnings)
        warnings.append(assetwords::shown(warning));
    m_warnings->say(Mood::Warning, warnings.join(u'\n'));
    showZone(detail);
    fill(detail.fields);
    m_stack->setCurrentWidget(detail.fields.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    setFocusProxy(m_stack->currentWidget());
    if (detail.fields.isEmpty())
        showMissing(detail);
}

void RecordPane::showZone(const AssetDetail &detail)
{
    const QString project = assetwords::shown(detail.asset.project);
    if (project.isEmpty() || detail.fields.isEmpty())
        m_zone->hush();
    else if (detail.zone.isEmpty())
        m_zone->say(Mood::Hint,
                    tr("The zone of project %1 is not known, so its dates stand as they came. "
                       "It can be set on the page of projects.")
                        .arg(project));
    else
        m_zone->say(Mood::Hint, tr("Dates are in %1, the zone of project %2.").arg(detail.zone, project));
}

void RecordPane::showMissing(const AssetDetail &detail)
{
    if (detail.recordProblem.isEmpty()) {
        m_empty->present(QStringLiteral("assets"), tr("No record has come for this asset"),
                         tr("Its events carried none. Refresh from the platform asks for it."));
    } else {
        m_empty->present(QStringLiteral("warning"), tr("The record can't be read field by field"),
                         tr("%1 The bytes are under Raw.").arg(assetwords::shown(detail.recordProblem)));
    }
}

void RecordPane::fill(const QList<ReadableField> &fields)
{
    m_model->setRowCount(int(fields.size()));
    for (int row = 0; row < fields.size(); ++row) {
        const ReadableField &field = fields[row];
        const QString mark = tr("not one of the documents' fields");
        const QString known = inOurLanguage(field.meaning);
        const QString meaning = field.known ? known : known.isEmpty() ? mark : tr("%1 (%2)").arg(known, mark);
        const Fact value = field.value.isEmpty() ? Fact{tr("empty"), look::Tone::Cancelled} : Fact{field.value};
        setFacts(*m_model, row,
                 {{QString::fromUtf8(field.name)},
                  value,
                  {meaning, field.known ? std::nullopt : std::optional(look::Tone::Retrying), !field.known}});
    }
}

void RecordPane::showChanges(const QList<FieldChange> &changes)
{
    m_differences->show(changes);
}

} // namespace callboard
