// How the payload of the present tab is shown: pretty, raw or hexadecimal, its size and what is cut of it, find, save.
// In the corner of the inspector's tabs, so that it takes nothing from the text. Hidden where a tab has no payload.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace callboard {

class PayloadView;

class PayloadTools : public QWidget {
    Q_OBJECT

public:
    explicit PayloadTools(QWidget *parent = nullptr);

    void setView(PayloadView *view); // null: none

signals:
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addTool(const char *name, const QString &text, const QString &tip);
    void addModes();
    void present();

    PayloadView *m_view = nullptr; // a tab of the same widget
    QLabel *m_size = nullptr;
    QToolButton *m_all = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forth = nullptr;
    QToolButton *m_find = nullptr;
    QToolButton *m_save = nullptr;
    QList<QToolButton *> m_modes; // in the order of PayloadView::Mode
};

} // namespace callboard
