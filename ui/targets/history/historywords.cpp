#include "ui/targets/history/historywords.h"

#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace callboard::historywords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::HistoryWords)
};

struct Word {
    const char *key;
    const char *text;
};

constexpr Word kFields[] = {
    {"name", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Name")},
    {"url", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Address")},
    {"method", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Method")},
    {"format", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Format")},
    {"source", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Source")},
    {"headers", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Order of the headers")},
    {"signing", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Signing")},
    {"signing.header", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Signature's header")},
    {"signing.keys", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Signing keys")},
    {"authentication", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Authentication")},
    {"authentication.user", QT_TRANSLATE_NOOP("callboard::HistoryWords", "User")},
    {"authentication.secret", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Password or token")},
    {"authentication.tokenUrl", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token address")},
    {"authentication.scope", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token's scope")},
    {"authentication.audience", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token's audience")},
    {"authentication.secretInBody", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Client's secret in the form")},
    {"tls.authorities", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Certificate authorities")},
    {"tls.pins", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Pinned keys")},
    {"tls.certificate", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Client certificate")},
    {"tls.key", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Client key")},
    {"proxy", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Proxy")},
    {"proxy.user", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Proxy's user")},
    {"proxy.password", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Proxy's password")},
    {"on", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Triggers")},
    {"state", QT_TRANSLATE_NOOP("callboard::HistoryWords", "State")},
    {"stateReason", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Reason of the state")},
    {"origin", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Origin")},
    {"scope", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Scope")},
    {"coalesce", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Window")},
    {"coalesceLongest", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Longest window")},
    {"urgent", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Urgent triggers")},
    {"relay", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Relay")},
    {"pipelining", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Pipelining")},
    {"connections", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Connections")},
    {"pipelineDepth", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Requests on each connection")},
    {"ordered", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Each asset in order")},
    {"allowPrivate", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Internal address")},
    {"connectTimeout", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Time to connect")},
    {"timeout", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Time for an attempt")},
    {"retry", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Retries")},
    {"maxInFlight", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Requests at a time")},
    {"rate", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Rate")},
    // of settings
    {"host", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Server")},
    {"port", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Port")},
    {"security", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Security")},
    {"user", QT_TRANSLATE_NOOP("callboard::HistoryWords", "User")},
    {"from", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Sender")},
    {"password", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Password")},
    {"baseUrl", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Address")},
    {"relayUrl", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Door as the encoder reaches it")},
    {"apiKey", QT_TRANSLATE_NOOP("callboard::HistoryWords", "API key")},
    {"notificationSecret", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Notifications' secret")},
    {"key", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Key")},
    {"age", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Kept for")},
    {"limitBytes", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Largest size in bytes")},
};

constexpr Word kActions[] = {
    {"target.created", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target added")},
    {"target.changed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target changed")},
    {"target.restored", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target restored")},
    {"target.enabled", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target enabled")},
    {"target.paused", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target paused")},
    {"target.disabled", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target disabled")},
    {"target.gone", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target switched off")},
    {"target.removed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Target removed")},
    {"targets.arranged", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Targets arranged")},
    {"deliveries.replayed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Replayed")},
    {"deliveries.cancelled", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Cancelled")},
    {"deliveries.hastened", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Tried at once")},
    {"settings.changed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Settings changed")},
    {"project.saved", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Project saved")},
    {"project.removed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Project removed")},
    {"notification.assigned", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Notification assigned")},
    {"history.pruned", QT_TRANSLATE_NOOP("callboard::HistoryWords", "History pruned")},
    {"vault.rotated", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Vault key rotated")},
    {"vault.made", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Vault key made")},
    {"vault.unlocked", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Vault unlocked")},
    {"vault.recovery-made", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Recovery key made")},
    {"vault.passphrase-set", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Passphrase set")},
    {"vault.passphrase-removed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Passphrase removed")},
    {"token.added", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token added")},
    {"token.changed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token changed")},
    {"token.rotated", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token replaced")},
    {"token.revoked", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token revoked")},
    {"token.removed", QT_TRANSLATE_NOOP("callboard::HistoryWords", "Token removed")},
};

// As definitions spell them; other values stand for themselves.
constexpr Word kValues[] = {
    {"yes", QT_TRANSLATE_NOOP("callboard::HistoryWords", "yes")},
    {"no", QT_TRANSLATE_NOOP("callboard::HistoryWords", "no")},
    {"none", QT_TRANSLATE_NOOP("callboard::HistoryWords", "none")},
    {"enabled", QT_TRANSLATE_NOOP("callboard::HistoryWords", "enabled")},
    {"paused", QT_TRANSLATE_NOOP("callboard::HistoryWords", "paused")},
    {"disabled", QT_TRANSLATE_NOOP("callboard::HistoryWords", "disabled")},
    {"gone", QT_TRANSLATE_NOOP("callboard::HistoryWords", "gone")},
    {"operator", QT_TRANSLATE_NOOP("callboard::HistoryWords", "an operator")},
    {"door", QT_TRANSLATE_NOOP("callboard::HistoryWords", "the door")},
};

template <size_t Count>
QString wordOf(const Word (&words)[Count], const QString &key)
{
    const auto found = std::ranges::find_if(words, [&key](const Word &one) { return key == QLatin1String(one.key); });
    return found == std::end(words) ? key : QCoreApplication::translate("callboard::HistoryWords", found->text);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

// What a header or a name says is never a word of ours.
QString valueOf(const FieldDifference &difference, const QString &text)
{
    const bool free = difference.field == QLatin1String("name")
        || difference.field.startsWith(QLatin1String("header "));
    if (difference.field == QLatin1String("stateReason"))
        return orDash(inOurLanguage(text));
    return free ? orDash(text) : orDash(wordOf(kValues, text));
}

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && (cell.front().isNull() || QStringView(u"=+-@\t\r").contains(cell.front()));
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        if (looksLikeFormula(cell))
            cell.prepend(u'\'');
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
            cell = QString(u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"');
        quoted.append(cell);
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace

QString field(const QString &field)
{
    const QLatin1String header("header ");
    return field.startsWith(header) ? Words::tr("Header %1").arg(field.mid(header.size())) : wordOf(kFields, field);
}

QString action(const QString &action)
{
    return wordOf(kActions, action);
}

QString who(const QString &actor)
{
    return orDash(actor);
}

QString about(const TrailEntry &entry)
{
    const QString name = entry.detail[QLatin1String("name")].toString();
    if (!name.isEmpty())
        return name;
    const qsizetype colon = entry.subject.indexOf(u':');
    return colon < 0 ? orDash(entry.subject) : entry.subject.mid(colon + 1);
}

QString changes(const QList<FieldDifference> &differences)
{
    if (differences.isEmpty())
        return Words::tr("Nothing changed");
    QStringList words;
    for (const FieldDifference &one : differences)
        words.append(one.secret ? Words::tr("%1 (secret)").arg(field(one.field)) : field(one.field));
    return words.join(QStringLiteral(", "));
}

QString line(const TrailEntry &entry)
{
    const bool tellsFields = entry.action == QLatin1String("target.changed")
        || entry.action == QLatin1String("target.restored") || entry.action == QLatin1String("settings.changed");
    if (tellsFields)
        return changes(differencesFrom(entry.detail[QLatin1String("changes")].toArray()));
    const QString name = entry.detail[QLatin1String("name")].toString();
    const QString quoted = QStringLiteral("“%1”").arg(name);
    if (!name.isEmpty() && entry.summary.startsWith(quoted)) {
        const QString rest = entry.summary.mid(quoted.size());
        return rest.startsWith(QLatin1String(": ")) ? inOurLanguage(rest.mid(2)) : QString();
    }
    if (entry.action == QLatin1String("history.pruned"))
        return Words::tr("%n deliveries that ended before %1", nullptr,
                         int(entry.detail[QLatin1String("deliveries")].toInteger()))
            .arg(entry.detail[QLatin1String("before")].toString());
    const qint64 count = entry.detail[QLatin1String("count")].toInteger();
    if (entry.action == QLatin1String("targets.arranged"))
        return Words::tr("%n targets", nullptr, int(count));
    const QString occasion = entry.detail[QLatin1String("occasion")].toString();
    const QString which = occasion.isEmpty() ? entry.detail[QLatin1String("ids")].toString() : occasion;
    if (count > 0 && !which.isEmpty())
        return Words::tr("%n deliveries: %1", nullptr, int(count)).arg(which);
    return inOurLanguage(entry.summary);
}

QString remark(const TargetRevision &revision, const CallbackTarget &present, const QStringList &missing)
{
    const QString what = present.id.isValid()
        ? Words::tr("This is revision %1. Save makes it the present one.")
        : Words::tr("This is revision %1 of the removed target. Save makes a new target of it.");
    QStringList remarks{what.arg(revision.revision)};
    QStringList secrets;
    for (const QString &one : missing)
        secrets.append(field(one));
    if (!secrets.isEmpty())
        remarks.append(
            Words::tr("Secrets are not kept with revisions. Type again: %1").arg(secrets.join(QStringLiteral(", "))));
    return remarks.join(u'\n');
}

QString before(const FieldDifference &difference)
{
    return valueOf(difference, difference.before);
}

QString after(const FieldDifference &difference)
{
    if (difference.secret && difference.before == difference.after)
        return Words::tr("%1 (another)").arg(difference.after);
    return valueOf(difference, difference.after);
}

QByteArray csv(const QList<TrailRow> &rows)
{
    QByteArray text = csvLine({Words::tr("No."), Words::tr("When"), Words::tr("Who"), Words::tr("What"),
                               Words::tr("About"), Words::tr("Details")});
    for (const TrailRow &row : rows)
        text += csvLine({QString::number(row.id), toIso(row.at), row.entry.actor, row.entry.action, row.entry.subject,
                         row.entry.summary});
    return text;
}

} // namespace callboard::historywords
