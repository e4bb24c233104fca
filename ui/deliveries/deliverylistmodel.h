// The log as a table, newest first: a window of at most kMostRows over the workspace, moved by key and page by page in
// both directions, so that a million rows cost what a thousand cost. Rows change in place. While following, new rows
// come on top; else they are counted in pending() and come with the next reload. A filter that looks into bodies is
// answered bit by bit, no further than the list is looked at.
#pragma once

#include "core/domain/clock.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverysource.h"

#include <QAbstractTableModel>
#include <QSet>

namespace callboard {

class DeliveryListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Target, Event, Asset, Attempts, Status, Duration, When, Mark, Note, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ToneRole, ReplayOfRole, CopyRole, MarkedRole, NotedRole };
    enum class Load { Loading, Loaded, Failed };

    static constexpr int kPageRows = 200;
    static constexpr int kMostRows = 2'000; // assistive tools ask for all of them at once

    DeliveryListModel(DeliverySource &source, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // The other end: rows newer than the first one, which had to make room. Not where bodies are looked into: such a
    // page takes as long as it takes.
    [[nodiscard]] bool canFetchNewer() const;
    void fetchNewer();

    void setFilter(const DeliveryFilter &filter); // loads anew
    [[nodiscard]] const DeliveryFilter &filter() const { return m_filter; }
    void reload();
    // Following again loads the newest.
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] int pending() const { return int(m_pending.size()); }
    [[nodiscard]] Load load() const { return m_load; }

    [[nodiscard]] const DeliveryRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int indexOf(DeliveryId id) const; // -1: not loaded

    // The way through the bodies, where the filter asks for that.
    struct Search {
        bool running = false;
        bool stopped = false; // by the operator
        bool ended = false;   // all were looked at
        qint64 looked = 0;
        qint64 found = 0;
    };
    [[nodiscard]] const Search &search() const { return m_search; }
    void stopSearch();
    void goOnSearching();

    // Reads these again; those that are loaded change in place.
    void refresh(const QList<DeliveryId> &ids);
    // As refresh(), and shows them even when the list does not follow; revealed() says which were found.
    void reveal(const QList<DeliveryId> &ids);
    // Somebody else wrote to the workspace, and nobody knows what: the newest page, and of the rest what has not ended.
    void readAgain();
    void refreshTimes();

signals:
    void loadChanged(callboard::DeliveryListModel::Load load);
    void pendingChanged(int pending);
    void followingChanged(bool following);
    void revealed(const QList<callboard::DeliveryId> &found);
    void searchMoved(); // search() is another

private:
    void setLoad(Load load);
    void beginSearch();
    void askSearch();
    void takeSearch(DeliveryId from, const DeliveryScan &step);
    void askChanges();
    void takeAgain(const QList<DeliveryRow> &newest);
    void takeFirst(const QList<DeliveryRow> &page);
    void takeOlder(const QList<DeliveryRow> &page);
    void takeNewer(const QList<DeliveryRow> &page);
    void dropNewest(int count);
    void dropOldest(int count);
    void takeChanges(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows);
    void takeRow(const DeliveryRow &row);
    bool jumpToWanted(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows);
    void insertRow(int at, const DeliveryRow &row);
    void removeGone(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows);
    void limitChanges();
    void trim();
    void clearPending();
    [[nodiscard]] int lowerBound(DeliveryId id) const;
    [[nodiscard]] QString text(const DeliveryRow &row, int column) const;
    [[nodiscard]] QString copied(const DeliveryRow &row, int column) const;
    [[nodiscard]] QString toolTip(const DeliveryRow &row, int column) const;

    DeliverySource &m_source;
    const Clock &m_clock;
    DeliveryFilter m_filter;
    QList<DeliveryRow> m_rows;  // by id, the highest first
    QSet<DeliveryId> m_changed; // to be read again
    QSet<DeliveryId> m_wanted;  // shown though not following
    QSet<DeliveryId> m_pending;
    Load m_load = Load::Loading;
    Search m_search;
    DeliveryId m_searched;    // the next step begins before it
    int m_toFind = 0;         // so many more, then it waits until they are looked at
    quint64 m_generation = 0; // answers to an earlier one are stale
    bool m_following = true;
    bool m_complete = false;   // nothing older is left
    bool m_topComplete = true; // nothing newer made room
    bool m_fetching = false;
    bool m_asking = false;
    bool m_readingAgain = false;
};

} // namespace callboard
