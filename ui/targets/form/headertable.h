// The table in which headers are typed. Tab goes from cell to cell and on to a new row, and leaves the table from the
// blank row; Delete removes a header; pasted lines become rows.
#pragma once

#include "core/domain/header.h"

#include <QTableView>

namespace callboard {

class HeaderTableModel;

class HeaderTable : public QTableView {
    Q_OBJECT

public:
    explicit HeaderTable(QWidget *parent = nullptr);

    void setHeaders(const HeaderList &headers);
    [[nodiscard]] HeaderList headers() const;

signals:
    void headersChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showMenu(const QPoint &position);
    void removeCurrent();
    void paste();
    [[nodiscard]] QModelIndex neighbour(const QModelIndex &from, int step) const;
    void goTo(const QModelIndex &index);
    void fitHeight();

    HeaderTableModel *m_model = nullptr;
};

} // namespace callboard
