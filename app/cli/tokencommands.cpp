#include "app/cli/tokencommands.h"

#include "app/cli/desk.h"
#include "core/engine/doordesk.h"
#include "core/store/tables/doortokenstore.h"

#include <QJsonArray>

namespace callboard::cli {

namespace {

QJsonValue isoOrNull(const std::optional<Timestamp> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject toJson(const DoorToken &token, Timestamp now)
{
    return {{QStringLiteral("name"), token.name},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(toString(token.scopes).split(u','))},
            {QStringLiteral("hint"), token.hint},
            {QStringLiteral("createdAt"), toIso(token.createdAt)},
            {QStringLiteral("usedAt"), isoOrNull(token.usedAt)},
            {QStringLiteral("endsAt"), isoOrNull(token.endsAt)},
            {QStringLiteral("ended"), token.hasEnded(now)}};
}

void print(const DoorToken &token, Timestamp now)
{
    const QString ends = !token.endsAt
        ? QStringLiteral("does not end")
        : QStringLiteral("%1 %2").arg(token.hasEnded(now) ? QStringLiteral("ended") : QStringLiteral("ends"),
                                      toIso(*token.endsAt));
    printRow(QStringLiteral("%1  %2  %3  made %4  %5  %6")
                 .arg(token.name, -24)
                 .arg(token.hint, -9)
                 .arg(toString(token.scopes), -26)
                 .arg(toIso(token.createdAt),
                      token.usedAt ? QStringLiteral("used ") + toIso(*token.usedAt) : QStringLiteral("never used"),
                      ends));
}

// The token alone on standard output, so that it can be led into a file.
int hand(const Common &common, const Result<IssuedDoorToken> &issued, const QString &sentence)
{
    if (!issued)
        return report(issued.error());
    if (common.json) {
        QJsonObject object = toJson(issued->token, SystemClock().now());
        object.insert(QStringLiteral("token"), QString::fromLatin1(issued->secret));
        printJson(object);
    } else {
        printLine(QString::fromLatin1(issued->secret));
    }
    say(sentence);
    return Done;
}

Result<std::optional<Timestamp>> endFrom(const std::string &expires)
{
    if (expires.empty())
        return std::optional<Timestamp>();
    const QString text = QString::fromStdString(expires);
    const auto duration = parseDuration(text);
    if (!duration || duration->count() <= 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--expires “%1”: expected 90d or 12h.").arg(text));
    return std::optional(SystemClock().now() + *duration);
}

} // namespace

int addToken(const Common &common, const QString &name, const TokenOptions &options)
{
    const QString list = QString::fromStdString(options.scopes);
    const auto scopes = doorScopesFrom(list);
    if (!scopes)
        return report({ErrorCode::InvalidArgument,
                       QStringLiteral("--scope “%1”: expected events, publish, read and notify, with commas between.")
                           .arg(list)});
    const auto end = endFrom(options.expires);
    if (!end)
        return report(end.error());
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    const auto issued = (*desk)->order<IssuedDoorToken>(
        [&](Workplace &place) { return DoorDesk(place).add(name, *scopes, *end); });
    return hand(common, issued, QStringLiteral("This is the only time it is shown."));
}

int listTokens(const Common &common)
{
    auto db = Database::open(common.workspace, Database::Access::Read);
    if (!db)
        return report(db.error());
    const auto tokens = DoorTokenStore(**db).all();
    if (!tokens)
        return report(tokens.error());
    const Timestamp now = SystemClock().now();
    for (const DoorToken &token : *tokens) {
        if (common.json)
            printJson(toJson(token, now));
        else
            print(token, now);
    }
    if (tokens->isEmpty() && !common.json)
        say(QStringLiteral("No tokens yet but the door's own. Add one for each system that speaks to the door: "
                           "callboard token add cms --scope events"));
    return Done;
}

int rotateToken(const Common &common, const QString &name, const TokenOptions &options)
{
    const QString text = QString::fromStdString(options.overlap.value_or("24h"));
    const auto overlap = parseDuration(text);
    if (!overlap)
        return report({ErrorCode::InvalidArgument,
                       QStringLiteral("--overlap “%1”: expected 24h, or 0s to end it now.").arg(text)});
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    const auto issued = (*desk)->order<IssuedDoorToken>(
        [&](Workplace &place) { return DoorDesk(place).rotate(name, *overlap); });
    const QString before = overlap->count() == 0
        ? QStringLiteral("The one before opens nothing any more.")
        : QStringLiteral("The one before ends after %1.").arg(formatDuration(*overlap));
    return hand(common, issued, QStringLiteral("This is the only time it is shown. ") + before);
}

int revokeToken(const Common &common, const QString &name)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    const auto revoked = (*desk)->order<QString>([&](Workplace &place) { return DoorDesk(place).revoke(name); });
    if (!revoked)
        return report(revoked.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("revoked"), *revoked}});
    else
        printLine(QStringLiteral("Revoked “%1”: whoever carries it is refused from now on.").arg(*revoked));
    return Done;
}

} // namespace callboard::cli
