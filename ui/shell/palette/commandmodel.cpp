#include "ui/shell/palette/commandmodel.h"

#include "ui/shell/palette/fuzzymatch.h"

#include <QSet>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostShown = 200; // nobody goes through more by keyboard

QString spoken(const Command &command)
{
    QStringList parts{command.title, command.place};
    if (!command.keys.isEmpty())
        parts << command.keys;
    if (!command.can)
        parts << (command.obstacle.isEmpty() ? CommandModel::tr("not possible now") : command.obstacle);
    return parts.join(QStringLiteral(", "));
}

} // namespace

CommandModel::CommandModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void CommandModel::setCommands(const QList<Command> &commands)
{
    m_commands = commands;
    rank();
}

void CommandModel::addCommands(const QList<Command> &commands)
{
    m_commands += commands;
    rank();
}

void CommandModel::setNumbered(Numbered numbered)
{
    m_numbered = std::move(numbered);
    rank();
}

void CommandModel::setRecent(const QStringList &titles)
{
    m_recent = titles;
    rank();
}

void CommandModel::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    rank();
}

QList<CommandModel::Shown> CommandModel::found() const
{
    QList<Shown> shown;
    for (const Command &command : m_commands) {
        if (auto match = fuzzyMatch(m_typed, command.title)) {
            const qsizetype at = m_recent.indexOf(command.title);
            shown.append({command, match->positions, match->score, at < 0 ? m_recent.size() : at});
        }
    }
    // Of two that fit as well, what can be done comes first, then what was done lately, then the shorter title.
    std::stable_sort(shown.begin(), shown.end(), [typed = !m_typed.isEmpty()](const Shown &a, const Shown &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.command.can != b.command.can)
            return a.command.can;
        if (a.since != b.since)
            return a.since < b.since;
        return typed && a.command.title.size() < b.command.title.size();
    });
    return shown;
}

void CommandModel::rank()
{
    beginResetModel();
    m_shown.clear();
    QSet<QString> numbered;
    bool isNumber = false;
    const qint64 number = QStringView(m_typed).mid(m_typed.startsWith(u'#') ? 1 : 0).toLongLong(&isNumber);
    if (isNumber && number > 0 && m_numbered) {
        for (const Command &command : m_numbered(number)) {
            m_shown.append({command, {}, 0, 0});
            numbered.insert(command.title);
        }
    }
    for (const Shown &fits : found()) {
        if (!numbered.contains(fits.command.title))
            m_shown.append(fits);
    }
    if (m_shown.size() > kMostShown)
        m_shown.resize(kMostShown);
    endResetModel();
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[command, matched, score, since] = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return command.title;
    case Qt::AccessibleTextRole: return spoken(command);
    case PlaceRole: return command.place;
    case KeysRole: return command.keys;
    case CanRole: return command.can;
    case ObstacleRole: return command.obstacle;
    case MatchedRole: return QVariant::fromValue(matched);
    default: return {};
    }
}

} // namespace callboard
