// Draws and edits the cells of the header table: what is wrong in the failure colour, the blank row quiet, the lock
// box centred, a secret's editor showing dots.
#pragma once

#include "ui/look/toneddelegate.h"

namespace callboard {

class HeaderDelegate : public TonedDelegate {
    Q_OBJECT

public:
    explicit HeaderDelegate(QObject *parent = nullptr)
        : TonedDelegate({}, parent)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace callboard
