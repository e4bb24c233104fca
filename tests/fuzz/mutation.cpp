#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <random>
#include <string_view>

namespace callboard::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr qsizetype kLongest = 8192; // libFuzzer's here, too
constexpr qsizetype kLongestPart = 64;
constexpr int kMostChanges = 6;
// What parsers treat apart.
constexpr auto kTelling = "\0\t\n\r \"#%&',-./0129:;<=>?@[\\]{}\x7f\x80\xc3\xff"sv;

class Mutation {
public:
    Mutation(const QByteArray &seed, quint32 number)
        : m_bytes(seed)
        , m_random(number)
    {
    }

    QByteArray run(const QList<QByteArray> &seeds)
    {
        for (qsizetype changes = 1 + below(kMostChanges); changes > 0; --changes)
            change(seeds);
        return m_bytes.left(kLongest);
    }

private:
    qsizetype below(qsizetype end)
    {
        return std::uniform_int_distribution<qsizetype>(0, std::max<qsizetype>(end, 1) - 1)(m_random);
    }
    QByteArray partOf(const QByteArray &bytes) { return bytes.mid(below(bytes.size()), 1 + below(kLongestPart)); }

    void change(const QList<QByteArray> &seeds)
    {
        const qsizetype at = below(m_bytes.size() + 1);
        switch (below(7)) {
        case 0: m_bytes.insert(at, kTelling[size_t(below(qsizetype(kTelling.size())))]); return;
        case 1: m_bytes.insert(at, partOf(m_bytes)); return;
        case 2: m_bytes.insert(at, partOf(seeds[below(seeds.size())])); return;
        case 3: m_bytes.remove(at, 1 + below(kLongestPart)); return;
        case 4: m_bytes.truncate(at); return;
        default: break;
        }
        if (at == m_bytes.size())
            return;
        m_bytes[at] = below(2) == 0 ? kTelling[size_t(below(qsizetype(kTelling.size())))]
                                    : char(m_bytes[at] ^ (1 << below(8)));
    }

    QByteArray m_bytes;
    std::mt19937 m_random;
};

} // namespace

QByteArray mutated(const QByteArray &seed, const QList<QByteArray> &seeds, quint32 number)
{
    return Mutation(seed, number).run(seeds);
}

} // namespace callboard::fuzz
