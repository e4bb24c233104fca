// The table in which headers are typed. Tab goes from cell to cell and on to a new row, and leaves the table from the
// blank row; Delete removes a header; pasted lines become rows, which are moved by dragging or with Alt+Up and
// Alt+Down.
#pragma once

#include "core/domain/header.h"
#include "ui/look/access/boundedtable.h"

namespace callboard {

class HeaderDelegate;
class HeaderTableModel;

class HeaderTable : public BoundedTable {
    Q_OBJECT

public:
    explicit HeaderTable(QWidget *parent = nullptr);

    void setHeaders(const HeaderList &headers);
    [[nodiscard]] HeaderList headers() const;
    [[nodiscard]] QStringList advice() const;
    void setKnownNames(const QStringList &names); // proposed while a name is typed

signals:
    void headersChanged();
    // A whole command was pasted where headers go; nothing of it was taken.
    void curlPasted(const QString &command);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeColumns();
    void showMenu(const QPoint &position);
    void removeCurrent();
    void moveCurrent(int step);
    void moveTo(int row, int gap);
    void paste();
    [[nodiscard]] QModelIndex neighbour(const QModelIndex &from, int step) const;
    void goTo(const QModelIndex &index);
    void fitHeight();
    [[nodiscard]] bool isOurs(const QDropEvent &event) const;
    [[nodiscard]] int gapAt(int y) const;
    void showGap(int gap);

    HeaderTableModel *m_model = nullptr;
    HeaderDelegate *m_delegate = nullptr;
    int m_gap = -1; // where the row on its way would land
};

} // namespace callboard
