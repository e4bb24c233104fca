// Authentication, a client certificate and a proxy from the form through the real engine into a real file and back:
// what the form shows of them then, and that no secret of them stands on disk.
#include "core/engine/engineservice.h"
#include "core/security/vault.h"
#include "core/store/workspacereader.h"
#include "core/transport/certificates.h"
#include "core/transport/qnamtransport.h"
#include "tests/support/testauthority.h"
#include "tests/ui/accessfiles.h"
#include "ui/look/look.h"
#include "ui/targets/draft/draftstore.h"
#include "ui/targets/draft/targetdraft.h"
#include "ui/targets/targetlistmodel.h"

#include <QDirIterator>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const QString kPassphrase = QStringLiteral("passphrase-canary");
const QString kPassword = QStringLiteral("password-canary");

Result<std::shared_ptr<const Vault>> vault()
{
    return Vault::fromKey(QByteArray(kVaultKeyBytes, 'k'));
}

CallbackTarget everything()
{
    CallbackTarget target = bare();
    target.authentication = {AuthScheme::OAuth2,
                             QStringLiteral("callboard"),
                             {{}, "sealed-secret"},
                             QStringLiteral("https://login.example.com/token"),
                             QStringLiteral("media write"),
                             QStringLiteral("https://api.example.com"),
                             true};
    target.tls = {"authorities", {QStringLiteral("sha256/pin")}, "certificate", {{}, "sealed-key"}};
    target.proxy = {
        ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080, QStringLiteral("out"), {{}, "sealed-password"}};
    return target;
}

} // namespace

class TestTargetAccessSaved : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void whatIsTypedIsSealedAndComesBackAsAPlaceholder();
    void anotherEditKeepsWhatIsStored();
    void whatIsGivenUpIsGone();
    void theListSaysWhatATargetShows();
    void secretsOfAccessAreNotInADraft();
    void aDraftLiftsNoRestriction();

private:
    [[nodiscard]] CallbackTarget saved() const { return (*WorkspaceReader::open(m_workspace))->targets().constFirst(); }
    [[nodiscard]] OpenSecrets opened() const { return openSecrets(saved(), vault()->get()).value_or(OpenSecrets()); }
    [[nodiscard]] bool isOnDisk(const QByteArray &secret) const;

    QTemporaryDir m_directory;
    QString m_workspace = m_directory.filePath(QStringLiteral("ws/w.db"));
    SystemClock m_clock;
    SystemResolver m_resolver;
    IssuedCertificate m_client;
    std::unique_ptr<QnamTransport> m_transport;
    std::unique_ptr<EngineService> m_engine;
    std::unique_ptr<DraftStore> m_drafts;
};

void TestTargetAccessSaved::initTestCase()
{
    look::apply();
    const TestAuthority authority(m_directory.filePath(QStringLiteral("certificates")), QStringLiteral("Example-Root"));
    TestAuthority::Wish wish;
    wish.days = 12;
    m_client = authority.issue(QStringLiteral("media.example"), wish);
    QVERIFY(!m_client.certificatePem.isEmpty());
    QDir().mkpath(m_directory.filePath(QStringLiteral("ws")));
    m_transport = std::make_unique<QnamTransport>(m_resolver, m_clock);
    EngineParts parts{m_clock, *m_transport, [](bool) { return vault(); }, [] { return 0.5; }};
    m_engine = std::make_unique<EngineService>(std::move(parts), EngineOptions{});
    QVERIFY(m_engine->start(m_workspace));
    m_drafts = std::make_unique<DraftStore>(m_directory.filePath(QStringLiteral("ws/drafts")));
}

void TestTargetAccessSaved::cleanupTestCase()
{
    m_engine.reset();
    m_transport.reset();
}

// In any file beside the workspace: its log, drafts, copies.
bool TestTargetAccessSaved::isOnDisk(const QByteArray &secret) const
{
    QDirIterator files(m_directory.filePath(QStringLiteral("ws")), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
            return true;
    }
    return false;
}

void TestTargetAccessSaved::whatIsTypedIsSealedAndComesBackAsAPlaceholder()
{
    const QString p12 = m_directory.filePath(QStringLiteral("client.p12"));
    (void)openssl(QStringLiteral("pkcs12 -export -inkey %1 -in %2 -out %3 -passout pass:%4")
                      .arg(m_client.keyFile, m_client.certificateFile, p12, kPassphrase)); // says nothing
    {
        AccessDialog dialog(*m_engine, lightFlowPreset());
        dialog.setAids({nullptr, m_drafts.get(), nullptr});
        type(dialog, "nameEdit", QStringLiteral("CMS ingest"));
        type(dialog, "urlEdit", QStringLiteral("https://callback.example/in"));
        choose(dialog, AuthScheme::Basic);
        type(dialog, "authUserEdit", QStringLiteral("media"));
        type(dialog, "authSecretEdit", kSecret);
        chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", p12);
        answer(dialog, QStringLiteral("wrong"));
        answer(dialog, kPassphrase);
        type(dialog, "proxyEdit", QStringLiteral("socks5://proxy.example:1080"));
        type(dialog, "proxyUserEdit", QStringLiteral("out"));
        type(dialog, "proxyPasswordEdit", kPassword);
        QTRY_VERIFY(m_drafts->read({}).value_or(QByteArray()).contains("proxy.example"));
        for (const QByteArray &secret :
             {kSecret.toLatin1(), kPassword.toLatin1(), kPassphrase.toLatin1(), QByteArrayLiteral("PRIVATE KEY")})
            QVERIFY2(!isOnDisk(secret), secret.constData());
        QSignalSpy done(&dialog, &TargetDialog::saved);
        click(dialog, "saveButton");
        QTRY_COMPARE(done.count(), 1);
    }
    const OpenSecrets open = opened();
    QCOMPARE(open.authentication.secret.plain, kSecret);
    QCOMPARE(open.proxy.password.plain, kPassword);
    QVERIFY(!pairProblem(open.tls.certificate, open.tls.key.plain.toLatin1()));
    QVERIFY(!isOnDisk(kSecret.toLatin1()) && !isOnDisk(kPassword.toLatin1()) && !isOnDisk("PRIVATE KEY"));
    QVERIFY(isOnDisk("media")); // so it is looked for where it would be
    AccessDialog again(*m_engine, saved());
    for (const char *field : {"authSecretEdit", "proxyPasswordEdit"}) {
        QVERIFY(in<QLineEdit>(again, field)->text().isEmpty());
        QCOMPARE(in<QLineEdit>(again, field)->placeholderText(), QStringLiteral("Stored. Type to change it."));
    }
    QVERIFY(!isShown(again, "chooseKeyButton"));
    QVERIFY(lineOf(again, "clientCertificateLine").contains(QStringLiteral("ask whoever issued it")));
    QCOMPARE(again.target(), saved());
}

void TestTargetAccessSaved::anotherEditKeepsWhatIsStored()
{
    const OpenSecrets before = opened();
    AccessDialog dialog(*m_engine, saved());
    type(dialog, "authUserEdit", QStringLiteral("desk"));
    QSignalSpy done(&dialog, &TargetDialog::saved);
    click(dialog, "saveButton");
    QTRY_COMPARE(done.count(), 1);
    const OpenSecrets after = opened();
    QCOMPARE(after.authentication.user, QStringLiteral("desk"));
    QCOMPARE(after.authentication.secret.plain, before.authentication.secret.plain);
    QCOMPARE(after.proxy.password.plain, before.proxy.password.plain);
    QCOMPARE(after.tls.key.plain, before.tls.key.plain);
    QVERIFY(!after.tls.key.plain.isEmpty());
}

void TestTargetAccessSaved::theListSaysWhatATargetShows()
{
    TargetSummary row;
    row.target = saved();
    row.target.id = TargetId{99};
    row.target.tls.certificate = m_client.certificatePem;
    TargetListModel model;
    const Timestamp now = SystemClock().now();
    model.setSummaries({row}, now);
    const auto text = [&model](int column, int role) { return model.index(0, column).data(role).toString(); };
    const QString state = text(TargetListModel::StateColumn, Qt::DisplayRole);
    QVERIFY2(state.startsWith(QStringLiteral("Enabled, certificate ends in 1")), qPrintable(state));
    QVERIFY(text(TargetListModel::StateColumn, Qt::ToolTipRole).contains(QStringLiteral("choose the next one")));
    row.target.authentication = {AuthScheme::Basic, QStringLiteral("desk"), {}, {}, {}, {}, false};
    row.target.proxy = {ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080, {}, {}};
    model.setSummaries({row}, now);
    const QString how = text(TargetListModel::FormatColumn, Qt::ToolTipRole);
    QVERIFY2(how.contains(QStringLiteral("Authentication: Basic, user desk.")), qPrintable(how));
    QVERIFY(how.contains(QStringLiteral("Certificates: the system's, shows media.example.")));
    QVERIFY(how.contains(QStringLiteral("Proxy: socks5://proxy.example:1080.")));
    model.setSummaries({row}, now - 24h * 30); // by then it had more than a month
    QCOMPARE(text(TargetListModel::StateColumn, Qt::DisplayRole), QStringLiteral("Enabled"));
}

void TestTargetAccessSaved::whatIsGivenUpIsGone()
{
    AccessDialog dialog(*m_engine, saved());
    choose(dialog, AuthScheme::None);
    click(dialog, "removeCertificateButton");
    type(dialog, "proxyEdit", QString());
    QSignalSpy done(&dialog, &TargetDialog::saved);
    click(dialog, "saveButton");
    QTRY_COMPARE(done.count(), 1);
    const CallbackTarget now = saved();
    QCOMPARE(now.authentication, Authentication());
    QCOMPARE(now.tls, TlsSettings());
    QVERIFY(now.proxy == ProxySettings());
}

void TestTargetAccessSaved::secretsOfAccessAreNotInADraft()
{
    const CallbackTarget before = everything();
    const auto untouched = readDraft(draftBytes(before, SystemClock().now()));
    QVERIFY(!untouched->leftOut); // sealed values are in the workspace
    QCOMPARE(restoredFrom(*untouched, before), before);
    CallbackTarget typed = before;
    typed.authentication.secret = {QStringLiteral("hunter2"), {}};
    typed.tls.key = {QStringLiteral("hunter3"), {}};
    typed.proxy.password = {QStringLiteral("hunter4"), {}};
    const QByteArray bytes = draftBytes(typed, SystemClock().now());
    QVERIFY(!bytes.contains("hunter") && !bytes.contains("sealed"));
    QVERIFY(!bytes.contains(QByteArrayLiteral("sealed-secret").toBase64()));
    QVERIFY(readDraft(bytes)->leftOut);
    QCOMPARE(restoredFrom(*readDraft(bytes), before), before);
    typed.authentication.scheme = AuthScheme::Bearer; // what is stored is for another
    typed.tls.certificate = "another";
    typed.authentication.tokenUrl = QStringLiteral("https://user:hunter5@login.example.com/token");
    const QByteArray changed = draftBytes(typed, SystemClock().now());
    QVERIFY(!changed.contains("hunter"));
    const CallbackTarget restored = restoredFrom(*readDraft(changed), before);
    QVERIFY(!restored.authentication.secret.isSet());
    QVERIFY(!restored.tls.key.isSet());
}

void TestTargetAccessSaved::aDraftLiftsNoRestriction()
{
    CallbackTarget before = stored();
    before.origin = TargetOrigin::Door;
    QVERIFY(restoredFrom(*readDraft(draftBytes(before, SystemClock().now())), before).origin == TargetOrigin::Door);
}

QTEST_MAIN(TestTargetAccessSaved)
#include "tst_targetaccesssaved.moc"
