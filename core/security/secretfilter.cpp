#include "core/security/secretfilter.h"

#include "core/domain/header.h"
#include "core/security/escapes.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace callboard {

namespace {

constexpr qsizetype kTellingPart = 4; // characters of a secret that say too much

size_t pairOf(const char *at)
{
    return size_t(uchar(at[0])) << 8 | uchar(at[1]);
}

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '-' || c == '_';
}

} // namespace

// Where in a text one may begin: made for each text, since it is larger than most filters and quickly made.
class SecretFilter::Beginnings {
public:
    explicit Beginnings(const QList<Needle> &needles)
        : m_needles(needles)
    {
        for (qsizetype i = needles.size() - 1; i >= 0; --i) {
            const QByteArray &bytes = needles[i].bytes;
            m_pairs.set(pairOf(bytes.constData()));
            m_firsts[uchar(bytes.front())] = i;
        }
    }

    [[nodiscard]] bool mayBeAt(const char *at) const { return m_pairs.test(pairOf(at)); }

    [[nodiscard]] const Needle *longestAt(QByteArrayView text, Place place) const
    {
        for (qsizetype i = m_firsts[uchar(text.front())]; i < m_needles.size(); ++i) {
            const Needle &needle = m_needles[i];
            if (needle.bytes.front() != text.front())
                break;
            if ((needle.inBodies || place == Place::Head) && text.startsWith(needle.bytes))
                return &needle;
        }
        return nullptr;
    }

private:
    const QList<Needle> &m_needles;
    std::bitset<65536> m_pairs;            // with which two bytes some needle begins
    std::array<qsizetype, 256> m_firsts{}; // the first with that byte, where there is one
};

SecretFilter::SecretFilter(const QList<SecretSpellings> &secrets)
{
    for (int secret = 0; secret < secrets.size(); ++secret) {
        for (const QString &spelling : secrets[secret]) {
            const QByteArray plain = spelling.toUtf8();
            if (plain.size() < kShortest)
                continue;
            const bool inBodies = plain.size() >= kShortestInBody;
            add({plain, secret, inBodies});
            if (plain.contains(' ')) // as forms and addresses write it
                add({QByteArray(plain).replace(' ', '+'), secret, inBodies});
            if (inBodies)
                addBase64(plain, secret);
        }
    }
    std::ranges::stable_sort(m_needles, [](const Needle &a, const Needle &b) {
        const auto first = uchar(a.bytes.front());
        const auto other = uchar(b.bytes.front());
        return first != other ? first < other : a.bytes.size() > b.bytes.size();
    });
}

void SecretFilter::add(const Needle &needle)
{
    const bool known = std::ranges::any_of(m_needles, [&](const Needle &one) { return one.bytes == needle.bytes; });
    if (!known)
        m_needles.append(needle);
}

// Whatever stands before and behind it within what was encoded: of three ways in which it can fall on the groups of
// four, the characters that are its own alone.
void SecretFilter::addBase64(const QByteArray &plain, int secret)
{
    constexpr qsizetype kFirstOwn[] = {0, 2, 3};
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray encoded = QByteArray(QByteArray(shift, '\0') + plain).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype bits = 8 * (shift + plain.size());
        const qsizetype first = kFirstOwn[shift];
        Needle needle{encoded.mid(first, bits / 6 - first), secret, true, shift != 0, bits % 6 != 0};
        add(needle);
        needle.bytes.replace('+', '-').replace('/', '_');
        add(needle);
    }
}

QByteArray SecretFilter::hide(const QByteArray &text, Place place, bool cut, QSet<int> &found) const
{
    if (isEmpty() || text.isEmpty())
        return text;
    const Beginnings beginnings(m_needles);
    Search search{place, cut, {}};
    look(text, beginnings, search);
    for (const Escapes escapes : {Escapes::Percent, Escapes::Json, Escapes::Html}) {
        if (!text.contains(leadOf(escapes)))
            continue;
        const Unescaped plain = unescaped(text, escapes);
        Search inside{place, cut, {}};
        look(plain.text, beginnings, inside);
        for (const Hit &hit : std::as_const(inside.hits))
            search.hits.append(
                {plain.origins[hit.from], hit.cut ? text.size() : plain.origins[hit.to], hit.secret, false});
    }
    if (search.hits.isEmpty())
        return text;
    std::ranges::sort(search.hits, {}, &Hit::from);
    QByteArray result;
    result.reserve(text.size());
    qsizetype at = 0;
    for (const Hit &hit : std::as_const(search.hits)) {
        found.insert(hit.secret);
        if (hit.from >= at) { // else it begins in one that is hidden already
            result += QByteArrayView(text).sliced(at, hit.from - at);
            result += kMask.toUtf8();
        }
        at = std::max(at, hit.to);
    }
    return result += QByteArrayView(text).sliced(at);
}

QString SecretFilter::hide(const QString &sentence, bool cut) const
{
    QSet<int> found;
    return QString::fromUtf8(hide(sentence.toUtf8(), Place::Head, cut, found));
}

// Secrets may overlap, and so each place is looked at.
void SecretFilter::look(QByteArrayView text, const Beginnings &beginnings, Search &search) const
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (!beginnings.mayBeAt(text.data() + at))
            continue;
        const Needle *needle = beginnings.longestAt(text.sliced(at), search.place);
        if (!needle)
            continue;
        Hit hit{at, at + needle->bytes.size(), needle->secret, false};
        if (needle->before && hit.from > 0 && isBase64(text[hit.from - 1]))
            --hit.from;
        if (needle->after && hit.to < text.size() && isBase64(text[hit.to]))
            ++hit.to;
        search.hits.append(hit);
    }
    if (search.cut)
        lookAtTheEnd(text, search);
}

void SecretFilter::lookAtTheEnd(QByteArrayView text, Search &search) const
{
    Hit longest{text.size(), text.size(), 0, true};
    for (const Needle &needle : m_needles) {
        if (!needle.inBodies && search.place == Place::Body)
            continue;
        const qsizetype most = std::min(needle.bytes.size() - 1, text.size());
        for (qsizetype size = most; size >= kTellingPart && text.size() - size < longest.from; --size) {
            if (text.endsWith(QByteArrayView(needle.bytes).first(size)))
                longest = {text.size() - size, text.size(), needle.secret, true};
        }
    }
    if (longest.from < longest.to)
        search.hits.append(longest);
}

} // namespace callboard
