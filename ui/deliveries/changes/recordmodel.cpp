#include "ui/deliveries/changes/recordmodel.h"

#include "ui/deliveries/changes/changewords.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/toneddelegate.h"

#include <QGuiApplication>

namespace callboard {

namespace {

QString meaningOf(const ReadableField &field)
{
    return field.known ? inOurLanguage(field.meaning) : RecordModel::tr("unknown field, kept");
}

// What stands in the cell before it is cut.
QString whole(const ReadableField &field, int column)
{
    switch (column) {
    case RecordModel::FieldColumn: return QString::fromUtf8(field.name);
    case RecordModel::ValueColumn: return field.value.isEmpty() ? RecordModel::tr("empty") : field.value;
    case RecordModel::MeaningColumn: return meaningOf(field);
    default: return {};
    }
}

bool isQuiet(const ReadableField &field, int column)
{
    return (column == RecordModel::ValueColumn && field.value.isEmpty())
        || (column == RecordModel::MeaningColumn && field.known);
}

} // namespace

void RecordModel::setFields(const QList<ReadableField> &fields)
{
    beginResetModel();
    m_fields = fields;
    endResetModel();
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReadableField &field = m_fields[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return changewords::cell(whole(field, column));
    case Qt::ToolTipRole: return changewords::tip(whole(field, column));
    case TonedDelegate::ToneRole:
        return column == MeaningColumn && !field.known ? QVariant(int(look::Tone::Held)) : QVariant();
    case Qt::ForegroundRole:
        if (isQuiet(field, column))
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    default: return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn: return tr("Field");
    case ValueColumn: return tr("Value");
    case MeaningColumn: return tr("Meaning");
    default: return {};
    }
}

} // namespace callboard
