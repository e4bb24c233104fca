#include "ui/settings/doortokenmodel.h"

#include "ui/look/look.h"
#include "ui/targets/targetwords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace callboard {

namespace {

QString day(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

void DoorTokenModel::setTokens(const QList<DoorToken> &tokens, Timestamp now)
{
    beginResetModel();
    m_tokens = tokens;
    m_now = now;
    endResetModel();
}

int DoorTokenModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(),
                                    [&name](const DoorToken &token) { return token.name == name; });
    return found == m_tokens.end() ? -1 : int(found - m_tokens.begin());
}

int DoorTokenModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tokens.size());
}

int DoorTokenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DoorTokenModel::text(const DoorToken &token, int column) const
{
    switch (column) {
    case NameColumn: return token.name;
    case ScopesColumn: return toString(token.scopes).replace(u',', QLatin1String(", "));
    case MadeColumn: return day(token.createdAt);
    case UsedColumn: return token.usedAt ? day(*token.usedAt) : tr("never");
    case EndsColumn:
        if (!token.endsAt)
            return tr("never");
        return token.hasEnded(m_now) ? tr("has ended") : day(*token.endsAt);
    default: return {};
    }
}

QString DoorTokenModel::toolTip(const DoorToken &token, int column) const
{
    switch (column) {
    case NameColumn: return tr("%1, begins with %2").arg(token.name, token.hint);
    case MadeColumn: return words::moment(token.createdAt);
    case UsedColumn: return token.usedAt ? words::moment(*token.usedAt) : QString();
    case EndsColumn: return token.endsAt ? words::moment(*token.endsAt) : QString();
    default: return text(token, column);
    }
}

QVariant DoorTokenModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DoorToken &token = m_tokens[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(token, index.column());
    case Qt::ToolTipRole: return look::plainTip(toolTip(token, index.column()));
    default: return {};
    }
}

QVariant DoorTokenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case ScopesColumn: return tr("May");
    case MadeColumn: return tr("Made");
    case UsedColumn: return tr("Last used");
    case EndsColumn: return tr("Ends");
    default: return {};
    }
}

} // namespace callboard
