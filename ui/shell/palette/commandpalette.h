// Ctrl+K: everything the program can do, found by a few letters and done with Enter. The line keeps the keyboard; the
// arrows move in the list below. Closes when it is left. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "ui/shell/palette/commandmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace callboard {

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(const QList<Command> &commands, QWidget *window);

    void addCommands(const QList<Command> &commands); // what had to be asked for
    void setRecent(const QStringList &titles);        // the latest first
    void setNumbered(CommandModel::Numbered numbered);
    void done(int result) override;

signals:
    void chosen(const QString &title); // it runs after this

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void move(int rows);
    void follow();

    CommandModel *m_model = nullptr;
    QLineEdit *m_line = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    bool m_done = false;
};

} // namespace callboard
