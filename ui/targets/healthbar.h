// One line above the targets while Callboard is about to pause some of them; goes away by itself. Said to assistive
// tools once for each set of targets, not with every hour that passes.
#pragma once

#include "core/store/workspacereader.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class HealthBar : public QWidget {
    Q_OBJECT

public:
    explicit HealthBar(QWidget *parent = nullptr);

    // All targets there are; picks those it is about.
    void present(const QList<TargetSummary> &summaries, Timestamp now);

signals:
    void selectRequested(callboard::TargetId first);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_select = nullptr;
    QList<TargetId> m_about;
};

} // namespace callboard
