#include "ui/deliveries/changes/changemodel.h"

#include "ui/deliveries/changes/changewords.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <QGuiApplication>

#include <array>

namespace callboard {

namespace {

struct MarkLook {
    look::Tone tone;
    const char *icon;
};

constexpr std::array<MarkLook, 3> kMarks{
    {{look::Tone::Delivered, "add"}, {look::Tone::Waiting, "edit"}, {look::Tone::Retrying, "state-cancelled"}}};

const MarkLook &lookOf(const ReadableChange &change)
{
    return kMarks[static_cast<size_t>(changewords::markOf(change.change))];
}

const std::optional<QString> &valueOf(const ReadableChange &change, int column)
{
    return column == ChangeModel::BeforeColumn ? change.change.before : change.change.after;
}

const QString &meaningOf(const ReadableChange &change, int column)
{
    return column == ChangeModel::BeforeColumn ? change.beforeMeaning : change.afterMeaning;
}

bool isValue(int column)
{
    return column == ChangeModel::BeforeColumn || column == ChangeModel::AfterColumn;
}

QString text(const ReadableChange &change, int column)
{
    if (column == ChangeModel::MarkColumn)
        return changewords::word(changewords::markOf(change.change));
    if (column == ChangeModel::FieldColumn)
        return changewords::cell(QString::fromUtf8(change.change.name));
    const auto &value = valueOf(change, column);
    if (!value)
        return deliverytext::kUnknown;
    return value->isEmpty() ? ChangeModel::tr("empty") : changewords::cell(*value, meaningOf(change, column));
}

QString toolTip(const ReadableChange &change, int column)
{
    if (!isValue(column) || !valueOf(change, column))
        return changewords::tip(text(change, column));
    const QString &meaning = meaningOf(change, column);
    const QString &value = *valueOf(change, column);
    return changewords::tip(meaning.isEmpty() ? value : QString(value + QLatin1Char('\n') + meaning));
}

} // namespace

void ChangeModel::setChanges(const QList<ReadableChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReadableChange &change = m_changes[index.row()];
    const int column = index.column();
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
    case Qt::DisplayRole: return text(change, column);
    case Qt::ToolTipRole: return toolTip(change, column);
    case TonedDelegate::ToneRole: return column == MarkColumn ? QVariant(int(lookOf(change).tone)) : QVariant();
    case Qt::DecorationRole:
        if (column == MarkColumn)
            return look::icon(QLatin1String(lookOf(change).icon), look::color(lookOf(change).tone, palette));
        return {};
    case Qt::ForegroundRole:
        if (isValue(column) && valueOf(change, column).value_or(QString()).isEmpty())
            return palette.brush(QPalette::PlaceholderText);
        return {};
    default: return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MarkColumn: return tr("Change");
    case FieldColumn: return tr("Field");
    case BeforeColumn: return tr("Before");
    case AfterColumn: return tr("After");
    default: return {};
    }
}

} // namespace callboard
