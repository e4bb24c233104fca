#include "core/engine/orders.h"

#include "core/store/tables/deliverystore.h"
#include "core/store/tables/markstore.h"
#include "core/store/tables/replayaddressstore.h"

#include <QUrl>

// The part of Orders that is about single deliveries: what is said about them, and one sent elsewhere.

namespace callboard {

namespace {

constexpr qsizetype kLongestNote = 1'000;

Result<void> checkAddress(CallbackTarget target, const QString &url)
{
    const bool mail = target.isMail();
    target.url = url;
    if (target.isMail() != mail)
        return fail(
            ErrorCode::InvalidUrl,
            mail ? QStringLiteral("This callback is an e-mail: it can go to another mailto: address only.")
                 : QStringLiteral("This callback is an HTTP request: the address has to be one of http or https."));
    for (const FieldProblem &problem : validate(target)) {
        if (problem.blocking && problem.field == TargetField::Url)
            return fail(ErrorCode::InvalidUrl, problem.text);
    }
    return {};
}

} // namespace

Result<DeliveryId> Orders::replayTo(DeliveryId id, const QString &url)
{
    const auto found = DeliveryStore(m_db).byId(id);
    if (!found)
        return tl::unexpected(found.error());
    const RunningTarget *running = *found ? m_book.find((*found)->target) : nullptr;
    if (running) { // else replay() says what is wrong
        if (auto checked = checkAddress(running->target, url); !checked)
            return tl::unexpected(checked.error());
    }
    const QJsonObject elsewhere{{QStringLiteral("to"), QUrl(url).host()}}; // the rest may be nobody's to read
    return replay({id}, ReplayContent::SameBytes, elsewhere).and_then([&](const QList<DeliveryId> &made) {
        return ReplayAddressStore(m_db).insert(made.constFirst(), url).map([&] { return made.constFirst(); });
    });
}

Result<int> Orders::setMarked(const QList<DeliveryId> &ids, bool marked)
{
    int count = 0;
    for (const DeliveryId id : ids) {
        const auto done = MarkStore(m_db).setMarked(id, marked, m_clock.now());
        if (!done)
            return tl::unexpected(done.error());
        count += *done ? 1 : 0;
    }
    note(ids);
    return count;
}

Result<DeliveryId> Orders::setNote(DeliveryId id, const QString &text)
{
    const QString line = text.simplified().left(kLongestNote);
    return MarkStore(m_db).setNote(id, line, m_clock.now()).and_then([&](bool found) -> Result<DeliveryId> {
        if (!found)
            return fail(ErrorCode::NotFound, QStringLiteral("There is no delivery %1.").arg(id.value));
        note({id});
        return id;
    });
}

} // namespace callboard
