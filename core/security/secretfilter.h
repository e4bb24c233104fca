// Takes secrets out of what somebody else says: a receiver that repeats what it was sent, a server that quotes it in
// an error. Finds them as they are, percent-encoded, in base64, escaped in JSON or HTML, and where the text was cut
// amid one. Many secrets in one pass; immutable, any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace callboard {

// Spellings of one secret: "Bearer abc" and "abc" are the same one.
using SecretSpellings = QStringList;

class SecretFilter {
public:
    // A word that happens to stand in a page is no secret: shorter ones are not looked for there.
    static constexpr qsizetype kShortestInBody = 6;
    static constexpr qsizetype kShortest = 4; // in heads and sentences; shorter ones are not looked for at all

    enum class Place { Head, Body };

    SecretFilter() = default;
    explicit SecretFilter(const QList<SecretSpellings> &secrets);

    [[nodiscard]] bool isEmpty() const { return m_needles.isEmpty(); }
    // `text` with kMask for every secret. `cut`: more of it was there, and its end may lie amid a secret. `found` takes
    // the places in the list of those that were in it.
    [[nodiscard]] QByteArray hide(const QByteArray &text, Place place, bool cut, QSet<int> &found) const;
    // Of a sentence.
    [[nodiscard]] QString hide(const QString &sentence, bool cut) const;

private:
    struct Needle {
        QByteArray bytes;
        int secret = 0;
        bool inBodies = true;
        bool before = false; // the character before it tells something of the secret, too, and so it goes
        bool after = false;
    };
    struct Hit {
        qsizetype from = 0;
        qsizetype to = 0;
        int secret = 0;
        bool cut = false; // with the text's end
    };
    struct Search {
        Place place = Place::Head;
        bool cut = false;
        QList<Hit> hits;
    };

    class Beginnings;

    void add(const Needle &needle);
    void addBase64(const QByteArray &plain, int secret);
    void look(QByteArrayView text, const Beginnings &beginnings, Search &search) const;
    void lookAtTheEnd(QByteArrayView text, Search &search) const;

    QList<Needle> m_needles; // by their first byte, of each the longest first
};

} // namespace callboard
