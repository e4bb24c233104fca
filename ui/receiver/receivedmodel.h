// What the receiver got, newest first, at most kMostRows and kMostBytes of bodies. While following, new ones come on
// top; else they wait, counted in pending(), so that nothing moves under the eye.
#pragma once

#include "core/receiver/receiver.h"
#include "ui/look/look.h"

#include <QAbstractTableModel>

namespace callboard {

class ReceivedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, TimeColumn, MethodColumn, PathColumn, SizeColumn, AnswerColumn, ColumnCount };

    static constexpr int kMostRows = 1000;
    static constexpr qint64 kMostBytes = qint64(64) * 1024 * 1024;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const QList<ReceivedRequest> &requests);        // oldest first
    QList<ReceivedRequest> takeAll();                        // newest first; none is left
    void putBack(const QList<ReceivedRequest> &newestFirst); // behind what came since
    void setFollowing(bool following);                       // following again shows what waited
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] int pending() const { return int(m_waiting.size()); }
    [[nodiscard]] const ReceivedRequest &request(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void followingChanged(bool following);
    void pendingChanged(int pending);

private:
    void show(const QList<ReceivedRequest> &newestFirst);
    void dropOldest(int rows);
    [[nodiscard]] QString text(const ReceivedRequest &request, int column) const;
    [[nodiscard]] QString toolTip(const ReceivedRequest &request, int column) const;

    QList<ReceivedRequest> m_rows;
    QList<ReceivedRequest> m_waiting; // newest first
    bool m_following = true;
};

} // namespace callboard
