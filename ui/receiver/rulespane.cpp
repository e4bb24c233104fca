#include "ui/receiver/rulespane.h"

#include "ui/look/look.h"
#include "ui/receiver/receiverrules.h"
#include "ui/receiver/rulestable.h"
#include "ui/receiver/rulestablemodel.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace callboard {

using Mood = FieldLine::Mood;

RulesPane::RulesPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new RulesTableModel(this))
    , m_line(new FieldLine("rulesLine", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(makeLine());
    m_table = new RulesTable(m_model, this);
    m_table->hide();
    column->addWidget(m_table);
    connect(m_model, &RulesTableModel::edited, this, &RulesPane::take);
    setRules(answerPresets().first().rules);
    applyIcon();
}

QWidget *RulesPane::makeLine()
{
    auto *line = new QWidget(this);
    m_presets = named(new QComboBox(line), "answerCombo", tr("How it answers"));
    for (const AnswerPreset &preset : answerPresets())
        m_presets->addItem(preset.name);
    m_presets->addItem(tr("By rules of your own"));
    m_fold = named(new QToolButton(line), "rulesButton", tr("Answer rules"));
    m_fold->setText(tr("Rules"));
    m_fold->setToolTip(tr("Shows the rules behind it: by path, with delays and misbehaviours"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    auto *label = new QLabel(tr("&Behaviour"), line);
    label->setBuddy(m_presets);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(label);
    row->addWidget(m_presets);
    row->addWidget(m_fold);
    row->addWidget(m_line, 1);
    row->addStretch();
    connect(m_presets, &QComboBox::activated, this, &RulesPane::choose);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_table->setVisible(open);
        applyIcon();
    });
    return line;
}

void RulesPane::setRules(const QList<ReceiverRule> &rules)
{
    m_rules = rules;
    m_model->setRules(rules);
    showPreset();
    sayWhatIsWrong();
}

void RulesPane::setTableOpen(bool open)
{
    m_fold->setChecked(open);
}

bool RulesPane::isTableOpen() const
{
    return m_fold->isChecked();
}

// Choosing the same again counts its tries anew.
void RulesPane::choose(int preset)
{
    const QList<AnswerPreset> presets = answerPresets();
    if (preset >= presets.size()) {
        setTableOpen(true);
        m_table->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    setRules(presets[preset].rules);
    emit rulesChanged(m_rules);
}

void RulesPane::take()
{
    sayWhatIsWrong();
    const auto rules = m_model->rules();
    if (!rules || same(*rules, m_rules))
        return;
    m_rules = *rules;
    showPreset();
    emit rulesChanged(m_rules);
}

void RulesPane::showPreset()
{
    const QList<AnswerPreset> presets = answerPresets();
    int shown = 0;
    while (shown < presets.size() && !same(presets[shown].rules, m_rules))
        ++shown;
    m_presets->setCurrentIndex(shown);
}

void RulesPane::sayWhatIsWrong()
{
    if (const QString problem = m_model->problem(); !problem.isEmpty())
        m_line->say(Mood::Problem, tr("%1 Until then it answers as before.").arg(problem));
    else if (m_rules.size() > 1 || m_rules.isEmpty() || m_rules.first().path != "/")
        m_line->say(Mood::Hint, tr("The first rule that fits answers; where none does, 200."));
    else
        m_line->hush();
}

void RulesPane::applyIcon()
{
    m_fold->setIcon(look::icon(isTableOpen()         ? QStringLiteral("chevron-down")
                                   : isRightToLeft() ? QStringLiteral("chevron-left")
                                                     : QStringLiteral("chevron-right")));
}

void RulesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcon();
}

} // namespace callboard
