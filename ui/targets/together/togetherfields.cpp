#include "ui/targets/together/togetherfields.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/triggerboxes.h"
#include "ui/targets/targetwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>
#include <functional>

namespace callboard {

namespace {

using Word = std::function<QString(const CallbackTarget &)>;

constexpr int kFirstOfSpark = 3;
constexpr int kMostInFlight = 256;

QStringList distinct(const QList<CallbackTarget> &targets, const Word &word)
{
    QStringList words;
    for (const CallbackTarget &target : targets) {
        if (const QString text = word(target); !words.contains(text))
            words.append(text);
    }
    return words;
}

QString retryText(const RetryPolicy &policy)
{
    return policy == RetryPolicy::standard() ? QStringLiteral("standard") : policy.toString();
}

Qt::CheckState common(const QList<CallbackTarget> &targets, Trigger trigger)
{
    const auto wants = [trigger](const CallbackTarget &target) { return target.triggers.has(trigger); };
    if (std::all_of(targets.begin(), targets.end(), wants))
        return Qt::Checked;
    return std::none_of(targets.begin(), targets.end(), wants) ? Qt::Unchecked : Qt::PartiallyChecked;
}

} // namespace

TogetherFields::TogetherFields(const QList<CallbackTarget> &targets, QWidget *parent)
    : TogetherRows(parent)
{
    const auto state = [](const CallbackTarget &target) { return words::state(target.state); };
    m_state = addChoice("state", tr("&State"), distinct(targets, state),
                        {{words::state(TargetState::Enabled), int(TargetState::Enabled)},
                         {words::state(TargetState::Paused), int(TargetState::Paused)},
                         {words::state(TargetState::Disabled), int(TargetState::Disabled)}});
    addTriggers(targets);
    const auto method = [](const CallbackTarget &target) { return toString(target.method); };
    m_method = addChoice("method", tr("&Method"), distinct(targets, method),
                         {{toString(Method::Post), int(Method::Post)},
                          {toString(Method::Put), int(Method::Put)},
                          {toString(Method::Get), int(Method::Get)}});
    addLimits(targets);
    addHeader();
}

// A box in between leaves each target as it is.
void TogetherFields::addTriggers(const QList<CallbackTarget> &targets)
{
    m_triggers = new QWidget(this);
    auto *grid = new QGridLayout(m_triggers);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::kGroupGap);
    grid->setVerticalSpacing(look::kGap / 2);
    grid->setRowMinimumHeight(0, look::kRowHeight); // level with the tick
    QHash<Trigger, Qt::CheckState> before;
    int position = 0;
    for (const TriggerInfo &entry : allTriggers()) {
        const QString label = TriggerBoxes::label(entry.trigger);
        auto *box = named(new QCheckBox(label, m_triggers), QByteArray(label.toLatin1() + "Box").constData(), label);
        before.insert(entry.trigger, common(targets, entry.trigger));
        box->setTristate(before.value(entry.trigger) == Qt::PartiallyChecked);
        box->setCheckState(before.value(entry.trigger));
        const bool spark = position >= kFirstOfSpark;
        grid->addWidget(box, spark ? 1 : 0, spark ? position - kFirstOfSpark : position);
        m_boxes.insert(entry.trigger, box);
        ++position;
    }
    grid->setColumnStretch(4, 1);
    Row row;
    row.values = distinct(targets, [](const CallbackTarget &target) { return words::firesFor(target.triggers); });
    row.reset = [this, before] {
        for (auto it = before.begin(); it != before.end(); ++it)
            m_boxes.value(it.key())->setCheckState(it.value());
    };
    row.problem = [] { return QString(); };
    const int number = add("triggers", tr("&Fires for"), m_triggers, row);
    for (const QCheckBox *box : std::as_const(m_boxes))
        connect(box, &QCheckBox::clicked, this, [this, number] { touched(number); });
}

void TogetherFields::addLimits(const QList<CallbackTarget> &targets)
{
    m_timeout = addText(
        "timeout", tr("&Time-out"),
        distinct(targets, [](const CallbackTarget &target) { return formatDuration(target.totalTimeout); }),
        QStringLiteral("15s"), Width::Short, [](const QString &text) {
            return parseDuration(text) ? QString() : tr("Not a duration: write 15s or 500ms.");
        });
    m_retry = addText("retry", tr("&Retry"),
                      distinct(targets, [](const CallbackTarget &target) { return retryText(target.retry); }),
                      tr("5s,1m,5m or “standard” or “none”"), Width::Whole, [](const QString &text) {
                          return RetryPolicy::parse(text)
                              ? QString()
                              : tr("Not a schedule: write delays such as 5s,1m,5m, or “standard” or “none”.");
                      });
    m_rate = addText("rate", tr("R&ate"),
                     distinct(targets,
                              [](const CallbackTarget &target) {
                                  return target.rate.isSet() ? rateText(target.rate) : QStringLiteral("none");
                              }),
                     tr("No limit"), Width::Short, [](const QString &text) {
                         return rateLimitFrom(text)
                             ? QString()
                             : tr("Not a rate: write 50/s, 100/min or 1000/h, or leave it empty.");
                     });
    m_inFlight = addText(
        "inFlight", tr("&In flight"),
        distinct(targets, [](const CallbackTarget &target) { return QString::number(target.maxInFlight); }),
        QStringLiteral("8"), Width::Short, [](const QString &text) {
            const int count = text.toInt();
            return count >= 1 && count <= kMostInFlight ? QString() : tr("Between 1 and 256 requests in flight.");
        });
}

void TogetherFields::addHeader()
{
    m_header = new QWidget(this);
    m_headerAction = named(new QComboBox(m_header), "headerActionCombo", tr("What is done with the header"));
    m_headerAction->addItems({tr("Add or replace"), tr("Remove")});
    m_headerName = named(new QLineEdit(m_header), "headerNameEdit", tr("Name of the header"));
    m_headerName->setPlaceholderText(tr("Name"));
    m_headerValue = named(new QLineEdit(m_header), "headerValueEdit", tr("Value of the header"));
    m_headerValue->setPlaceholderText(tr("Value"));
    SecretGuard::watch(m_headerValue); // it may be shown again after it was a secret
    m_headerSecret = named(new QCheckBox(tr("Secret"), m_header), "headerSecretBox", tr("Secret"));
    m_headerSecret->setToolTip(tr("Secret values are encrypted in the workspace and masked everywhere."));
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_headerAction);
    row->addWidget(m_headerName, 1);
    row->addWidget(m_headerValue, 2);
    row->addWidget(m_headerSecret);
    Row made;
    made.reset = [this] {
        m_headerAction->setCurrentIndex(0);
        m_headerName->clear();
        m_headerValue->clear();
        m_headerSecret->setChecked(false);
    };
    made.problem = [this] { return headerProblem(); };
    const int number = add("header", tr("&Header"), m_header, made);
    const auto touch = [this, number] {
        const bool removes = m_headerAction->currentIndex() == 1;
        m_headerValue->setVisible(!removes);
        m_headerSecret->setVisible(!removes);
        m_headerValue->setEchoMode(m_headerSecret->isChecked() ? QLineEdit::Password : QLineEdit::Normal);
        touched(number);
    };
    connect(m_headerAction, &QComboBox::activated, this, touch);
    connect(m_headerSecret, &QCheckBox::clicked, this, touch);
    connect(m_headerValue, &QLineEdit::textEdited, this, touch);
    connect(m_headerName, &QLineEdit::textEdited, this, [this, touch](const QString &name) {
        if (looksSecret(name) && m_headerValue->text().isEmpty())
            m_headerSecret->setChecked(true);
        touch();
    });
}

HeaderEdit TogetherFields::headerEdit() const
{
    HeaderEdit edit;
    edit.remove = m_headerAction->currentIndex() == 1;
    edit.header.name = m_headerName->text().trimmed();
    edit.header.value = edit.remove ? QString() : m_headerValue->text().trimmed();
    edit.header.secret = !edit.remove && m_headerSecret->isChecked();
    return edit;
}

QString TogetherFields::headerProblem() const
{
    const HeaderEdit edit = headerEdit();
    if (const auto problem = headerNameProblem(edit.header.name))
        return inOurLanguage(*problem);
    return inOurLanguage(headerValueProblem(edit.header.value).value_or(QString()));
}

TargetEdit TogetherFields::edit() const
{
    TargetEdit edit;
    if (isTicked(m_state) && m_state->currentData().isValid())
        edit.state = TargetState(m_state->currentData().toInt());
    if (isTicked(m_triggers)) {
        for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
            edit.on.set(it.key(), it.value()->checkState() == Qt::Checked);
            edit.off.set(it.key(), it.value()->checkState() == Qt::Unchecked);
        }
    }
    if (isTicked(m_method) && m_method->currentData().isValid())
        edit.method = Method(m_method->currentData().toInt());
    if (isTicked(m_timeout))
        edit.totalTimeout = parseDuration(m_timeout->text());
    if (isTicked(m_retry))
        edit.retry = RetryPolicy::parse(m_retry->text());
    if (isTicked(m_rate))
        edit.rate = rateLimitFrom(m_rate->text());
    if (isTicked(m_inFlight))
        edit.maxInFlight = m_inFlight->text().toInt();
    if (isTicked(m_header))
        edit.header = headerEdit();
    return edit;
}

void TogetherFields::focusFirst()
{
    m_state->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard
