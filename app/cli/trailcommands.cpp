#include "app/cli/trailcommands.h"

#include "app/cli/desk.h"
#include "app/cli/targettext.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::cli {

namespace {

constexpr int kPage = 500;

QString orUnknown(const QString &actor)
{
    return actor.isEmpty() ? QStringLiteral("–") : actor;
}

Result<std::optional<Timestamp>> sinceFrom(const std::string &text)
{
    const QString given = QString::fromStdString(text);
    if (given.isEmpty())
        return std::nullopt;
    if (const auto age = parseDuration(given))
        return SystemClock().now() - *age;
    if (const auto time = fromIso(given))
        return time;
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("--since “%1”: expected an age such as 7d, or a time in ISO 8601.").arg(given));
}

void print(const Common &common, const TrailRow &row)
{
    const TrailEntry &entry = row.entry;
    if (common.json)
        return printJson(QJsonObject{{QStringLiteral("id"), row.id},
                                     {QStringLiteral("at"), toIso(row.at)},
                                     {QStringLiteral("actor"), entry.actor},
                                     {QStringLiteral("action"), entry.action},
                                     {QStringLiteral("subject"), entry.subject},
                                     {QStringLiteral("summary"), entry.summary},
                                     {QStringLiteral("detail"), entry.detail}});
    printRow(QStringLiteral("%1  %2  %3  %4  %5")
                 .arg(toIso(row.at), orUnknown(entry.actor).leftJustified(18), entry.action.leftJustified(20),
                      entry.subject.leftJustified(12), entry.summary));
}

// By id or name; a removed one by its id, which then has revisions still.
Result<TargetId> targetNamed(const WorkspaceReader &reader, const QString &name)
{
    const auto found = reader.target(name);
    if (found)
        return found->id;
    bool isNumber = false;
    const TargetId id{name.toLongLong(&isNumber)};
    if (!isNumber)
        return tl::unexpected(found.error());
    return reader.revisions(id, 0, 1).and_then([&](const QList<TargetRevision> &kept) -> Result<TargetId> {
        return kept.isEmpty() ? Result<TargetId>(tl::unexpected(found.error())) : Result<TargetId>(id);
    });
}

void print(const Common &common, const TargetRevision &revision, const QList<FieldDifference> &changes, bool first)
{
    if (common.json)
        return printJson(QJsonObject{{QStringLiteral("revision"), revision.revision},
                                     {QStringLiteral("at"), toIso(revision.at)},
                                     {QStringLiteral("actor"), revision.actor},
                                     {QStringLiteral("changes"), toJson(changes)},
                                     {QStringLiteral("definition"), definitionOf(revision.definition)}});
    printRow(QStringLiteral("%1  %2  %3  %4")
                 .arg(revision.revision, 4)
                 .arg(toIso(revision.at), orUnknown(revision.actor).leftJustified(18),
                      first ? QStringLiteral("the first that is kept") : summaryOf(changes)));
}

void print(const Common &common, const FieldDifference &difference)
{
    if (common.json)
        return printJson(toJson(QList<FieldDifference>{difference}).first().toObject());
    const auto shown = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    printRow(difference.secret && difference.before == difference.after
                 ? QStringLiteral("%1: another secret").arg(fieldLabel(difference.field))
                 : QStringLiteral("%1: %2 → %3")
                       .arg(fieldLabel(difference.field), shown(difference.before), shown(difference.after)));
}

} // namespace

int listTrail(const Common &common, const TrailOptions &options)
{
    const auto since = sinceFrom(options.since);
    if (!since)
        return report(since.error());
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const TrailFilter filter{QString::fromStdString(options.subject), QString::fromStdString(options.text), *since};
    qint64 before = 0;
    for (int left = options.limit; left > 0;) {
        const auto rows = (*reader)->trail(filter, before, std::min(left, kPage));
        if (!rows)
            return report(rows.error());
        for (const TrailRow &row : *rows)
            print(common, row);
        if (rows->size() < std::min(left, kPage))
            break;
        left -= int(rows->size());
        before = rows->last().id;
    }
    return Done;
}

int showHistory(const Common &common, const QString &target, const TrailOptions &options)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const auto list = targetNamed(**reader, target).and_then([&](TargetId id) {
        return (*reader)->revisions(id, 0, options.limit + 1); // with the one that the last is held against
    });
    if (!list)
        return report(list.error());
    for (qsizetype i = 0; i < std::min<qsizetype>(list->size(), options.limit); ++i) {
        const bool first = i + 1 == list->size();
        const auto changes = first ? QList<FieldDifference>{}
                                   : differences((*list)[i + 1].definition, (*list)[i].definition);
        print(common, (*list)[i], changes, first);
    }
    return Done;
}

int compareRevisions(const Common &common, const QString &target, const TrailOptions &options)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const auto id = targetNamed(**reader, target);
    if (!id)
        return report(id.error());
    const auto one = (*reader)->revision(*id, options.revision);
    const auto other = (*reader)->revision(*id, options.other);
    if (!one || !other)
        return report(one ? other.error() : one.error());
    const QList<FieldDifference> found = differences(one->definition, other->definition);
    for (const FieldDifference &difference : found)
        print(common, difference);
    if (found.isEmpty() && !common.json)
        printLine(QStringLiteral("Nothing differs."));
    return Done;
}

int restoreRevision(const Common &common, const QString &target, const TrailOptions &options)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const auto id = targetNamed(**reader, target);
    if (!id)
        return report(id.error());
    // Keys that are kept are looked at once more where what they are for is another.
    const auto present = (*reader)->target(QString::number(id->value));
    auto desk = Desk::open(common.workspace, present && needsVault(*present));
    if (!desk)
        return report(desk.error());
    const auto made = (*desk)->write<CallbackTarget>(
        [&] { return (*desk)->orders().restoreTarget(*id, options.revision); });
    if (!made)
        return report(made.error());
    print(common, *made);
    return Done;
}

} // namespace callboard::cli
