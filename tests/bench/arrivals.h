// A receiver that answers 200 at once and says which asset arrived, the moment its request is whole. Runs in the
// poller's loop.
#pragma once

#include "poller.h"

#include <string>
#include <unordered_map>

namespace callboard {

class Arrivals {
public:
    using Arrived = std::function<void(long asset)>;

    Arrivals(Poller &poller, int port, Arrived arrived);
    ~Arrivals();
    Arrivals(const Arrivals &) = delete;
    Arrivals &operator=(const Arrivals &) = delete;

private:
    void accept();
    void read(int fd);
    void close(int fd);

    Poller &m_poller;
    Arrived m_arrived;
    int m_listener;
    std::unordered_map<int, std::string> m_peers; // what came and isn't whole yet
};

} // namespace callboard
