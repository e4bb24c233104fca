#include "ui/targets/together/togetherrows.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kLineGap = 4;
constexpr int kMostNamed = 4;
constexpr int kShortField = 160;

QByteArray part(const char *name, const char *type)
{
    return QByteArray(name) + type;
}

QString difference(const QStringList &values)
{
    const QString named = values.first(std::min<qsizetype>(values.size(), kMostNamed)).join(QStringLiteral("; "));
    return values.size() > kMostNamed
        ? TogetherRows::tr("Differs: %1; and %2 more").arg(named).arg(values.size() - kMostNamed)
        : TogetherRows::tr("Differs: %1").arg(named);
}

} // namespace

TogetherRows::TogetherRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::kGroupGap);
    m_grid->setVerticalSpacing(look::kGap);
    m_grid->setColumnStretch(1, 1);
}

int TogetherRows::add(const char *name, const QString &label, QWidget *field, const Row &made)
{
    Row row = made;
    row.tick = named(new QCheckBox(label, this), part(name, "Tick").constData(), QString(label).remove(u'&'));
    row.tick->setToolTip(tr("Ticked: every selected target gets this. Not ticked: each keeps what it has."));
    row.tick->setMinimumHeight(look::kRowHeight);
    row.line = new FieldLine(part(name, "Line").constData());
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kLineGap);
    const bool narrow = field->maximumWidth() < QWIDGETSIZE_MAX;
    column->addWidget(field, 0, narrow ? Qt::AlignLeft : Qt::Alignment());
    column->addWidget(row.line);
    const int number = int(m_rows.size());
    m_grid->addWidget(row.tick, number, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(both, number, 1);
    m_rows.append(row);
    m_fields.append(field);
    m_stops.append(row.tick);
    if (field->focusPolicy() != Qt::NoFocus)
        m_stops.append(field);
    else
        m_stops += field->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    connect(row.tick, &QCheckBox::toggled, this, [this, number](bool on) {
        if (!on)
            m_rows[number].reset();
        say(m_rows[number]);
        emit edited();
    });
    say(row);
    return number;
}

// A tick is made after its field and comes before it. Tab's order holds only once the rows have found their place.
void TogetherRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (qsizetype i = 1; i < m_stops.size(); ++i)
        setTabOrder(m_stops[i - 1], m_stops[i]);
}

QLineEdit *TogetherRows::addText(const char *name, const QString &label, const QStringList &values,
                                 const QString &placeholder, Width width,
                                 const std::function<QString(const QString &)> &problem)
{
    const bool differs = values.size() > 1;
    auto *edit = named(new QLineEdit(this), part(name, "Edit").constData(), QString(label).remove(u'&'));
    if (width == Width::Short)
        edit->setFixedWidth(kShortField);
    const auto reset = [edit, values, differs] { edit->setText(differs ? QString() : values.value(0)); };
    reset();
    Row row;
    row.values = values;
    row.reset = reset;
    row.problem = [edit, problem] { return problem(edit->text().trimmed()); };
    const int number = add(name, label, edit, row);
    const auto explain = [edit, differs, placeholder](bool ticked) {
        edit->setPlaceholderText(differs && !ticked ? tr("differs") : placeholder);
    };
    explain(false);
    connect(m_rows[number].tick, &QCheckBox::toggled, edit, explain);
    connect(edit, &QLineEdit::textEdited, this, [this, number] { touched(number); });
    return edit;
}

QComboBox *TogetherRows::addChoice(const char *name, const QString &label, const QStringList &values,
                                   const QList<QPair<QString, int>> &entries)
{
    auto *combo = named(new QComboBox(this), part(name, "Combo").constData(), QString(label).remove(u'&'));
    combo->setFixedWidth(kShortField);
    if (values.size() > 1)
        combo->addItem(tr("differs"));
    for (const auto &[word, value] : entries)
        combo->addItem(word, value);
    Row row;
    row.values = values;
    row.reset = [combo, values] { combo->setCurrentIndex(values.size() > 1 ? 0 : combo->findText(values.value(0))); };
    row.reset();
    row.problem = [combo] { return combo->currentData().isValid() ? QString() : tr("Choose what all of them get."); };
    const int number = add(name, label, combo, row);
    connect(combo, &QComboBox::activated, this, [this, number] { touched(number); });
    return combo;
}

void TogetherRows::touched(int row)
{
    if (!m_rows[row].tick->isChecked())
        return m_rows[row].tick->setChecked(true); // says and tells
    say(m_rows[row]);
    emit edited();
}

bool TogetherRows::isTicked(const QWidget *field) const
{
    const qsizetype row = m_fields.indexOf(field);
    return row >= 0 && m_rows[row].tick->isChecked();
}

QString TogetherRows::problem() const
{
    for (const Row &row : m_rows) {
        if (const QString text = row.tick->isChecked() ? row.problem() : QString(); !text.isEmpty())
            return text;
    }
    return {};
}

void TogetherRows::say(const Row &row) const
{
    const QString problem = row.tick->isChecked() ? row.problem() : QString();
    if (!problem.isEmpty())
        row.line->say(Mood::Problem, problem);
    else if (row.values.size() > 1)
        row.line->say(Mood::Hint, difference(row.values));
    else
        row.line->hush();
}

} // namespace callboard
