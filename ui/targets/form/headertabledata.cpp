// HeaderTableModel's other half: what its cells show and say.

#include "ui/look/recorded.h"
#include "ui/targets/form/headertablemodel.h"

#include <QMimeData>
#include <QTextDocument>

namespace callboard {

namespace {

const QString kDots = QStringLiteral("••••••••");

} // namespace

QStringList HeaderTableModel::mimeTypes() const
{
    return {QStringLiteral("application/x-callboard-header-row")};
}

QMimeData *HeaderTableModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    const QByteArray row = indexes.isEmpty() ? QByteArray("-1") : QByteArray::number(indexes.first().row());
    data->setData(mimeTypes().constFirst(), QByteArray::number(quintptr(this)) + ' ' + row);
    return data;
}

int HeaderTableModel::rowIn(const QMimeData *data) const
{
    const QByteArrayList parts = data->data(mimeTypes().constFirst()).split(' ');
    const bool ours = parts.size() == 2 && parts[0] == QByteArray::number(quintptr(this));
    const int row = ours ? parts[1].toInt() : -1;
    return row >= 0 && row < m_rows.size() && !isBlank(row) ? row : -1;
}

int HeaderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HeaderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeaderTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isBlank(index.row()))
        return blankData(index.column(), role);
    const Row &row = m_rows[index.row()];
    const Header &header = row.header;
    switch (role) {
    case Qt::DisplayRole: return display(header, index.column());
    case Qt::EditRole:
        if (index.column() == NameColumn)
            return header.name;
        return index.column() == ValueColumn && !header.secret ? QVariant(header.value) : QVariant(QString());
    case Qt::CheckStateRole: return checked(header, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::AccessibleTextRole: return accessibleText(header, index.column());
    case ProblemRole: return problem(header, index.column());
    case AdviceRole: return index.column() == NameColumn ? row.advice : QString();
    case SecretRole: return header.secret;
    case BlankRole: return false;
    case SentRole: return header.enabled;
    default: return {};
    }
}

QVariant HeaderTableModel::checked(const Header &header, int column) const
{
    if (column != SentColumn && column != SecretColumn)
        return {};
    return (column == SentColumn ? header.enabled : header.secret) ? Qt::Checked : Qt::Unchecked;
}

QVariant HeaderTableModel::toolTip(const Row &row, int column) const
{
    if (const QString text = problem(row.header, column); !text.isEmpty())
        return text;
    switch (column) {
    case SentColumn: return row.header.enabled ? tr("Sent with every request") : tr("Kept, and not sent");
    case SecretColumn: return tr("Encrypted in the workspace, masked everywhere");
    default: return Qt::mightBeRichText(row.advice) ? row.advice.toHtmlEscaped() : row.advice;
    }
}

QVariant HeaderTableModel::accessibleText(const Header &header, int column) const
{
    switch (column) {
    case SentColumn: return tr("Send");
    case SecretColumn: return tr("Secret");
    case ValueColumn: return header.secret ? QVariant(tr("Secret value, hidden")) : display(header, column);
    default: return display(header, column);
    }
}

QVariant HeaderTableModel::blankData(int column, int role) const
{
    if (role == BlankRole)
        return true;
    if (role == Qt::EditRole)
        return QString();
    if (role == Qt::DisplayRole && column == NameColumn)
        return tr("Add a header");
    if (role == Qt::DisplayRole && column == ValueColumn)
        return tr("or paste several lines");
    return {};
}

QVariant HeaderTableModel::display(const Header &header, int column) const
{
    switch (column) {
    case NameColumn: return header.name;
    case ValueColumn:
        if (!header.secret)
            return header.value;
        return header.value.isEmpty() && header.sealed.isEmpty() ? QString() : kDots;
    default: return {};
    }
}

QString HeaderTableModel::problem(const Header &header, int column) const
{
    if (column == NameColumn)
        return inOurLanguage(headerNameProblem(header.name).value_or(QString()));
    if (column == ValueColumn)
        return inOurLanguage(headerValueProblem(header.value).value_or(QString()));
    return {};
}

QVariant HeaderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool box = section == SentColumn || section == SecretColumn;
    if (role == Qt::TextAlignmentRole)
        return box ? int(Qt::AlignCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == SecretColumn)
        return tr("Secret values are encrypted in the workspace and masked everywhere.");
    if (role == Qt::ToolTipRole && section == SentColumn)
        return tr("What is not ticked is kept, and not sent.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentColumn: return tr("Send");
    case NameColumn: return tr("Name");
    case ValueColumn: return tr("Value");
    case SecretColumn: return tr("Secret");
    default: return {};
    }
}

Qt::ItemFlags HeaderTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (isBlank(index.row()))
        return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
    const bool box = index.column() == SentColumn || index.column() == SecretColumn;
    return flags | Qt::ItemIsDragEnabled | (box ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

} // namespace callboard
