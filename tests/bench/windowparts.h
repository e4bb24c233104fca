// What bench_window measures, a part a process: each opens what it needs, prints one JSON object and quits. Times are
// milliseconds, but for instants of CLOCK_MONOTONIC in ns: the caller knows when it started the process.
#pragma once

#include "app/desktop.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

namespace callboard {

class DeliveriesPage;
class DeliveryListModel;
class DeliveryTable;

[[nodiscard]] qint64 monotonicNow();
[[nodiscard]] double threadWork(); // processor time of this thread, in ms
void printAndQuit(const QJsonObject &result);

// The desktop program on a workspace, the log in front.
class WindowPart : public QObject {
public:
    WindowPart(Composition &composition, const QString &workspace);

protected:
    // Once the log's rows have been painted.
    virtual void begin() = 0;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Composition &m_composition;
    Desktop m_desktop;
    DeliveriesPage *m_page;
    DeliveryTable *m_table;
    DeliveryListModel *m_model;
    qint64 m_painted = 0;  // the window's first frame
    qint64 m_withRows = 0; // the first with rows of the log in it
};

class StartPart : public WindowPart {
public:
    using WindowPart::WindowPart;

private:
    void begin() override;
};

// From a filter that is set to its first page painted.
class FilterPart : public WindowPart {
public:
    using WindowPart::WindowPart;

private:
    void begin() override;
    void ask();
    void answered();

    int m_round = 0;
    QElapsedTimer m_asked;
    QMap<QString, QList<double>> m_took;
};

// A wheel that turns and turns: from one frame to the next, with all that the window does between them.
class ScrollPart : public WindowPart {
public:
    using WindowPart::WindowPart;

private:
    void begin() override;
    void turn();

    QElapsedTimer m_frame;
    QList<double> m_frames;
};

// 2,000 events a second, taken in and delivered, in a log that follows them.
class LoadPart : public WindowPart {
public:
    LoadPart(Composition &composition, const QString &workspace, int seconds);

private:
    void begin() override;
    void feed();
    void look();
    void finish();

    int m_seconds;
    int m_sent = 0;
    double m_gap = 0;
    double m_work = 0;   // the most that this thread worked between two beats: that much is its own, on any machine
    double m_worked = 0; // at the last beat
    double m_lag = 0;
    QList<qint64> m_batches; // when each was handed over
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_clock;
    QTimer m_beat;
    QTimer m_feed;
    QTimer m_look;
};

// 10 MiB of JSON on one line: to the first screen of it, and the longest pause until all of it is laid out. `plain`: in
// a QPlainTextEdit.
void measurePayload(bool plain);
// A window of Qt's own widgets with nothing in it.
void measureBareWindow();

} // namespace callboard
