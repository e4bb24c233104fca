#include "tests/bench/windowparts.h"
#include "ui/look/payloadview.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolBar>

#include <functional>

// The parts that need no workspace: a payload of 10 MiB, and what Qt's own widgets take for comparison.

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kPayload = 10 * 1024 * 1024;

QByteArray onOneLine()
{
    QByteArray json("[");
    json.reserve(kPayload + 256);
    for (int i = 0; json.size() < kPayload; ++i) {
        json += R"({"uuid":"6b48fbce-cd10-459c-b397-)" + QByteArray::number(i)
            + R"(","assetName":"T1S03","status":"finished","duration":1.10,"metadata":{"rating":[1,2,3]}},)";
    }
    json.back() = ']';
    return json;
}

// Calls back after the first frame of `window`.
class FirstFrame : public QObject {
public:
    FirstFrame(QWidget *window, std::function<void()> then)
        : QObject(window)
        , m_then(std::move(then))
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_then)
            QTimer::singleShot(0, this, std::exchange(m_then, nullptr));
        return false;
    }

private:
    std::function<void()> m_then;
};

// The longest pause of this thread within `duration`, then quits.
void watchPauses(QObject *parent, std::chrono::seconds duration, QJsonObject result)
{
    auto *beat = new QTimer(parent);
    auto since = std::make_shared<QElapsedTimer>();
    auto gap = std::make_shared<double>(0);
    auto work = std::make_shared<double>(0);
    since->start();
    QObject::connect(beat, &QTimer::timeout, parent, [since, gap, work, before = threadWork()]() mutable {
        *gap = std::max(*gap, double(since->nsecsElapsed()) / 1e6);
        since->start();
        const double now = threadWork();
        *work = std::max(*work, now - std::exchange(before, now));
    });
    beat->setTimerType(Qt::PreciseTimer);
    beat->start(5ms);
    QTimer::singleShot(duration, parent, [result, gap, work]() mutable {
        result.insert(QStringLiteral("gap"), *gap);
        result.insert(QStringLiteral("work"), *work);
        printAndQuit(result);
    });
}

void showPayload(QWidget *shown, QAbstractScrollArea *editor, const std::function<void(const QByteArray &)> &set)
{
    const QByteArray bytes = onOneLine();
    QElapsedTimer timer;
    timer.start();
    set(bytes);
    editor->viewport()->repaint();
    const double screen = double(timer.nsecsElapsed()) / 1e6;
    watchPauses(shown, 3s, {{QStringLiteral("screen"), screen}});
}

} // namespace

void measurePayload(bool plain)
{
    if (plain) {
        auto *edit = new QPlainTextEdit;
        edit->resize(900, 600);
        new FirstFrame(edit, [edit] {
            showPayload(edit, edit, [edit](const QByteArray &bytes) { edit->setPlainText(QString::fromUtf8(bytes)); });
        });
        edit->show();
        return;
    }
    auto *view = new PayloadView;
    view->resize(900, 600);
    new FirstFrame(view, [view] {
        auto *editor = view->findChild<QAbstractScrollArea *>(QStringLiteral("payloadEditor"));
        showPayload(view, editor, [view](const QByteArray &bytes) { view->setContent(bytes, PayloadLanguage::Json); });
    });
    view->show();
}

void measureBareWindow()
{
    auto *window = new QMainWindow;
    window->menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window->addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Quit"));
    auto *table = new QTableView;
    table->setModel(new QStandardItemModel(200, 8, table));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(table);
    splitter->addWidget(new QPlainTextEdit);
    window->setCentralWidget(splitter);
    window->resize(1280, 800);
    new FirstFrame(window, [] { printAndQuit({{QStringLiteral("painted"), QString::number(monotonicNow())}}); });
    window->show();
}

} // namespace callboard
