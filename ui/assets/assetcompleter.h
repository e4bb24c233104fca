// Completes an asset's id while one types any part of its id or name. The list shows both; the id is what is typed.
#pragma once

#include "ui/assets/assetdetail.h"

#include <QCompleter>

class QStandardItemModel;

namespace callboard {

class AssetCompleter : public QCompleter {
    Q_OBJECT

public:
    explicit AssetCompleter(QObject *parent = nullptr);

    void setAssets(const QList<AssetRow> &assets);
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;

private:
    QStandardItemModel *m_assets = nullptr;
};

} // namespace callboard
