// Every dialog of the program with something in it, and the manual's window, around engines that answer from memory.
#pragma once

#include "tests/ui/fakeengineclient.h"
#include "tests/ui/fakeplatformclient.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace callboard {

class ReadThread;

struct DialogDesk {
    FakeEngineClient &engine;
    FakePlatformClient &platform;
    ReadThread &reads;
};

struct DialogMaker {
    const char *name;
    std::function<std::unique_ptr<QWidget>(const DialogDesk &)> make;
};

[[nodiscard]] const QList<DialogMaker> &allDialogs();

} // namespace callboard
