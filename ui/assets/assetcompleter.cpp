#include "ui/assets/assetcompleter.h"

#include "ui/assets/assetwords.h"

#include <QStandardItemModel>

namespace callboard {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kMostShown = 12;

} // namespace

AssetCompleter::AssetCompleter(QObject *parent)
    : QCompleter(parent)
    , m_assets(new QStandardItemModel(this))
{
    setModel(m_assets);
    setCompletionRole(Qt::DisplayRole);
    setFilterMode(Qt::MatchContains);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(kMostShown);
}

void AssetCompleter::setAssets(const QList<AssetRow> &assets)
{
    m_assets->setRowCount(int(assets.size()));
    for (int row = 0; row < assets.size(); ++row) {
        const QString id = assetwords::shown(assets[row].id);
        auto *item = new QStandardItem(
            assets[row].name.isEmpty() ? id : QString(id + QStringLiteral("  ·  ") + assets[row].name));
        item->setData(assets[row].id, kIdRole);
        m_assets->setItem(row, item);
    }
}

QString AssetCompleter::pathFromIndex(const QModelIndex &index) const
{
    return index.data(kIdRole).toString();
}

} // namespace callboard
