// A load for the door. The token is taken from CALLBOARD_INTAKE_TOKEN; each mode prints one JSON object.
//   bench_door post DOOR-PORT EVENTS BATCH CONNECTIONS [FIRST]   as fast as the door takes them; BATCH 1: single events
//   bench_door paced DOOR-PORT RECEIVER-PORT RATE SECONDS        single events at a steady rate; is the receiver, too,
//                                                                and tells the time from 202 to the request's arrival
//   bench_door events EVENTS                                     as JSON Lines, for a file
//   bench_door record                                            the record of asset 0, for others' loads
#include "arrivals.h"
#include "doorpost.h"
#include "record.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <sys/timerfd.h>
#include <unistd.h>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

using SteadyClock = std::chrono::steady_clock;
using Moment = SteadyClock::time_point;

std::string token()
{
    const char *value = std::getenv("CALLBOARD_INTAKE_TOKEN");
    return value ? value : "";
}

double secondsSince1970()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// Each connection posts its next batch as soon as the one before is on the door's disk.
class Flood {
public:
    Flood(int port, long events, long batch, int connections, long first)
        : m_next(first)
        , m_end(first + events)
        , m_batch(batch)
    {
        for (int i = 0; i < connections; ++i)
            m_posts.push_back(
                std::make_unique<DoorPost>(m_poller, port, token(), batch == 1 ? Posting::Single : Posting::Batch));
    }

    int run()
    {
        const double began = secondsSince1970();
        const Moment begin = SteadyClock::now();
        for (const auto &post : m_posts)
            postNext(*post);
        if (!m_poller.run(60s))
            die("no answer for a minute");
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - begin).count();
        std::printf("{\"began\":%.3f,\"seconds\":%.3f,\"accepted\":%ld,\"refused\":%ld}\n", began, seconds, m_accepted,
                    m_refused);
        return m_refused == 0 ? 0 : 1;
    }

private:
    void postNext(DoorPost &post)
    {
        const long count = std::min(m_batch, m_end - m_next);
        if (count == 0) {
            if (m_underWay == 0)
                m_poller.stop();
            return;
        }
        ++m_underWay;
        post.post(nextBody(count), [this, &post, count](int status) {
            (status == 202 ? m_accepted : m_refused) += count;
            --m_underWay;
            postNext(post);
        });
    }

    std::string nextBody(long count)
    {
        if (m_batch == 1)
            return cloudEvent(m_next++);
        std::string body = "[";
        for (long i = 0; i < count; ++i)
            body.append(i > 0 ? "," : "").append(cloudEvent(m_next++));
        return body += ']';
    }

    Poller m_poller;
    std::vector<std::unique_ptr<DoorPost>> m_posts;
    long m_next;
    long m_end;
    long m_batch;
    long m_underWay = 0;
    long m_accepted = 0;
    long m_refused = 0;
};

struct Life {
    Moment due;
    Moment accepted;
    Moment arrived;
};

// A timer says when the next event is due; a free connection takes it, or a new one where none is free.
class Pace {
public:
    Pace(int doorPort, int receiverPort, long rate, long seconds)
        : m_doorPort(doorPort)
        , m_rate(rate)
        , m_lives(size_t(rate * seconds))
        , m_arrivals(m_poller, receiverPort, [this](long asset) { arrived(asset); })
        , m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK))
    {
    }
    ~Pace() { ::close(m_timer); }
    Pace(const Pace &) = delete;
    Pace &operator=(const Pace &) = delete;

    int run()
    {
        const long nanoseconds = 1'000'000'000L / m_rate;
        const itimerspec each{{nanoseconds / 1'000'000'000L, nanoseconds % 1'000'000'000L}, {0, 1}};
        ::timerfd_settime(m_timer, 0, &each, nullptr);
        m_poller.watch(m_timer, [this](uint32_t) { postWhatIsDue(); });
        if (!m_poller.run(30s))
            die("not everything arrived");
        print();
        return 0;
    }

private:
    void postWhatIsDue()
    {
        uint64_t due = 0;
        if (::read(m_timer, &due, sizeof due) != sizeof due)
            return;
        for (; due > 0 && m_posted < m_lives.size(); --due)
            postNext();
        if (m_posted == m_lives.size())
            m_poller.forget(m_timer);
    }

    void postNext()
    {
        const size_t number = m_posted++;
        m_lives[number].due = SteadyClock::now();
        freePost().post(cloudEvent(long(number)), [this, number](int status) {
            if (status != 202)
                die("the door refused");
            m_lives[number].accepted = SteadyClock::now();
            countHalf();
        });
    }

    DoorPost &freePost()
    {
        const auto free = std::find_if(m_posts.begin(), m_posts.end(), [](const auto &post) { return post->isFree(); });
        if (free != m_posts.end())
            return **free;
        m_posts.push_back(std::make_unique<DoorPost>(m_poller, m_doorPort, token(), Posting::Single));
        return *m_posts.back();
    }

    void arrived(long asset)
    {
        if (asset < 0 || size_t(asset) >= m_lives.size() || m_lives[size_t(asset)].arrived != Moment())
            return;
        m_lives[size_t(asset)].arrived = SteadyClock::now();
        countHalf();
    }

    void countHalf()
    {
        if (++m_halves == 2 * m_lives.size())
            m_poller.stop();
    }

    // "NAME":[p50,p95,p99] in milliseconds.
    template <class Part>
    void printPart(const char *name, Part part) const
    {
        std::vector<double> values;
        for (const Life &life : m_lives)
            values.push_back(std::chrono::duration<double, std::milli>(part(life)).count());
        std::sort(values.begin(), values.end());
        const auto at = [&](double share) { return values[size_t(double(values.size() - 1) * share)]; };
        std::printf("\"%s\":[%.3f,%.3f,%.3f]", name, at(.5), at(.95), at(.99));
    }

    void print() const
    {
        std::printf("{");
        printPart("postToAccepted", [](const Life &life) { return life.accepted - life.due; });
        std::printf(",");
        printPart("acceptedToWire", [](const Life &life) { return life.arrived - life.accepted; });
        std::printf(",");
        printPart("postToWire", [](const Life &life) { return life.arrived - life.due; });
        std::printf(",\"connections\":%zu}\n", m_posts.size());
    }

    int m_doorPort;
    long m_rate;
    Poller m_poller;
    std::vector<Life> m_lives;
    std::vector<std::unique_ptr<DoorPost>> m_posts;
    Arrivals m_arrivals;
    int m_timer;
    size_t m_posted = 0;
    size_t m_halves = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto number = [&](size_t index, long otherwise) {
        return index < arguments.size() ? std::atol(arguments[index].c_str()) : otherwise;
    };
    const std::string mode = arguments.empty() ? "" : arguments.front();
    if (mode == "record") {
        std::printf("%s", record(0).c_str());
        return 0;
    }
    if (mode == "events") {
        for (long i = 0; i < number(1, 1); ++i)
            std::printf("%s\n", cloudEvent(i).c_str());
        return 0;
    }
    if (mode == "post" && arguments.size() >= 5 && number(3, 0) > 0)
        return Flood(int(number(1, 0)), number(2, 0), number(3, 1), int(number(4, 1)), number(5, 0)).run();
    if (mode == "paced" && arguments.size() == 5 && number(3, 0) > 0)
        return Pace(int(number(1, 0)), int(number(2, 0)), number(3, 0), number(4, 0)).run();
    std::fprintf(stderr, "usage: bench_door post|paced|events|record ...\n");
    return 2;
}
