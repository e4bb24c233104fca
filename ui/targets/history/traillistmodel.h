// The trail as a table, newest first, read a page at a time as it is scrolled to, and no further than kMost rows: what
// is older is found by narrowing. Reads through the ReadThread, which must outlive it. GUI thread.
#pragma once

#include "core/store/readthread.h"

#include <QAbstractTableModel>

namespace callboard {

class TrailListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, About, Details, ColumnCount };
    static constexpr int kPage = 200;
    static constexpr int kMost = 10'000;

    TrailListModel(ReadThread &reader, QObject *parent);

    void setFilter(const TrailFilter &filter); // reads anew
    void readAnew();
    [[nodiscard]] const TrailFilter &filter() const { return m_filter; }
    [[nodiscard]] const QList<TrailRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isFull() const { return m_rows.size() >= kMost && !m_ended; } // there is more

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void read(const QString &problem); // a page has come; empty: it could be read

private:
    void ask();
    void take(const Result<QList<TrailRow>> &page, int asked);

    ReadThread &m_reader;
    TrailFilter m_filter;
    QList<TrailRow> m_rows;
    int m_asked = 0; // what was asked before the last change of the filter is not shown
    bool m_asking = false;
    bool m_ended = false;
};

} // namespace callboard
