// A plot over time, by buckets: what outcomes and answer times have in common. The wheel zooms about the pointer, a
// drag zooms into what it marks, Escape goes back; a click or Return opens a bucket, the arrow keys walk along the
// buckets and say each one. Draws from the palette alone. What it shows is also its accessible description.
#pragma once

#include "ui/overview/overviewreading.h"

#include <QWidget>

class QCPItemRect;
class QCPItemText;
class QCustomPlot;
class QRubberBand;

namespace callboard {

class TimePlot : public QWidget {
    Q_OBJECT

public:
    TimePlot(const char *objectName, const QString &accessibleName, QWidget *parent);
    ~TimePlot() override;

    // `whole` is all there is to see; `view` the part of it that is seen. Absent: it is not known.
    void present(const std::optional<Activity> &activity, const TimeSpan &whole, const TimeSpan &view);
    [[nodiscard]] Milliseconds step() const { return m_step; } // of a bucket as it is drawn
    [[nodiscard]] int bucketCount() const { return int(m_shown.size()); }
    [[nodiscard]] TimeSpan span(int bucket) const;
    [[nodiscard]] QRect place(int bucket) const;                // in the widget
    [[nodiscard]] QString readout() const { return m_readout; } // of the bucket under pointer or cursor; empty: none

signals:
    void viewRequested(const callboard::TimeSpan &view); // equal to the whole: back
    // `states` empty: whatever became of them.
    void bucketActivated(const callboard::TimeSpan &span, const QList<callboard::DeliveryState> &states);
    void said(const QString &what); // that its menu did
    void complained(const QString &why);

protected:
    [[nodiscard]] QCustomPlot &plot() const { return *m_plot; }
    // Dense from the first to the last that is seen or known, as it is drawn.
    [[nodiscard]] const QList<ActivityBucket> &shown() const { return m_shown; }
    // Of a bucket's middle, in the plot's unit (seconds since 1970).
    [[nodiscard]] double keyOf(const ActivityBucket &bucket) const;
    [[nodiscard]] double stepInSeconds() const { return double(m_step.count()) / 1000.0; }

    virtual void restyle() = 0; // the palette is another
    virtual void redraw() = 0;  // shown() is another, or the room for it
    [[nodiscard]] virtual QString describe(const ActivityCounts &counts) const = 0;
    [[nodiscard]] virtual QString emptyText() const = 0; // empty: there is something to see
    // What a click at this height of a bucket means.
    [[nodiscard]] virtual QList<DeliveryState> statesAt(int bucket, double value) const = 0;

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void makeMarks();
    void makeActions();
    void choosePicture();
    void savePicture(const QString &path);
    void copyValues();
    void styleAll();
    void rebin();
    void fill(const Activity &activity);
    void draw();
    void mark(int bucket, const QPoint &at);
    void unmark();
    void activate(int bucket, double value);
    void walk(int by);
    void zoom(double factor, double about);
    void request(double from, double until);
    [[nodiscard]] int bucketAt(const QPoint &position) const;
    [[nodiscard]] double keyAt(const QPoint &position) const;

    QCustomPlot *m_plot = nullptr;
    QCPItemRect *m_mark = nullptr;    // behind the bucket that is read
    QCPItemRect *m_unknown = nullptr; // over the time before there were figures
    QCPItemText *m_text = nullptr;
    QRubberBand *m_band = nullptr;
    std::optional<Activity> m_activity;
    TimeSpan m_whole;
    TimeSpan m_view;
    QList<ActivityBucket> m_shown;
    Milliseconds m_step{60'000};
    QString m_readout;
    QPoint m_readAt; // where it is said
    QPoint m_pressed;
    int m_marked = -1;
    bool m_dragging = false;
};

} // namespace callboard
