// The log as a screen: header with follow chip and rate, filter, list, and the inspector below it (beside it where
// there is room). Puts model, source and engine together; what it can't do itself it asks for by signals.
#pragma once

#include "core/engine/engineclient.h"
#include "core/engine/platformclient.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/deliveries/deliverysource.h"
#include "ui/shell/pagewidget.h"

#include <QHash>
#include <QTimer>

class QAction;
class QLabel;
class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace callboard {

class DeliveryInspector;
class DeliveryTable;
class EmptyState;
class ExportFlow;
class FilterBar;
class FollowChip;
class MessageBar;
class RateLabel;
class RefreshFlow;
class ReplayFlow;
class SearchLine;

class DeliveriesPage : public PageWidget {
    Q_OBJECT

public:
    // Without `platform` nobody can be asked what an asset is now, and nothing offers it.
    DeliveriesPage(DeliverySource &source, EngineClient &engine, MessageBar &messages, const Clock &clock,
                   QWidget *parent = nullptr, PlatformClient *platform = nullptr);

    void setFilter(const DeliveryFilter &filter);
    // With what replayPlanChanged() said last, at the next start: asks whether to go on.
    void goOnReplaying(const QString &plan);
    void selectDelivery(DeliveryId id);
    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;
    // What was shown, of this workspace: deliverysession.cpp.
    void resume(const QSettings &settings);
    void remember(QSettings &settings) const;

signals:
    void editTargetRequested(callboard::TargetId id);
    void revisionRequested(callboard::TargetId target, int revision); // by which an attempt was made
    void newTargetRequested();
    void fireEventRequested();
    void demoRequested();
    void replayPlanChanged(const QString &plan);           // to be kept for this workspace; empty: nothing is under way
    void deliveryShown(const callboard::DeliveryRow &row); // in the inspector
    void keepRequested(); // saveLayout() has something to save that must not wait for the end

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeader(const Clock &clock);
    QWidget *buildBody();
    void connectList();
    void connectInspector();
    void connectEngine();
    void connectPlatform();
    void addKeys();
    QAction *addKey(const QString &text, const QKeySequence &key, void (DeliveriesPage::*slot)());

    void placeInspector(); // and what is kept of the layout: deliverylayout.cpp
    void offerPlaces();
    // What the list is narrowed to: deliveryfiltering.cpp.
    void connectFilters();
    void takeFilter(const DeliveryFilter &filter);
    void showSearch();
    void searchPayloads();
    void follow();
    void showCurrent();
    void showLoad();
    void reselect();
    void showMenu(const QPoint &at);
    void addReplays(QMenu &menu, const DeliveryRow &row);
    void addCopies(QMenu &menu, const Delivery &delivery, const QModelIndex &index);
    void addFilters(QMenu &menu, const Delivery &delivery);
    void readTargets();
    void takeChange(const EngineChange &change);
    void takeReplays(const QList<DeliveryId> &ids);
    void takeRevealed(const QList<DeliveryId> &found);
    bool selectWanted();
    void actOnEmpty();

    void replaySelected();
    void replayLatest();
    void refreshAsset();
    void replayMatching();
    void editTarget();
    void copyAsCurl();
    void copySelected();
    void toggleMarks();
    void editNote();
    void saveNote(DeliveryId id, const QString &note);
    void findInPayload();
    void savePayload();
    void saveFiltered();
    void saveArchive();
    void resendSelected();
    void compareSelected();
    void compare(DeliveryId before, DeliveryId after);
    void showComparison(const DeliveryDetail &older, const DeliveryDetail &newer);
    void focusFilter();
    void escape();
    void retryNow(DeliveryId id);
    void tryTarget(const CallbackTarget &target);
    void explain(EventId event);
    void cancelSelected();
    [[nodiscard]] QList<DeliveryRow> selectedRows() const;
    void narrow(const std::function<void(DeliveryFilter &)> &change);
    void say(const QString &text);
    void complain(const QString &text);

    DeliverySource &m_source;
    EngineClient &m_engine;
    MessageBar &m_messages;
    DeliveryListModel *m_model = nullptr;
    ReplayFlow *m_replay = nullptr;
    ExportFlow *m_export = nullptr;
    RefreshFlow *m_refresh = nullptr; // null: no platform
    FilterBar *m_filter = nullptr;
    SearchLine *m_search = nullptr;
    FollowChip *m_follow = nullptr;
    RateLabel *m_rate = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_list = nullptr;
    DeliveryTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    DeliveryInspector *m_inspector = nullptr;
    QHash<TargetId, CallbackTarget> m_targets;
    QTimer m_tick;
    DeliveryId m_toSelect; // as soon as it is loaded
    bool m_hasTargets = true;
    QString m_problem;
    QString m_place;     // of the inspector, as it is kept
    QByteArray m_beside; // the splitter's sizes, when it was last beside
};

} // namespace callboard
