// The list of assets as it is looked at: one row at a time, j and k as the arrows, Enter to go into it.
#pragma once

#include "ui/targets/plaintable.h"

namespace callboard {

class AssetListModel;

class AssetTable : public PlainTable {
    Q_OBJECT

public:
    explicit AssetTable(AssetListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QString selectedAsset() const; // empty: none is chosen
    bool selectAsset(const QString &id);

signals:
    void enterPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    void fitColumns();

    AssetListModel *m_assets = nullptr;
};

} // namespace callboard
