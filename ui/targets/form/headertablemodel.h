// The headers of a target as a table that is edited in place. Below the headers stands one blank row: what is typed
// there becomes a header. A secret value shows as dots and can be replaced but never read; one that is sealed stays
// sealed until it is retyped. Changed means: by the operator.
#pragma once

#include "core/domain/header.h"

#include <QAbstractTableModel>

namespace callboard {

class HeaderTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, SecretColumn, ColumnCount };
    enum Role { ProblemRole = Qt::UserRole + 1, SecretRole, BlankRole, SentRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const HeaderList &headers);
    [[nodiscard]] HeaderList headers() const;

    [[nodiscard]] bool isBlank(int row) const { return m_rows[row].blank; }
    void removeHeader(int row);
    void setSent(int row, bool sent);
    // Adds "Name: value" lines below the others; how many there were.
    int appendLines(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void headersChanged();

private:
    struct Row {
        Header header;
        QByteArray sealedBefore; // so that unticking and ticking the lock again loses nothing
        bool blank = false;
    };

    [[nodiscard]] QVariant blankData(int column, int role) const;
    [[nodiscard]] QVariant display(const Header &header, int column) const;
    [[nodiscard]] QString problem(const Header &header, int column) const;
    bool setName(int row, const QString &name);
    bool setValue(int row, const QString &value);
    bool setSecret(int row, bool secret);
    void insert(int row, const HeaderList &headers);
    void fillBlank(const HeaderList &headers);
    void touched(int row);

    QList<Row> m_rows{Row{{}, {}, true}}; // the last one is the blank one
};

} // namespace callboard
