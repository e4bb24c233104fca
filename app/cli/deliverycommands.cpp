#include "app/cli/deliverycommands.h"

#include "app/cli/deliveryjson.h"
#include "app/cli/desk.h"
#include "core/store/filter/filterlanguage.h"
#include "core/store/filter/filterterm.h"
#include "core/store/filter/filtervalues.h"
#include "core/store/workspacereader.h"

namespace callboard::cli {

namespace {

constexpr int kReplayWithoutAsking = 10;

// Apart by commas; at least one.
Result<QList<DeliveryState>> statesFrom(const QString &text)
{
    QList<DeliveryState> states;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const auto state = deliveryStateFrom(word.trimmed());
        if (!state) {
            states.clear();
            break;
        }
        states.append(*state);
    }
    if (states.isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("--state “%1”: expected waiting, queued, sending, retrying, held, delivered, failed "
                                   "or cancelled.")
                        .arg(text));
    return states;
}

Result<Timestamp> sinceFrom(const QString &text, Timestamp now)
{
    if (const auto time = fromIso(text))
        return *time;
    if (const auto age = parseDuration(text))
        return now - *age;
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("--since “%1”: expected 1h, 30m, 7d or a time in ISO 8601.").arg(text));
}

// The options beside --filter in the words of its language, where conditions hold all together.
Result<QString> termsFrom(const DeliveryOptions &options, const WorkspaceReader &reader, const FilterTargets &targets,
                          Timestamp now)
{
    const auto text = [](const std::string &option) { return QString::fromStdString(option); };
    QStringList terms{valueTerm(FilterKey::Asset, text(options.asset)),
                      valueTerm(FilterKey::Cause, text(options.cause))};
    if (!options.states.empty()) {
        const auto states = statesFrom(text(options.states));
        if (!states)
            return tl::unexpected(states.error());
        terms.append(stateTerm(*states));
    }
    if (!options.target.empty()) {
        const auto target = reader.target(text(options.target));
        if (!target)
            return tl::unexpected(target.error());
        terms.append(targetTerm(target->id, targets));
    }
    if (!options.since.empty()) {
        const auto since = sinceFrom(text(options.since), now);
        if (!since)
            return tl::unexpected(since.error());
        terms.append(QStringLiteral("since:") + momentText(*since));
    }
    if (!options.search.empty())
        terms.append(inQuotes(text(options.search)));
    terms.removeAll({});
    return terms.join(u' ');
}

// What was meant, or where it is not understood. The options' terms come first: --filter may end in “not”.
Result<DeliveryFilter> filterFrom(const DeliveryOptions &options, const WorkspaceReader &reader)
{
    FilterTargets targets;
    for (const CallbackTarget &target : reader.targets())
        targets.append({target.id, target.name});
    const Timestamp now = SystemClock().now();
    const auto terms = termsFrom(options, reader, targets, now);
    if (!terms)
        return tl::unexpected(terms.error());
    const QString beginning = terms->isEmpty() ? QString() : *terms + u' ';
    const ParsedFilter read = parseFilter(beginning + QString::fromStdString(options.filter), targets, now);
    if (read.problems.isEmpty())
        return read.filter;
    const FilterProblem &problem = read.problems.constFirst();
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("--filter, character %1: %2")
                    .arg(qMax(qsizetype(0), problem.from - beginning.size()) + 1)
                    .arg(problem.sentence()));
}

// All that was asked for, as one filter.
QString termsOf(const DeliveryOptions &options, const WorkspaceReader &reader)
{
    FilterTargets targets;
    for (const CallbackTarget &target : reader.targets())
        targets.append({target.id, target.name});
    const QString terms = termsFrom(options, reader, targets, SystemClock().now()).value_or(QString());
    return QStringLiteral("%1 %2").arg(terms, QString::fromStdString(options.filter)).trimmed();
}

// Which are to be replayed, oldest first. A state or a filter has to say so: nobody means all there ever was.
Result<QList<DeliveryId>> foundBy(const DeliveryOptions &options, const WorkspaceReader &reader)
{
    DeliveryOptions named;
    named.states = options.states;
    named.filter = options.filter;
    const auto said = filterFrom(named, reader);
    if (said && *said == DeliveryFilter())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Name deliveries, or say which: callboard replay --state failed"));
    QList<DeliveryId> ids;
    const auto rows = said.and_then([&](const DeliveryFilter &) { return filterFrom(options, reader); })
                          .and_then([&](const DeliveryFilter &filter) {
                              return reader.readDeliveries(filter, {}, std::numeric_limits<int>::max());
                          });
    if (!rows)
        return tl::unexpected(rows.error());
    for (const DeliveryRow &row : *rows)
        ids.prepend(row.delivery.id);
    return ids;
}

QString rowText(const DeliveryRow &row)
{
    const Delivery &d = row.delivery;
    const QString event = d.merged > 0 ? QStringLiteral("%1 ×%2").arg(info(d.trigger).word).arg(d.merged + 1)
                                       : QString(info(d.trigger).word);
    return QStringLiteral("%1  %2  %3  %4  %5  %6×  %7  %8  %9")
        .arg(d.id.value, 6)
        .arg(toString(d.state), -9)
        .arg(row.targetName, -16)
        .arg(event, -14)
        .arg(d.asset, -20)
        .arg(d.attempts)
        .arg(d.status == 0 ? QStringLiteral("–") : QString::number(d.status), 3)
        .arg(toIso(d.createdAt), d.error);
}

} // namespace

int listDeliveries(const Common &common, const DeliveryOptions &options)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    auto filter = filterFrom(options, **reader);
    if (!filter)
        return report(filter.error());
    constexpr int kPage = 500;
    DeliveryId before;
    for (int left = options.limit; left > 0;) {
        const auto rows = (*reader)->readDeliveries(*filter, before, std::min(left, kPage));
        if (!rows)
            return report(rows.error());
        for (const DeliveryRow &row : *rows) {
            if (common.json)
                printJson(toJson(row, (*reader)->workspaceTag()));
            else
                printRow(rowText(row));
        }
        if (rows->size() < std::min(left, kPage))
            break;
        left -= int(rows->size());
        before = rows->last().delivery.id;
    }
    return Done;
}

int showDelivery(const Common &common, const QString &text)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    auto detail = (*reader)->deliveryId(text).and_then([&](DeliveryId id) { return (*reader)->delivery(id); });
    if (!detail)
        return report(detail.error());
    if (common.json)
        printJson(toJson(*detail, (*reader)->workspaceTag()));
    else
        printLine(toText(*detail));
    return Done;
}

int replayDeliveries(const Common &common, const ReplayOptions &options)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    QList<DeliveryId> ids;
    QString occasion;
    for (const std::string &text : options.ids) {
        auto id = (*reader)->deliveryId(QString::fromStdString(text));
        if (!id)
            return report(id.error());
        ids.append(*id);
    }
    if (ids.isEmpty()) {
        auto found = foundBy(options.filter, **reader);
        if (!found)
            return report(found.error());
        ids = std::move(*found);
        occasion = termsOf(options.filter, **reader);
    }
    if (options.plan || (ids.size() > kReplayWithoutAsking && !options.yes)) {
        say(QStringLiteral("%1 deliveries would be replayed.%2")
                .arg(ids.size())
                .arg(options.plan ? QString() : QStringLiteral(" Say --yes to do it.")));
        return options.plan ? Done : WrongUsage;
    }
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    const ReplayContent content = options.latest ? ReplayContent::LatestState : ReplayContent::SameBytes;
    (*desk)->setOccasion(occasion);
    auto made = (*desk)->write<QList<DeliveryId>>([&] { return (*desk)->orders().replay(ids, content); });
    if (!made)
        return report(made.error());
    for (qsizetype i = 0; i < made->size(); ++i) {
        const QString id = webhookId((*reader)->workspaceTag(), (*made)[i]);
        const QString old = webhookId((*reader)->workspaceTag(), ids[i]);
        if (common.json)
            printJson(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("replayOf"), old}});
        else
            printLine(QStringLiteral("%1 replays %2").arg((*made)[i].value).arg(ids[i].value));
    }
    if (!isDispatched(common.workspace))
        say(QStringLiteral(
            "Nothing dispatches this workspace now: it is sent once “callboard serve” or the desktop program runs."));
    return Done;
}

int audit(const Common &common)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const LedgerCount count = (*reader)->audit();
    if (count.unexplained < 0)
        return report({ErrorCode::StoreUnavailable, count.findings.value(0)});
    for (const QString &finding : count.findings)
        say(finding);
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("accepted"), count.accepted},
                              {QStringLiteral("outcomes"), count.outcomes},
                              {QStringLiteral("unexplained"), count.unexplained}});
    else
        printLine(QStringLiteral("%1 accepted, %2 outcomes, %3 unexplained")
                      .arg(count.accepted)
                      .arg(count.outcomes)
                      .arg(count.unexplained));
    return count.unexplained == 0 ? Done : Failed;
}

} // namespace callboard::cli
