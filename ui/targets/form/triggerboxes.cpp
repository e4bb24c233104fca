#include "ui/targets/form/triggerboxes.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>

namespace callboard {

namespace {

struct BoxText {
    Trigger trigger;
    const char *objectName;
    const char *text;
    const char *help;
};

constexpr BoxText kBoxes[] = {
    {Trigger::Success, "onSuccessCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "onSucc&ess"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "The asset was published successfully. LightFlow's default: on.")},
    {Trigger::Failure, "onFailureCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "on&Failure"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes",
                       "The asset could not be published because of an error. LightFlow's default: on.")},
    {Trigger::Progress, "onProgressEncodingCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "onPro&gressEncoding"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "An encoding task completed. LightFlow's default: off.")},
    {Trigger::Rating, "ratedCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "r&ated"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "A user rated a file. Spark always calls for it.")},
    {Trigger::Moderation, "moderatedCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "mo&derated"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes",
                       "A file was moderated: denied or approved. Spark always calls for it.")},
    {Trigger::Transcode, "transcodedCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "t&ranscoded"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "A file finished being transcoded. Spark always calls for it.")},
    {Trigger::External, "externalCheck", QT_TRANSLATE_NOOP("callboard::TriggerBoxes", "e&xternal"),
     QT_TRANSLATE_NOOP("callboard::TriggerBoxes",
                       "The system received a callback from Brightcove (externalid). Spark always calls for it.")},
};

constexpr int kFirstOfSpark = 3;
constexpr int kColumns = 5; // the last one takes what is left

} // namespace

TriggerBoxes::TriggerBoxes(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new FieldLine("triggersLine", this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::kGroupGap);
    grid->setVerticalSpacing(look::kGap / 2);
    grid->setRowMinimumHeight(0, look::kRowHeight); // level with the label
    int position = 0;
    for (const BoxText &entry : kBoxes) {
        const QString text = TriggerBoxes::tr(entry.text);
        auto *box = named(new QCheckBox(text, this), entry.objectName, QString(text).remove(u'&'));
        box->setToolTip(TriggerBoxes::tr(entry.help));
        box->setAccessibleDescription(TriggerBoxes::tr(entry.help));
        const bool spark = position >= kFirstOfSpark;
        grid->addWidget(box, spark ? 1 : 0, spark ? position - kFirstOfSpark : position);
        connect(box, &QCheckBox::clicked, this, &TriggerBoxes::tick);
        box->installEventFilter(this);
        m_boxes.insert(entry.trigger, box);
        ++position;
    }
    auto *foot = new QHBoxLayout;
    foot->setSpacing(look::kGap);
    foot->addWidget(m_sentence, 1);
    foot->addWidget(makeMenu(), 0, Qt::AlignTop);
    grid->addLayout(foot, 2, 0, 1, kColumns);
    grid->setColumnStretch(kColumns - 1, 1);
    count();
}

QToolButton *TriggerBoxes::makeMenu()
{
    auto *button = named(new QToolButton(this), "triggerMenuButton", tr("Tick several events"));
    button->setText(tr("Tick"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    TriggerSet all;
    for (const TriggerInfo &entry : allTriggers())
        all.set(entry.trigger, true);
    menu->addAction(tr("All events"), this, [this, all] { choose(all); });
    menu->addAction(tr("None"), this, [this] { choose({}); });
    menu->addAction(tr("Invert"), this, [this, all] { choose(TriggerSet::fromBits(all.bits() & ~triggers().bits())); });
    button->setMenu(menu);
    return button;
}

void TriggerBoxes::choose(TriggerSet triggers)
{
    if (triggers == this->triggers())
        return;
    setTriggers(triggers);
    emit triggersChanged(triggers);
}

// Tooltips come with the pointer only; whoever goes by keyboard gets the same line.
bool TriggerBoxes::eventFilter(QObject *watched, QEvent *event)
{
    auto *box = qobject_cast<QCheckBox *>(watched);
    if (box && event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            QToolTip::showText(box->mapToGlobal(QPoint(0, box->height())), box->toolTip(), box);
    } else if (box && event->type() == QEvent::FocusOut) {
        QToolTip::hideText();
    }
    return QWidget::eventFilter(watched, event);
}

void TriggerBoxes::setTriggers(TriggerSet triggers)
{
    for (const TriggerInfo &entry : allTriggers())
        m_boxes.value(entry.trigger)->setChecked(triggers.has(entry.trigger));
    count();
}

TriggerSet TriggerBoxes::triggers() const
{
    TriggerSet triggers;
    for (const TriggerInfo &entry : allTriggers())
        triggers.set(entry.trigger, m_boxes.value(entry.trigger)->isChecked());
    return triggers;
}

void TriggerBoxes::setUrgent(TriggerSet triggers)
{
    m_urgent = triggers;
    count();
}

QString TriggerBoxes::label(Trigger trigger)
{
    for (const BoxText &entry : kBoxes) {
        if (entry.trigger == trigger)
            return TriggerBoxes::tr(entry.text).remove(u'&');
    }
    return {};
}

QWidget *TriggerBoxes::firstBox() const
{
    return m_boxes.value(Trigger::Success);
}

void TriggerBoxes::tick()
{
    count();
    emit triggersChanged(triggers());
}

void TriggerBoxes::count()
{
    const TriggerSet ticked = triggers();
    if (ticked.isEmpty()) {
        m_sentence->say(FieldLine::Mood::Warning, tr("Called for none of 7 events: it is never called."));
        return;
    }
    const QString called = tr("Called for %1 of 7 events.").arg(ticked.count());
    QStringList urgent;
    for (const BoxText &entry : kBoxes) {
        if (m_urgent.has(entry.trigger) && ticked.has(entry.trigger))
            urgent.append(label(entry.trigger));
    }
    m_sentence->say(FieldLine::Mood::Hint,
                    urgent.isEmpty() ? called : tr("%1 Urgent: %2.").arg(called, urgent.join(QStringLiteral(", "))));
}

} // namespace callboard
