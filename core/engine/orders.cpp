#include "core/engine/orders.h"

#include "core/engine/accesscheck.h"
#include "core/security/signing/signature.h"
#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/targetstore.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMovedAtOnce = 1000; // the engine does the rest, a few at a time

// validate() knows the header that was chosen, and not those that the scheme has.
Result<void> checkSigningHeaders(const CallbackTarget &target)
{
    if (!target.signing.isOn())
        return {};
    const SignatureForm &form = signatureForm(target.signing.scheme);
    const QByteArray signature = signatureHeaderName(target.signing);
    for (const Header &header : target.headers) {
        const QByteArray name = header.name.toUtf8();
        const auto is = [&name](const QByteArray &other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
        if (header.enabled && (is(signature) || is(form.timestampHeader) || is(form.fixedHeader)))
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("The header “%1” is among the target's own already.").arg(header.name));
    }
    return {};
}

// Typed now, or sealed before under another scheme. What is stored was checked when it was saved: its target can be
// paused while the vault is closed.
Result<void> checkSigningKeys(const CallbackTarget &target, TargetStore &store, const Vault *vault)
{
    if (!target.signing.isOn())
        return {};
    if (const auto stored = store.byId(target.id); stored && stored->signing == target.signing)
        return {};
    return openSecrets(target, vault).and_then([&](const OpenSecrets &open) -> Result<void> {
        for (const SigningKey &key : open.keys) {
            if (auto bytes = signingKeyBytes(target.signing.scheme, key.secret.plain); !bytes)
                return tl::unexpected(bytes.error());
        }
        return {};
    });
}

} // namespace

Orders::Orders(Database &db, TargetBook &book, const Clock &clock, const DueClock &due, QString actor)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
    , m_actor(std::move(actor))
{
}

Recording Orders::recording() const
{
    return {m_db, m_clock, m_actor, m_occasion};
}

Result<CallbackTarget> Orders::saveTarget(CallbackTarget target)
{
    return save(std::move(target), {});
}

Result<void> Orders::checkToSave(const CallbackTarget &target)
{
    for (const FieldProblem &problem : validate(target)) {
        if (problem.blocking)
            return fail(problem.field == TargetField::Url           ? ErrorCode::InvalidUrl
                            : problem.field == TargetField::Headers ? ErrorCode::InvalidHeader
                                                                    : ErrorCode::InvalidArgument,
                        problem.text);
    }
    if (hasUnsealed(target) && !m_book.vault())
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("A secret needs the vault, and it is not open. Set CALLBOARD_VAULT_KEY_FILE "
                                   "or unlock the keychain."));
    return checkSigningHeaders(target).and_then([&] {
        TargetStore store(m_db);
        return checkSigningKeys(target, store, m_book.vault()).and_then([&] {
            return checkAccess(target, store, m_book.vault());
        });
    });
}

// `action`: what the trail calls it; empty: created or changed.
Result<CallbackTarget> Orders::save(CallbackTarget target, const QString &action)
{
    if (m_book.vault() && m_book.earlierVault())
        renewSeals(target, *m_book.earlierVault(), *m_book.vault());
    if (auto checked = checkToSave(target); !checked)
        return tl::unexpected(checked.error());
    TargetStore store(m_db);
    std::optional<CallbackTarget> before;
    if (target.id.isValid()) {
        auto present = store.byId(target.id);
        if (!present && present.error().code != ErrorCode::NotFound)
            return present;
        if (present)
            before = std::move(*present);
    } else {
        auto id = store.reserve();
        if (!id)
            return tl::unexpected(id.error());
        target.id = *id;
    }
    if (m_book.vault())
        sealSecrets(target, *m_book.vault());
    auto saved = store.save(target, m_clock.now());
    if (!saved)
        return saved;
    m_targetsChanged = true;
    m_book.put(*saved, m_due.now());
    return HealthStore(m_db)
        .remove(saved->id)
        .and_then([&] { return moveDeliveries(*saved); })
        .and_then([&] { return recording().saved(before, *saved, action); })
        .map([&] { return *saved; });
}

Result<QList<CallbackTarget>> Orders::saveTargets(const QList<CallbackTarget> &targets)
{
    QList<CallbackTarget> saved;
    for (const CallbackTarget &target : targets) {
        const auto present = TargetStore(m_db).byId(target.id);
        if (!present && present.error().code != ErrorCode::NotFound)
            return tl::unexpected(present.error());
        if (!present || present->revision != target.revision)
            return fail(ErrorCode::Conflict,
                        QStringLiteral("“%1” was changed or removed meanwhile; none was saved.").arg(target.name));
        auto one = saveTarget(target);
        if (!one)
            return tl::unexpected(
                Error{one.error().code, QStringLiteral("“%1”: %2").arg(target.name, one.error().detail)});
        saved.append(*one);
    }
    return saved;
}

Result<int> Orders::arrange(const QList<TargetId> &order)
{
    return TargetStore(m_db).arrange(order).and_then([&](int placed) {
        m_targetsChanged = true;
        return recording()
            .add({{},
                  QStringLiteral("targets.arranged"),
                  {},
                  QStringLiteral("%1 of them").arg(placed),
                  {{QStringLiteral("count"), placed}}})
            .map([placed] { return placed; });
    });
}

Result<CallbackTarget> Orders::setTargetState(TargetId id, TargetState state, const QString &reason)
{
    return TargetStore(m_db).byId(id).and_then([&](CallbackTarget target) {
        target.state = state;
        target.stateReason = reason;
        return save(std::move(target), switchedTo(state));
    });
}

Result<TargetId> Orders::removeTarget(TargetId id)
{
    TargetStore store(m_db);
    return store.byId(id)
        .and_then([&](const CallbackTarget &target) { return recording().removed(target); })
        .and_then([&] {
            return DeliveryStore(m_db).cancelOpen(id, QStringLiteral("Its target was removed."), m_clock.now(),
                                                  kMovedAtOnce);
        })
        .and_then([&](const QList<DeliveryId> &cancelled) {
            note(cancelled);
            return store.remove(id, m_clock.now());
        })
        .and_then([&] { return HealthStore(m_db).remove(id); })
        .map([&] {
            m_targetsChanged = true;
            m_book.remove(id);
            m_book.expectOrphans();
            return id;
        });
}

Result<void> Orders::moveDeliveries(const CallbackTarget &target)
{
    const RunningTarget *running = m_book.find(target.id);
    if (!running || running->vaultPending)
        return {};
    DeliveryStore store(m_db);
    const QString reason = running->holdsBecause();
    return (reason.isEmpty() ? store.release(target.id, m_due.now(), kMovedAtOnce)
                             : store.hold(target.id, reason, kMovedAtOnce))
        .map([this](const QList<DeliveryId> &moved) { note(moved); });
}

Result<QList<DeliveryId>> Orders::replay(const QList<DeliveryId> &ids, ReplayContent content)
{
    const auto word = content == ReplayContent::LatestState ? QStringLiteral("latest") : QStringLiteral("same");
    return replay(ids, content, {{QStringLiteral("content"), word}});
}

Result<QList<DeliveryId>> Orders::replay(const QList<DeliveryId> &ids, ReplayContent content, QJsonObject detail)
{
    DeliveryStore store(m_db);
    for (DeliveryId id : ids) {
        auto found = store.byId(id);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return fail(ErrorCode::NotFound, QStringLiteral("There is no delivery %1.").arg(id.value));
        if ((*found)->state == DeliveryState::Sending)
            return fail(ErrorCode::Conflict,
                        QStringLiteral("Delivery %1 is on its way; wait for its answer.").arg(id.value));
        const RunningTarget *running = m_book.find((*found)->target);
        if (!running)
            return fail(ErrorCode::Conflict, QStringLiteral("The target of delivery %1 was removed.").arg(id.value));
        if (!running->target.isOursToSend())
            return fail(ErrorCode::Conflict,
                        QStringLiteral("The target of delivery %1 is the encoder's to call.").arg(id.value));
    }
    QList<DeliveryId> made;
    for (DeliveryId id : ids) {
        auto replayed = replayOne(id, content);
        if (!replayed)
            return tl::unexpected(replayed.error());
        made.append(*replayed);
    }
    return recording().deliveries(QStringLiteral("deliveries.replayed"), ids, std::move(detail)).map([&made] {
        return made;
    });
}

Result<DeliveryId> Orders::replayOne(DeliveryId id, ReplayContent content)
{
    DeliveryStore store(m_db);
    auto original = store.byId(id);
    if (!original)
        return tl::unexpected(original.error());
    const auto newId = m_db.reserve(QStringLiteral("delivery"), 1);
    if (!newId)
        return tl::unexpected(newId.error());
    Delivery replay;
    replay.id = {*newId};
    replay.target = (*original)->target;
    replay.asset = (*original)->asset;
    replay.trigger = (*original)->trigger;
    replay.firstEvent = (*original)->firstEvent;
    replay.latestEvent = (*original)->latestEvent;
    replay.createdAt = m_clock.now();
    replay.dueAt = m_due.now();
    replay.state = DeliveryState::Queued;
    replay.replayOf = id;
    replay.replayContent = content;
    if (content == ReplayContent::LatestState) {
        const auto newest = EventStore(m_db).newestOf(replay.asset);
        if (!newest)
            return tl::unexpected(newest.error());
        if (*newest)
            replay.latestEvent = (*newest)->id;
    }
    if (RunningTarget *running = m_book.find(replay.target))
        m_book.expectWork(*running);
    note({replay.id});
    return store.insert(replay).map([&] { return replay.id; });
}

Result<int> Orders::cancel(const QList<DeliveryId> &ids)
{
    QList<DeliveryId> done;
    for (DeliveryId id : ids) {
        auto cancelled = DeliveryStore(m_db).cancel(id, QStringLiteral("Cancelled by the operator."), m_clock.now());
        if (!cancelled)
            return tl::unexpected(cancelled.error());
        if (*cancelled)
            done.append(id);
    }
    note(done);
    m_book.expectWork();
    return recording().deliveries(QStringLiteral("deliveries.cancelled"), done).map([&done] {
        return int(done.size());
    });
}

Result<int> Orders::retryNow(const QList<DeliveryId> &ids)
{
    QList<DeliveryId> done;
    for (DeliveryId id : ids) {
        auto hastened = DeliveryStore(m_db).makeDue(id, m_due.now());
        if (!hastened)
            return tl::unexpected(hastened.error());
        if (*hastened)
            done.append(id);
    }
    note(done);
    m_book.expectWork();
    return recording().deliveries(QStringLiteral("deliveries.hastened"), done).map([&done] {
        return int(done.size());
    });
}

void Orders::note(const QList<DeliveryId> &ids)
{
    for (DeliveryId id : ids)
        m_changed.insert(id);
}

} // namespace callboard
