#include "ui/targets/form/headertablemodel.h"

#include "ui/targets/form/headerlines.h"

namespace callboard {

namespace {

const QString kDots = QStringLiteral("••••••••");

} // namespace

void HeaderTableModel::setHeaders(const HeaderList &headers)
{
    beginResetModel();
    m_rows.clear();
    for (const Header &header : headers)
        m_rows.append({header, header.sealed, false});
    m_rows.append({{}, {}, true});
    endResetModel();
}

HeaderList HeaderTableModel::headers() const
{
    HeaderList headers;
    for (const Row &row : m_rows) {
        if (!row.blank)
            headers.append(row.header);
    }
    return headers;
}

void HeaderTableModel::removeHeader(int row)
{
    if (row < 0 || row >= m_rows.size() || isBlank(row))
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit headersChanged();
}

void HeaderTableModel::setSent(int row, bool sent)
{
    if (row < 0 || row >= m_rows.size() || isBlank(row) || m_rows[row].header.enabled == sent)
        return;
    m_rows[row].header.enabled = sent;
    touched(row);
}

int HeaderTableModel::appendLines(const QString &text)
{
    const HeaderList lines = parseHeaderLines(text);
    if (!lines.isEmpty()) {
        fillBlank(lines);
        emit headersChanged();
    }
    return int(lines.size());
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
    const Header &header = m_rows[index.row()].header;
    switch (role) {
    case Qt::DisplayRole: return display(header, index.column());
    case Qt::EditRole:
        if (index.column() == NameColumn)
            return header.name;
        return index.column() == ValueColumn && !header.secret ? QVariant(header.value) : QVariant(QString());
    case Qt::CheckStateRole:
        return index.column() == SecretColumn ? QVariant(header.secret ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole: {
        const QString text = problem(header, index.column());
        return text.isEmpty() && index.column() == SecretColumn ? tr("Encrypted in the workspace, masked everywhere")
                                                                : text;
    }
    case Qt::AccessibleTextRole:
        if (index.column() == SecretColumn)
            return tr("Secret");
        return index.column() == ValueColumn && header.secret ? tr("Secret value, hidden")
                                                              : display(header, index.column());
    case ProblemRole: return problem(header, index.column());
    case SecretRole: return header.secret;
    case BlankRole: return false;
    case SentRole: return header.enabled;
    default: return {};
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
        return tr("or paste lines such as “Name: value”");
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
        return headerNameProblem(header.name).value_or(QString());
    if (column == ValueColumn)
        return headerValueProblem(header.value).value_or(QString());
    return {};
}

QVariant HeaderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == SecretColumn ? int(Qt::AlignCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == SecretColumn)
        return tr("Secret values are encrypted in the workspace and masked everywhere.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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
    return flags | (index.column() == SecretColumn ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool HeaderTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int row = index.row();
    if (index.column() == SecretColumn)
        return role == Qt::CheckStateRole && !isBlank(row) && setSecret(row, value.toInt() == Qt::Checked);
    if (role != Qt::EditRole)
        return false;
    // Space around a field is not part of it (RFC 9110 §5.5); space or line ends inside stay, and are refused in words.
    const QString text = value.toString().trimmed();
    return index.column() == NameColumn ? setName(row, text) : !isBlank(row) && setValue(row, text);
}

bool HeaderTableModel::setName(int row, const QString &name)
{
    if (isBlank(row) && name.isEmpty())
        return false;
    const HeaderList lines = name.contains(u':') ? parseHeaderLines(name) : HeaderList();
    if (isBlank(row)) {
        fillBlank(lines.isEmpty() ? HeaderList{Header{name, {}, {}, looksSecret(name), true}} : lines);
    } else {
        Header &header = m_rows[row].header;
        if (header.name == name)
            return false;
        header.name = lines.isEmpty() ? name : lines.first().name;
        if (!lines.isEmpty())
            header.value = lines.first().value;
        header.secret = header.secret || (looksSecret(header.name) && header.value.isEmpty());
        insert(row + 1, lines.mid(1));
    }
    touched(row);
    return true;
}

bool HeaderTableModel::setValue(int row, const QString &value)
{
    Header &header = m_rows[row].header;
    if (header.value == value || (header.secret && value.isEmpty()))
        return false; // an editor left empty does not wipe a secret that it could not show
    header.value = value;
    header.sealed.clear();
    m_rows[row].sealedBefore.clear();
    touched(row);
    return true;
}

bool HeaderTableModel::setSecret(int row, bool secret)
{
    Header &header = m_rows[row].header;
    if (header.secret == secret)
        return false;
    header.secret = secret;
    header.sealed = secret && header.value.isEmpty() ? m_rows[row].sealedBefore : QByteArray();
    touched(row);
    return true;
}

void HeaderTableModel::insert(int row, const HeaderList &headers)
{
    if (headers.isEmpty())
        return;
    beginInsertRows({}, row, row + int(headers.size()) - 1);
    for (qsizetype i = 0; i < headers.size(); ++i)
        m_rows.insert(row + i, Row{headers[i], {}, false});
    endInsertRows();
}

// The first header takes the blank row's place, so that who stands there stays; a new blank row appears below.
void HeaderTableModel::fillBlank(const HeaderList &headers)
{
    const int row = int(m_rows.size()) - 1;
    m_rows[row] = Row{headers.first(), {}, false};
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    insert(row + 1, headers.mid(1));
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append({{}, {}, true});
    endInsertRows();
}

void HeaderTableModel::touched(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit headersChanged();
}

} // namespace callboard
