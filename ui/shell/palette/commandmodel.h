// The commands that fit what was typed, the best first; of those that fit as well, and while nothing is typed, those
// that were done lately. Rows are few enough to be sorted as one types; a text of digits, or # and digits, also
// gives what `numbered` makes of the number.
#pragma once

#include "ui/shell/palette/commands.h"

#include <QAbstractListModel>

namespace callboard {

class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PlaceRole = Qt::UserRole + 1, KeysRole, CanRole, ObstacleRole, MatchedRole };
    using Numbered = std::function<QList<Command>(qint64)>;

    explicit CommandModel(QObject *parent = nullptr);

    void setCommands(const QList<Command> &commands);
    void addCommands(const QList<Command> &commands);
    void setNumbered(Numbered numbered);
    void setRecent(const QStringList &titles); // the latest first
    void setTyped(const QString &typed);
    [[nodiscard]] const Command &command(int row) const { return m_shown.at(row).command; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Shown {
        Command command;
        QList<int> matched; // letters of the title
        int score = 0;
        qsizetype since = 0; // how many were done since it was
    };
    void rank();
    [[nodiscard]] QList<Shown> found() const;

    QList<Command> m_commands;
    Numbered m_numbered;
    QStringList m_recent;
    QString m_typed;
    QList<Shown> m_shown;
};

} // namespace callboard
