// The page of all assets that are known here: a list that stays current, one asset in all its parts below (beside it
// where there is room), and on top what encoders said that no asset is known for. Reads through the ReadThread.
#pragma once

#include "core/engine/platformclient.h"
#include "core/store/readthread.h"
#include "ui/assets/assetdetail.h"
#include "ui/shell/pagewidget.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace callboard {

class AssetInspector;
class AssetListModel;
class AssetTable;
class AssignDialog;
class EmptyState;
class MessageBar;
class UnmatchedBar;

inline constexpr int kMostAssetsListed = 500; // the filter finds the others

class AssetsPage : public PageWidget {
    Q_OBJECT

public:
    AssetsPage(PlatformClient &platform, EngineClient &engine, ReadThread &reads, MessageBar &messages,
               QWidget *parent = nullptr);

    void selectAsset(const QString &id); // one that the list does not hold is shown all the same
    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;
    // What was shown, of this workspace: the filter and the asset.
    void resume(const QSettings &settings);
    void remember(QSettings &settings) const;

signals:
    void editTargetRequested(callboard::TargetId id);
    void deliveriesRequested(const QString &asset);
    void deliveryRequested(callboard::DeliveryId id);
    void fireEventRequested();
    void unmatchedChanged(int count); // encoder notifications without an asset

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Missing { Nothing, Assets, Matches, Answer };
    struct Answer {
        QString search;
        std::optional<Result<QList<AssetRow>>> rows; // not asked for while nobody looks
        std::optional<Result<AssetDetail>> detail;
        Result<QList<EncoderNotification>> unmatched;
    };

    QWidget *makeHeader();
    QWidget *makeActions();
    QWidget *makeBody();
    void connectParts();
    void connectEngine();

    void load();
    void take(const Answer &answer);
    void takeRows(const Result<QList<AssetRow>> &rows);
    void takeDetail(const Result<AssetDetail> &detail);
    void takeUnmatched(const QList<EncoderNotification> &unmatched);
    void failed(const QString &detail);
    void showState();
    void showFigures();
    void showCurrent();
    void inspect(const QString &id);

    void addKeys();
    void addKey(const QKeySequence &key, void (AssetsPage::*slot)());
    void enableActions();
    void actOnEmpty();
    void showMenu(const QPoint &at);
    void showDeliveries();
    void explainNewest();
    void refreshFromPlatform();
    void takeRefreshed(const QString &id, const Result<RefreshedAsset> &refreshed);
    void openAssignDialog();
    void focusFilter();
    void escape();

    PlatformClient &m_platform;
    ReadThread &m_reads;
    MessageBar &m_messages;
    AssetListModel *m_model = nullptr;
    UnmatchedBar *m_unmatched = nullptr;
    QLabel *m_figures = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_deliveriesButton = nullptr;
    QPushButton *m_explainButton = nullptr;
    QPushButton *m_refreshButton = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_list = nullptr;
    AssetTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    AssetInspector *m_inspector = nullptr;
    QPointer<AssignDialog> m_assign;
    QTimer m_soon;   // gathers changes
    QTimer m_typing; // gathers keystrokes
    QTimer m_tick;
    QString m_current;    // the asset in the inspector; empty: none
    QString m_refreshing; // the asset the platform is asked about; empty: none
    QString m_failure;
    Missing m_missing = Missing::Nothing;
    bool m_asking = false;
    bool m_again = false; // asked for while an answer was under way
    bool m_loaded = false;
};

} // namespace callboard
