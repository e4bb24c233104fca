#include "core/engine/orders.h"
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/targetstore.h"

// The part of Orders that takes up a definition from before.

namespace callboard {

Result<CallbackTarget> Orders::restoreTarget(TargetId id, int revision)
{
    const auto then = RevisionStore(m_db).at(id, revision);
    if (!then)
        return tl::unexpected(then.error());
    const auto present = TargetStore(m_db).byId(id);
    if (!present && present.error().code != ErrorCode::NotFound)
        return present;
    Restored made = restored(then->definition, present.value_or(CallbackTarget{}));
    if (!made.missing.isEmpty()) {
        QStringList secrets;
        for (const QString &field : std::as_const(made.missing))
            secrets.append(fieldLabel(field));
        return fail(ErrorCode::Conflict,
                    QStringLiteral("Revision %1 of “%2” had a secret that is not there today: %3. Set it first, or "
                                   "restore it in the window, where it can be typed.")
                        .arg(then->revision)
                        .arg(then->definition.name, secrets.join(QStringLiteral(", "))));
    }
    m_occasion = QStringLiteral("restoring revision %1 of target %2").arg(then->revision).arg(id.value);
    return save(std::move(made.target), QStringLiteral("target.restored"));
}

} // namespace callboard
