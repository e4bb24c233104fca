// The trail and the revisions of targets in a real file: a chain that shows what was changed in it, and pages.
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/tables/trailstore.h"
#include "core/store/workspacecheck.h"
#include "core/store/workspacereader.h"
#include "core/store/workspacesalvage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kThen(1'700'000'000'000ms);

} // namespace

class tst_TrailStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anEmptyTrailFits();
    void rowsComeBackNewestFirst();
    void aPageGoesOnBelowTheLast();
    void itIsNarrowedBySubjectTimeAndWords();
    void aChangedRowIsFound_data();
    void aChangedRowIsFound();
    void aMissingRowIsFound_data();
    void aMissingRowIsFound();
    void verifyingTheWorkspaceNamesTheRow();
    void whatWasTakenAwayFromTheFarEndIsNotMissed();
    void theNewestRowMayGrow();
    void aRevisionIsWrittenOnceForEachDefinition();
    void aTargetFromBeforeHasItsPresentDefinition();
    void aRevisionThatChangedNothingIsThatBeforeIt();
    void aSecretSealedAnewIsTheSameSecret();
    void oldRevisionsGoButForTheLast();
    void aSalvagedWorkspaceHasAllOfIt();

private:
    void add(const QString &action, const QString &subject = {}, Timestamp at = kThen, const QString &summary = {});
    void fill(int rows);
    CallbackTarget save(CallbackTarget target, Timestamp at = kThen);
    TrailCheck check() { return TrailStore(*m_db).verify().value(); }
    void run(const QString &sql) { QVERIFY(m_db->run(sql, {})); }
    QString path() const { return m_directory->filePath(QStringLiteral("w.db")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_db;
};

void tst_TrailStore::init()
{
    m_db.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_db = Database::open(path(), Database::Access::Write).value();
}

void tst_TrailStore::add(const QString &action, const QString &subject, Timestamp at, const QString &summary)
{
    QVERIFY(m_db->begin());
    QVERIFY(TrailStore(*m_db).add(
        {QStringLiteral("ann (window)"), action, subject, summary, {{QStringLiteral("n"), 1}}}, at));
    QVERIFY(m_db->commit());
}

void tst_TrailStore::fill(int rows)
{
    for (int i = 1; i <= rows; ++i)
        add(QStringLiteral("target.changed"), QStringLiteral("target:%1").arg(i), kThen + std::chrono::hours(i));
}

CallbackTarget tst_TrailStore::save(CallbackTarget target, Timestamp at)
{
    if (!m_db->begin())
        return {};
    if (!target.id.isValid())
        target.id = TargetStore(*m_db).reserve().value();
    const auto saved = TargetStore(*m_db).save(target, at);
    return saved && m_db->commit() ? *saved : CallbackTarget{};
}

void tst_TrailStore::anEmptyTrailFits()
{
    QVERIFY(check().finding.isEmpty());
    QCOMPARE(check().rows, 0);
    QVERIFY(TrailStore(*m_db).newest().error().code == ErrorCode::NotFound);
}

void tst_TrailStore::rowsComeBackNewestFirst()
{
    add(QStringLiteral("target.created"), QStringLiteral("target:1"), kThen, QStringLiteral("“cms”"));
    add(QStringLiteral("vault.rotated"), {}, kThen + 1s);
    const auto rows = WorkspaceReader::open(path()).value()->trail({}, 0, 10).value();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].entry.action, QStringLiteral("vault.rotated"));
    QCOMPARE(rows[1].entry.actor, QStringLiteral("ann (window)"));
    QCOMPARE(rows[1].entry.subject, QStringLiteral("target:1"));
    QCOMPARE(rows[1].entry.summary, QStringLiteral("“cms”"));
    QCOMPARE(rows[1].entry.detail[QLatin1String("n")].toInt(), 1);
    QVERIFY(rows[1].at == kThen);
    QVERIFY(check().finding.isEmpty());
    QCOMPARE(check().rows, 2);
    QCOMPARE(check().head.size(), 32);
}

void tst_TrailStore::aPageGoesOnBelowTheLast()
{
    fill(7);
    TrailStore trail(*m_db);
    QList<qint64> ids;
    for (qint64 before = 0;;) {
        const auto page = trail.page({}, before, 3).value();
        if (page.isEmpty())
            break;
        for (const TrailRow &row : page)
            ids.append(row.id);
        before = page.last().id;
    }
    QCOMPARE(ids, (QList<qint64>{7, 6, 5, 4, 3, 2, 1}));
}

void tst_TrailStore::itIsNarrowedBySubjectTimeAndWords()
{
    fill(5);
    add(QStringLiteral("settings.changed"), QStringLiteral("settings:mail"), kThen + 9h,
        QStringLiteral("100% of host_name"));
    TrailStore trail(*m_db);
    const auto count = [&](const TrailFilter &filter) { return trail.page(filter, 0, 100).value().size(); };
    QCOMPARE(count({QStringLiteral("target:3"), {}, {}}), 1);
    QCOMPARE(count({QStringLiteral("target:"), {}, {}}), 0);
    QCOMPARE(count({{}, {}, kThen + 4h}), 3);
    QCOMPARE(count({{}, QStringLiteral("MAIL changed"), {}}), 1);
    QCOMPARE(count({{}, QStringLiteral("ann target"), {}}), 5);
    QCOMPARE(count({{}, QStringLiteral("100%"), {}}), 1);
    QCOMPARE(count({{}, QStringLiteral("1%0"), {}}), 0); // no pattern
    QCOMPARE(count({{}, QStringLiteral("t_rget"), {}}), 0);
    QCOMPARE(count({{}, QStringLiteral("'; DROP TABLE trail; --"), {}}), 0);
    QCOMPARE(count({}), 6);
}

void tst_TrailStore::aChangedRowIsFound_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *set) {
        QTest::newRow(name) << QStringLiteral("UPDATE trail SET %1 WHERE id = 3").arg(QLatin1String(set));
    };
    row("at", "at = at + 1");
    row("actor", "actor = 'bob (window)'");
    row("action", "action = 'target.created'");
    row("subject", "subject = 'target:9'");
    row("summary", "summary = 'x'");
    row("detail", "detail = '{}'");
    row("moved between two", "actor = actor || 't', action = 'arget.changed'");
    row("hash", "hash = x'00'");
}

void tst_TrailStore::aChangedRowIsFound()
{
    QFETCH(QString, sql);
    fill(5);
    QVERIFY(check().finding.isEmpty());
    run(sql);
    QCOMPARE(check().wrongRow, 3);
    QVERIFY(check().finding.contains(QStringLiteral("Row 3")));
}

void tst_TrailStore::aMissingRowIsFound_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("the first") << 1;
    QTest::newRow("in between") << 3;
    QTest::newRow("the newest") << 5;
}

void tst_TrailStore::aMissingRowIsFound()
{
    QFETCH(int, row);
    fill(5);
    run(QStringLiteral("DELETE FROM trail WHERE id = %1").arg(row));
    QCOMPARE(check().wrongRow, row);
    QCOMPARE(check().finding, QStringLiteral("Row %1 of the trail is missing.").arg(row));
}

void tst_TrailStore::verifyingTheWorkspaceNamesTheRow()
{
    fill(4);
    QCOMPARE(verifyWorkspace(path()).value(), QStringList());
    run(QStringLiteral("UPDATE trail SET actor = 'bob' WHERE id = 2"));
    QCOMPARE(verifyWorkspace(path()).value(),
             QStringList{QStringLiteral("Row 2 of the trail was changed, or what came before it.")});
}

void tst_TrailStore::whatWasTakenAwayFromTheFarEndIsNotMissed()
{
    fill(6);
    const QByteArray head = check().head;
    QVERIFY(m_db->begin());
    QCOMPARE(TrailStore(*m_db).removeBefore(kThen + 4h, 100).value(), 3);
    QVERIFY(m_db->commit());
    QVERIFY(check().finding.isEmpty());
    QCOMPARE(check().rows, 3);
    QCOMPARE(check().head, head);
    fill(1);
    QVERIFY(check().finding.isEmpty());
    run(QStringLiteral("DELETE FROM trail WHERE id = 4"));
    QCOMPARE(check().wrongRow, 4);
}

void tst_TrailStore::theNewestRowMayGrow()
{
    fill(3);
    TrailStore trail(*m_db);
    TrailRow row = trail.newest().value();
    row.entry.summary = QStringLiteral("more");
    QVERIFY(trail.replaceNewest(row));
    QVERIFY(check().finding.isEmpty());
    QCOMPARE(trail.newest().value().entry.summary, QStringLiteral("more"));
    fill(1);
    QVERIFY(check().finding.isEmpty());
}

void tst_TrailStore::aRevisionIsWrittenOnceForEachDefinition()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/");
    target = save(target);
    RevisionStore revisions(*m_db);
    QVERIFY(revisions.record(target, kThen, QStringLiteral("ann")).value());
    target = save(target);
    QVERIFY(!revisions.record(target, kThen, QStringLiteral("ann")).value());
    target.maxInFlight = 3;
    target = save(target);
    QVERIFY(revisions.record(target, kThen + 1s, QStringLiteral("bob")).value());
    const auto all = revisions.of(target.id, 0, 10).value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].revision, 3);
    QCOMPARE(all[0].actor, QStringLiteral("bob"));
    QCOMPARE(all[0].definition.maxInFlight, 3);
    QCOMPARE(all[1].revision, 1);
    QCOMPARE(revisions.of(target.id, 3, 10).value().size(), 1);
}

void tst_TrailStore::aTargetFromBeforeHasItsPresentDefinition()
{
    CallbackTarget target;
    target.name = QStringLiteral("old");
    target.url = QStringLiteral("https://old.example/");
    target = save(save(target)); // never recorded: its revision is 2
    RevisionStore revisions(*m_db);
    const auto shown = revisions.of(target.id, 0, 10).value();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].revision, 2);
    QCOMPARE(shown[0].actor, QString());
    QCOMPARE(revisions.at(target.id, 2).value().definition.url, target.url);
    QVERIFY(revisions.at(target.id, 1).error().code == ErrorCode::NotFound);
    QVERIFY(revisions.begin(target));
    QVERIFY(revisions.begin(target)); // once
    QCOMPARE(m_db->number(QStringLiteral("SELECT COUNT(*) FROM target_revision")).value().value(), 1);
}

void tst_TrailStore::aRevisionThatChangedNothingIsThatBeforeIt()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/");
    target = save(target);
    RevisionStore revisions(*m_db);
    QVERIFY(revisions.record(target, kThen, {}));
    target = save(save(target));
    QCOMPARE(revisions.at(target.id, 2).value().revision, 1);
    QCOMPARE(revisions.at(target.id, 3).value().revision, 1);
    QCOMPARE(revisions.at(target.id, 0).value().revision, 1);
    QVERIFY(revisions.at(target.id, 4).error().code == ErrorCode::NotFound);
    QVERIFY(revisions.at({99}, 1).error().code == ErrorCode::NotFound);
}

void tst_TrailStore::aSecretSealedAnewIsTheSameSecret()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/");
    target.headers = {{QStringLiteral("Authorization"), {}, "under-one-key", true, true}};
    target = save(target);
    RevisionStore revisions(*m_db);
    QVERIFY(revisions.record(target, kThen, {}));
    CallbackTarget rotated = target;
    rotated.headers[0].sealed = "under-another";
    QCOMPARE(differences(revisions.at(target.id, 0).value().definition, rotated).size(), 1);
    QVERIFY(revisions.resealed(target.id, "under-one-key", "under-another"));
    QVERIFY(differences(revisions.at(target.id, 0).value().definition, rotated).isEmpty());
}

void tst_TrailStore::oldRevisionsGoButForTheLast()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/");
    RevisionStore revisions(*m_db);
    for (int i = 1; i <= 4; ++i) {
        target.maxInFlight = i;
        target = save(target, kThen + std::chrono::hours(i));
        QVERIFY(revisions.record(target, kThen + std::chrono::hours(i), {}));
    }
    QCOMPARE(revisions.removeBefore(kThen + 3h, 100).value(), 1); // the second held until the third came
    QCOMPARE(revisions.removeBefore(kThen + 100h, 100).value(), 2);
    QCOMPARE(revisions.removeBefore(kThen + 100h, 100).value(), 0);
    QCOMPARE(revisions.of(target.id, 0, 10).value().first().revision, 4);
}

void tst_TrailStore::aSalvagedWorkspaceHasAllOfIt()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/");
    target.signing = {SigningScheme::Hmac, {}, {{{{}, "sealed"}, std::nullopt}}};
    target.authentication = {AuthScheme::Bearer, {}, {{}, "sealed"}, {}, {}, {}, false};
    target = save(target);
    QVERIFY(RevisionStore(*m_db).record(target, kThen, {}));
    fill(3);
    run(QStringLiteral("INSERT INTO door_token (id, name, scopes, hash, hint, created_at) VALUES (1, 'ci', 1, x'00', "
                       "'cb', 0)"));
    const QString copy = m_directory->filePath(QStringLiteral("rescued.db"));
    const auto salvaged = salvageWorkspace(path(), copy);
    QVERIFY(salvaged);
    const auto rescued = Database::open(copy, Database::Access::Read).value();
    QStringList tables;
    QVERIFY(m_db->each(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                                      "AND name NOT IN ('tally', 'total')"),
                       {}, [&](const Query &row) { tables.append(row.text(0)); }));
    QVERIFY(tables.size() > 20);
    for (const QString &table : std::as_const(tables)) {
        const QString count = QStringLiteral("SELECT COUNT(*) FROM ") + table;
        QVERIFY2(rescued->number(count).value() == m_db->number(count).value(), qPrintable(table));
    }
    const auto there = TargetStore(*rescued).byId(target.id).value();
    QVERIFY(there == target);
    QCOMPARE(TrailStore(*rescued).verify().value().finding, QString());
}

QTEST_GUILESS_MAIN(tst_TrailStore)
#include "tst_trailstore.moc"
