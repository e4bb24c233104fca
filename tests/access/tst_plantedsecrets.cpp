// Secrets in the window: a receiver has said back all that it was shown, and none of it stands anywhere - in no page,
// no inspector, no dialog, no copy or export, and in no file that the program keeps beside the workspace.
#include "app/composition.h"
#include "app/desktop.h"
#include "core/receiver/receiver.h"
#include "core/store/workspacereader.h"
#include "tests/support/ownhome.h"
#include "ui/deliveries/curlcommand.h"
#include "ui/deliveries/export/copytext.h"
#include "ui/deliveries/export/har.h"
#include "ui/deliveries/report/deliveryreport.h"
#include "ui/look/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetdialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QDirIterator>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace callboard;

namespace {

const QString kHeader = QStringLiteral("canary-header-5d0f1");
const QString kPassword = QStringLiteral("canary-password-5d0f2");
const QString kProxy = QStringLiteral("canary-proxy-5d0f3");
const QString kSigning = QStringLiteral("canary-signing-5d0f4");

// What the receiver is shown, and says back.
QStringList shownSecrets()
{
    const QByteArray pair = QString(QStringLiteral("me:") + kPassword).toUtf8();
    return {kHeader, kPassword, QString::fromLatin1(pair.toBase64()), kSigning};
}

QStringList secrets()
{
    return shownSecrets() + QStringList{kProxy};
}

// What assistive tools are told of a widget, and every role of what it lists.
QString saidBy(QWidget &widget)
{
    QStringList said{widget.toolTip(), widget.whatsThis(), widget.windowTitle()};
    if (QAccessibleInterface *one = QAccessible::queryAccessibleInterface(&widget)) {
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            said.append(one->text(kind));
        if (QAccessibleTextInterface *text = one->textInterface())
            said.append(text->text(0, text->characterCount()));
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model()) {
        for (int row = 0; row < std::min(view->model()->rowCount(), 30); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                for (const QVariant &value : view->model()->itemData(view->model()->index(row, column)))
                    said.append(value.toString());
            }
        }
    }
    return said.join(u'\n');
}

QString saidIn(QWidget &window)
{
    QString said = saidBy(window);
    for (auto *widget : window.findChildren<QWidget *>())
        said += u'\n' + saidBy(*widget);
    return said;
}

} // namespace

class TestPlantedSecrets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void noPageShowsOne_data();
    void noPageShowsOne();
    void theTargetsFormShowsNone();
    void noCopyAndNoExportHasOne();
    void whatOthersMayReadIsMadePrivate();
    void noFileHasOne();

private:
    [[nodiscard]] CallbackTarget planted() const;
    static QString foundIn(const QString &text)
    {
        for (const QString &secret : secrets()) {
            if (const qsizetype at = text.indexOf(secret); at >= 0)
                return text.mid(std::max<qsizetype>(at - 80, 0), 200);
        }
        return {};
    }

    QTemporaryDir m_directory{QStringLiteral("/tmp/ps-XXXXXX")};
    QString m_workspace;
    Receiver m_receiver;
    CallbackTarget m_saved;
    DeliveryId m_delivery{2}; // the first is held
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<Desktop> m_desktop;
};

CallbackTarget TestPlantedSecrets::planted() const
{
    CallbackTarget target = lightFlowPreset();
    target.name = QStringLiteral("echo");
    target.url = m_receiver.url() + QStringLiteral("/in");
    target.allowPrivate = true;
    target.retry = {};
    target.headers = {{QStringLiteral("X-Key"), kHeader, {}, true, true}};
    target.authentication.scheme = AuthScheme::Basic;
    target.authentication.user = QStringLiteral("me");
    target.authentication.secret.plain = kPassword;
    target.signing = {SigningScheme::Token, QStringLiteral("X-Token"), {{{kSigning, {}}, {}}}};
    return target;
}

void TestPlantedSecrets::initTestCase()
{
    liveIn(m_directory.path());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_directory.path());
    QAccessible::setActive(true);
    look::apply();

    QVERIFY(m_receiver.listen());
    const QByteArray all = shownSecrets().join(u' ').toUtf8();
    ReceiverRule rule{"/", ReceiverRule::Action::Answer, 500, {}, -1, {{"X-You-Sent", all}}, "You sent: " + all};
    m_receiver.setRules({rule});
    m_workspace = m_directory.filePath(QStringLiteral("w.db"));
    auto made = Composition::start({.workspace = m_workspace});
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_composition = std::move(*made);
    QString said;
    const auto save = [&](const CallbackTarget &target) {
        said.clear();
        m_composition->engine().saveTarget(target, this, [&](const Result<CallbackTarget> &saved) {
            said = saved ? QStringLiteral("saved") : saved.error().detail;
            m_saved = saved.value_or(CallbackTarget());
        });
        QTRY_COMPARE(said, QStringLiteral("saved"));
    };
    CallbackTarget away = planted();
    away.name = QStringLiteral("away");
    away.state = TargetState::Paused;
    away.proxy = {ProxyKind::Http, QStringLiteral("127.0.0.1"), 9, QStringLiteral("me"), {kProxy, {}}};
    save(away);
    save(planted());
    MediaEvent event;
    event.sourceId = QStringLiteral("e1");
    event.type = QStringLiteral("media.asset.published");
    event.asset = QStringLiteral("a");
    event.dataContentType = QStringLiteral("application/json");
    event.data = R"({"uuid":"a","status":"finished"})";
    m_composition->engine().submitEvents({event}, this, [](const Result<Accepted> &) {});
    QTRY_VERIFY(m_composition->engine().status().finished > 0);
    m_desktop = std::make_unique<Desktop>(*m_composition, m_workspace, QStringLiteral("test"));
    m_desktop->show();
    m_desktop->window().resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowExposed(&m_desktop->window()));
}

void TestPlantedSecrets::noPageShowsOne_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("shown"); // so that it is seen that the search sees what is there
    QTest::newRow("overview") << 0 << QString() << QString();
    QTest::newRow("deliveries") << 1 << QStringLiteral("deliveryTable") << QStringLiteral("You sent: •••");
    QTest::newRow("targets") << 2 << QStringLiteral("targetTable") << QStringLiteral("echo");
    QTest::newRow("assets") << 3 << QStringLiteral("assetTable") << QString();
    QTest::newRow("receiver") << 4 << QString() << QString();
    QTest::newRow("projects") << 5 << QString() << QString();
}

void TestPlantedSecrets::noPageShowsOne()
{
    QFETCH(int, page);
    QFETCH(QString, table);
    QFETCH(QString, shown);
    MainWindow &window = m_desktop->window();
    window.setCurrentPage(page);
    auto *view = table.isEmpty() ? nullptr : window.findChild<QTableView *>(table);
    QVERIFY(view || table.isEmpty());
    if (view) {
        QTRY_VERIFY(view->model()->rowCount() >= 1);
        for (int row = view->model()->rowCount() - 1; row >= 0; --row) // the newest last: it is the one that failed
            view->selectRow(row);
    }
    QString said;
    const auto everyTab = [&] {
        said = saidIn(window);
        for (auto *tabs : window.findChildren<QTabBar *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QCoreApplication::sendPostedEvents();
                said += saidIn(window);
            }
        }
        return said.contains(shown);
    };
    QTRY_VERIFY2(everyTab(), qPrintable(shown));
    QVERIFY2(foundIn(said).isEmpty(), qPrintable(foundIn(said)));
}

void TestPlantedSecrets::theTargetsFormShowsNone()
{
    TargetDialog dialog(m_composition->engine(), m_saved);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (auto *button : dialog.findChildren<QAbstractButton *>()) {
        if (button->isCheckable() && button->objectName().endsWith(QLatin1String("Fold")))
            button->click();
    }
    QCoreApplication::sendPostedEvents();
    const QString said = saidIn(dialog);
    QVERIFY(said.contains(QLatin1String("X-Key")));
    QVERIFY2(foundIn(said).isEmpty(), qPrintable(foundIn(said)));
}

void TestPlantedSecrets::noCopyAndNoExportHasOne()
{
    auto reader = WorkspaceReader::open(m_workspace).value();
    const auto detail = reader->delivery(m_delivery);
    QVERIFY(detail);
    QCOMPARE(detail->attempts.size(), 1);
    const Attempt &attempt = detail->attempts.constFirst();
    QVERIFY(attempt.exchange.responseBody.startsWith(QByteArray("You sent: " + kMask.toUtf8())));
    QCOMPARE(attempt.exchange.note, QStringLiteral("3 secrets of the target were hidden in the answer."));
    QTextDocument report;
    deliveryreport::write(report, *detail, SystemClock().now());
    const QString exports[] = {QString::fromUtf8(harEntries(*detail)), report.toPlainText()};
    for (const QString &text : exports) {
        QVERIFY2(text.contains(QStringLiteral("You sent: ") + kMask), qPrintable(text));
        QVERIFY2(foundIn(text).isEmpty(), qPrintable(text));
    }
    const QUrl url(attempt.url);
    for (const QString &text : {curlCommand(attempt, url), httpieCommand(attempt, url), rawRequest(attempt)}) {
        QVERIFY2(text.contains(QLatin1String("uthorization")), qPrintable(text));
        QVERIFY2(foundIn(text).isEmpty(), qPrintable(text));
    }
}

void TestPlantedSecrets::whatOthersMayReadIsMadePrivate()
{
    const auto mode = [this] { return int(QFile::permissions(m_workspace) & (QFile::ReadOther | QFile::ReadGroup)); };
    QVERIFY(QFile::setPermissions(m_workspace, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    Desktop desktop(*m_composition, m_workspace, QStringLiteral("again"));
    desktop.show();
    MessageBar &messages = desktop.window().messages();
    QVERIFY2(messages.text().contains(m_workspace + QStringLiteral(" (mode 640)")), qPrintable(messages.text()));
    auto *act = messages.findChild<QPushButton *>(QStringLiteral("messageActionButton"));
    QVERIFY(act && act->isEnabled());
    act->click();
    QCOMPARE(messages.text(), QStringLiteral("The workspace is yours alone now."));
    QCOMPARE(mode(), 0);
}

void TestPlantedSecrets::noFileHasOne()
{
    QVERIFY(m_desktop->window().close());
    m_desktop.reset();
    m_composition.reset();
    QStringList files;
    QDirIterator walk(m_directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        files.append(file.fileName());
        const QByteArray content = file.readAll();
        for (const QString &secret : secrets())
            QVERIFY2(!content.contains(secret.toUtf8()), qPrintable(file.fileName() + u' ' + secret));
    }
    QVERIFY2(files.size() >= 3, qPrintable(files.join(u'\n'))); // workspace, key, settings
}

QTEST_MAIN(TestPlantedSecrets)
#include "tst_plantedsecrets.moc"
