// Fills a page that has nothing to show: an icon, one sentence, a button that helps, and where there are two ways a
// second, quieter one.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    // An empty `action` shows no button. Takes a second action away.
    void present(const QString &iconName, const QString &title, const QString &sentence, const QString &action = {});
    void offerSecond(const QString &action, const QString &hint = {});

signals:
    void actionRequested();
    void secondActionRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawIcon();
    void fitSentence();

    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_second = nullptr;
    QString m_iconName;
};

} // namespace callboard
