// The fold of signing in a target's form: schemes, keys that are made or typed, and what leaves the form.
#include "core/engine/signingclient.h"
#include "core/security/signing/signingkey.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/signingprobe.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/secretclipboard.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/signingwords.h"
#include "ui/targets/targetcommands.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>

using namespace callboard;

class TestTargetSigning : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init();

    void itIsOffAtFirst();
    void whatIsStoredComesBackUnchanged_data();
    void whatIsStoredComesBackUnchanged();
    void aSchemeWithoutAKeyClosesSave();
    void aMadeKeyIsShownThisOnceAndSaved();
    void aMadeKeyIsCopiedAndLeavesTheClipboard();
    void anotherSchemeMakesTheKeyAnew();
    void whatIsTypedIsDotsAndLookedAt();
    void anEd25519KeyShowsItsPublicHalf();
    void aStoredEd25519KeyShowsItsPublicHalf();
    void aHeadersNameIsLookedAt();
    void aMailCantBeSigned();
    void aTestIsSignedWithWhatIsTyped();
    void thePreviewShowsNoKey();
    void aCopyHasNoKey();
    void looksAsDrawn();

private:
    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetSigning::init()
{
    m_engine = std::make_unique<FakeEngineClient>();
}

void TestTargetSigning::itIsOffAtFirst()
{
    OpenDialog dialog(*m_engine, stored());
    QCOMPARE(title(dialog), QStringLiteral("off"));
    QVERIFY(isShown(dialog, "signingCombo"));
    QVERIFY(!isShown(dialog, "signingKeyEdit"));
    QVERIFY(!isShown(dialog, "signingHeaderEdit"));
    QVERIFY(!isShown(dialog, "keyOverlapCombo"));
    QVERIFY(!dialog.isWindowModified());
}

void TestTargetSigning::whatIsStoredComesBackUnchanged_data()
{
    QTest::addColumn<int>("scheme");
    for (const SigningScheme scheme : allSigningSchemes())
        QTest::newRow(qPrintable(toString(scheme))) << int(scheme);
}

void TestTargetSigning::whatIsStoredComesBackUnchanged()
{
    QFETCH(int, scheme);
    CallbackTarget target = signedWith(SigningScheme(scheme));
    target.signing.header = QStringLiteral("X-Own");
    OpenDialog dialog(*m_engine, target);
    QCOMPARE(dialog.target(), target);
    QVERIFY(!dialog.isWindowModified());
    QVERIFY(keyIn(dialog).isEmpty());
    QCOMPARE(isShown(dialog, "rotateKeyButton"), target.signing.isOn());
    if (target.signing.isOn())
        QCOMPARE(in<QLineEdit>(dialog, "signingKeyEdit")->placeholderText(),
                 QStringLiteral("Stored. Type to change it."));
}

void TestTargetSigning::aSchemeWithoutAKeyClosesSave()
{
    OpenDialog dialog(*m_engine, stored());
    choose(dialog, SigningScheme::Mux);
    QCOMPARE(title(dialog), QStringLiteral("Mux, no key yet"));
    QCOMPARE(in<QLineEdit>(dialog, "signingHeaderEdit")->placeholderText(), QStringLiteral("Mux-Signature"));
    QCOMPARE(lineOf(dialog, "signingSchemeLine"), words::schemeHelp(SigningScheme::Mux));
    QCOMPARE(lineOf(dialog, "signingKeyLine"), QStringLiteral("Signing needs a key."));
    const auto *save = in<QPushButton>(dialog, "saveButton");
    QVERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), QStringLiteral("Signing needs a key."));
    press(dialog, "makeKeyButton");
    QVERIFY(save->isEnabled());
    QCOMPARE(title(dialog), QStringLiteral("Mux"));
}

void TestTargetSigning::aMadeKeyIsShownThisOnceAndSaved()
{
    OpenDialog dialog(*m_engine, stored());
    choose(dialog, SigningScheme::Hmac);
    QVERIFY(!isShown(dialog, "copyKeyButton"));
    press(dialog, "makeKeyButton");
    const QString key = keyIn(dialog);
    QVERIFY(signingKeyBytes(SigningScheme::Hmac, key).has_value());
    QVERIFY(in<QLineEdit>(dialog, "signingKeyEdit")->echoMode() == QLineEdit::Normal);
    QVERIFY(isShown(dialog, "copyKeyButton"));
    QVERIFY(lineOf(dialog, "signingKeyLine").contains(QStringLiteral("shown this once")));
    QVERIFY(dialog.isWindowModified());
    press(dialog, "saveButton");
    QTRY_COMPARE(m_engine->saved.size(), 1);
    const Signing signing = m_engine->saved.constFirst().signing;
    QVERIFY(signing.scheme == SigningScheme::Hmac);
    QCOMPARE(signing.keys, (QList<SigningKey>{{{key, {}}, {}}}));
    QTRY_VERIFY(!dialog.isVisible());
}

void TestTargetSigning::aMadeKeyIsCopiedAndLeavesTheClipboard()
{
    QString key;
    {
        OpenDialog dialog(*m_engine, stored());
        choose(dialog, SigningScheme::Token);
        press(dialog, "makeKeyButton");
        press(dialog, "copyKeyButton");
        key = keyIn(dialog);
    } // what was copied outlives the form
    QCOMPARE(QGuiApplication::clipboard()->text(), key);
    const auto watching = qApp->findChildren<SecretClipboard *>();
    QCOMPARE(watching.size(), 1);
    watching.constFirst()->takeAway();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestTargetSigning::anotherSchemeMakesTheKeyAnew()
{
    OpenDialog dialog(*m_engine, stored());
    choose(dialog, SigningScheme::Mux);
    press(dialog, "makeKeyButton");
    choose(dialog, SigningScheme::Hmac);
    QVERIFY(keyIn(dialog).startsWith(QStringLiteral("whsec_")));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(isShown(dialog, "copyKeyButton"));
}

void TestTargetSigning::whatIsTypedIsDotsAndLookedAt()
{
    OpenDialog dialog(*m_engine, stored());
    choose(dialog, SigningScheme::Hmac);
    type(dialog, "signingKeyEdit", kTyped);
    QVERIFY(in<QLineEdit>(dialog, "signingKeyEdit")->echoMode() == QLineEdit::Password);
    QVERIFY(!isShown(dialog, "copyKeyButton"));
    QCOMPARE(in<FieldLine>(dialog, "signingKeyLine")->mood(), FieldLine::Mood::Problem);
    QCOMPARE(lineOf(dialog, "signingKeyLine"), QStringLiteral("The signing key does not begin with whsec_."));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    choose(dialog, SigningScheme::Cloudflare); // takes any text that is long enough
    QCOMPARE(keyIn(dialog), kTyped);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "signingKeyEdit", QStringLiteral("short"));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void TestTargetSigning::anEd25519KeyShowsItsPublicHalf()
{
    OpenDialog dialog(*m_engine, stored());
    choose(dialog, SigningScheme::Ed25519);
    QVERIFY(!isShown(dialog, "publicKeyEdit"));
    press(dialog, "makeKeyButton");
    QVERIFY(isShown(dialog, "publicKeyEdit"));
    const QString open = in<QLineEdit>(dialog, "publicKeyEdit")->text();
    QCOMPARE(open, publicSigningKey(keyIn(dialog)).value());
    press(dialog, "copyPublicKeyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), open);
    choose(dialog, SigningScheme::Mux);
    QVERIFY(!isShown(dialog, "publicKeyEdit"));
}

void TestTargetSigning::aStoredEd25519KeyShowsItsPublicHalf()
{
    struct Keys final : SigningClient {
        void publicSigningKey(TargetId target, QObject *, Then<QString> then) override
        {
            asked.append(target);
            then(QStringLiteral("whpk_stored"));
        }
        QList<TargetId> asked;
    } keys;
    const CallbackTarget target = signedWith(SigningScheme::Ed25519);
    OpenDialog dialog(*m_engine, target);
    QVERIFY(!isShown(dialog, "publicKeyEdit"));
    dialog.setAids({nullptr, nullptr, nullptr, &keys});
    QCOMPARE(keys.asked, QList<TargetId>{target.id});
    QVERIFY(isShown(dialog, "publicKeyEdit"));
    QCOMPARE(in<QLineEdit>(dialog, "publicKeyEdit")->text(), QStringLiteral("whpk_stored"));
    QVERIFY(!dialog.isWindowModified());
    press(dialog, "rotateKeyButton"); // the newer key's takes its place
    QCOMPARE(in<QLineEdit>(dialog, "publicKeyEdit")->text(), publicSigningKey(keyIn(dialog)).value());
    choose(dialog, SigningScheme::Mux);
    QVERIFY(!isShown(dialog, "publicKeyEdit"));

    OpenDialog other(*m_engine, signedWith(SigningScheme::Hmac));
    other.setAids({nullptr, nullptr, nullptr, &keys});
    QCOMPARE(keys.asked.size(), 1);
}

void TestTargetSigning::aHeadersNameIsLookedAt()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::Mux));
    type(dialog, "signingHeaderEdit", QStringLiteral("X Own"));
    QCOMPARE(in<FieldLine>(dialog, "signingHeaderLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "signingHeaderEdit", QStringLiteral("x-custom-header"));
    QVERIFY(lineOf(dialog, "signingHeaderLine").contains(QStringLiteral("among the target's own")));
    type(dialog, "signingHeaderEdit", QStringLiteral("X-Own"));
    QVERIFY(lineOf(dialog, "signingHeaderLine").isEmpty());
    QCOMPARE(dialog.target().signing.header, QStringLiteral("X-Own"));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void TestTargetSigning::aMailCantBeSigned()
{
    CallbackTarget target = signedWith(SigningScheme::Mux);
    target.url = QStringLiteral("mailto:desk@example.com");
    OpenDialog dialog(*m_engine, target);
    QCOMPARE(in<FieldLine>(dialog, "signingSchemeLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    choose(dialog, SigningScheme::None);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void TestTargetSigning::aTestIsSignedWithWhatIsTyped()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::Mux));
    type(dialog, "signingKeyEdit", kTyped);
    press(dialog, "sendTestButton");
    QTRY_COMPARE(m_engine->tested.size(), 1);
    QCOMPARE(m_engine->tested.constFirst().signing.keys.value(0).secret.plain, kTyped);
    QVERIFY(m_engine->saved.isEmpty());
}

void TestTargetSigning::thePreviewShowsNoKey()
{
    OpenDialog dialog(*m_engine, stored());
    const auto *preview = in<PayloadView>(dialog, "previewView");
    choose(dialog, SigningScheme::Mux);
    type(dialog, "signingKeyEdit", kTyped);
    QTRY_VERIFY(preview->text().contains(QStringLiteral("Mux-Signature: t=")));
    QVERIFY(preview->text().contains(QStringLiteral("v1=•••")));
    choose(dialog, SigningScheme::Token);
    QTRY_VERIFY(preview->text().contains(QStringLiteral("X-Callback-Token: •••")));
    QVERIFY(!preview->text().contains(kTyped));
}

void TestTargetSigning::aCopyHasNoKey()
{
    QWidget window;
    MessageBar messages;
    TargetCommands commands(*m_engine, messages, &window);
    commands.duplicate(signedWith(SigningScheme::Mux));
    const auto *dialog = window.findChild<TargetDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->target().signing.scheme == SigningScheme::Mux);
    QVERIFY(keysOf(*dialog).isEmpty());
    QVERIFY(lineOf(*dialog, "saveLine").contains(QStringLiteral("The signing key is not copied")));
    QVERIFY(!in<QPushButton>(*dialog, "saveButton")->isEnabled());
}

void TestTargetSigning::looksAsDrawn()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::Ed25519));
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    press(dialog, "rotateKeyButton");
    dialog.resize(1280, 800);
    auto *form = in<QScrollArea>(dialog, "formScrollArea");
    form->ensureWidgetVisible(in<QWidget>(dialog, "endKey1Button"));
    QWidget *const column = form->viewport();
    for (const char *control : {"signingCombo", "signingHeaderEdit", "signingKeyEdit", "rotateKeyButton",
                                "copyKeyButton", "copyPublicKeyButton", "keyOverlapCombo", "endKey1Button"}) {
        const auto *widget = in<QWidget>(dialog, control);
        const QRect place(widget->mapTo(column, QPoint()), widget->size());
        QVERIFY2(widget->isVisible() && place.left() >= 0 && place.right() <= column->width(), control);
    }
    shoot(dialog, QStringLiteral("target-signing"));
    dialog.resize(960, 600);
    form->ensureWidgetVisible(in<QWidget>(dialog, "endKey1Button"));
    shoot(dialog, QStringLiteral("target-signing-small"));
}

QTEST_MAIN(TestTargetSigning)
#include "tst_targetsigning.moc"
