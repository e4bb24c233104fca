#include "tests/simulation/schedule.h"

#include "tests/simulation/dice.h"

#include <array>
#include <numeric>

namespace callboard::sim {

namespace {

struct Kind {
    const char *name;
    int weight; // beside the others, before a seed has its say
    bool always;
};

constexpr std::array<Kind, kStepKinds> kKinds{{
    {"add", 2, true},     {"change", 3, false}, {"switch", 5, false}, {"remove", 1, false}, {"hand in", 30, true},
    {"burst", 1, false},  {"repeat", 4, false}, {"answer", 40, true}, {"tail", 5, false},   {"mood", 8, false},
    {"pass", 25, true},   {"sleep", 3, false},  {"wall", 2, false},   {"replay", 3, false}, {"cancel", 3, false},
    {"hasten", 3, false}, {"fault", 6, false},  {"mend", 6, false},   {"kill", 3, false},   {"drain", 1, false},
    {"vault", 2, false},
}};

std::array<int, kStepKinds> mixture(Dice &dice)
{
    constexpr int kLeftOut = 30; // percent of the seeds do without
    std::array<int, kStepKinds> weights{};
    for (size_t i = 0; i < kKinds.size(); ++i) {
        const bool leftOut = dice.percent(kLeftOut);
        const int stress = 1 + dice.below(3);
        weights[i] = leftOut && !kKinds[i].always ? 0 : kKinds[i].weight * stress;
    }
    return weights;
}

StepKind drawn(const std::array<int, kStepKinds> &weights, Dice &dice)
{
    int left = dice.below(std::accumulate(weights.begin(), weights.end(), 0));
    size_t kind = 0;
    while (left >= weights[kind])
        left -= weights[kind++];
    return StepKind(kind);
}

} // namespace

QString toString(StepKind kind)
{
    return QLatin1String(kKinds[size_t(kind)].name);
}

Schedule scheduleFor(quint64 seed)
{
    constexpr int kMostTargetsAtFirst = 4;
    Dice dice(seed);
    const auto weights = mixture(dice);
    const int length = dice.between(40, 160);
    Schedule schedule{seed, {}};
    for (int i = dice.between(1, kMostTargetsAtFirst); i > 0; --i)
        schedule.steps.append({StepKind::AddTarget, dice.next()});
    while (schedule.steps.size() < length) {
        const StepKind kind = drawn(weights, dice);
        schedule.steps.append({kind, dice.next()});
    }
    return schedule;
}

} // namespace callboard::sim
