// Text from outside, in every page and in the dialogs that show it: as it is written, never as markup, and no file that
// it names is opened. The program is the real one, its engine has called a receiver that answers with markup.
#include "app/composition.h"
#include "app/desktop.h"
#include "core/payload/targetimport.h"
#include "core/receiver/receiver.h"
#include "tests/support/ownhome.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/deliveries/compare/comparedialog.h"
#include "ui/deliveries/replay/resenddialog.h"
#include "ui/events/explaindialog.h"
#include "ui/events/fireeventdialog.h"
#include "ui/look/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startfailure.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/together/togetherdialog.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include <sys/inotify.h>
#include <unistd.h>

using namespace callboard;

namespace {

const QString kSign = QStringLiteral("<img src");
const QString kEscaped = QStringLiteral("&lt;img src");

// Gathers what is shown as markup, and counts where the text was met at all.
class Search {
public:
    void look(const QWidget &window)
    {
        for (const auto *label : window.findChildren<QLabel *>()) {
            const bool plain = label->textFormat() == Qt::PlainText;
            judge(label, label->text(), !plain && label->textFormat() != Qt::AutoText);
            judge(label, label->text(), !plain && Qt::mightBeRichText(label->text()));
        }
        for (const auto *edit : window.findChildren<QTextEdit *>())
            judge(edit, edit->toHtml(), true);
        for (const auto *widget : window.findChildren<QWidget *>()) {
            for (const QString &tip : {widget->toolTip(), widget->statusTip(), widget->whatsThis()})
                judge(widget, tip, Qt::mightBeRichText(tip));
        }
        for (const auto *view : window.findChildren<QAbstractItemView *>()) {
            if (!qobject_cast<const QHeaderView *>(view)) // it has its table's model
                lookAtTips(*view);
        }
    }

    QStringList faults;
    int met = 0;

private:
    void judge(const QWidget *where, const QString &text, bool isMarkup)
    {
        met += int(text.contains(kSign) || text.contains(kEscaped));
        if (isMarkup && text.contains(kSign))
            faults.append(
                QStringLiteral("%1 %2: %3")
                    .arg(QLatin1String(where->metaObject()->className()), where->objectName(), text.left(200)));
    }

    void lookAtTips(const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        for (int row = 0; model && row < std::min(model->rowCount(), 20); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                met += int(cell.data().toString().contains(kSign));
                const QString tip = cell.data(Qt::ToolTipRole).toString();
                judge(&view, tip, Qt::mightBeRichText(tip));
            }
        }
    }
};

} // namespace

class TestHostileText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPageShowsItAsItIsWritten_data();
    void everyPageShowsItAsItIsWritten();
    void everyDialogShowsItAsItIsWritten();
    void theSearchFindsMarkup();
    void cleanupTestCase();

private:
    [[nodiscard]] CallbackTarget hostileTarget() const;
    [[nodiscard]] MediaEvent hostileEvent() const;
    [[nodiscard]] Attempt hostileAttempt() const;
    [[nodiscard]] bool wasOpened() const;

    QTemporaryDir m_directory{QStringLiteral("/tmp/ht-XXXXXX")}; // short: a name takes 120 characters
    QString m_text;
    int m_watch = -1;
    Receiver m_receiver;
    FakeEngineClient m_fake;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<Desktop> m_desktop;
};

CallbackTarget TestHostileText::hostileTarget() const
{
    CallbackTarget target = lightFlowPreset();
    target.name = m_text;
    target.url = m_receiver.url() + QStringLiteral("/in");
    target.allowPrivate = true;
    target.retry = {};
    target.headers = {{QStringLiteral("X-Plain"), m_text, {}, false, true}};
    return target;
}

MediaEvent TestHostileText::hostileEvent() const
{
    MediaEvent event;
    event.source = m_text;
    event.sourceId = m_text;
    event.type = QStringLiteral("media.asset.published");
    event.asset = m_text;
    event.project = m_text;
    event.time = m_text;
    event.dataContentType = QStringLiteral("application/json");
    event.data = "{\"uuid\":\"a\",\"status\":\"finished\",\"assetName\":\"" + m_text.toUtf8().replace('"', "\\\"")
        + "\"}";
    return event;
}

Attempt TestHostileText::hostileAttempt() const
{
    Attempt attempt;
    attempt.number = 1;
    attempt.url = QStringLiteral("https://callback.example/") + m_text;
    attempt.requestHead = "POST / HTTP/1.1\r\nX-Plain: " + m_text.toUtf8() + "\r\n\r\n";
    attempt.requestBody = m_text.toUtf8();
    attempt.exchange.status = 503;
    attempt.exchange.responseHead = "HTTP/1.1 503 " + m_text.toUtf8() + "\r\n\r\n";
    attempt.exchange.responseBody = "<html>" + m_text.toUtf8();
    return attempt;
}

bool TestHostileText::wasOpened() const
{
    char events[4096];
    return ::read(m_watch, events, sizeof events) > 0;
}

void TestHostileText::initTestCase()
{
    liveIn(m_directory.path());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_directory.path());
    look::apply();
    const QString picture = m_directory.filePath(QStringLiteral("p.png"));
    QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(picture));
    m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(::inotify_add_watch(m_watch, QFile::encodeName(picture).constData(), IN_OPEN) >= 0);
    m_text = QStringLiteral("<img src=\"file://%1\"><h1>x</h1>").arg(picture);

    QVERIFY(m_receiver.listen());
    ReceiverRule rule{"/", ReceiverRule::Action::Answer, 500, {}, -1, {{"X-Said", m_text.toUtf8()}}, {}};
    rule.body = "<html>" + m_text.toUtf8();
    m_receiver.setRules({rule});
    const QString workspace = m_directory.filePath(QStringLiteral("w.db"));
    auto made = Composition::start({.workspace = workspace});
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_composition = std::move(*made);
    QString saved;
    m_composition->engine().saveTarget(hostileTarget(), this, [&saved](const Result<CallbackTarget> &target) {
        saved = target ? QStringLiteral("saved") : target.error().detail;
    });
    QTRY_COMPARE(saved, QStringLiteral("saved"));
    m_composition->engine().submitEvents({hostileEvent()}, this, [](const Result<Accepted> &) {});
    QTRY_VERIFY(m_composition->engine().status().finished > 0);
    m_desktop = std::make_unique<Desktop>(*m_composition, workspace, m_text);
    m_desktop->show();
    m_desktop->window().resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowExposed(&m_desktop->window()));
}

void TestHostileText::everyPageShowsItAsItIsWritten_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("table"); // in which it has to be met; empty: it may be anywhere, or nowhere
    QTest::newRow("overview") << 0 << QString();
    QTest::newRow("deliveries") << 1 << QStringLiteral("deliveryTable");
    QTest::newRow("targets") << 2 << QStringLiteral("targetTable");
    QTest::newRow("assets") << 3 << QStringLiteral("assetTable");
    QTest::newRow("receiver") << 4 << QString();
    QTest::newRow("projects") << 5 << QString();
}

void TestHostileText::everyPageShowsItAsItIsWritten()
{
    QFETCH(int, page);
    QFETCH(QString, table);
    MainWindow &window = m_desktop->window();
    window.setCurrentPage(page);
    if (!table.isEmpty()) {
        auto *view = window.findChild<QTableView *>(table);
        QVERIFY(view);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        view->selectRow(0);
    }
    Search search;
    search.look(window);
    for (auto *tabs : window.findChildren<QTabBar *>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::sendPostedEvents();
            search.look(window);
        }
    }
    QVERIFY2(search.faults.isEmpty(), qPrintable(QChar(u'\n') + search.faults.join(u'\n')));
    QVERIFY(table.isEmpty() || search.met > 0);
    QVERIFY(!window.grab().isNull()); // painted, with all that it would load
    QVERIFY(!wasOpened());
}

void TestHostileText::everyDialogShowsItAsItIsWritten()
{
    CallbackTarget target = hostileTarget();
    target.id = TargetId{7};
    CallbackTarget other = target;
    other.id = TargetId{8};
    DeliveryRow row;
    row.delivery.id = DeliveryId{1};
    row.delivery.state = DeliveryState::Failed;
    row.delivery.asset = row.targetName = m_text;
    Explained explained;
    explained.name = explained.reason = m_text;
    Explanation explanation;
    explanation.event = hostileEvent();
    explanation.event.id = {12};
    explanation.targets = {explained};
    const ComparedSide left{m_text, hostileAttempt()};
    const ComparedSide right{m_text + u'2', hostileAttempt()};

    std::vector<std::unique_ptr<QWidget>> dialogs;
    dialogs.push_back(std::make_unique<TargetDialog>(m_fake, target));
    dialogs.push_back(std::make_unique<TogetherDialog>(m_fake, QList<CallbackTarget>{target, other}));
    dialogs.push_back(std::make_unique<FireEventDialog>(m_fake, QList<CallbackTarget>{target, other}));
    dialogs.push_back(std::make_unique<ExplainDialog>(explanation));
    dialogs.push_back(std::make_unique<ResendDialog>(row, target));
    dialogs.push_back(std::make_unique<CompareDialog>(left, right));
    dialogs.push_back(std::make_unique<StartFailure>(Error{ErrorCode::NotADatabase, m_text}, m_text));
    auto importing = std::make_unique<ImportDialog>(m_fake);
    importing->setText(QString::fromUtf8(exportTargets({target, other})));
    const auto *rows = importing->findChild<QTableView *>();
    QTRY_VERIFY(rows && rows->model() && rows->model()->rowCount() > 0);
    dialogs.push_back(std::move(importing));
    for (const auto &dialog : dialogs) {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        Search search;
        search.look(*dialog);
        QVERIFY2(search.faults.isEmpty(), qPrintable(QChar(u'\n') + search.faults.join(u'\n')));
        QVERIFY(!dialog->grab().isNull());
        QVERIFY2(!wasOpened(), dialog->metaObject()->className());
        dialog->hide();
    }
}

// Both ways of finding it out: a label as Qt makes it is a fault, and it opens the file.
void TestHostileText::theSearchFindsMarkup()
{
    QWidget window;
    QLabel label(m_text, &window);
    window.resize(200, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(!window.grab().isNull());
    Search search;
    search.look(window);
    QCOMPARE(search.faults.size(), 1);
    QVERIFY(wasOpened());
}

void TestHostileText::cleanupTestCase()
{
    ::close(m_watch);
    if (!m_composition)
        return;
    QSignalSpy stopped(m_composition.get(), &Composition::stopped);
    m_composition->stop();
    QVERIFY(!stopped.isEmpty() || stopped.wait(20'000));
    m_desktop.reset();
    m_composition.reset();
}

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
