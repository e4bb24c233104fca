// The answer rules as a table of texts, first match on top, with a blank row for the next one. Holds also what is wrong
// as it stands; rules() gives them once nothing is.
#pragma once

#include "ui/receiver/receiverrules.h"

#include <QAbstractTableModel>

namespace callboard {

class RulesTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    // Columns are RuleField by number.
    enum Role { ProblemRole = Qt::UserRole + 1, QuietRole };

    explicit RulesTableModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    void setRules(const QList<ReceiverRule> &rules);
    [[nodiscard]] std::optional<QList<ReceiverRule>> rules() const; // nothing while something is wrong
    [[nodiscard]] QString problem() const;                          // the first, with the number of its rule
    [[nodiscard]] bool isBlank(int row) const { return row == m_rows.size(); }
    void removeRule(int row);
    void moveRule(int row, int step); // -1: up, 1: down

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void edited();

private:
    bool append(const QVariant &value, RuleField field);
    [[nodiscard]] QVariant blankData(RuleField field, int role) const;
    [[nodiscard]] QString text(const RuleText &rule, RuleField field) const; // as it is edited

    QList<RuleText> m_rows;
    bool m_hasBlank = true; // but for the moment in which it becomes a rule
};

} // namespace callboard
