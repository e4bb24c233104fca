#include "core/store/workspacecheck.h"

#include "core/store/ledger.h"
#include "core/store/sql/rawfile.h"
#include "core/store/sql/schema.h"
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/settingstore.h"
#include "core/store/tables/trailstore.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace callboard {

namespace {

constexpr int kMostFindings = 20; // of one kind
const QString kRunning = QStringLiteral("running");

Error damaged(const QString &finding)
{
    return {
        ErrorCode::StoreCorrupt,
        QStringLiteral("The workspace's file is damaged (%1). Nothing was changed. “callboard workspace verify” names "
                       "all that is wrong; “callboard workspace salvage FILE” saves what can still be read.")
            .arg(finding.simplified())};
}

// What the check says, but for its word that all is well.
Result<void> judge(const Result<void> &ran, const QString &finding)
{
    if (!ran)
        return ran.error().code == ErrorCode::StoreCorrupt ? tl::unexpected(damaged(ran.error().detail)) : ran;
    return finding == QLatin1String("ok") ? Result<void>() : tl::unexpected(damaged(finding));
}

const QString kQuickCheck = QStringLiteral("PRAGMA quick_check(1)");

class Verification {
public:
    Verification(RawFile &file, const std::function<void(const QString &)> &step)
        : m_file(file)
        , m_step(step)
    {
    }

    Result<QStringList> run()
    {
        return structure().and_then([this] { return references(); }).and_then([this] { return schema(); }).map([this] {
            return m_findings;
        });
    }

private:
    void say(const QString &text) const
    {
        if (m_step)
            m_step(text);
    }

    // A part of the file that can't be read is a finding like any other.
    Result<void> look(const QString &sql, const std::function<QString(const Query &)> &finding)
    {
        int found = 0;
        auto ran = m_file.each(sql, [&](const Query &row) {
            if (const QString text = finding(row); !text.isEmpty() && ++found <= kMostFindings)
                m_findings.append(text);
        });
        if (!ran && ran.error().code == ErrorCode::StoreCorrupt) {
            m_findings.append(ran.error().detail);
            return {};
        }
        return ran;
    }

    Result<void> structure()
    {
        say(QStringLiteral("The file's structure …"));
        return look(QStringLiteral("PRAGMA integrity_check(%1)").arg(kMostFindings), [](const Query &row) {
            const QString text = row.text(0);
            return text == QLatin1String("ok") ? QString() : text;
        });
    }

    Result<void> references()
    {
        say(QStringLiteral("References between tables …"));
        return look(QStringLiteral("PRAGMA foreign_key_check"), [](const Query &row) {
            return QStringLiteral("Row %1 of table %2 names a row of %3 that is not there.")
                .arg(row.text(1), row.text(0), row.text(2));
        });
    }

    Result<void> schema()
    {
        say(QStringLiteral("The tables as they were made …"));
        const auto version = m_file.number(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return tl::unexpected(version.error());
        const auto expected = schemaAsMade(int(*version));
        const auto found = schemaOf(m_file.handle());
        if (!expected || !found)
            return tl::unexpected(expected ? found.error() : expected.error());
        for (auto it = expected->cbegin(); it != expected->cend(); ++it) {
            if (!found->contains(it.key()))
                m_findings.append(QStringLiteral("There is no %1.").arg(it.key()));
            else if (found->value(it.key()) != it.value())
                m_findings.append(QStringLiteral("The %1 is not as Callboard made it.").arg(it.key()));
        }
        for (auto it = found->cbegin(); it != found->cend(); ++it) {
            if (!expected->contains(it.key()))
                m_findings.append(QStringLiteral("The %1 is not Callboard's.").arg(it.key()));
        }
        return {};
    }

    RawFile &m_file;
    const std::function<void(const QString &)> &m_step;
    QStringList m_findings;
};

Result<QStringList> verifyLedger(const QString &workspace)
{
    auto db = Database::open(workspace, Database::Access::Read);
    if (!db)
        return tl::unexpected(db.error());
    return recount(**db).map([](const LedgerCount &count) {
        QStringList findings = count.findings;
        if (count.unexplained > findings.size())
            findings.append(QStringLiteral("%1 more are unexplained.").arg(count.unexplained - findings.size()));
        return findings;
    });
}

Result<QStringList> verifyTrail(const QString &workspace)
{
    auto db = Database::open(workspace, Database::Access::Read);
    if (!db)
        return tl::unexpected(db.error());
    return TrailStore(**db).verify().and_then([&db](const TrailCheck &check) {
        return RevisionStore(**db).verify().map([&check](const QString &ofRevisions) {
            QStringList findings{check.finding, ofRevisions};
            findings.removeAll(QString());
            return findings;
        });
    });
}

} // namespace

Result<void> quickCheck(Database &db)
{
    QString finding;
    const auto ran = db.each(kQuickCheck, {}, [&finding](const Query &row) { finding = row.text(0); });
    return judge(ran, finding);
}

Result<void> quickCheck(RawFile &file)
{
    QString finding;
    const auto ran = file.each(kQuickCheck, [&finding](const Query &row) { finding = row.text(0); });
    return judge(ran, finding);
}

Result<bool> markRunning(Database &db)
{
    SettingStore settings(db);
    const auto mark = settings.value(kRunning);
    if (!mark)
        return tl::unexpected(mark.error());
    const bool wasKilled = !mark->isEmpty();
    return settings.set(kRunning, QString::number(QCoreApplication::applicationPid())).map([wasKilled] {
        return wasKilled;
    });
}

Result<void> markStopped(Database &db)
{
    return db.run(QStringLiteral("DELETE FROM meta WHERE key = ?"), {kRunning}).map([](Query *) {});
}

Result<QStringList> verifyWorkspace(const QString &workspace, const std::function<void(const QString &)> &step)
{
    const QString path = QFileInfo(workspace).absoluteFilePath();
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("There is no workspace at %1.").arg(path));
    // What it is decides whether it is looked at at all; damage that keeps it from being opened is what is looked for.
    const auto opened = Database::open(path, Database::Access::Read);
    if (!opened && opened.error().code != ErrorCode::StoreCorrupt)
        return tl::unexpected(opened.error());
    auto file = RawFile::open(path, RawFile::Access::Read);
    if (!file)
        return tl::unexpected(file.error());
    auto findings = Verification(**file, step).run();
    if (!findings && findings.error().code == ErrorCode::StoreCorrupt)
        return QStringList{findings.error().detail};
    if (!findings || !findings->isEmpty())
        return findings;
    if (step)
        step(QStringLiteral("Every event and its outcomes …"));
    return verifyLedger(path).and_then([&](const QStringList &ofLedger) {
        if (step)
            step(QStringLiteral("Who changed what, row by row …"));
        return verifyTrail(path).map([&ofLedger](const QStringList &ofTrail) { return ofLedger + ofTrail; });
    });
}

} // namespace callboard
