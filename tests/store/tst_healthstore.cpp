#include "core/store/tables/healthstore.h"
#include "core/store/tables/targetstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kSince{Milliseconds(1'700'000'000'123)};

} // namespace

class tst_HealthStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aNewWorkspaceHasOnlyWellTargets();
    void whatIsSavedIsThereAtTheNextStart();
    void savingAgainReplaces();
    void aTargetThatIsWellAgainIsForgotten();
    void whatIsRolledBackWasNeverThere();
    void onlyEnabledTargetsAreSaidToFail();

private:
    void reopen()
    {
        m_db.reset();
        m_db = Database::open(m_directory->filePath(QStringLiteral("w.db")), Database::Access::Write).value();
    }
    template <class Change>
    void commit(Change change)
    {
        QVERIFY(m_db->begin());
        QVERIFY(change(HealthStore(*m_db)));
        QVERIFY(m_db->commit());
    }
    QList<TargetHealth> all() { return HealthStore(*m_db).all().value(); }

    std::optional<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_db;
};

void tst_HealthStore::init()
{
    m_db.reset();
    m_directory.emplace();
    reopen();
}

void tst_HealthStore::aNewWorkspaceHasOnlyWellTargets()
{
    QCOMPARE(all(), QList<TargetHealth>{});
}

void tst_HealthStore::whatIsSavedIsThereAtTheNextStart()
{
    const TargetHealth failing{{7}, kSince, false, 0};
    const TargetHealth open{{2}, kSince - 3h, true, 4};
    commit([&](HealthStore store) { return store.save(failing); });
    commit([&](HealthStore store) { return store.save(open); });
    reopen();
    QCOMPARE(all(), (QList<TargetHealth>{open, failing}));
}

void tst_HealthStore::savingAgainReplaces()
{
    TargetHealth health{{7}, kSince, false, 0};
    commit([&](HealthStore store) { return store.save(health); });
    health = {{7}, kSince + 1ms, true, 3};
    commit([&](HealthStore store) { return store.save(health); });
    QCOMPARE(all(), QList<TargetHealth>{health});
}

void tst_HealthStore::aTargetThatIsWellAgainIsForgotten()
{
    const TargetHealth other{{8}, kSince, true, 1};
    commit([&](HealthStore store) { return store.save({{7}, kSince, true, 1}); });
    commit([&](HealthStore store) { return store.save(other); });
    commit([](HealthStore store) { return store.remove({7}); });
    commit([](HealthStore store) { return store.remove({99}); }); // was never there: nothing to do
    QCOMPARE(all(), QList<TargetHealth>{other});
}

void tst_HealthStore::whatIsRolledBackWasNeverThere()
{
    QVERIFY(m_db->begin());
    QVERIFY(HealthStore(*m_db).save({{7}, kSince, true, 1}));
    m_db->rollback();
    QCOMPARE(all(), QList<TargetHealth>{});
}

void tst_HealthStore::onlyEnabledTargetsAreSaidToFail()
{
    const TargetState states[] = {TargetState::Paused, TargetState::Enabled, TargetState::Enabled};
    QVERIFY(m_db->begin());
    for (qint64 id = 1; id <= 3; ++id) {
        CallbackTarget target;
        target.id = {id};
        target.name = QString::number(id);
        target.url = QStringLiteral("https://example.com/");
        target.state = states[id - 1];
        QVERIFY(TargetStore(*m_db).save(target, kSince));
        QVERIFY(HealthStore(*m_db).save({{id}, kSince, true, 0}));
    }
    QVERIFY(TargetStore(*m_db).remove({3}, kSince));
    QVERIFY(m_db->commit());
    QCOMPARE(HealthStore(*m_db).ofEnabled().value(), (QList<TargetHealth>{{{2}, kSince, true, 0}}));
    QCOMPARE(all().size(), 3);
}

QTEST_GUILESS_MAIN(tst_HealthStore)
#include "tst_healthstore.moc"
