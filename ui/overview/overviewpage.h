// The overview: how much was called in the last hour, day, week or month, how well, how fast, and what needs somebody.
// Reads through the ReadThread while it is seen, at most once a second, and follows the engine; opens the lists that
// its figures count by signals.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/readthread.h"
#include "ui/overview/overviewreading.h"
#include "ui/shell/pagewidget.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace callboard {

class EmptyState;
class FigureRow;
class LatencyPlot;
class OutcomePlot;
class RankingPane;
class RangeBar;

class OverviewPage : public PageWidget {
    Q_OBJECT

public:
    OverviewPage(EngineClient &engine, ReadThread &reads, const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    void restoreLayout(const QSettings &settings);
    void saveLayout(QSettings &settings) const;

signals:
    void deliveriesRequested(const callboard::DeliveryFilter &filter);
    void deliveryRequested(callboard::DeliveryId delivery);
    void auditRequested();
    void newTargetRequested();
    void fireEventRequested();
    void demoRequested();
    void said(const QString &what); // that the operator asked of a plot
    void complained(const QString &why);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Missing { Nothing, Targets, Events, Answer };

    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makePlots();
    [[nodiscard]] QWidget *makeRankings();
    void makeEmpty();
    void connectBody();
    void startTimers();
    void take(const OverviewAnswer &answer);
    void setRange(OverviewRange range);
    void setView(const TimeSpan &view);
    void present();
    void presentRankings();
    void showState();
    void act();
    [[nodiscard]] const Activity *activity() const;
    [[nodiscard]] TimeSpan whole() const;
    [[nodiscard]] TimeSpan view() const;

    ReadThread &m_reads;
    const Clock &m_clock;
    OverviewRange m_range = OverviewRange::Day;
    std::optional<TimeSpan> m_zoom; // absent: all of the range is seen
    std::optional<OverviewAnswer> m_answer;
    Timestamp m_now{}; // of the answer
    QLabel *m_since = nullptr;
    RangeBar *m_ranges = nullptr;
    QPushButton *m_back = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_body = nullptr;
    FigureRow *m_figures = nullptr;
    QLabel *m_outcomeTitle = nullptr;
    OutcomePlot *m_outcomes = nullptr;
    LatencyPlot *m_latencies = nullptr;
    QWidget *m_rankings = nullptr;
    RankingPane *m_targets = nullptr;
    RankingPane *m_causes = nullptr;
    EmptyState *m_empty = nullptr;
    QTimer m_tick;
    QTimer m_pause; // between two questions
    QElapsedTimer m_asked;
    QString m_failure;
    Missing m_missing = Missing::Nothing;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace callboard
