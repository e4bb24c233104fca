// The line on top of the page while encoders said something that no asset is known for. Hidden at none.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class UnmatchedBar : public QWidget {
    Q_OBJECT

public:
    explicit UnmatchedBar(QWidget *parent = nullptr);

    // `more`: there are more than that.
    void setCount(int count, bool more = false);
    [[nodiscard]] int count() const { return m_count; }

signals:
    void assignRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    int m_count = 0;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_assign = nullptr;
};

} // namespace callboard
