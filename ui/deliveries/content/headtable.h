// The head of one message as a table: its first line, then name and value of each header, as they were on the wire.
// Rows are copied by Ctrl+C or the menu.
#pragma once

#include "ui/look/access/boundedtable.h"

namespace callboard {

class HeadTable : public BoundedTableWidget {
    Q_OBJECT

public:
    explicit HeadTable(QWidget *parent = nullptr);

    void setHead(const QByteArray &head);
    [[nodiscard]] QString headText() const; // "Name: value" lines

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void addLine(const QString &text);
    void addHeader(const QString &name, const QString &value);
    [[nodiscard]] QString rowText(int row) const;
    void copySelected();

    QByteArray m_head;
};

} // namespace callboard
