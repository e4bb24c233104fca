#include "ui/receiver/rulestablemodel.h"

namespace callboard {

namespace {

QString unset(RuleField field)
{
    switch (field) {
    case RuleField::Delay: return RulesTableModel::tr("at once");
    case RuleField::Times: return RulesTableModel::tr("always");
    case RuleField::RetryAfter: return RulesTableModel::tr("none");
    default: return {};
    }
}

bool isNumber(int section)
{
    return RuleField(section) == RuleField::Status || RuleField(section) == RuleField::Delay
        || RuleField(section) == RuleField::Times;
}

} // namespace

void RulesTableModel::setRules(const QList<ReceiverRule> &rules)
{
    beginResetModel();
    m_rows.clear();
    for (const ReceiverRule &rule : rules)
        m_rows.append(textOf(rule));
    endResetModel();
}

std::optional<QList<ReceiverRule>> RulesTableModel::rules() const
{
    QList<ReceiverRule> rules;
    for (const RuleText &row : m_rows) {
        const auto rule = ruleFrom(row);
        if (!rule)
            return std::nullopt;
        rules.append(*rule);
    }
    return rules;
}

QString RulesTableModel::problem() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        for (int field = 0; field < kRuleFields; ++field) {
            if (const QString text = ruleProblem(m_rows[row], RuleField(field)); !text.isEmpty())
                return tr("Rule %1: %2").arg(row + 1).arg(text);
        }
    }
    return {};
}

void RulesTableModel::removeRule(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit edited();
}

void RulesTableModel::moveRule(int row, int step)
{
    const int to = row + step;
    if (row < 0 || row >= m_rows.size() || to < 0 || to >= m_rows.size())
        return;
    beginMoveRows({}, row, row, {}, step > 0 ? to + 1 : to);
    m_rows.move(row, to);
    endMoveRows();
    emit edited();
}

int RulesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + int(m_hasBlank);
}

int RulesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kRuleFields;
}

QVariant RulesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto field = RuleField(index.column());
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (isBlank(index.row()))
        return blankData(field, role);
    const RuleText &rule = m_rows[index.row()];
    const bool has = matters(rule.action, field);
    const QString typed = text(rule, field);
    switch (role) {
    case Qt::DisplayRole: return !has ? QStringLiteral("–") : typed.isEmpty() ? unset(field) : typed;
    case Qt::EditRole: return field == RuleField::Action ? QVariant(int(rule.action)) : QVariant(typed);
    case Qt::ToolTipRole:
        if (!has)
            return tr("An answer of this kind has none.");
        return ruleProblem(rule, field);
    case ProblemRole: return ruleProblem(rule, field);
    case QuietRole: return !has || (typed.isEmpty() && !unset(field).isEmpty());
    default: return {};
    }
}

QVariant RulesTableModel::blankData(RuleField field, int role) const
{
    if (role == QuietRole)
        return true;
    if (role == Qt::EditRole)
        return QString();
    if (role == Qt::DisplayRole && field == RuleField::Path)
        return tr("Add a rule: /path");
    return {};
}

QString RulesTableModel::text(const RuleText &rule, RuleField field) const
{
    switch (field) {
    case RuleField::Path: return rule.path;
    case RuleField::Action: return actionWord(rule.action);
    case RuleField::Status: return rule.status;
    case RuleField::Delay: return rule.delay;
    case RuleField::Times: return rule.times;
    case RuleField::RetryAfter: return rule.retryAfter;
    }
    return {};
}

QVariant RulesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    const auto field = RuleField(section);
    if (role == Qt::ToolTipRole) {
        switch (field) {
        case RuleField::Path: return tr("Requests whose path begins with it. The first rule that fits answers.");
        case RuleField::Delay: return tr("How long the answer is put off, such as 250ms or 2s");
        case RuleField::Times: return tr("How often the rule is used before the next one that fits takes over");
        case RuleField::RetryAfter: return tr("Sent as Retry-After: seconds, or a date");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (field) {
    case RuleField::Path: return tr("Path");
    case RuleField::Action: return tr("What it does");
    case RuleField::Status: return tr("Status");
    case RuleField::Delay: return tr("After");
    case RuleField::Times: return tr("Times");
    case RuleField::RetryAfter: return tr("Retry-After");
    }
    return {};
}

Qt::ItemFlags RulesTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const auto field = RuleField(index.column());
    const bool editable = isBlank(index.row()) ? field == RuleField::Path : matters(m_rows[index.row()].action, field);
    return editable ? flags | Qt::ItemIsEditable : flags;
}

bool RulesTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    const auto field = RuleField(index.column());
    const QString typed = value.toString().trimmed();
    if (isBlank(index.row()))
        return append(value, field);
    RuleText &rule = m_rows[index.row()];
    if (field == RuleField::Action ? int(rule.action) == value.toInt() : text(rule, field) == typed)
        return false;
    switch (field) {
    case RuleField::Path: rule.path = typed; break;
    case RuleField::Action: rule.action = ReceiverRule::Action(value.toInt()); break;
    case RuleField::Status: rule.status = typed; break;
    case RuleField::Delay: rule.delay = typed; break;
    case RuleField::Times: rule.times = typed; break;
    case RuleField::RetryAfter: rule.retryAfter = typed; break;
    }
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), kRuleFields - 1));
    emit edited();
    return true;
}

bool RulesTableModel::append(const QVariant &value, RuleField field)
{
    const QString path = value.toString().trimmed();
    if (field != RuleField::Path || path.isEmpty())
        return false;
    // The row that was blank becomes the rule, so that an editor that is open on it stays where it is.
    const int row = int(m_rows.size());
    RuleText rule;
    rule.path = path;
    m_hasBlank = false;
    m_rows.append(rule);
    emit dataChanged(index(row, 0), index(row, kRuleFields - 1));
    beginInsertRows({}, row + 1, row + 1);
    m_hasBlank = true;
    endInsertRows();
    emit edited();
    return true;
}

} // namespace callboard
