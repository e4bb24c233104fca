// An epoll loop for a load client: one thread, a call for each descriptor that is ready. Owns no descriptor.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>

namespace callboard {

class Poller {
public:
    using Ready = std::function<void(uint32_t events)>; // EPOLLIN, EPOLLOUT

    Poller();
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    void watch(int fd, Ready ready); // for reading
    void watchWriting(int fd, bool writing);
    void forget(int fd);
    // Until stop(), or until nothing has happened for `patience`: false.
    [[nodiscard]] bool run(std::chrono::milliseconds patience);
    void stop() { m_stopped = true; }

private:
    int m_epoll;
    bool m_stopped = false;
    std::unordered_map<int, std::shared_ptr<Ready>> m_ready;
};

// Non-blocking TCP on loopback; each ends the program with the reason where it can't be.
[[nodiscard]] int connectTo(int port);
[[nodiscard]] int listenOn(int port);
[[nodiscard]] int acceptOn(int listener); // -1: nobody is there

[[noreturn]] void die(const char *what);

} // namespace callboard
