// One stream of choices from one seed (SplitMix64): the same seed, the same choices, on every machine.
#pragma once

#include <QtGlobal>

namespace callboard::sim {

class Dice {
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        quint64 z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    int below(qsizetype n) { return int(next() % quint64(n)); } // 0 … n-1
    int between(int least, int most) { return least + below(most - least + 1); }
    bool percent(int chance) { return below(100) < chance; }
    double fraction() { return double(next() >> 11) / double(1ULL << 53); } // in [0, 1)
    template <class List>
    auto &pick(List &list)
    {
        return list[below(list.size())];
    }
    template <class List>
    void shuffle(List &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    quint64 m_state;
};

} // namespace callboard::sim
