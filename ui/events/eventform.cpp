#include "ui/events/eventform.h"

#include "core/payload/rendering.h"
#include "ui/assets/assetwords.h"
#include "ui/look/look.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>
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

QString assetIn(const MediaRecord &record)
{
    return firstText(record, {"uuid", "id"});
}

QString projectIn(const MediaRecord &record)
{
    return firstText(record, {"vhost", "project"});
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
    m_recordEdit->setLayoutDirection(Qt::LeftToRight); // JSON and XML are, in every language
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

    m_recentButton = named(new QPushButton(tr("Rece&nt"), this), "recentAssetsButton", tr("Recent assets"));
    m_recentButton->setAutoDefault(false);
    m_recentButton->setMenu(new QMenu(m_recentButton));
    m_recentButton->setMinimumWidth(sample->sizeHint().width());
    setRecentAssets({});
    auto *assetRow = new QWidget;
    auto *assetColumns = new QHBoxLayout(assetRow);
    assetColumns->setContentsMargins(0, 0, 0, 0);
    assetColumns->setSpacing(look::kGap);
    assetColumns->addWidget(m_assetEdit, 1);
    assetColumns->addWidget(m_recentButton);

    auto *grid = new FieldGrid;
    grid->addRow(tr("&Trigger"), triggerRow, nullptr, m_triggerCombo);
    grid->addRow(tr("&Asset"), assetRow, m_assetLine, m_assetEdit);
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
    m_stops = {m_triggerCombo, sample, m_assetEdit, m_recentButton, m_projectEdit, m_recordEdit};
}

// Tab's order holds only once the form has found its place in a window.
void EventForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (qsizetype i = 1; i < m_stops.size(); ++i)
        setTabOrder(m_stops[i - 1], m_stops[i]);
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
        m_assetEdit->setText(assetIn(record));
    if (!m_projectEdit->isModified())
        m_projectEdit->setText(projectIn(record));
}

// The parser's own words begin with the place: it is said in the reader's language, and shown in the text.
QString EventForm::placed(const QString &problem)
{
    static const QRegularExpression place(QStringLiteral("^line (\\d+), column (\\d+): (.*)$"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = place.match(problem);
    if (!match.hasMatch())
        return problem;
    markLine(match.captured(1).toInt());
    return tr("Line %1, column %2: %3").arg(match.captured(1), match.captured(2), match.captured(3));
}

void EventForm::markLine(int line)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (const QTextBlock block = m_recordEdit->document()->findBlockByNumber(line - 1); line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        QColor tint = look::color(look::Tone::Failed, palette());
        tint.setAlphaF(0.16F);
        mark.format.setBackground(tint);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(block);
        marks.append(mark);
    }
    m_recordEdit->setExtraSelections(marks);
}

void EventForm::checkRecord()
{
    const QString text = m_recordEdit->toPlainText();
    const QString type = contentTypeOf(text);
    const auto record = parseRecord(text.toUtf8(), type);
    markLine(0);
    if (!record) {
        m_obstacle = text.trimmed().isEmpty() ? tr("Paste a record, or use the sample.")
                                              : placed(record.error().detail);
        m_recordLine->say(Mood::Problem, m_obstacle);
    } else if (!record->warnings.isEmpty()) {
        m_recordLine->say(Mood::Warning, record->warnings.join(u'\n'));
    } else {
        m_recordLine->say(
            Mood::Good,
            (type.endsWith(QLatin1String("xml")) ? tr("XML record, %1 fields.") : tr("JSON record, %1 fields."))
                .arg(record->fields.size()));
    }
}

void EventForm::check()
{
    m_obstacle.clear();
    checkRecord();
    if (m_assetEdit->text().trimmed().isEmpty()) {
        const QString missing = tr("Name the asset it happened to.");
        m_assetLine->say(Mood::Problem, missing);
        m_obstacle = missing;
    } else {
        m_assetLine->hush();
    }
}

EventDraft EventForm::draft() const
{
    return {trigger(), m_assetEdit->text(), m_projectEdit->text(),
            m_recordTyped ? m_recordEdit->toPlainText() : QString()};
}

void EventForm::restore(const EventDraft &draft)
{
    m_triggerCombo->setCurrentIndex(qMax(0, m_triggerCombo->findData(int(draft.trigger))));
    loadSample();
    if (!draft.record.isEmpty())
        m_recordEdit->setPlainText(draft.record); // recordEdited() follows
    if (!draft.asset.isEmpty())
        takeIds(draft.asset, draft.project);
    check();
    emit edited();
}

void EventForm::takeRecord(const EventDraft &draft)
{
    m_triggerCombo->setCurrentIndex(qMax(0, m_triggerCombo->findData(int(draft.trigger))));
    m_assetEdit->setModified(false);
    m_projectEdit->setModified(false);
    QTextCursor all(m_recordEdit->document());
    all.select(QTextCursor::Document);
    all.insertText(draft.record); // recordEdited() follows
    if (!draft.asset.isEmpty())
        takeIds(draft.asset, draft.project);
    check();
    emit edited();
}

void EventForm::setRecentAssets(const QList<MediaAsset> &assets)
{
    QMenu *menu = m_recentButton->menu();
    menu->clear();
    for (const MediaAsset &asset : assets) {
        if (asset.presentRecord().isEmpty())
            continue;
        const QString id = assetwords::shown(asset.id).replace(u'&', QLatin1String("&&"));
        const QString text = tr("%1  ·  %2").arg(id, assetwords::lastEvent(asset));
        connect(menu->addAction(text), &QAction::triggered, this, [this, asset] { takeAsset(asset); });
    }
    m_recentButton->setEnabled(!menu->isEmpty());
    m_recentButton->setToolTip(menu->isEmpty() ? tr("No asset with a record is known yet")
                                               : tr("Takes an asset that is known, with its record as it is now"));
}

void EventForm::takeAsset(const MediaAsset &asset)
{
    m_recordEdit->setPlainText(QString::fromUtf8(asset.presentRecord()));
    takeIds(asset.id, asset.project);
    check();
    emit edited();
}

// What the record does not say stays when the record is changed, as if it had been typed.
void EventForm::takeIds(const QString &asset, const QString &project)
{
    const QString text = m_recordEdit->toPlainText();
    const MediaRecord record = parseRecord(text.toUtf8(), contentTypeOf(text)).value_or(MediaRecord());
    m_assetEdit->setText(asset);
    m_assetEdit->setModified(asset != assetIn(record));
    m_projectEdit->setText(project);
    m_projectEdit->setModified(project != projectIn(record));
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
