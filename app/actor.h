// Who gives orders here, as the trail has it: "NAME (window)". The name is the system's for the user that the process
// runs as, not what the environment says.
#pragma once

#include <QString>

namespace callboard {

[[nodiscard]] QString actorHere(const QString &place); // window, command, server
[[nodiscard]] QString commandActor();

} // namespace callboard
