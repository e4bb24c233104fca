// What was typed survives a crash of the program: drafts of a target's form.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/draft/draftstore.h"
#include "ui/targets/draft/targetdraft.h"
#include "ui/targets/targetdialog.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

CallbackTarget everything()
{
    CallbackTarget target = stored();
    target.method = Method::Put;
    target.format = PayloadFormat::CloudEvents;
    target.source = CallbackSource::Encoder;
    target.relay = true;
    target.triggers = {Trigger::Success, Trigger::External};
    target.urgent = {Trigger::External};
    target.scope = {ScopeKind::Project, QStringLiteral("16")};
    target.coalesceWindow = 90s;
    target.coalesceLongest = 10min;
    target.pipelining = true;
    target.connections = 3;
    target.pipelineDepth = 5;
    target.ordered = false;
    target.allowPrivate = true;
    target.connectTimeout = 1s;
    target.totalTimeout = 7s;
    target.retry = {{5s, 1min}};
    target.maxInFlight = 11;
    target.rate = rateLimitFrom(QStringLiteral("50/s")).value_or(Rate());
    target.authentication = {AuthScheme::OAuth2,
                             QStringLiteral("callboard"),
                             {},
                             QStringLiteral("https://login.example.com/token"),
                             QStringLiteral("media write"),
                             QStringLiteral("https://api.example.com"),
                             true};
    target.tls = {"authorities", {QStringLiteral("sha256/pin")}, "certificate", {}};
    target.proxy = {ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080, QStringLiteral("out"), {}};
    return target;
}

} // namespace

class tst_TargetDrafts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void everyFieldComesBack();
    void secretValuesAreNotInTheFile();
    void keysAreNotInTheFile();
    void aKeyThatWasEndedStaysEnded();
    void whatMayHoldASecretIsNoUrlInTheFile_data();
    void whatMayHoldASecretIsNoUrlInTheFile();
    void whatIsNoDraftIsRefused_data();
    void whatIsNoDraftIsRefused();
    void aDraftIsWrittenSoon();
    void theFileIsTheOperatorsAlone();
    void anotherFormOffersItAfterACrash();
    void aNewTargetsDraftIsOfferedToo();
    void discardingTheOfferRemovesIt();
    void anUnansweredOfferStays();
    void anUnansweredOfferOutlivesWhatWasUndone();
    void savingRemovesIt();
    void discardingTheChangesRemovesIt();
    void undoingEverythingRemovesIt();
    void aTargetThatWasChangedSinceIsSaid();
    void eachTargetHasItsOwn();

private:
    [[nodiscard]] QString directory() const { return m_directory->filePath(QStringLiteral("drafts")); }
    [[nodiscard]] QString file(TargetId id) const { return DraftStore(directory()).path(id); }
    // As a crash leaves it: typed, on disk, and the form gone without a word.
    void crash(const CallbackTarget &target, const QString &name);

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_TargetDrafts::crash(const CallbackTarget &target, const QString &name)
{
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, target);
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    type(dialog, "nameEdit", name);
    QTRY_VERIFY(QFile::exists(drafts.path(target.id)));
}

void tst_TargetDrafts::everyFieldComesBack()
{
    CallbackTarget target = everything();
    target.headers.append({QStringLiteral("X-Off"), QStringLiteral("1"), {}, false, false});
    const auto draft = readDraft(draftBytes(target, fromIso(QStringLiteral("2026-11-22T10:04:31.000Z")).value()));
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().detail));
    QCOMPARE(toIso(draft->savedAt), QStringLiteral("2026-11-22T10:04:31.000Z"));
    QVERIFY(!draft->leftOut); // a sealed value is not lost: it is in the workspace
    CallbackTarget before = stored();
    QCOMPARE(restoredFrom(*draft, before), target);
}

void tst_TargetDrafts::secretValuesAreNotInTheFile()
{
    CallbackTarget target = stored();
    target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer hunter2"), {}, true, true},
                      {QStringLiteral("X-Api-Key"), QStringLiteral("hunter3"), {}, false, true},
                      {QStringLiteral("X-Sealed"), {}, QByteArrayLiteral("hunter4"), true, true}};
    const QByteArray bytes = draftBytes(target, SystemClock().now());
    QVERIFY(!bytes.contains("hunter"));
    QVERIFY(!bytes.contains(QByteArrayLiteral("hunter4").toBase64()));
    const auto draft = readDraft(bytes);
    QVERIFY(draft->leftOut);
    const CallbackTarget restored = restoredFrom(*draft, target);
    QCOMPARE(restored.headers.value(2).sealed, QByteArrayLiteral("hunter4"));
}

void tst_TargetDrafts::keysAreNotInTheFile()
{
    const CallbackTarget before = signedWith(SigningScheme::Mux);
    CallbackTarget target = before;
    target.signing.header = QStringLiteral("X-Signature");
    const auto untouched = readDraft(draftBytes(target, SystemClock().now()));
    QVERIFY(!untouched->leftOut);
    QCOMPARE(restoredFrom(*untouched, before), target);
    target.signing.keys.prepend(SigningKey{{QStringLiteral("hunter2-hunter2-hunter2"), {}}, {}});
    const QByteArray bytes = draftBytes(target, SystemClock().now());
    QVERIFY(!bytes.contains("hunter"));
    QVERIFY(!bytes.contains("sealed-new"));
    QVERIFY(!bytes.contains(QByteArrayLiteral("sealed-new").toBase64()));
    const auto draft = readDraft(bytes);
    QVERIFY(draft->leftOut);
    QCOMPARE(restoredFrom(*draft, before).signing.header, QStringLiteral("X-Signature"));
    QCOMPARE(restoredFrom(*draft, before).signing.keys, before.signing.keys);
    target.signing = {};
    QVERIFY(!restoredFrom(*readDraft(draftBytes(target, SystemClock().now())), before).signing.isOn());
}

void tst_TargetDrafts::aKeyThatWasEndedStaysEnded()
{
    CallbackTarget before = signedWith(SigningScheme::Mux);
    const Timestamp until = SystemClock().now() + std::chrono::hours(3);
    before.signing.keys = {SigningKey{{{}, QByteArrayLiteral("sealed-newest")}, {}},
                           SigningKey{{{}, QByteArrayLiteral("sealed-older")}, until},
                           SigningKey{{{}, QByteArrayLiteral("sealed-oldest")}, until}};
    CallbackTarget target = before;
    target.signing.keys.removeAt(1); // End now
    const auto draft = readDraft(draftBytes(target, SystemClock().now()));
    QVERIFY(!draft->leftOut);
    QCOMPARE(restoredFrom(*draft, before).signing.keys, target.signing.keys);
    // Somebody has rotated since: nothing of what he made is taken away.
    before.signing.keys.prepend(SigningKey{{{}, QByteArrayLiteral("sealed-since")}, {}});
    QCOMPARE(restoredFrom(*draft, before).signing.keys, before.signing.keys);
}

void tst_TargetDrafts::whatMayHoldASecretIsNoUrlInTheFile_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("kept");
    QTest::newRow("a command that can't be read")
        << QStringLiteral("curl -X DELETE https://a.example -H 'Authorization: Bearer hunter2'") << false;
    QTest::newRow("a password") << QStringLiteral("https://user:hunter2@a.example/in") << false;
    QTest::newRow("half of one") << QStringLiteral("https://user:hunter2") << false;
    QTest::newRow("a password without a scheme") << QStringLiteral("user:hunter2") << false;
    QTest::newRow("half a URL") << QStringLiteral("https://") << true;
    QTest::newRow("no scheme") << QStringLiteral("callback.example/in-2") << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("a URL") << QStringLiteral("https://callback.example:8443/in?token=it-is-stored-like-that") << true;
    QTest::newRow("mail") << QStringLiteral("mailto:team@a.example") << true;
}

void tst_TargetDrafts::whatMayHoldASecretIsNoUrlInTheFile()
{
    QFETCH(QString, typed);
    QFETCH(bool, kept);
    CallbackTarget target = stored();
    target.url = typed;
    const QByteArray bytes = draftBytes(target, SystemClock().now());
    QVERIFY2(!bytes.contains("hunter"), bytes.constData());
    const auto draft = readDraft(bytes);
    QVERIFY(draft.has_value());
    QCOMPARE(draft->leftOut, !kept);
    QCOMPARE(restoredFrom(*draft, stored()).url, kept ? typed : stored().url);
}

void tst_TargetDrafts::whatIsNoDraftIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half a file") << QByteArray("{\"draft\":1,\"tar");
    QTest::newRow("of a later version") << QByteArray("{\"draft\":2,\"target\":{}}");
    QTest::newRow("something else") << QByteArray("[1,2]");
}

void tst_TargetDrafts::whatIsNoDraftIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!readDraft(bytes).has_value());
}

void tst_TargetDrafts::aDraftIsWrittenSoon()
{
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QTRY_VERIFY(drafts.read(stored().id).value_or(QByteArray()).contains("\"Other\""));
}

void tst_TargetDrafts::theFileIsTheOperatorsAlone()
{
    crash(stored(), QStringLiteral("Other"));
    const QFile::Permissions permissions = QFile::permissions(file(stored().id));
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    QVERIFY(!(QFile::permissions(directory()) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther)));
}

void tst_TargetDrafts::anotherFormOffersItAfterACrash()
{
    crash(stored(), QStringLiteral("Typed before"));
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(in<QWidget>(dialog, "draftBar")->isVisible());
    QVERIFY(in<QLabel>(dialog, "draftBarLabel")->text().contains(QStringLiteral("were not saved")));
    QCOMPARE(dialog.target(), stored()); // nothing happens by itself
    shoot(dialog, QStringLiteral("target-draft"));
    click(dialog, "draftBarAcceptButton");
    QVERIFY(!in<QWidget>(dialog, "draftBar")->isVisible());
    QCOMPARE(dialog.target().name, QStringLiteral("Typed before"));
    QCOMPARE(dialog.target().headers, stored().headers);
    QVERIFY(dialog.isWindowModified());
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetDrafts::aNewTargetsDraftIsOfferedToo()
{
    crash(lightFlowPreset(), QStringLiteral("Brand new"));
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, lightFlowPreset());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    click(dialog, "draftBarAcceptButton");
    QCOMPARE(dialog.target().name, QStringLiteral("Brand new"));
}

void tst_TargetDrafts::discardingTheOfferRemovesIt()
{
    crash(stored(), QStringLiteral("Other"));
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    click(dialog, "draftBarDeclineButton");
    QVERIFY(!in<QWidget>(dialog, "draftBar")->isVisible());
    QTRY_VERIFY(!QFile::exists(drafts.path(stored().id)));
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetDrafts::anUnansweredOfferStays()
{
    crash(stored(), QStringLiteral("Other"));
    {
        FakeEngineClient engine;
        DraftStore drafts(directory());
        TargetDialog dialog(engine, stored());
        dialog.setAids({nullptr, &drafts, nullptr});
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    } // what was asked of the file is done by now
    QVERIFY(QFile::exists(file(stored().id)));
}

void tst_TargetDrafts::anUnansweredOfferOutlivesWhatWasUndone()
{
    crash(stored(), QStringLiteral("Other"));
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const std::optional<QByteArray> offered = drafts.read(stored().id);
    type(dialog, "nameEdit", QStringLiteral("Typed over it"));
    QTRY_VERIFY(drafts.read(stored().id).value_or(QByteArray()).contains("Typed over it"));
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), stored());
    QTRY_COMPARE(drafts.read(stored().id), offered);
    QVERIFY(in<QWidget>(dialog, "draftBar")->isVisible());
}

void tst_TargetDrafts::savingRemovesIt()
{
    crash(stored(), QStringLiteral("Other"));
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    click(dialog, "draftBarAcceptButton");
    click(dialog, "saveButton");
    QTRY_VERIFY(!dialog.isVisible());
    QTRY_VERIFY(!QFile::exists(drafts.path(stored().id)));
}

void tst_TargetDrafts::discardingTheChangesRemovesIt()
{
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QTRY_VERIFY(QFile::exists(drafts.path(stored().id)));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    click(dialog, "discardButton");
    QTRY_VERIFY(!QFile::exists(drafts.path(stored().id)));
}

void tst_TargetDrafts::undoingEverythingRemovesIt()
{
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, stored());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QTRY_VERIFY(QFile::exists(drafts.path(stored().id)));
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!QFile::exists(drafts.path(stored().id)));
}

void tst_TargetDrafts::aTargetThatWasChangedSinceIsSaid()
{
    crash(stored(), QStringLiteral("Other"));
    CallbackTarget later = stored();
    later.revision = 4;
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, later);
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    QVERIFY(in<QLabel>(dialog, "draftBarLabel")->text().contains(QStringLiteral("changed since")));
    click(dialog, "draftBarAcceptButton");
    QCOMPARE(dialog.target().revision, 4);
}

void tst_TargetDrafts::eachTargetHasItsOwn()
{
    crash(stored(), QStringLiteral("Other"));
    CallbackTarget second = stored();
    second.id = TargetId{8};
    FakeEngineClient engine;
    DraftStore drafts(directory());
    TargetDialog dialog(engine, second);
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    QVERIFY(!in<QWidget>(dialog, "draftBar")->isVisible());
}

QTEST_MAIN(tst_TargetDrafts)
#include "tst_targetdrafts.moc"
