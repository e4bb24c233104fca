// Draws and edits the cells of the rules' table: what is wrong in the failure colour, what is not set quiet. What is
// typed is taken at every key, so that it is checked and applied as it stands.
#pragma once

#include "ui/look/toneddelegate.h"

namespace callboard {

class RulesDelegate : public TonedDelegate {
    Q_OBJECT

public:
    explicit RulesDelegate(QObject *parent = nullptr)
        : TonedDelegate({}, parent)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void takeTyped();
    void takeChosen();
};

} // namespace callboard
