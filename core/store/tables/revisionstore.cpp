#include "core/store/tables/revisionstore.h"

#include "core/store/tables/targetstore.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace callboard {

namespace {

const QString kSelect = QStringLiteral("SELECT target_id, revision, at, actor, definition FROM target_revision ");

QString jsonOf(const CallbackTarget &target)
{
    return QString::fromUtf8(QJsonDocument(definitionOf(target)).toJson(QJsonDocument::Compact));
}

TargetRevision asItIs(const CallbackTarget &present)
{
    return {present.id, present.revision, present.updatedAt, {}, targetFromDefinition(definitionOf(present))};
}

QString digestOf(QString json)
{
    static const QRegularExpression mark(QStringLiteral("secret:[0-9a-f]+"));
    json.replace(mark, QStringLiteral("secret:"));
    return QString::fromLatin1(QCryptographicHash::hash(json.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<QList<TargetRevision>> read(Database &db, const QString &where, const QVariantList &values)
{
    QList<TargetRevision> list;
    Result<void> understood;
    auto done = db.each(kSelect + where, values, [&](const Query &row) {
        auto definition = targetFromDefinition(row.text(4).toUtf8());
        if (!definition) {
            understood = tl::unexpected(definition.error());
            return;
        }
        definition->id = {row.integer(0)};
        definition->revision = int(row.integer(1));
        list.append({{row.integer(0)}, int(row.integer(1)), timeFrom(row.integer(2)), row.text(3), *definition});
    });
    return done.and_then([&] { return understood; }).map([&list] { return list; });
}

} // namespace

QString definitionDigest(const CallbackTarget &target)
{
    return digestOf(jsonOf(target));
}

Result<QString> RevisionStore::verify()
{
    QString finding;
    Result<void> looked;
    auto done = m_db.each(
        QStringLiteral("SELECT subject, detail FROM trail WHERE subject LIKE 'target:%' ORDER BY id"), {},
        [&](const Query &row) {
            const QJsonObject detail = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
            const QString digest = detail[QLatin1String("definition")].toString();
            const TargetId target = targetIn(row.text(0));
            const int revision = detail[QLatin1String("revision")].toInt();
            if (digest.isEmpty() || !finding.isEmpty() || !looked)
                return;
            looked = m_db.each(
                QStringLiteral("SELECT definition FROM target_revision WHERE target_id = ? AND revision = ?"),
                {target.value, revision}, [&](const Query &kept) {
                    if (digestOf(kept.text(0)) != digest)
                        finding = QStringLiteral("Revision %1 of target %2 is not as the trail has it.")
                                      .arg(revision)
                                      .arg(target.value);
                });
        });
    return done.and_then([&] { return looked; }).map([&finding] { return finding; });
}

Result<bool> RevisionStore::record(const CallbackTarget &target, Timestamp at, const QString &actor)
{
    const QString json = jsonOf(target);
    bool same = false;
    auto newest = m_db.each(
        QStringLiteral("SELECT definition FROM target_revision WHERE target_id = ? ORDER BY revision DESC LIMIT 1"),
        {target.id.value}, [&](const Query &row) { same = row.text(0) == json; });
    if (!newest || same)
        return newest.map([] { return false; });
    return m_db
        .run(QStringLiteral(
                 "INSERT INTO target_revision (target_id, revision, at, actor, definition) VALUES (?, ?, ?, ?, ?)"),
             {target.id.value, target.revision, stored(at), actor, json})
        .map([](Query *) { return true; });
}

Result<void> RevisionStore::begin(const CallbackTarget &present)
{
    const auto known = m_db.number(QStringLiteral("SELECT 1 FROM target_revision WHERE target_id = ? LIMIT 1"),
                                   {present.id.value});
    if (!known)
        return tl::unexpected(known.error());
    return *known ? Result<void>() : record(present, present.updatedAt, {}).map([](bool) {});
}

Result<QList<TargetRevision>> RevisionStore::of(TargetId target, int before, int limit)
{
    const int below = before > 0 ? before : std::numeric_limits<int>::max();
    auto list = callboard::read(m_db,
                                QStringLiteral("WHERE target_id = ? AND revision < ? ORDER BY revision DESC LIMIT ?"),
                                {target.value, below, limit});
    if (!list || !list->isEmpty() || before > 0)
        return list;
    const auto present = TargetStore(m_db).byId(target);
    if (!present)
        return present.error().code == ErrorCode::NotFound ? list : tl::unexpected(present.error());
    return QList<TargetRevision>{asItIs(*present)};
}

Result<TargetRevision> RevisionStore::at(TargetId target, int revision)
{
    const int highest = revision > 0 ? revision : std::numeric_limits<int>::max();
    const auto list = callboard::read(
        m_db, QStringLiteral("WHERE target_id = ? AND revision <= ? ORDER BY revision DESC LIMIT 1"),
        {target.value, highest});
    if (!list)
        return tl::unexpected(list.error());
    const auto present = TargetStore(m_db).byId(target);
    const bool beyond = present && revision > present->revision;
    if (!list->isEmpty() && !beyond)
        return list->first();
    if (present && !beyond) {
        const auto any = of(target, 0, 1);
        if (any && !any->isEmpty() && any->first().revision <= highest)
            return any->first();
    }
    return fail(ErrorCode::NotFound,
                revision > 0 ? QStringLiteral("Revision %1 of target %2 is not kept.").arg(revision).arg(target.value)
                             : QStringLiteral("No revision of target %1 is kept.").arg(target.value));
}

Result<void> RevisionStore::resealed(TargetId target, const QByteArray &before, const QByteArray &after)
{
    if (before.isEmpty() || after.isEmpty())
        return {};
    return m_db
        .run(QStringLiteral("UPDATE target_revision SET definition = REPLACE(definition, ?, ?) WHERE target_id = ?"),
             {secretMark(before), secretMark(after), target.value})
        .map([](Query *) {});
}

Result<int> RevisionStore::removeBefore(Timestamp before, int most)
{
    return m_db
        .run(
            QStringLiteral("DELETE FROM target_revision WHERE (target_id, revision) IN (SELECT r.target_id, r.revision "
                           "FROM target_revision r WHERE r.at < ? AND EXISTS (SELECT 1 FROM target_revision n WHERE "
                           "n.target_id = r.target_id AND n.revision > r.revision AND n.at < ?) LIMIT ?)"),
            {stored(before), stored(before), most})
        .map([this](Query *) { return m_db.changes(); });
}

} // namespace callboard
