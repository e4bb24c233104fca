// When a delivery that fails is tried, as a small time line: the first seconds have as much room as the last hours.
// The exact times are in its tooltips, and all of them in its accessible description.
#pragma once

#include "core/domain/retrypolicy.h"

#include <QWidget>

namespace callboard {

class RetryTimeline : public QWidget {
    Q_OBJECT

public:
    explicit RetryTimeline(QWidget *parent = nullptr);

    void setPolicy(const RetryPolicy &policy);
    // Since the first try: 0, 5 s, 65 s, ...
    [[nodiscard]] static QList<Milliseconds> tries(const RetryPolicy &policy);
    [[nodiscard]] QString text() const; // all of it in words
    [[nodiscard]] QString textOf(int number) const;
    [[nodiscard]] int xOf(int number) const; // where the try is drawn
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int tryAt(const QPoint &position) const; // -1: none

    QList<Milliseconds> m_tries;
};

} // namespace callboard
