#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/targetdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>

using namespace callboard;

namespace {

CallbackTarget ofTheEncoder()
{
    CallbackTarget target = stored();
    target.source = CallbackSource::Encoder;
    target.headers.removeFirst();
    return target;
}

EncoderSettings reachable()
{
    EncoderSettings settings;
    settings.relayUrl = QStringLiteral("https://callboard.example");
    settings.notificationSecret.sealed = "sealed";
    return settings;
}

void choose(const QWidget &dialog, CallbackSource source)
{
    auto *combo = in<QComboBox>(dialog, "sourceCombo");
    combo->setCurrentIndex(combo->findData(int(source)));
    emit combo->activated(combo->currentIndex());
}

bool shows(const TargetDialog &dialog, const QString &title)
{
    const auto *tabs = in<QTabWidget>(dialog, "previewTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) == title)
            return tabs->isTabVisible(tab);
    }
    return false;
}

QString currentTab(const TargetDialog &dialog)
{
    const auto *tabs = in<QTabWidget>(dialog, "previewTabs");
    return tabs->tabText(tabs->currentIndex());
}

QStringList problemsIn(const TargetDialog &dialog)
{
    QStringList sentences;
    for (const FieldLine *line : dialog.findChildren<FieldLine *>(QStringLiteral("handOffProblemLine"))) {
        if (line->isVisibleTo(&dialog))
            sentences.append(line->sentence());
    }
    return sentences;
}

bool saysOneOf(const QStringList &sentences, const QString &text)
{
    return !sentences.filter(text).isEmpty();
}

const QString kSent = QStringLiteral("What will be sent");
const QString kTold = QStringLiteral("What the encoder gets");

} // namespace

class tst_TargetEncoder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theSourceSaysWhoSends();
    void ourOwnCallbacksShowNothingOfAnEncoder();
    void theEncodersJsonIsShownAsItStandsInTheJob();
    void progressStandsInTheOutputs();
    void secretsAreMaskedAndStillMeasured();
    void aSealedValueIsSaidToBeUnmeasured();
    void whatIsImpossibleIsSaidAndTheRelayOffered();
    void theRelayIsTickedByItsButton();
    void theRelayNeedsItsAddress();
    void onlyWhatWeSendIsTested();
    void theRelayIsForgottenWithoutAnEncoder();
    void anEncoderMayMail();
    void looksAsDrawn();

private:
    FakeEngineClient m_engine;
};

void tst_TargetEncoder::theSourceSaysWhoSends()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(!in<QCheckBox>(dialog, "relayCheck")->isVisible());
    const QString ours = lineOf(dialog, "sourceLine");
    choose(dialog, CallbackSource::Encoder);
    QVERIFY(in<QCheckBox>(dialog, "relayCheck")->isVisible());
    const QString theirs = lineOf(dialog, "sourceLine");
    QVERIFY(theirs.contains(QStringLiteral("Callboard does not")));
    QVERIFY(dialog.target().source == CallbackSource::Encoder);
    in<QCheckBox>(dialog, "relayCheck")->click();
    QVERIFY(dialog.target().relay);
    QVERIFY(lineOf(dialog, "sourceLine") != theirs && lineOf(dialog, "sourceLine") != ours);
}

void tst_TargetEncoder::ourOwnCallbacksShowNothingOfAnEncoder()
{
    TargetDialog dialog(m_engine, stored());
    QVERIFY(shows(dialog, kSent));
    QVERIFY(!shows(dialog, kTold));
    choose(dialog, CallbackSource::Encoder);
    QVERIFY(!shows(dialog, kSent)); // nobody here will send it
    QCOMPARE(currentTab(dialog), kTold);
    choose(dialog, CallbackSource::LightFlow);
    QVERIFY(!shows(dialog, kTold));
    QCOMPARE(currentTab(dialog), kSent);
}

void tst_TargetEncoder::theEncodersJsonIsShownAsItStandsInTheJob()
{
    TargetDialog dialog(m_engine, ofTheEncoder());
    const auto *view = in<PayloadView>(dialog, "handOffView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("\"notifications\"")));
    QVERIFY(view->text().contains(QStringLiteral("https://callback.example/ingest")));
    QVERIFY(view->text().contains(QStringLiteral("\"X-Custom-Header\"")));
    QVERIFY(!view->text().contains(QStringLiteral("\"outputs\"")));
    type(dialog, "urlEdit", QStringLiteral("https://other.example/hook"));
    QTRY_VERIFY(view->text().contains(QStringLiteral("https://other.example/hook")));
}

void tst_TargetEncoder::progressStandsInTheOutputs()
{
    CallbackTarget target = ofTheEncoder();
    target.triggers.set(Trigger::Progress, true);
    TargetDialog dialog(m_engine, target);
    const auto *view = in<PayloadView>(dialog, "handOffView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("\"outputs\"")));
    QCOMPARE(view->text().count(QStringLiteral("\"notifications\"")), 2);
    in<QCheckBox>(dialog, "onSuccessCheck")->click();
    in<QCheckBox>(dialog, "onFailureCheck")->click();
    QTRY_COMPARE(view->text().count(QStringLiteral("\"notifications\"")), 1);
    QVERIFY(view->text().contains(QStringLiteral("\"outputs\"")));
}

void tst_TargetEncoder::secretsAreMaskedAndStillMeasured()
{
    CallbackTarget target = ofTheEncoder();
    const QString token = QString(150, u'k');
    target.headers.append({QStringLiteral("Authorization"), token, {}, true, true});
    TargetDialog dialog(m_engine, target);
    const auto *view = in<PayloadView>(dialog, "handOffView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("•••")));
    QVERIFY(!view->text().contains(token));
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("characters long")));
}

void tst_TargetEncoder::aSealedValueIsSaidToBeUnmeasured()
{
    CallbackTarget target = stored();
    target.source = CallbackSource::Encoder;
    TargetDialog dialog(m_engine, target);
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("Authorization is too long is seen when a job is made")));
    in<QCheckBox>(dialog, "relayCheck")->click();
    QTRY_VERIFY(!saysOneOf(problemsIn(dialog), QStringLiteral("Authorization")));
}

void tst_TargetEncoder::whatIsImpossibleIsSaidAndTheRelayOffered()
{
    CallbackTarget target = ofTheEncoder();
    target.method = Method::Put;
    target.triggers = {Trigger::Failure};
    TargetDialog dialog(m_engine, target);
    dialog.setEncoderSettings(reachable());
    dialog.show();
    QCOMPARE(problemsIn(dialog).filter(QStringLiteral("Blocked:")).size(), 2);
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("PUT")));
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("onFailure")));
    const auto *tabs = in<QTabWidget>(dialog, "previewTabs");
    QVERIFY(!tabs->tabIcon(tabs->currentIndex()).isNull());
    in<QCheckBox>(dialog, "onSuccessCheck")->click();
    click(dialog, "methodPostRadio");
    QTRY_VERIFY(problemsIn(dialog).filter(QStringLiteral("Blocked:")).isEmpty());
    QVERIFY(tabs->tabIcon(tabs->currentIndex()).isNull());
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("Note:"))); // the body is the encoder's own
}

void tst_TargetEncoder::theRelayIsTickedByItsButton()
{
    CallbackTarget target = ofTheEncoder();
    target.method = Method::Put;
    TargetDialog dialog(m_engine, target);
    dialog.setEncoderSettings(reachable());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *relay = in<QPushButton>(dialog, "relayButton");
    QVERIFY(relay && relay->isVisible());
    relay->setFocus();
    QTest::keyClick(relay, Qt::Key_Space);
    QVERIFY(dialog.target().relay);
    QVERIFY(in<QCheckBox>(dialog, "relayCheck")->isChecked());
    QVERIFY(in<QCheckBox>(dialog, "relayCheck")->hasFocus());
    QTRY_VERIFY(problemsIn(dialog).isEmpty());
    QTRY_VERIFY(in<PayloadView>(dialog, "handOffView")
                    ->text()
                    .contains(QStringLiteral("https://callboard.example/v1/encoders/zencoder/")));
    QVERIFY(shows(dialog, kSent)); // now it is ours to send, as PUT
    QTRY_VERIFY(in<PayloadView>(dialog, "previewView")->text().contains(QStringLiteral("PUT /ingest")));
}

void tst_TargetEncoder::theRelayNeedsItsAddress()
{
    CallbackTarget target = ofTheEncoder();
    target.relay = true;
    TargetDialog dialog(m_engine, target);
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("Blocked:")));
    dialog.setEncoderSettings(reachable());
    QVERIFY(problemsIn(dialog).isEmpty());
}

void tst_TargetEncoder::onlyWhatWeSendIsTested()
{
    TargetDialog dialog(m_engine, ofTheEncoder());
    const auto *test = in<QPushButton>(dialog, "sendTestButton");
    QVERIFY(!test->isEnabled());
    QVERIFY(test->toolTip().contains(QStringLiteral("The encoder makes this call")));
    QCOMPARE(lineOf(dialog, "testResultLine"), test->toolTip());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    in<QCheckBox>(dialog, "relayCheck")->click();
    QVERIFY(test->isEnabled());
    QVERIFY(lineOf(dialog, "testResultLine").isEmpty());
}

void tst_TargetEncoder::theRelayIsForgottenWithoutAnEncoder()
{
    CallbackTarget target = ofTheEncoder();
    target.relay = true;
    TargetDialog dialog(m_engine, target);
    choose(dialog, CallbackSource::LightFlow);
    QVERIFY(!dialog.target().relay);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(in<QPushButton>(dialog, "sendTestButton")->isEnabled());
}

void tst_TargetEncoder::anEncoderMayMail()
{
    CallbackTarget target = ofTheEncoder();
    target.headers.clear();
    target.url = QStringLiteral("mailto:johndoe@epiclabs.io?subject=Ready");
    TargetDialog dialog(m_engine, target);
    QTRY_VERIFY(in<PayloadView>(dialog, "handOffView")->text().contains(QStringLiteral("\"johndoe@epiclabs.io\"")));
    QVERIFY(saysOneOf(problemsIn(dialog), QStringLiteral("subject")));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetEncoder::looksAsDrawn()
{
    CallbackTarget target = ofTheEncoder();
    target.method = Method::Put;
    target.triggers = {Trigger::Failure, Trigger::Progress};
    target.headers.append({QStringLiteral("Authorization"), QString(164, u'k'), {}, true, true});
    TargetDialog dialog(m_engine, target);
    dialog.setEncoderSettings(reachable());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    shoot(dialog, QStringLiteral("target-encoder"));
    dialog.resize(960, 600);
    QVERIFY(dialog.width() <= 960);
    shoot(dialog, QStringLiteral("target-encoder-small"));
    dialog.resize(1180, 740);
    in<QCheckBox>(dialog, "relayCheck")->click();
    QTRY_VERIFY(problemsIn(dialog).isEmpty());
    shoot(dialog, QStringLiteral("target-encoder-relay"));
}

QTEST_MAIN(tst_TargetEncoder)
#include "tst_targetencoder.moc"
