#include "core/store/tables/trailstore.h"

#include "core/store/tables/settingstore.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace callboard {

namespace {

// The hash of the last row that was taken away, in hex, and its id: what is left begins behind it.
const QString kAnchor = QStringLiteral("trail_anchor");
const QString kSequence = QStringLiteral("trail");
const QString kColumns = QStringLiteral("id, at, actor, action, subject, summary, detail");
constexpr int kMostWords = 4; // each makes another statement

struct Anchor {
    qint64 id = 0;
    QByteArray hash;
};

Result<Anchor> anchorOf(Database &db)
{
    return SettingStore(db).value(kAnchor).map([](const QString &text) {
        const qsizetype space = text.indexOf(u' ');
        return space < 0 ? Anchor{}
                         : Anchor{text.left(space).toLongLong(), QByteArray::fromHex(text.mid(space + 1).toLatin1())};
    });
}

struct StoredRow {
    TrailRow row;
    QString detail; // as it is stored
};

StoredRow rowFrom(const Query &query)
{
    StoredRow stored;
    stored.row.id = query.integer(0);
    stored.row.at = timeFrom(query.integer(1));
    stored.row.entry.actor = query.text(2);
    stored.row.entry.action = query.text(3);
    stored.row.entry.subject = query.text(4);
    stored.row.entry.summary = query.text(5);
    stored.detail = query.text(6);
    stored.row.entry.detail = QJsonDocument::fromJson(stored.detail.toUtf8()).object();
    return stored;
}

QString detailText(const TrailEntry &entry)
{
    return QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact));
}

// Each part with its length, so that nothing can move from one to the next.
QByteArray hashOf(const QByteArray &before, const TrailRow &row, const QString &detail)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        hash.addData(part);
    };
    add(before);
    add(QByteArray::number(row.id));
    add(QByteArray::number(stored(row.at)));
    for (const QString &text : {row.entry.actor, row.entry.action, row.entry.subject, row.entry.summary, detail})
        add(text.toUtf8());
    return hash.result();
}

// % and _ stand for themselves.
QString holding(QString word)
{
    word.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
    return u'%' + word + u'%';
}

QString condition(const TrailFilter &filter, qint64 before, QVariantList &values)
{
    QStringList parts;
    const auto add = [&](const QString &part, const QVariant &value) {
        parts.append(part);
        values.append(value);
    };
    if (before > 0)
        add(QStringLiteral("id < ?"), before);
    if (!filter.subject.isEmpty())
        add(QStringLiteral("subject = ?"), filter.subject);
    if (filter.since)
        add(QStringLiteral("at >= ?"), stored(*filter.since));
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words.mid(0, kMostWords)) {
        add(QStringLiteral(
                "actor || ' ' || action || ' ' || subject || ' ' || summary || ' ' || detail LIKE ? ESCAPE '\\'"),
            holding(word));
    }
    return parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + parts.join(QStringLiteral(" AND "));
}

} // namespace

Result<QByteArray> TrailStore::hashBefore(qint64 id)
{
    QByteArray hash;
    bool found = false;
    auto read = m_db.each(QStringLiteral("SELECT hash FROM trail WHERE id < ? ORDER BY id DESC LIMIT 1"), {id},
                          [&](const Query &row) {
                              hash = row.bytes(0);
                              found = true;
                          });
    if (!read)
        return tl::unexpected(read.error());
    if (found)
        return hash;
    return anchorOf(m_db).map([](const Anchor &anchor) { return anchor.hash; });
}

// Not Database::reserve(): a number that was given out to an order that is taken back would be missing.
Result<qint64> TrailStore::nextId()
{
    return m_db.run(QStringLiteral("UPDATE sequence SET value = value + 1 WHERE name = ?"), {kSequence})
        .and_then([this](Query *) {
            return m_db.number(QStringLiteral("SELECT value FROM sequence WHERE name = ?"), {kSequence});
        })
        .map([](std::optional<qint64> id) { return id.value_or(0); });
}

Result<void> TrailStore::add(const TrailEntry &entry, Timestamp at)
{
    const auto id = nextId();
    if (!id)
        return tl::unexpected(id.error());
    const QString detail = detailText(entry);
    return hashBefore(*id).and_then([&](const QByteArray &before) {
        return m_db
            .run(QStringLiteral("INSERT INTO trail (id, at, actor, action, subject, summary, detail, hash) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                 {*id, stored(at), entry.actor, entry.action, entry.subject, entry.summary, detail,
                  hashOf(before, {*id, at, entry}, detail)})
            .map([](Query *) {});
    });
}

Result<TrailRow> TrailStore::newest()
{
    return page({}, 0, 1).and_then([](const QList<TrailRow> &rows) -> Result<TrailRow> {
        if (rows.isEmpty())
            return fail(ErrorCode::NotFound, QStringLiteral("Nothing is recorded yet."));
        return rows.first();
    });
}

Result<void> TrailStore::replaceNewest(const TrailRow &row)
{
    const QString detail = detailText(row.entry);
    return hashBefore(row.id).and_then([&](const QByteArray &before) {
        return m_db
            .run(QStringLiteral("UPDATE trail SET actor = ?, action = ?, subject = ?, summary = ?, detail = ?, "
                                "hash = ? WHERE id = ?"),
                 {row.entry.actor, row.entry.action, row.entry.subject, row.entry.summary, detail,
                  hashOf(before, row, detail), row.id})
            .map([](Query *) {});
    });
}

Result<QList<TrailRow>> TrailStore::page(const TrailFilter &filter, qint64 before, int limit)
{
    QVariantList values;
    const QString where = condition(filter, before, values);
    values.append(limit);
    QList<TrailRow> rows;
    return m_db
        .each(QStringLiteral("SELECT %1 FROM trail%2 ORDER BY id DESC LIMIT ?").arg(kColumns, where), values,
              [&rows](const Query &row) { rows.append(rowFrom(row).row); })
        .map([&rows] { return rows; });
}

Result<TrailCheck> TrailStore::verify()
{
    const auto anchor = anchorOf(m_db);
    const auto last = anchor ? m_db.lastReserved(kSequence) : Result<qint64>(tl::unexpected(anchor.error()));
    if (!last)
        return tl::unexpected(last.error());
    TrailCheck check;
    check.head = anchor->hash;
    qint64 expected = anchor->id + 1;
    const auto find = [&check](qint64 row, const QString &what) {
        if (!check.finding.isEmpty())
            return;
        check.wrongRow = row;
        check.finding = what;
    };
    auto read = m_db.each(
        QStringLiteral("SELECT %1, hash FROM trail ORDER BY id").arg(kColumns), {}, [&](const Query &query) {
            const StoredRow stored = rowFrom(query);
            const qint64 id = stored.row.id;
            if (id != expected)
                find(id < expected ? id : expected,
                     id < expected ? QStringLiteral("Row %1 of the trail is not Callboard's.").arg(id)
                                   : QStringLiteral("Row %1 of the trail is missing.").arg(expected));
            if (hashOf(check.head, stored.row, stored.detail) != query.bytes(7))
                find(id, QStringLiteral("Row %1 of the trail was changed, or what came before it.").arg(id));
            check.head = query.bytes(7);
            expected = id + 1;
            ++check.rows;
        });
    if (!read)
        return tl::unexpected(read.error());
    if (expected <= *last)
        find(expected, QStringLiteral("Row %1 of the trail is missing.").arg(expected));
    return check;
}

Result<int> TrailStore::removeBefore(Timestamp before, int most)
{
    Anchor last;
    auto read = m_db.each(QStringLiteral("SELECT id, at, hash FROM trail ORDER BY id LIMIT ?"), {most},
                          [&, ended = false](const Query &row) mutable {
                              ended = ended || timeFrom(row.integer(1)) >= before;
                              if (!ended)
                                  last = {row.integer(0), row.bytes(2)};
                          });
    if (!read || last.id == 0)
        return read.map([] { return 0; });
    return SettingStore(m_db)
        .set(kAnchor, QStringLiteral("%1 %2").arg(last.id).arg(QString::fromLatin1(last.hash.toHex())))
        .and_then([&] { return m_db.run(QStringLiteral("DELETE FROM trail WHERE id <= ?"), {last.id}); })
        .map([this](Query *) { return m_db.changes(); });
}

} // namespace callboard
