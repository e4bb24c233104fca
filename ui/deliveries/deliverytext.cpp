#include "ui/deliveries/deliverytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <array>

namespace callboard::deliverytext {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(callboard::DeliveryText)
};

struct Unit {
    qint64 seconds;
    const char *ago;
    const char *in;
};

constexpr std::array<Unit, 4> kUnits{{
    {86'400, QT_TRANSLATE_NOOP("callboard::DeliveryText", "%1 d ago"),
     QT_TRANSLATE_NOOP("callboard::DeliveryText", "in %1 d")},
    {3'600, QT_TRANSLATE_NOOP("callboard::DeliveryText", "%1 h ago"),
     QT_TRANSLATE_NOOP("callboard::DeliveryText", "in %1 h")},
    {60, QT_TRANSLATE_NOOP("callboard::DeliveryText", "%1 min ago"),
     QT_TRANSLATE_NOOP("callboard::DeliveryText", "in %1 min")},
    {1, QT_TRANSLATE_NOOP("callboard::DeliveryText", "%1 s ago"),
     QT_TRANSLATE_NOOP("callboard::DeliveryText", "in %1 s")},
}};

const Unit *unitFor(qint64 seconds)
{
    for (const Unit &unit : kUnits) {
        if (seconds >= unit.seconds)
            return &unit;
    }
    return nullptr;
}

void addPhase(QStringList &parts, const QString &name, Timings::Step from, Timings::Step to)
{
    if (!to)
        return;
    const auto length = *to - from.value_or(std::chrono::microseconds{0});
    const double ms = double(length.count()) / 1000.0;
    const QString shown = ms < 10 ? QLocale().toString(ms, 'f', 1) : QLocale().toString(qRound64(ms));
    parts << Text::tr("%1 %2 ms", "phase and its length").arg(name, shown);
}

QString called(const QString &method, const QString &url, const QString &name)
{
    if (url.isEmpty())
        return name;
    return QStringLiteral("%1 %2").arg(isMail(url) ? QStringLiteral("MAIL") : method, url);
}

} // namespace

bool isMail(const QString &url)
{
    return url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive);
}

QString stateWord(DeliveryState state, bool inDoubt)
{
    switch (state) {
    case DeliveryState::Waiting: return Text::tr("Waiting");
    case DeliveryState::Queued: return Text::tr("Queued");
    case DeliveryState::Sending: return Text::tr("Sending");
    case DeliveryState::Retrying: return inDoubt ? Text::tr("In doubt, retrying") : Text::tr("Retrying");
    case DeliveryState::Held: return Text::tr("Held");
    case DeliveryState::Delivered: return Text::tr("Delivered");
    case DeliveryState::Failed: return inDoubt ? Text::tr("In doubt") : Text::tr("Failed");
    case DeliveryState::Cancelled: return Text::tr("Cancelled");
    }
    return kUnknown;
}

QString eventWord(const Delivery &delivery)
{
    const QString word = QString(info(delivery.trigger).word);
    return delivery.merged > 0 ? Text::tr("%1 ×%2").arg(word, QLocale().toString(delivery.merged + 1)) : word;
}

QString duration(std::optional<std::chrono::milliseconds> duration)
{
    if (!duration)
        return kUnknown;
    const qint64 ms = duration->count();
    const QLocale locale;
    if (ms < 1)
        return Text::tr("<1 ms");
    if (ms < 1'000)
        return Text::tr("%1 ms").arg(locale.toString(ms));
    if (ms < 59'950)
        return Text::tr("%1 s").arg(locale.toString(double(ms) / 1000.0, 'f', 1));
    const qint64 seconds = (ms + 500) / 1'000;
    return Text::tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

QString ago(Timestamp then, Timestamp now)
{
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(now - then).count();
    const Unit *unit = unitFor(seconds);
    return unit ? Text::tr(unit->ago).arg(seconds / unit->seconds) : Text::tr("just now");
}

QString in(Timestamp then, Timestamp now)
{
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(then - now).count();
    const Unit *unit = unitFor(seconds);
    return unit ? Text::tr(unit->in).arg(seconds / unit->seconds) : Text::tr("due now");
}

QString exact(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    const int offset = local.offsetFromUtc();
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
        + QStringLiteral(" %1%2:%3")
              .arg(offset < 0 ? QLatin1Char('-') : QLatin1Char('+'))
              .arg(qAbs(offset) / 3600, 2, 10, QLatin1Char('0'))
              .arg(qAbs(offset) / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString reason(int status)
{
    struct Reason {
        int status;
        const char *phrase; // RFC 9110; not translated
    };
    static constexpr std::array<Reason, 36> kReasons{{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {203, "Non-Authoritative Information"},
        {204, "No Content"},
        {205, "Reset Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    }};
    for (const auto &[number, phrase] : kReasons) {
        if (number == status)
            return QLatin1String(phrase);
    }
    return {};
}

QString answer(const Attempt &attempt)
{
    const int status = attempt.exchange.status;
    if (status == 0)
        return attempt.exchange.outcome == Outcome::Pending ? Text::tr("under way") : Text::tr("no answer");
    if (isMail(attempt.url))
        return Text::tr("%1 from the mail server").arg(status);
    return QStringLiteral("%1 %2").arg(status).arg(reason(status)).trimmed();
}

QString replayWord(const Delivery &delivery)
{
    if (!delivery.replayOf.isValid())
        return {};
    return delivery.replayContent == ReplayContent::LatestState
        ? Text::tr("Replay of %1, latest state").arg(delivery.replayOf.value)
        : Text::tr("Replay of %1, same bytes").arg(delivery.replayOf.value);
}

QString outcomeWord(const Attempt &attempt)
{
    switch (attempt.exchange.outcome) {
    case Outcome::Pending: return Text::tr("Under way");
    case Outcome::Delivered: return Text::tr("Delivered");
    case Outcome::NotSent: return Text::tr("Not sent");
    case Outcome::InDoubt: return Text::tr("In doubt");
    case Outcome::Rejected: return Text::tr("Rejected");
    }
    return kUnknown;
}

QString phases(const Timings &t)
{
    QStringList parts;
    addPhase(parts, Text::tr("DNS"), std::nullopt, t.resolved);
    addPhase(parts, Text::tr("connect"), t.resolved, t.connected);
    addPhase(parts, Text::tr("TLS"), t.connected, t.encrypted);
    addPhase(parts, Text::tr("send"), t.encrypted ? t.encrypted : t.connected, t.sent);
    addPhase(parts, Text::tr("wait"), t.sent, t.firstByte);
    addPhase(parts, Text::tr("read"), t.firstByte, t.done);
    return parts.join(QStringLiteral(" · "));
}

QString headline(const DeliveryDetail &detail, const CallbackTarget &target)
{
    if (detail.attempts.isEmpty())
        return called(toString(target.method).toUpper(), target.url, detail.row.targetName);
    const Attempt &attempt = detail.attempts.constLast();
    const QByteArray sent = attempt.requestHead.left(qMax<qsizetype>(0, attempt.requestHead.indexOf(' ')));
    const QString method = sent.isEmpty() ? toString(target.method).toUpper() : QString::fromLatin1(sent);
    return QStringLiteral("%1 → %2").arg(called(method, attempt.url, detail.row.targetName), answer(attempt));
}

} // namespace callboard::deliverytext
