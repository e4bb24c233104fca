// Asks once, inside the dialog, whether unsaved changes may go. "Keep editing" has the focus; Esc means the same.
#pragma once

#include <QWidget>

class QPushButton;

namespace callboard {

class DiscardBar : public QWidget {
    Q_OBJECT

public:
    explicit DiscardBar(QWidget *parent = nullptr);

    void ask();

signals:
    void discarded();
    void kept();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isDiscardKey(const QKeyEvent *event) const;

    QPushButton *m_keep = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace callboard
