// What the checks remember between them, beside what the store says.
#pragma once

#include "core/domain/delivery.h"
#include "core/store/sql/database.h"
#include "tests/simulation/world.h"

namespace callboard::sim {

struct Birth {
    Milliseconds steady{0};
    int incarnation = 0;
};

struct NotBefore {
    Milliseconds steady{0};
    int incarnation = 0; // a new one repeats what was interrupted at once
};

struct Witness {
    World &world;
    Database &store; // reading only
    QHash<DeliveryId, Birth> births{};
    QHash<DeliveryId, NotBefore> notBefore{};
    QHash<DeliveryId, int> tokens{};                       // what each delivery said, the same on every attempt
    QHash<std::pair<TargetId, QString>, int> newestSent{}; // order of the newest state that left
    QHash<TargetId, NotBefore> quiet{};                    // their receivers asked for it (Retry-After)
    QHash<quint64, DeliveryId> deliveryOf{};               // by ticket
    QSet<DeliveryId> hastened{};                           // an operator has interfered with its time
};

} // namespace callboard::sim
