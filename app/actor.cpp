#include "app/actor.h"

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace callboard {

namespace {

QString userName()
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> room{};
    const uid_t user = geteuid();
    if (getpwuid_r(user, &entry, room.data(), room.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QStringLiteral("user %1").arg(user);
}

} // namespace

QString actorHere(const QString &place)
{
    return QStringLiteral("%1 (%2)").arg(userName(), place);
}

QString commandActor()
{
    return actorHere(QStringLiteral("command"));
}

} // namespace callboard
