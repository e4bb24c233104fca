// What targets wanted, event by event, and the recount of what was owed from it.
#include "core/store/ledgerrules.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/rulestore.h"
#include "core/store/tables/targetstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

class tst_RuleStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aRuleHoldsFromTheNextEventOn();
    void whatMatchingDoesNotReadMakesNoRow();
    void severalChangesBetweenTwoEventsAreOneRow();
    void aRemovedTargetIsNotInForceAnyMore();
    void everyFieldThatMatchingReadsIsKept();
    void targetsFromBeforeTheRecordAreNamedAsSuch();
    void theRecountFindsNothingWhereRulesWereFollowed();
    void theRecountNamesATamperedEvent();
    void theRecountFollowsRulesAsTheyChange();
    void theRecountStopsAtTheMostAskedFor();
    void eventsWithAShortenedHistoryAreLeftOut();

private:
    CallbackTarget save(CallbackTarget target);
    void take(int count, int owed, const QString &asset = QStringLiteral("a"));
    qint64 rows(TargetId id);
    QStringList findings(int most = 20);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_db;
};

namespace {

CallbackTarget target(const QString &name)
{
    CallbackTarget made;
    made.name = name;
    made.url = QStringLiteral("https://%1.example/").arg(name);
    return made;
}

const Timestamp kThen(Milliseconds(1'700'000'000'000));

} // namespace

void tst_RuleStore::init()
{
    m_db.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_db = Database::open(m_directory->filePath(QStringLiteral("w.db")), Database::Access::Write).value();
}

CallbackTarget tst_RuleStore::save(CallbackTarget target)
{
    TargetStore store(*m_db);
    if (!m_db->begin())
        return {};
    if (!target.id.isValid())
        target.id = store.reserve().value();
    auto saved = store.save(std::move(target), kThen);
    return saved && m_db->commit() ? *saved : CallbackTarget{};
}

// Events as the engine takes them in, each owed to `owed` targets.
void tst_RuleStore::take(int count, int owed, const QString &asset)
{
    QVERIFY(m_db->begin());
    const qint64 first = m_db->reserve(QStringLiteral("event"), count).value();
    for (qint64 id = first; id < first + count; ++id) {
        MediaEvent event;
        event.id = {id};
        event.source = QStringLiteral("/s");
        event.sourceId = QString::number(id);
        event.type = QStringLiteral("media.asset.published");
        event.asset = asset;
        event.receivedAt = kThen + std::chrono::seconds(id);
        QVERIFY(EventStore(*m_db).insert(event, event.fingerprint(), owed));
    }
    QVERIFY(m_db->commit());
}

qint64 tst_RuleStore::rows(TargetId id)
{
    return m_db->number(QStringLiteral("SELECT COUNT(*) FROM target_rule WHERE target_id = ?"), {id.value})
        .value()
        .value();
}

QStringList tst_RuleStore::findings(int most)
{
    return unexplainedByRules(*m_db, most).value();
}

void tst_RuleStore::aRuleHoldsFromTheNextEventOn()
{
    take(3, 0);
    CallbackTarget cms = save(target(QStringLiteral("cms")));
    take(2, 1);
    cms.triggers = {Trigger::Rating};
    cms.name = QStringLiteral("renamed");
    save(cms);
    RuleStore rules(*m_db);
    QVERIFY(rules.inForceAt({3}).value().isEmpty());
    for (const qint64 event : {4, 5}) {
        const auto then = rules.inForceAt({event}).value();
        QCOMPARE(then.size(), 1);
        QCOMPARE(then.first().name, QStringLiteral("cms"));
        QVERIFY(then.first().triggers.has(Trigger::Success));
    }
    QCOMPARE(rules.inForceAt({6}).value().first().name, QStringLiteral("renamed"));
    QVERIFY(!rules.inForceAt({6}).value().first().triggers.has(Trigger::Success));
    QCOMPARE(rules.reachBackTo().value().value, 4);
}

void tst_RuleStore::whatMatchingDoesNotReadMakesNoRow()
{
    CallbackTarget cms = save(target(QStringLiteral("cms")));
    take(1, 1);
    cms.url = QStringLiteral("https://elsewhere.example/");
    cms.maxInFlight = 3;
    cms = save(cms);
    QCOMPARE(rows(cms.id), 1);
}

void tst_RuleStore::severalChangesBetweenTwoEventsAreOneRow()
{
    CallbackTarget cms = save(target(QStringLiteral("cms")));
    take(1, 1);
    for (TargetState state : {TargetState::Paused, TargetState::Enabled, TargetState::Disabled}) {
        cms.state = state;
        cms = save(cms);
    }
    QCOMPARE(rows(cms.id), 2);
    QVERIFY(RuleStore(*m_db).inForceAt({2}).value().first().state == TargetState::Disabled);
}

void tst_RuleStore::aRemovedTargetIsNotInForceAnyMore()
{
    const CallbackTarget cms = save(target(QStringLiteral("cms")));
    take(1, 1);
    QVERIFY(m_db->begin() && TargetStore(*m_db).remove(cms.id, kThen) && m_db->commit());
    QCOMPARE(RuleStore(*m_db).inForceAt({1}).value().size(), 1);
    QVERIFY(RuleStore(*m_db).inForceAt({2}).value().isEmpty());
}

void tst_RuleStore::everyFieldThatMatchingReadsIsKept()
{
    CallbackTarget cms = target(QStringLiteral("cms"));
    cms.state = TargetState::Paused;
    cms.triggers = {Trigger::Rating, Trigger::External};
    cms.scope = {ScopeKind::Asset, QStringLiteral("a%1")};
    cms.source = CallbackSource::Encoder;
    cms.relay = true;
    cms = save(cms);
    const CallbackTarget then = RuleStore(*m_db).inForceAt({1}).value().value(0);
    QCOMPARE(then.id, cms.id);
    QVERIFY(then.state == cms.state);
    QCOMPARE(then.triggers.bits(), cms.triggers.bits());
    QVERIFY(then.scope == cms.scope);
    QVERIFY(then.source == cms.source);
    QVERIFY(then.relay);
}

void tst_RuleStore::targetsFromBeforeTheRecordAreNamedAsSuch()
{
    const CallbackTarget old = save(target(QStringLiteral("old")));
    take(5, 1);
    // As the schema that brought the table leaves it: one row for every target there was.
    QVERIFY(m_db->run(QStringLiteral("UPDATE target_rule SET since_event = 4")));
    RuleStore rules(*m_db);
    MediaEvent event = EventStore(*m_db).byId({3}).value();
    QVERIFY(rules.inForceAt(event.id).value().isEmpty());
    QCOMPARE(rules.unrecordedAt(event).value().value(0).name, QStringLiteral("old"));
    QVERIFY(rules.unrecordedAt(EventStore(*m_db).byId({4}).value()).value().isEmpty());
    event.receivedAt = kThen - std::chrono::hours(1); // it was made later
    QVERIFY(rules.unrecordedAt(event).value().isEmpty());
}

void tst_RuleStore::theRecountFindsNothingWhereRulesWereFollowed()
{
    take(2, 0);
    save(target(QStringLiteral("cms")));
    CallbackTarget own = target(QStringLiteral("own"));
    own.scope = {ScopeKind::Asset, QStringLiteral("b")};
    save(own);
    take(2, 1, QStringLiteral("a"));
    take(2, 2, QStringLiteral("b"));
    QCOMPARE(findings(), QStringList());
}

void tst_RuleStore::theRecountNamesATamperedEvent()
{
    save(target(QStringLiteral("cms")));
    take(10, 1);
    QVERIFY(m_db->run(QStringLiteral("UPDATE event SET owed = 0 WHERE id = 7")));
    QCOMPARE(findings(),
             QStringList{QStringLiteral("Event 7 was owed to 0 targets; by the rules in force then it was "
                                        "wanted by 1.")});
    QVERIFY(m_db->run(QStringLiteral("UPDATE event SET owed = 1, trigger_kind = 3 WHERE id = 7")));
    QCOMPARE(findings().size(), 1);
    QVERIFY(findings().first().startsWith(QStringLiteral("Event 7 was owed to 1 targets")));
}

void tst_RuleStore::theRecountFollowsRulesAsTheyChange()
{
    CallbackTarget cms = save(target(QStringLiteral("cms")));
    take(2, 1, QStringLiteral("a"));
    cms.scope = {ScopeKind::Asset, QStringLiteral("b")};
    cms = save(cms);
    take(1, 0, QStringLiteral("a"));
    take(1, 1, QStringLiteral("b"));
    cms.state = TargetState::Disabled;
    cms = save(cms);
    take(1, 0, QStringLiteral("b"));
    cms.state = TargetState::Paused;
    cms.scope = {};
    cms = save(cms);
    take(1, 1, QStringLiteral("c"));
    QVERIFY(m_db->begin() && TargetStore(*m_db).remove(cms.id, kThen) && m_db->commit());
    take(1, 0, QStringLiteral("c"));
    QCOMPARE(findings(), QStringList());
}

void tst_RuleStore::theRecountStopsAtTheMostAskedFor()
{
    save(target(QStringLiteral("cms")));
    take(10, 2);
    QCOMPARE(findings(3).size(), 3);
}

void tst_RuleStore::eventsWithAShortenedHistoryAreLeftOut()
{
    save(target(QStringLiteral("cms")));
    take(10, 1);
    QVERIFY(m_db->run(QStringLiteral("UPDATE event SET owed = 0 WHERE id <= 6")));
    QCOMPARE(findings().size(), 6);
    QVERIFY(m_db->run(QStringLiteral("INSERT INTO total (name, value) VALUES ('rules_checked_from', 6)")));
    QCOMPARE(findings(), QStringList());
}

QTEST_GUILESS_MAIN(tst_RuleStore)
#include "tst_rulestore.moc"
