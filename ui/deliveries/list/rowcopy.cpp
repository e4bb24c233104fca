#include "ui/deliveries/list/rowcopy.h"

#include "ui/deliveries/deliverylistmodel.h"

#include <QHeaderView>
#include <QTableView>

namespace callboard {

namespace {

// A cell is one cell wherever it is pasted.
QString cell(QString text)
{
    for (QChar &c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace

QList<int> shownColumns(const QTableView &table)
{
    QList<int> columns;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place) {
        const int column = table.horizontalHeader()->logicalIndex(place);
        if (!table.isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString rowsAsText(const QTableView &table, const QList<int> &rows)
{
    const QAbstractItemModel *model = table.model();
    const QList<int> columns = shownColumns(table);
    QStringList names{DeliveryListModel::tr("Delivery")};
    for (const int column : columns)
        names << cell(model->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
    QStringList lines{names.join(QLatin1Char('\t'))};
    for (const int row : rows) {
        QStringList cells{model->index(row, 0).data(DeliveryListModel::IdRole).toString()};
        for (const int column : columns)
            cells << cell(model->index(row, column).data(DeliveryListModel::CopyRole).toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace callboard
