// The manual in a window of its own, so that one can read on beside a dialog: contents on the left, which a search
// narrows to the pages that hold the words; back and forward as in a browser. Offline.
#pragma once

#include "ui/help/manual.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace callboard {

class ManualView;

class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    void open(const ManualPlace &place); // an unknown page is the first one
    [[nodiscard]] QString currentPage() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Visit {
        ManualPlace place;
        int scrolled = 0;
    };

    QWidget *makeSide();
    QWidget *makeBar();
    void makeKeys();
    QToolButton *makeArrow(const char *name, const QString &text, const QString &hint, bool left);
    void search(const QString &words);
    void present(const ManualPlace &place);
    void chooseRow(int row);
    void travel(int step);
    void showTrail();

    QList<ManualPage> m_pages;
    QList<Visit> m_trail; // where one was; m_at is where one is
    int m_at = -1;
    QLineEdit *m_search = nullptr;
    QListWidget *m_contents = nullptr;
    QLabel *m_nothing = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    ManualView *m_view = nullptr;
};

} // namespace callboard
