// A curl command pasted into the form fills it, says so, and can be taken back.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/form/curlpaste.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"
#include "ui/targets/targetdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>

using namespace callboard;

namespace {

const QString kCommand = QStringLiteral("curl -X PUT 'https://hooks.example/in' \\\n"
                                        "  -H 'Authorization: Bearer abc' \\\n"
                                        "  -H 'X-Tenant: 16' -d '{}'");

void paste(QWidget *into, const QString &text)
{
    QApplication::clipboard()->setText(text);
    QTest::keyClick(into, Qt::Key_V, Qt::ControlModifier);
}

} // namespace

class tst_TargetCurl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aCommandIsTold_data();
    void aCommandIsTold();
    void pastedAsTheUrlItFillsTheForm();
    void itIsTakenBackAtOneStroke();
    void pastedIntoTheHeadersItFillsTheFormToo();
    void aShortCommandTakesALongUrlsPlace();
    void theNameThatIsThereStays();
    void whatWasLeftOutIsSaid();
    void whatCantBeReadSaysWhyAndChangesNothingElse();
    void typedByHandItIsAWrongUrl();
    void anotherEditTakesTheOfferAway();
    void otherShellsAreRead_data();
    void otherShellsAreRead();

private:
    FakeEngineClient m_engine;
};

void tst_TargetCurl::aCommandIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCommand");
    QTest::newRow("plain") << QStringLiteral("curl https://a.example") << true;
    QTest::newRow("after a prompt") << QStringLiteral("\n$ curl -d x https://a.example") << true;
    QTest::newRow("Windows") << QStringLiteral("curl.exe https://a.example") << true;
    QTest::newRow("a URL") << QStringLiteral("https://curl.example/") << false;
    QTest::newRow("a word") << QStringLiteral("curling https://a.example") << false;
    QTest::newRow("headers") << QStringLiteral("X-A: curl https://a.example") << false;
}

void tst_TargetCurl::aCommandIsTold()
{
    QFETCH(QString, text);
    QFETCH(bool, isCommand);
    QCOMPARE(looksLikeCurl(text), isCommand);
}

void tst_TargetCurl::pastedAsTheUrlItFillsTheForm()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.show();
    paste(in<QLineEdit>(dialog, "urlEdit"), kCommand);
    const CallbackTarget target = dialog.target();
    QCOMPARE(target.url, QStringLiteral("https://hooks.example/in"));
    QCOMPARE(target.name, QStringLiteral("hooks.example"));
    QVERIFY(target.method == Method::Put);
    QCOMPARE(target.headers.size(), 2);
    QVERIFY(target.headers[0].secret);
    QCOMPARE(target.headers[0].value, QStringLiteral("Bearer abc"));
    QCOMPARE(target.triggers, lightFlowPreset().triggers);
    QVERIFY(in<QWidget>(dialog, "undoBar")->isVisible());
    QVERIFY(in<QLabel>(dialog, "undoBarLabel")->text().startsWith(QStringLiteral("The curl command filled in")));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    shoot(dialog, QStringLiteral("target-curl"));
}

void tst_TargetCurl::itIsTakenBackAtOneStroke()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    paste(in<QLineEdit>(dialog, "urlEdit"), kCommand);
    QVERIFY(dialog.target() != stored());
    click(dialog, "undoBarAcceptButton");
    QCOMPARE(dialog.target(), stored());
    QVERIFY(!in<QWidget>(dialog, "undoBar")->isVisible());
    QVERIFY(!dialog.isWindowModified());
}

void tst_TargetCurl::pastedIntoTheHeadersItFillsTheFormToo()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    auto *table = in<HeaderTable>(dialog, "headerTable");
    table->setCurrentIndex(table->model()->index(1, HeaderTableModel::ValueColumn));
    paste(table, kCommand);
    QCOMPARE(dialog.target().url, QStringLiteral("https://hooks.example/in"));
    QCOMPARE(dialog.target().headers.size(), 2);
    QVERIFY(in<QWidget>(dialog, "undoBar")->isVisible());
}

void tst_TargetCurl::aShortCommandTakesALongUrlsPlace()
{
    CallbackTarget target = stored();
    target.url = QStringLiteral("https://callback.example/a/way/that/is/longer/than/any/short/command");
    TargetDialog dialog(m_engine, target);
    dialog.show();
    auto *url = in<QLineEdit>(dialog, "urlEdit");
    url->selectAll();
    paste(url, QStringLiteral("curl https://hooks.example/"));
    QCOMPARE(dialog.target().url, QStringLiteral("https://hooks.example/"));
    QVERIFY(in<QWidget>(dialog, "undoBar")->isVisible());
}

void tst_TargetCurl::theNameThatIsThereStays()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    paste(in<QLineEdit>(dialog, "urlEdit"), kCommand);
    QCOMPARE(dialog.target().name, stored().name);
    QCOMPARE(dialog.target().id, stored().id);
}

void tst_TargetCurl::whatWasLeftOutIsSaid()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.show();
    auto *url = in<QLineEdit>(dialog, "urlEdit");
    url->selectAll();
    paste(url, QStringLiteral("curl -k -F 'a=b' https://hooks.example/in -H 'Content-Length: 3'"));
    const QString text = in<QLabel>(dialog, "undoBarLabel")->text();
    QVERIFY2(text.contains(QStringLiteral("left out.")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("column")), qPrintable(text));
}

void tst_TargetCurl::whatCantBeReadSaysWhyAndChangesNothingElse()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    auto *url = in<QLineEdit>(dialog, "urlEdit");
    url->selectAll();
    paste(url, QStringLiteral("curl -X DELETE https://hooks.example/in"));
    QVERIFY(lineOf(dialog, "saveLine").startsWith(QStringLiteral("The curl command can't be read:")));
    QVERIFY(!in<QWidget>(dialog, "undoBar")->isVisible());
    QCOMPARE(dialog.target().headers, stored().headers);
    QVERIFY(dialog.target().method == Method::Post);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetCurl::typedByHandItIsAWrongUrl()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.show();
    type(dialog, "urlEdit", QStringLiteral("curl https://hooks.example/in"));
    QVERIFY(dialog.target().headers.isEmpty());
    QVERIFY(!in<QWidget>(dialog, "undoBar")->isVisible());
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), FieldLine::Mood::Problem);
}

void tst_TargetCurl::anotherEditTakesTheOfferAway()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.show();
    paste(in<QLineEdit>(dialog, "urlEdit"), kCommand);
    type(dialog, "nameEdit", QStringLiteral("Mine"));
    QVERIFY(!in<QWidget>(dialog, "undoBar")->isVisible());
}

void tst_TargetCurl::otherShellsAreRead_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("Windows") << QStringLiteral("curl ^\"https://hooks.example/in^\" ^\r\n  -H ^\"X-Tenant: 16^\" ^\r\n"
                                               "  --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"");
    QTest::newRow("Windows, plain quotes")
        << QStringLiteral("curl \"https://hooks.example/in\" ^\n -H \"X-Tenant: 16\" ^\n"
                          " -d \"{}\"");
    QTest::newRow("ANSI quoting") << QStringLiteral("curl $'https://hooks.example/in' -H $'X-Tenant: 16' --json $'{}'");
    QTest::newRow("no blanks") << QStringLiteral(
        "curl -XPOST -H'X-Tenant:16' https://hooks.example/in -k --compressed");
    QTest::newRow("a form") << QStringLiteral("curl https://hooks.example/in -F 'file=@x' -H \"X-Tenant: 16\"");
}

void tst_TargetCurl::otherShellsAreRead()
{
    QFETCH(QString, command);
    const auto curl = readCurl(command);
    QVERIFY2(curl.has_value(), curl ? "" : qPrintable(curl.error().detail));
    QCOMPARE(curl->target.url, QStringLiteral("https://hooks.example/in"));
    QCOMPARE(curl->target.headers.size(), 1);
    QCOMPARE(curl->target.headers.first().value, QStringLiteral("16"));
    QVERIFY(curl->target.method == Method::Post);
}

QTEST_MAIN(tst_TargetCurl)
#include "tst_targetcurl.moc"
