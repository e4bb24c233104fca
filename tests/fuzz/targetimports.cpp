#include "core/payload/targetimport.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

// What an export leaves out on purpose.
CallbackTarget asExported(CallbackTarget target)
{
    for (Header &header : target.headers) {
        if (header.secret)
            header.value.clear();
    }
    Authentication &authentication = target.authentication;
    authentication.user = authentication.user.trimmed();
    if (authentication.secret.isSet()) {
        authentication.scheme = AuthScheme::None;
        authentication.secret = {};
    }
    return target;
}

void checkTarget(const CallbackTarget &target)
{
    require(!urlProblem(target.url), "an imported address can be called", target.url);
    require(!target.name.isEmpty(), "an imported target has a name", target.url);
    for (const Header &header : target.headers)
        require(!headerProblem(header), "an imported header can be sent", header.name);
    requireJson(targetToJson(target), "a target is JSON");
}

void checkExport(const QList<CallbackTarget> &targets)
{
    const QByteArray text = exportTargets(targets);
    require(text == exportTargets(targets), "an export is twice the same", text);
    requireJson(text, "an export is JSON");
    const auto back = importTargets(text);
    require(back.has_value(), "an export can be imported", back ? QString() : back.error().detail);
    require(back->repairs.isEmpty(), "an export needs no repair", text);
    require(back->targets.size() == targets.size(), "an export has every target", text);
    for (qsizetype i = 0; i < targets.size(); ++i)
        require(back->targets[i] == asExported(targets[i]), "a target comes back as it was", targetToJson(targets[i]));
}

} // namespace

void targetImports(const QByteArray &input)
{
    const auto imported = importTargets(input);
    if (!imported) {
        require(!imported.error().detail.isEmpty(), "a refusal says why");
        requirePlace(imported.error().detail, input);
        return;
    }
    require(!imported->targets.isEmpty(), "an import without a target is refused");
    for (const Repair &repair : imported->repairs)
        requirePlace(QStringLiteral("line %1, column %2").arg(repair.line).arg(repair.column), input);
    for (const QString &warning : imported->warnings)
        requirePlace(warning.section(u':', 0, 0), input);
    for (const CallbackTarget &target : imported->targets)
        checkTarget(target);
    checkExport(imported->targets);
}

} // namespace callboard::fuzz
