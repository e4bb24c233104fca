// What differs between two definitions, and one of them taken up again.
#include "core/domain/targetfields.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace callboard {

namespace {

QString toText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

QString toText(const Header &header)
{
    return (header.enabled ? QString() : QStringLiteral("(off) ")) + (header.secret ? kMask : header.value);
}

QString toText(const QList<SigningKey> &keys)
{
    QStringList words;
    for (const SigningKey &key : keys)
        words.append(key.until ? QStringLiteral("%1 until %2").arg(kMask, toIso(*key.until)) : kMask);
    return words.join(QStringLiteral(", "));
}

bool isAnother(const Header &was, const Header &is)
{
    const auto told = [](const Header &header) {
        return std::tuple(header.name, header.value, secretMark(header.sealed), header.secret, header.enabled);
    };
    return told(was) != told(is);
}

// The n-th of a name in one is held against the n-th of that name in the other.
QList<std::pair<QString, const Header *>> numbered(const HeaderList &headers)
{
    QList<std::pair<QString, const Header *>> list;
    for (const Header &header : headers) {
        const auto same = std::ranges::count_if(headers.constData(), &header, [&header](const Header &other) {
            return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
        list.append({QStringLiteral("%1\n%2").arg(header.name.toLower()).arg(same), &header});
    }
    return list;
}

const Header *find(const QList<std::pair<QString, const Header *>> &list, const QString &key)
{
    const auto found = std::ranges::find(list, key, &std::pair<QString, const Header *>::first);
    return found == list.end() ? nullptr : found->second;
}

void compareHeaders(const HeaderList &before, const HeaderList &after, QList<FieldDifference> &found)
{
    const auto old = numbered(before);
    const auto now = numbered(after);
    const auto add = [&found](const Header *was, const Header *is) {
        const Header &one = is != nullptr ? *is : *was;
        found.append({QStringLiteral("header ") + one.name, was != nullptr ? toText(*was) : QString(),
                      is != nullptr ? toText(*is) : QString(),
                      (was != nullptr && was->secret) || (is != nullptr && is->secret)});
    };
    for (const auto &[key, header] : old) {
        const Header *is = find(now, key);
        if (is == nullptr || isAnother(*header, *is))
            add(header, is);
    }
    for (const auto &[key, header] : now) {
        if (find(old, key) == nullptr)
            add(nullptr, header);
    }
    const auto names = [](const auto &list) {
        QStringList all;
        for (const auto &[key, header] : list)
            all.append(header->name);
        return all.join(QStringLiteral(", "));
    };
    QStringList oldKeys;
    QStringList newKeys;
    for (const auto &[key, header] : old)
        oldKeys.append(key);
    for (const auto &[key, header] : now)
        newKeys.append(key);
    if (oldKeys != newKeys
        && QSet<QString>(oldKeys.begin(), oldKeys.end()) == QSet<QString>(newKeys.begin(), newKeys.end()))
        found.append({QStringLiteral("headers"), names(old), names(now), false});
}

// A secret that is marked is taken from today, or is missing.
void takeUp(Secret &secret, const Secret &today, bool samePlace, const QString &name, QStringList &missing)
{
    if (!secret.isSet())
        return;
    secret = samePlace ? today : Secret{};
    if (!secret.isSet())
        missing.append(name);
}

void takeUpHeaders(HeaderList &headers, const HeaderList &today, QStringList &missing)
{
    const auto old = numbered(headers);
    const auto now = numbered(today);
    HeaderList taken = headers;
    for (qsizetype i = 0; i < taken.size(); ++i) {
        Header &header = taken[i];
        if (!header.secret)
            continue;
        const Header *present = find(now, old[i].first);
        const bool wasSet = !header.sealed.isEmpty();
        header.sealed = present != nullptr && present->secret ? present->sealed : QByteArray();
        header.value = present != nullptr && present->secret ? present->value : QString();
        if (wasSet && header.sealed.isEmpty() && header.value.isEmpty())
            missing.append(QStringLiteral("header %1").arg(header.name));
    }
    headers = taken;
}

} // namespace

QList<FieldDifference> differences(const CallbackTarget &before, const CallbackTarget &after)
{
    QList<FieldDifference> found;
    for (const DefinitionField &field : definitionFields()) {
        const QLatin1String key(field.key);
        const QJsonValue was = field.get(before);
        const QJsonValue is = field.get(after);
        if (was == is)
            continue;
        if (key == QLatin1String("headers"))
            compareHeaders(before.headers, after.headers, found);
        else if (key == QLatin1String("signing.keys"))
            found.append({key, toText(before.signing.keys), toText(after.signing.keys), true});
        else if (field.secret)
            found.append(
                {key, was.toString().isEmpty() ? QString() : kMask, is.toString().isEmpty() ? QString() : kMask, true});
        else
            found.append({key, toText(was), toText(is), false});
    }
    return found;
}

Restored restored(const CallbackTarget &revision, const CallbackTarget &present)
{
    Restored made{revision, {}};
    CallbackTarget &target = made.target;
    target.id = present.id;
    target.revision = present.revision;
    target.createdAt = present.createdAt;
    target.updatedAt = present.updatedAt;
    target.state = present.state;
    target.stateReason = present.stateReason;
    if (present.id.isValid())
        target.origin = present.origin;
    takeUpHeaders(target.headers, present.headers, made.missing);
    if (target.signing.isOn() && !target.signing.keys.isEmpty()) {
        target.signing.keys = target.signing.scheme == present.signing.scheme ? present.signing.keys
                                                                              : QList<SigningKey>{};
        if (target.signing.keys.isEmpty())
            made.missing.append(QStringLiteral("signing.keys"));
    }
    takeUp(target.authentication.secret, present.authentication.secret,
           target.authentication.scheme == present.authentication.scheme, QStringLiteral("authentication.secret"),
           made.missing);
    takeUp(target.tls.key, present.tls.key, target.tls.certificate == present.tls.certificate,
           QStringLiteral("tls.key"), made.missing);
    takeUp(target.proxy.password, present.proxy.password,
           target.proxy.host == present.proxy.host && target.proxy.user == present.proxy.user,
           QStringLiteral("proxy.password"), made.missing);
    return made;
}

} // namespace callboard
