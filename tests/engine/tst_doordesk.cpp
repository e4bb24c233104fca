// The door's tokens in a workspace: made, rotated, revoked, recorded, and told to the door that runs.
#include "core/engine/doordesk.h"
#include "core/store/tables/doortokenstore.h"
#include "tests/engine/trailbench.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_DoorDesk : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsNothingButAHash();
    void namesAreTakenOnce();
    void rotationEndsTheOneBefore();
    void rotationKeepsHowLongItLasts();
    void rotationAtOnceLeavesOne();
    void whatIsRevokedIsGone();
    void whoIsNotThereIsNotFound();
    void tellsTheRunningDoor();
    void tellsItWhatAnotherProcessDid();
    void isRecordedOnceWithoutTheToken();
    void aRefusedOneChangesNothing();
    void usesAreKeptABatchAMinute();
    void usesAreNotLostWhileTheStoreFails();
    void usesOfOneThatIsGoneMakeNoRow();

private:
    Result<IssuedDoorToken> add(const QString &name, DoorScopes scopes = {DoorScope::Events},
                                std::optional<Timestamp> endsAt = {});
    Result<IssuedDoorToken> rotate(const QString &name, Milliseconds overlap);
    Result<QString> revoke(const QString &name);
    QList<DoorToken> stored();
    void fromElsewhere(); // another process makes a token

    std::shared_ptr<DoorTokens> m_tokens;
    std::unique_ptr<EngineBench> m_bench;
};

namespace {

const QString kCms = QStringLiteral("cms");
const QString kElsewhere = QStringLiteral("made elsewhere");

} // namespace

void tst_DoorDesk::init()
{
    m_bench.reset();
    m_tokens = std::make_shared<DoorTokens>();
    EngineOptions options = byAnn();
    options.doorTokens = m_tokens;
    m_bench = std::make_unique<EngineBench>(options);
    QVERIFY(!m_tokens->list());
    QVERIFY(m_bench->start());
    QVERIFY(m_tokens->list());
}

Result<IssuedDoorToken> tst_DoorDesk::add(const QString &name, DoorScopes scopes, std::optional<Timestamp> endsAt)
{
    return m_bench->work<IssuedDoorToken>([&](Workplace &place) { return DoorDesk(place).add(name, scopes, endsAt); });
}

Result<IssuedDoorToken> tst_DoorDesk::rotate(const QString &name, Milliseconds overlap)
{
    return m_bench->work<IssuedDoorToken>([&](Workplace &place) { return DoorDesk(place).rotate(name, overlap); });
}

Result<QString> tst_DoorDesk::revoke(const QString &name)
{
    return m_bench->work<QString>([&](Workplace &place) { return DoorDesk(place).revoke(name); });
}

QList<DoorToken> tst_DoorDesk::stored()
{
    const auto db = Database::open(m_bench->workspace(), Database::Access::Read);
    return DoorTokenStore(**db).all().value();
}

void tst_DoorDesk::fromElsewhere()
{
    const auto db = Database::open(m_bench->workspace(), Database::Access::Write);
    QVERIFY(db);
    QVERIFY((*db)->begin());
    DoorToken token;
    token.name = kElsewhere;
    token.hash = doorTokenHash("x");
    QVERIFY(DoorTokenStore(**db).insert(token));
    QVERIFY((*db)->commit());
}

void tst_DoorDesk::keepsNothingButAHash()
{
    const auto issued = add(kCms, {DoorScope::Events, DoorScope::Read}, m_bench->clock.now() + 24h);
    QVERIFY(issued);
    QCOMPARE(issued->secret.size(), 47);
    const QList<DoorToken> tokens = stored();
    QCOMPARE(tokens.size(), 1);
    QVERIFY(tokens[0] == issued->token);
    QCOMPARE(tokens[0].hash, doorTokenHash(issued->secret));
    QVERIFY(tokens[0].createdAt == m_bench->clock.now());
    QVERIFY(tokens[0].endsAt == m_bench->clock.now() + 24h);
    QVERIFY(!tokens[0].usedAt);
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_bench->workspace() + suffix);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(issued->secret.sliced(8)));
    }
    QVERIFY(add(QStringLiteral("other"))->secret != issued->secret);
}

void tst_DoorDesk::namesAreTakenOnce()
{
    QVERIFY(add(kCms));
    QCOMPARE(add(kCms).error().code, ErrorCode::NameTaken);
    QCOMPARE(add(QStringLiteral("main")).error().code, ErrorCode::NameTaken);
    QCOMPARE(add({}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(add(QStringLiteral("x"), {}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(add(QStringLiteral("x"), {DoorScope::Read}, m_bench->clock.now()).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(stored().size(), 1);
}

void tst_DoorDesk::rotationEndsTheOneBefore()
{
    const auto first = add(kCms, {DoorScope::Publish});
    const auto second = rotate(kCms, 1h);
    QVERIFY(second);
    QVERIFY(second->token.scopes == DoorScopes{DoorScope::Publish});
    QVERIFY(!second->token.endsAt);
    QList<DoorToken> tokens = stored();
    QCOMPARE(tokens.size(), 2);
    QCOMPARE(tokens[0].hash, doorTokenHash(second->secret)); // the newest first
    QVERIFY(tokens[1].endsAt == m_bench->clock.now() + 1h);
    // A later rotation never lengthens what was to end sooner.
    QVERIFY(rotate(kCms, 24h));
    tokens = stored();
    QCOMPARE(tokens.size(), 3);
    QCOMPARE(tokens[2].hash, doorTokenHash(first->secret));
    QVERIFY(tokens[2].endsAt == m_bench->clock.now() + 1h);
    QVERIFY(tokens[1].endsAt == m_bench->clock.now() + 24h);
}

void tst_DoorDesk::rotationKeepsHowLongItLasts()
{
    QVERIFY(add(kCms, {DoorScope::Events}, m_bench->clock.now() + 240h));
    m_bench->advance(100h);
    const auto next = rotate(kCms, 1h);
    QVERIFY(next->token.endsAt == m_bench->clock.now() + 240h);
}

void tst_DoorDesk::rotationAtOnceLeavesOne()
{
    QVERIFY(add(kCms));
    const auto next = rotate(kCms, 0ms);
    QCOMPARE(stored().size(), 1);
    QCOMPARE(stored()[0].hash, doorTokenHash(next->secret));
}

void tst_DoorDesk::whatIsRevokedIsGone()
{
    QVERIFY(add(kCms));
    QVERIFY(rotate(kCms, 1h));
    QVERIFY(add(QStringLiteral("other")));
    QCOMPARE(*revoke(kCms), kCms);
    QCOMPARE(stored().size(), 1);
    QVERIFY(add(kCms)); // and its name is free
}

void tst_DoorDesk::whoIsNotThereIsNotFound()
{
    QCOMPARE(rotate(kCms, 1h).error().code, ErrorCode::NotFound);
    QCOMPARE(revoke(kCms).error().code, ErrorCode::NotFound);
}

void tst_DoorDesk::tellsTheRunningDoor()
{
    const auto issued = add(kCms);
    QCOMPARE(m_tokens->list()->size(), 1);
    QVERIFY(m_tokens->list()->first() == issued->token);
    QVERIFY(revoke(kCms));
    QVERIFY(m_tokens->list()->isEmpty());
}

void tst_DoorDesk::tellsItWhatAnotherProcessDid()
{
    fromElsewhere();
    QTRY_COMPARE(m_tokens->list()->size(), 1);
    QCOMPARE(m_tokens->list()->first().name, kElsewhere);
}

void tst_DoorDesk::isRecordedOnceWithoutTheToken()
{
    const qsizetype before = trail(*m_bench).size();
    const auto added = add(kCms);
    const auto rotated = rotate(kCms, 1h);
    QVERIFY(revoke(kCms));
    const QStringList expected{QStringLiteral("token.revoked"), QStringLiteral("token.rotated"),
                               QStringLiteral("token.added")};
    QCOMPARE(actionsSince(*m_bench, before), expected);
    const auto rows = trail(*m_bench);
    for (const TrailRow &row : rows) {
        QCOMPARE(row.entry.actor, kActor);
        const QString all = row.entry.summary + QString::fromUtf8(QJsonDocument(row.entry.detail).toJson());
        for (const QByteArray &secret : {added->secret, rotated->secret})
            QVERIFY(!all.contains(QString::fromLatin1(secret)));
    }
    QCOMPARE(rows.first().entry.subject, QStringLiteral("token:%1").arg(rotated->token.id.value));
    QVERIFY(rows.first().entry.summary.contains(kCms));
}

void tst_DoorDesk::aRefusedOneChangesNothing()
{
    QVERIFY(add(kCms));
    const qsizetype before = trail(*m_bench).size();
    QVERIFY(!add(kCms));
    QVERIFY(!rotate(QStringLiteral("nobody"), 1h));
    QCOMPARE(trail(*m_bench).size(), before);
    QCOMPARE(m_tokens->list()->size(), 1);
}

void tst_DoorDesk::usesAreKeptABatchAMinute()
{
    const auto issued = add(kCms);
    const Timestamp first = m_bench->clock.now();
    m_tokens->noteUse(issued->token.id, first);
    QTRY_VERIFY(stored()[0].usedAt == first);
    const Timestamp later = first + 30s;
    m_tokens->noteUse(issued->token.id, later);
    m_bench->clock.advance(30s);
    fromElsewhere(); // when it is known here, it was looked at
    QTRY_COMPARE(m_tokens->list()->size(), 2);
    QVERIFY(stored()[0].usedAt == first);
    m_bench->clock.advance(31s);
    QTRY_VERIFY(stored()[0].usedAt == later);
}

void tst_DoorDesk::usesAreNotLostWhileTheStoreFails()
{
    const auto issued = add(kCms);
    int refused = 0;
    m_bench->storeFault = [&refused](const QString &sql) -> std::optional<Error> {
        if (!sql.startsWith(QLatin1String("UPDATE door_token")))
            return {};
        ++refused;
        return Error{ErrorCode::StoreUnavailable, QStringLiteral("full")};
    };
    m_tokens->noteUse(issued->token.id, m_bench->clock.now());
    QTRY_VERIFY(refused > 0);
    QVERIFY(!stored()[0].usedAt);
    m_bench->storeFault = {};
    m_bench->clock.advance(61s);
    QTRY_VERIFY(stored()[0].usedAt.has_value());
}

void tst_DoorDesk::usesOfOneThatIsGoneMakeNoRow()
{
    const auto issued = add(kCms);
    const auto other = add(QStringLiteral("other"));
    QVERIFY(revoke(kCms));
    m_tokens->noteUse(issued->token.id, m_bench->clock.now());
    m_tokens->noteUse(other->token.id, m_bench->clock.now());
    QTRY_VERIFY(stored()[0].usedAt.has_value());
    QCOMPARE(stored().size(), 1);
}

QTEST_GUILESS_MAIN(tst_DoorDesk)
#include "tst_doordesk.moc"
