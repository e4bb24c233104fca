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
    enum Column { SentColumn, NameColumn, ValueColumn, SecretColumn, ColumnCount };
    enum Role { ProblemRole = Qt::UserRole + 1, AdviceRole, SecretRole, BlankRole, SentRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const HeaderList &headers);
    [[nodiscard]] HeaderList headers() const;
    [[nodiscard]] QStringList advice() const; // in the order of the rows

    [[nodiscard]] bool isBlank(int row) const { return m_rows[row].blank; }
    void removeHeader(int row);
    void setSent(int row, bool sent);
    // To stand before the row that is `gap` now; false: it stands there already.
    bool moveHeader(int row, int gap);
    // Adds "Name: value" lines below the others; how many there were.
    int appendLines(const QString &text);

    // A row on its way: what is carried names it and this table, and holds nothing of its value.
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] int rowIn(const QMimeData *data) const; // -1: none of this table's

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
        bool trimmed = false; // blanks around the value were left out
        QString advice;
    };

    [[nodiscard]] QVariant blankData(int column, int role) const;
    [[nodiscard]] QVariant display(const Header &header, int column) const;
    [[nodiscard]] QVariant checked(const Header &header, int column) const;
    [[nodiscard]] QVariant toolTip(const Row &row, int column) const;
    [[nodiscard]] QVariant accessibleText(const Header &header, int column) const;
    [[nodiscard]] QString problem(const Header &header, int column) const;
    bool setName(int row, const QString &name);
    bool setValue(int row, const QString &value);
    bool setSecret(int row, bool secret);
    bool setChecked(const QModelIndex &index, bool on);
    void insert(int row, const HeaderList &headers);
    void fillBlank(const HeaderList &headers);
    void touched();
    void takeAdvice();

    QList<Row> m_rows{Row{{}, {}, true, false, {}}}; // the last one is the blank one
};

} // namespace callboard
