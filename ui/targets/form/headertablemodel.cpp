// What is edited; what is shown of it: headertabledata.cpp.
#include "ui/targets/form/headertablemodel.h"

#include "ui/targets/form/headeradvice.h"
#include "ui/targets/form/headerlines.h"

namespace callboard {

void HeaderTableModel::setHeaders(const HeaderList &headers)
{
    beginResetModel();
    m_rows.clear();
    for (const Header &header : headers)
        m_rows.append({header, header.sealed, false, false, {}});
    m_rows.append({{}, {}, true, false, {}});
    takeAdvice();
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

QStringList HeaderTableModel::advice() const
{
    QStringList advice;
    for (const Row &row : m_rows) {
        if (!row.advice.isEmpty())
            advice.append(row.advice);
    }
    return advice;
}

void HeaderTableModel::removeHeader(int row)
{
    if (row < 0 || row >= m_rows.size() || isBlank(row))
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    takeAdvice();
    emit headersChanged();
}

void HeaderTableModel::setSent(int row, bool sent)
{
    if (row < 0 || row >= m_rows.size() || isBlank(row) || m_rows[row].header.enabled == sent)
        return;
    m_rows[row].header.enabled = sent;
    touched();
}

bool HeaderTableModel::moveHeader(int row, int gap)
{
    const int count = int(m_rows.size()) - 1; // the blank row stays where it is
    gap = qBound(0, gap, count);
    if (row < 0 || row >= count || gap == row || gap == row + 1)
        return false;
    beginMoveRows({}, row, row, {}, gap);
    m_rows.move(row, gap > row ? gap - 1 : gap);
    endMoveRows();
    takeAdvice();
    emit headersChanged();
    return true;
}

int HeaderTableModel::appendLines(const QString &text)
{
    const HeaderList lines = parseHeaderLines(text);
    if (!lines.isEmpty()) {
        fillBlank(lines);
        takeAdvice();
        emit headersChanged();
    }
    return int(lines.size());
}

bool HeaderTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int row = index.row();
    if (role == Qt::CheckStateRole)
        return !isBlank(row) && setChecked(index, value.toInt() == Qt::Checked);
    if (role != Qt::EditRole)
        return false;
    // Space around a field is not part of it (RFC 9110 §5.5); space or line ends inside stay, and are refused in words.
    const QString text = value.toString().trimmed();
    if (index.column() == NameColumn)
        return setName(row, text);
    if (index.column() != ValueColumn || isBlank(row))
        return false;
    const bool trimmed = text != value.toString() && !text.isEmpty();
    const bool adviceChanges = trimmed != m_rows[row].trimmed;
    m_rows[row].trimmed = trimmed;
    if (setValue(row, text))
        return true;
    if (adviceChanges)
        touched();
    return adviceChanges;
}

bool HeaderTableModel::setChecked(const QModelIndex &index, bool on)
{
    if (index.column() == SecretColumn)
        return setSecret(index.row(), on);
    if (index.column() != SentColumn)
        return false;
    setSent(index.row(), on);
    return true;
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
    touched();
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
    touched();
    return true;
}

bool HeaderTableModel::setSecret(int row, bool secret)
{
    Header &header = m_rows[row].header;
    if (header.secret == secret)
        return false;
    header.secret = secret;
    header.sealed = secret && header.value.isEmpty() ? m_rows[row].sealedBefore : QByteArray();
    touched();
    return true;
}

void HeaderTableModel::insert(int row, const HeaderList &headers)
{
    if (headers.isEmpty())
        return;
    beginInsertRows({}, row, row + int(headers.size()) - 1);
    for (qsizetype i = 0; i < headers.size(); ++i)
        m_rows.insert(row + i, Row{headers[i], {}, false, false, {}});
    endInsertRows();
}

// The first header takes the blank row's place, so that who stands there stays; a new blank row appears below.
void HeaderTableModel::fillBlank(const HeaderList &headers)
{
    const int row = int(m_rows.size()) - 1;
    m_rows[row] = Row{headers.first(), {}, false, false, {}};
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    insert(row + 1, headers.mid(1));
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append({{}, {}, true, false, {}});
    endInsertRows();
}

// What one row is advised may follow from another: a name that is there twice.
void HeaderTableModel::touched()
{
    takeAdvice();
    emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    emit headersChanged();
}

void HeaderTableModel::takeAdvice()
{
    const QStringList advice = headerAdvice(headers());
    for (qsizetype row = 0; row < advice.size(); ++row) {
        Row &kept = m_rows[row];
        kept.advice = advice[row];
        if (kept.advice.isEmpty() && kept.trimmed)
            kept.advice =
                tr("Blanks around the value of “%1” were left out: they are not part of it.").arg(kept.header.name);
    }
}

} // namespace callboard
