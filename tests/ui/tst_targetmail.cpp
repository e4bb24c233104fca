#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/targetdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace callboard;

namespace {

CallbackTarget mail()
{
    CallbackTarget target = stored();
    target.headers.clear();
    target.name = QStringLiteral("Mail to the desk");
    target.url = QStringLiteral("mailto:desk@example.com?cc=archive@example.com&subject=Ready%20now");
    return target;
}

} // namespace

class tst_TargetMail : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void thePreviewIsTheMessageAndItsAttachment();
    void theAttachmentFollowsTheFormat();
    void aRequestHasNoAttachment();
    void recipientsAreNamedAsOneTypes();
    void whatAMailDoesNotCarryIsSaid();
    void theSenderIsTheMailServers();
    void looksAsDrawn();

private:
    FakeEngineClient m_engine;
};

void tst_TargetMail::thePreviewIsTheMessageAndItsAttachment()
{
    TargetDialog dialog(m_engine, mail());
    dialog.show();
    const QString message = in<PayloadView>(dialog, "previewView")->text();
    for (const char *header : {"To: desk@example.com\n", "Cc: archive@example.com\n", "Subject: Ready now\n"})
        QVERIFY2(message.contains(QString::fromLatin1(header)), header);
    QVERIFY(message.contains(QStringLiteral("T1S03"))); // the text part
    const auto *attachment = in<PayloadView>(dialog, "attachmentView");
    QVERIFY(attachment->isVisible());
    QVERIFY(attachment->text().contains(QStringLiteral("\"uuid\": \"6b48fbce-cd10-459c-b397-5673e4bbafaf\"")));
    QVERIFY(!message.contains(QStringLiteral("\"uuid\"")));
    QVERIFY(in<QLabel>(dialog, "attachmentTitle")->text().startsWith(QStringLiteral("Attachment callback.json, ")));
    QVERIFY(in<QPushButton>(dialog, "sendTestButton")->isEnabled());
}

void tst_TargetMail::theAttachmentFollowsTheFormat()
{
    TargetDialog dialog(m_engine, mail());
    dialog.show();
    click(dialog, "presetSparkButton");
    QTRY_VERIFY(in<PayloadView>(dialog, "attachmentView")->text().contains(QStringLiteral("<result>")));
    QVERIFY(in<QLabel>(dialog, "attachmentTitle")->text().startsWith(QStringLiteral("Attachment callback.xml, ")));
}

void tst_TargetMail::aRequestHasNoAttachment()
{
    TargetDialog dialog(m_engine, mail());
    dialog.show();
    type(dialog, "urlEdit", QStringLiteral("https://callback.example/ingest"));
    QTRY_VERIFY(!in<PayloadView>(dialog, "attachmentView")->isVisible());
    QVERIFY(in<PayloadView>(dialog, "previewView")->text().startsWith(QStringLiteral("POST /ingest HTTP/1.1")));
}

void tst_TargetMail::recipientsAreNamedAsOneTypes()
{
    TargetDialog dialog(m_engine, mail());
    type(dialog, "urlEdit", QStringLiteral("mailto:a@example.com,b@example.com"));
    QCOMPARE(lineOf(dialog, "urlLine"), QStringLiteral("An e-mail is sent to a@example.com, b@example.com."));
    type(dialog, "urlEdit", QStringLiteral("mailto:a@example.com?cc=b@example.com,c@example.com&bcc=d@example.com"));
    QCOMPARE(lineOf(dialog, "urlLine"),
             QStringLiteral("An e-mail is sent to a@example.com, b@example.com, c@example.com and 1 more."));
    type(dialog, "urlEdit", QStringLiteral("mailto:a@example.com?x-mailer=me"));
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(lineOf(dialog, "urlLine").contains(QStringLiteral("x-mailer")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetMail::whatAMailDoesNotCarryIsSaid()
{
    CallbackTarget target = mail();
    target.headers = {{QStringLiteral("X-Custom-Header"), QStringLiteral("1"), {}, false, true}};
    TargetDialog dialog(m_engine, target);
    QVERIFY(lineOf(dialog, "headersLine").contains(QStringLiteral("An e-mail does not carry")));
    QVERIFY(lineOf(dialog, "methodLine").contains(QStringLiteral("no method")));
    QVERIFY(!in<PayloadView>(dialog, "previewView")->text().contains(QStringLiteral("X-Custom-Header")));
    type(dialog, "urlEdit", QStringLiteral("https://callback.example/ingest"));
    QVERIFY(lineOf(dialog, "headersLine").isEmpty());
    QVERIFY(lineOf(dialog, "methodLine").isEmpty());
}

void tst_TargetMail::theSenderIsTheMailServers()
{
    TargetDialog dialog(m_engine, mail());
    dialog.setMailServer({});
    QCOMPARE(in<FieldLine>(dialog, "previewLine")->mood(), FieldLine::Mood::Warning);
    QVERIFY(lineOf(dialog, "previewLine").startsWith(QStringLiteral("No mail server is set up")));
    SmtpServer server;
    server.host = QStringLiteral("mail.example");
    server.from = QStringLiteral("desk-callbacks@example.com");
    dialog.setMailServer(server);
    QCOMPARE(in<FieldLine>(dialog, "previewLine")->mood(), FieldLine::Mood::Hint);
    QVERIFY(in<PayloadView>(dialog, "previewView")->text().contains(QStringLiteral("desk-callbacks@example.com")));
}

void tst_TargetMail::looksAsDrawn()
{
    TargetDialog dialog(m_engine, mail());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    shoot(dialog, QStringLiteral("target-mail"));
    dialog.resize(960, 600);
    shoot(dialog, QStringLiteral("target-mail-small"));
}

QTEST_MAIN(tst_TargetMail)
#include "tst_targetmail.moc"
