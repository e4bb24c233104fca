// Keys that take the place of stored ones in a target's form, and those that go on beside them or end.
#include "tests/ui/signingprobe.h"
#include "ui/look/look.h"

#include <QPushButton>

using namespace callboard;
using namespace std::chrono_literals;

class TestTargetRotation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void rotatingKeepsTheKeyBefore();
    void aTypedKeyRotatesToo();
    void oneSignatureLeavesNoOverlap();
    void anOlderKeyEndsNow();
    void anotherKindNeedsAnotherKey();
    void offTakesTheKeysAwayAndOnBrings();
    void undoAndRedoGoThroughKeys();

private:
    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetRotation::rotatingKeepsTheKeyBefore()
{
    const CallbackTarget target = signedWith(SigningScheme::Mux);
    OpenDialog dialog(*m_engine, target);
    QVERIFY(title(dialog).startsWith(QStringLiteral("Mux, 2 keys until ")));
    const Timestamp before = SystemClock().now();
    press(dialog, "rotateKeyButton");
    QVERIFY(isShown(dialog, "keyOverlapCombo"));
    QCOMPARE(keysOf(dialog).size(), 3);
    QCOMPARE(keysOf(dialog)[0].secret.plain, keyIn(dialog));
    QCOMPARE(keysOf(dialog)[1].secret.sealed, QByteArrayLiteral("sealed-new"));
    QCOMPARE(keysOf(dialog)[2], target.signing.keys[1]);
    in<QComboBox>(dialog, "keyOverlapCombo")->setCurrentIndex(1);
    press(dialog, "saveButton");
    QTRY_COMPARE(m_engine->saved.size(), 1);
    const Timestamp end = m_engine->saved.constFirst().signing.keys.value(1).until.value_or(Timestamp());
    QVERIFY(end >= before + 1h && end <= SystemClock().now() + 1h);
}

void TestTargetRotation::aTypedKeyRotatesToo()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::Cloudflare));
    type(dialog, "signingKeyEdit", kTyped);
    press(dialog, "rotateKeyButton"); // and makes none in its place
    QCOMPARE(keyIn(dialog), kTyped);
    QCOMPARE(keysOf(dialog).size(), 3);
    QCOMPARE(lineOf(dialog, "signingKeyLine"), QStringLiteral("The stored key signs beside it for that long."));
    in<QComboBox>(dialog, "keyOverlapCombo")->setCurrentIndex(0);
    QCOMPARE(keysOf(dialog).size(), 2);
    QCOMPARE(lineOf(dialog, "signingKeyLine"), QStringLiteral("The stored key ends as soon as this is saved."));
    type(dialog, "signingKeyEdit", QString());
    QCOMPARE(dialog.target().signing.keys.value(0).secret.sealed, QByteArrayLiteral("sealed-new"));
}

void TestTargetRotation::oneSignatureLeavesNoOverlap()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::BodySha256));
    QCOMPARE(title(dialog), QStringLiteral("HMAC-SHA256"));
    QVERIFY(!isShown(dialog, "endKey1Button"));
    press(dialog, "rotateKeyButton");
    QVERIFY(!isShown(dialog, "keyOverlapCombo"));
    QVERIFY(lineOf(dialog, "signingKeyLine").contains(QStringLiteral("room for one signature")));
    QCOMPARE(keysOf(dialog).size(), 1);
}

void TestTargetRotation::anOlderKeyEndsNow()
{
    const CallbackTarget target = signedWith(SigningScheme::Mux);
    OpenDialog dialog(*m_engine, target);
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(isShown(dialog, "endKey1Button"));
    QVERIFY(!isShown(dialog, "endKey2Button"));
    press(dialog, "endKey1Button");
    QVERIFY(!isShown(dialog, "endKey1Button"));
    QCOMPARE(keysOf(dialog).size(), 1);
    QCOMPARE(title(dialog), QStringLiteral("Mux"));
    QVERIFY(dialog.isWindowModified());
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), target);
    QVERIFY(isShown(dialog, "endKey1Button"));
    QVERIFY(!dialog.isWindowModified());
}

void TestTargetRotation::anotherKindNeedsAnotherKey()
{
    OpenDialog dialog(*m_engine, signedWith(SigningScheme::Mux));
    choose(dialog, SigningScheme::Hmac);
    QVERIFY(lineOf(dialog, "signingKeyLine").startsWith(QStringLiteral("The stored key is of another kind")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(keysOf(dialog).isEmpty());
    press(dialog, "makeKeyButton");
    QCOMPARE(keysOf(dialog).size(), 1);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void TestTargetRotation::offTakesTheKeysAwayAndOnBrings()
{
    const CallbackTarget target = signedWith(SigningScheme::Mux);
    OpenDialog dialog(*m_engine, target);
    choose(dialog, SigningScheme::None);
    QCOMPARE(dialog.target().signing, Signing());
    QVERIFY(dialog.isWindowModified());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    choose(dialog, SigningScheme::Mux);
    QCOMPARE(dialog.target(), target);
    QVERIFY(!dialog.isWindowModified());
}

void TestTargetRotation::undoAndRedoGoThroughKeys()
{
    const CallbackTarget target = signedWith(SigningScheme::Mux);
    OpenDialog dialog(*m_engine, target);
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    press(dialog, "rotateKeyButton");
    const QString key = keyIn(dialog);
    in<QComboBox>(dialog, "keyOverlapCombo")->setCurrentIndex(3);
    QVERIFY(in<QWidget>(dialog, "undoButton")->toolTip().contains(QStringLiteral("signing")));
    const auto undo = [&dialog] { QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier); };
    undo();
    QCOMPARE(in<QComboBox>(dialog, "keyOverlapCombo")->currentIndex(), 2);
    QCOMPARE(keyIn(dialog), key);
    undo();
    QCOMPARE(dialog.target(), target);
    QVERIFY(keyIn(dialog).isEmpty());
    QVERIFY(!dialog.isWindowModified());
    QTest::keyClick(&dialog, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(keyIn(dialog), key);
    QVERIFY(in<QLineEdit>(dialog, "signingKeyEdit")->echoMode() == QLineEdit::Normal);
    QCOMPARE(keysOf(dialog).size(), 3);
}

QTEST_MAIN(TestTargetRotation)
#include "tst_targetrotation.moc"
