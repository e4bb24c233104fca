// One line inside a dialog that says what happened or what there is, and offers two ways to go on. Never modal; stays
// until one of them is taken.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class OfferBar : public QWidget {
    Q_OBJECT

public:
    // Its parts are named after it: draftBar, draftBarAcceptButton, draftBarDeclineButton, draftBarLabel.
    OfferBar(const char *objectName, const QString &accept, const QString &decline, QWidget *parent = nullptr);

    void offer(const QString &text);
    [[nodiscard]] QString text() const;

signals:
    // The bar is gone by then.
    void accepted();
    void declined();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_decline = nullptr;
};

} // namespace callboard
