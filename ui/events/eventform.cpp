#include "ui/events/eventform.h"

#include "core/payload/rendering.h"
#include "ui/look/look.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

QString contentTypeOf(const QString &record)
{
    return record.trimmed().startsWith(u'<') ? QStringLiteral("application/xml") : QStringLiteral("application/json");
}

QString firstText(const MediaRecord &record, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto text = record.text(name); text && !text->isEmpty())
            return *text;
    }
    return {};
}

} // namespace

EventForm::EventForm(QWidget *parent)
    : QWidget(parent)
    , m_triggerCombo(named(new QComboBox(this), "triggerCombo", tr("Trigger")))
    , m_assetEdit(named(new QLineEdit(this), "assetEdit", tr("Asset id")))
    , m_projectEdit(named(new QLineEdit(this), "projectEdit", tr("Project")))
    , m_recordEdit(named(new QPlainTextEdit(this), "recordEdit", tr("Record, JSON or XML")))
    , m_assetLine(new FieldLine("assetLine"))
    , m_recordLine(new FieldLine("recordLine"))
{
    for (const TriggerInfo &entry : allTriggers())
        m_triggerCombo->addItem(QString(entry.word + QStringLiteral("  ·  ") + entry.eventType), int(entry.trigger));
    m_projectEdit->setPlaceholderText(tr("none"));
    m_recordEdit->setFont(look::fixedFont());
    m_recordEdit->setTabChangesFocus(true);
    m_recordEdit->setPlaceholderText(tr("Paste the asset's record as JSON or XML."));
    layOut();
    connect(m_triggerCombo, &QComboBox::activated, this, &EventForm::triggerChosen);
    for (QLineEdit *edit : {m_assetEdit, m_projectEdit}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            check();
            emit edited();
        });
    }
    connect(m_recordEdit, &QPlainTextEdit::textChanged, this, &EventForm::recordEdited);
    loadSample();
}

void EventForm::layOut()
{
    auto *sample = named(new QPushButton(tr("Use the sam&ple"), this), "sampleButton", tr("Use the sample record"));
    sample->setToolTip(tr("Puts the document's own record for this trigger below"));
    sample->setAutoDefault(false);
    connect(sample, &QPushButton::clicked, this, &EventForm::loadSample);
    auto *triggerRow = new QWidget;
    auto *row = new QHBoxLayout(triggerRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_triggerCombo, 1);
    row->addWidget(sample);

    auto *grid = new FieldGrid;
    grid->addRow(tr("&Trigger"), triggerRow, nullptr, m_triggerCombo);
    grid->addRow(tr("&Asset"), m_assetEdit, m_assetLine);
    grid->addRow(tr("&Project"), m_projectEdit);
    auto *label = new QLabel(tr("&Record"), this);
    label->setFont(look::sectionFont());
    label->setBuddy(m_recordEdit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(grid);
    column->addSpacing(look::kGap);
    column->addWidget(label);
    column->addWidget(m_recordEdit, 1);
    column->addWidget(m_recordLine);
}

Trigger EventForm::trigger() const
{
    return static_cast<Trigger>(m_triggerCombo->currentData().toInt());
}

void EventForm::triggerChosen()
{
    // What was pasted or changed by hand stays; a sample gives way to the sample of the new trigger.
    if (!m_recordTyped)
        return loadSample();
    check();
    emit edited();
}

void EventForm::loadSample()
{
    const MediaEvent sample = sampleEvent(trigger());
    m_assetEdit->setModified(false);
    m_projectEdit->setModified(false);
    m_recordEdit->setPlainText(QString::fromUtf8(sample.data));
    m_assetEdit->setText(sample.asset);
    m_projectEdit->setText(sample.project);
    m_recordTyped = false;
    check();
    emit edited();
}

void EventForm::recordEdited()
{
    m_recordTyped = true;
    const QString text = m_recordEdit->toPlainText();
    if (const auto record = parseRecord(text.toUtf8(), contentTypeOf(text)))
        proposeIds(*record);
    check();
    emit edited();
}

void EventForm::proposeIds(const MediaRecord &record)
{
    // setText() clears the flag that only typing sets.
    if (!m_assetEdit->isModified())
        m_assetEdit->setText(firstText(record, {"uuid", "id"}));
    if (!m_projectEdit->isModified())
        m_projectEdit->setText(firstText(record, {"vhost", "project"}));
}

void EventForm::check()
{
    const QString text = m_recordEdit->toPlainText();
    const QString type = contentTypeOf(text);
    m_obstacle.clear();
    const auto record = parseRecord(text.toUtf8(), type);
    if (!record) {
        m_obstacle = text.trimmed().isEmpty() ? tr("Paste a record, or use the sample.") : record.error().detail;
        m_recordLine->say(Mood::Problem, m_obstacle);
    } else if (!record->warnings.isEmpty()) {
        m_recordLine->say(Mood::Warning, record->warnings.join(u'\n'));
    } else {
        m_recordLine->say(
            Mood::Good,
            (type.endsWith(QLatin1String("xml")) ? tr("XML record, %1 fields.") : tr("JSON record, %1 fields."))
                .arg(record->fields.size()));
    }
    if (m_assetEdit->text().trimmed().isEmpty()) {
        const QString missing = tr("Name the asset it happened to.");
        m_assetLine->say(Mood::Problem, missing);
        m_obstacle = missing;
    } else {
        m_assetLine->hush();
    }
}

QString EventForm::obstacle() const
{
    return m_obstacle;
}

std::optional<MediaEvent> EventForm::mediaEvent() const
{
    if (!m_obstacle.isEmpty())
        return std::nullopt;
    const QString record = m_recordEdit->toPlainText();
    MediaEvent event;
    event.trigger = trigger();
    event.type = info(event.trigger).eventType;
    event.asset = m_assetEdit->text().trimmed();
    event.project = m_projectEdit->text().trimmed();
    event.dataContentType = contentTypeOf(record);
    event.data = record.toUtf8();
    return event;
}

void EventForm::focusFirst()
{
    m_triggerCombo->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard
