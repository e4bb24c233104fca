// Which file is ready when: the time is given, so that each moment can be looked at.
#include "core/intake/drop/dropqueue.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestDropQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void waitsUntilAFileIsStill();
    void waitsAnewForAFileThatChanged();
    void takesTheOldestFirst();
    void knowsOnlySoManyAtATime();
    void keepsThePlaceOfWhatWasPutBack();
    void letsTheOthersPassWhatWasPutAside();
    void whatWasPutAsideTakesNoPlace();
    void doesNotWaitForAnotherThatGrows();
    void forgetsWhatIsGone();
    void triesLaterWhatWasPutBack();
    void keepsAVerdict();
    void saysWhenTheNextIsReady();

private:
    [[nodiscard]] static DropEntry file(const QByteArray &name, qint64 size = 1, qint64 modified = 4)
    {
        return {name, DropEntry::Kind::File, {1, 2, size, modified}};
    }
    [[nodiscard]] QByteArray next(std::chrono::milliseconds at)
    {
        const auto taken = m_queue.takeNext(m_start + at);
        return taken ? taken->name : QByteArray("(none)");
    }

    const DropQueue::Moment m_start{1h};
    static constexpr qsizetype kMost = 4;
    DropQueue m_queue{1s, kMost};
};

void TestDropQueue::init()
{
    m_queue = DropQueue(1s, kMost);
}

void TestDropQueue::waitsUntilAFileIsStill()
{
    m_queue.see({file("a")}, m_start);
    m_queue.see({file("a")}, m_start + 500ms);
    QCOMPARE(next(999ms), QByteArray("(none)"));
    QCOMPARE(next(1'000ms), QByteArray("a"));
    QCOMPARE(next(2'000ms), QByteArray("(none)"));
}

void TestDropQueue::waitsAnewForAFileThatChanged()
{
    const FileStamp before{1, 2, 3, 4};
    for (const FileStamp after :
         {FileStamp{9, 2, 3, 4}, FileStamp{1, 9, 3, 4}, FileStamp{1, 2, 9, 4}, FileStamp{1, 2, 3, 9}}) {
        init();
        m_queue.see({{"a", DropEntry::Kind::File, before}}, m_start);
        m_queue.see({{"a", DropEntry::Kind::File, after}}, m_start + 900ms);
        QCOMPARE(next(1'899ms), QByteArray("(none)"));
        QCOMPARE(next(1'900ms), QByteArray("a"));
    }
}

// By the time of modification, to the nanosecond; of the same time by name.
void TestDropQueue::takesTheOldestFirst()
{
    m_queue.see({file("a", 1, 1'000'000'001), file("c", 1, 1'000'000'000), file("z", 1, 999'999'999),
                 file("b", 1, 1'000'000'000)},
                m_start);
    for (const char *name : {"z", "b", "c", "a", "(none)"})
        QCOMPARE(next(1s), QByteArray(name));
}

void TestDropQueue::knowsOnlySoManyAtATime()
{
    const QList<DropEntry> all{file("a", 1, 9), file("b", 1, 8), file("c", 1, 7),
                               file("d", 1, 6), file("e", 1, 5), file("f", 1, 5)};
    m_queue.see(all, m_start);
    for (const char *name : {"e", "f", "d", "c", "(none)"}) // the oldest four, not the first of their names
        QCOMPARE(next(1s), QByteArray(name));
    m_queue.see(all.first(2), m_start + 1s);
    QCOMPARE(next(1'999ms), QByteArray("(none)"));
    QCOMPARE(next(2s), QByteArray("b"));
    QCOMPARE(next(2s), QByteArray("a"));
}

void TestDropQueue::keepsThePlaceOfWhatWasPutBack()
{
    m_queue.see({file("a"), file("b")}, m_start);
    auto taken = m_queue.takeNext(m_start + 1s);
    QVERIFY(taken);
    m_queue.putBack(std::move(*taken), m_start + 2s);
    QCOMPARE(next(2s), QByteArray("a"));
}

void TestDropQueue::letsTheOthersPassWhatWasPutAside()
{
    m_queue.see({file("a"), file("b"), file("c")}, m_start);
    auto taken = m_queue.takeNext(m_start + 1s);
    QVERIFY(taken);
    m_queue.putAside(std::move(*taken), m_start + 2s);
    m_queue.see({file("a"), file("b"), file("c")}, m_start + 2s);
    for (const char *name : {"b", "c", "a", "(none)"})
        QCOMPARE(next(2s), QByteArray(name));
}

void TestDropQueue::whatWasPutAsideTakesNoPlace()
{
    QList<DropEntry> all;
    for (int i = 0; i < 3 * kMost; ++i)
        all.append(file('a' + QByteArray::number(100 + i), 1, i));
    for (int round = 0; round < 3; ++round) { // the oldest twelve are tried in vain
        const auto at = m_start + round * 1s;
        m_queue.see(all, at);
        for (int i = 0; i < kMost; ++i) {
            auto taken = m_queue.takeNext(at + 1s);
            QVERIFY(taken);
            taken->toldPostponed = true;
            m_queue.putAside(std::move(*taken), m_start + 1h);
        }
    }
    all.append(file("z", 1, 99));
    m_queue.see(all, m_start + 3s);
    QCOMPARE(next(4s), QByteArray("z"));
    QCOMPARE(next(4s), QByteArray("(none)"));
    for (int i = 0; i < 3 * kMost; ++i) { // and each is still known
        const auto taken = m_queue.takeNext(m_start + 1h);
        QVERIFY(taken && taken->toldPostponed);
    }
}

void TestDropQueue::doesNotWaitForAnotherThatGrows()
{
    m_queue.see({file("a", 1), file("b")}, m_start);
    m_queue.see({file("a", 2), file("b")}, m_start + 500ms);
    QCOMPARE(next(1s), QByteArray("b"));
    QCOMPARE(next(1s), QByteArray("(none)"));
}

void TestDropQueue::forgetsWhatIsGone()
{
    m_queue.see({file("a"), file("b")}, m_start);
    m_queue.see({file("b")}, m_start);
    QCOMPARE(next(1s), QByteArray("b"));
    QCOMPARE(next(1s), QByteArray("(none)"));
}

void TestDropQueue::triesLaterWhatWasPutBack()
{
    m_queue.see({file("a")}, m_start);
    auto taken = m_queue.takeNext(m_start + 1s);
    QVERIFY(taken);
    taken->toldUnreadable = true;
    m_queue.putBack(std::move(*taken), m_start + 6s);
    m_queue.see({file("a")}, m_start + 2s);
    QCOMPARE(next(5'999ms), QByteArray("(none)"));
    taken = m_queue.takeNext(m_start + 6s);
    QVERIFY(taken && taken->toldUnreadable);
}

void TestDropQueue::keepsAVerdict()
{
    m_queue.see({file("a")}, m_start);
    auto taken = m_queue.takeNext(m_start + 1s);
    QVERIFY(taken && !m_queue.hasVerdicts());
    taken->verdict = DropVerdict{true, 3, {}};
    m_queue.putBack(std::move(*taken), m_start + 2s);
    m_queue.see({file("a")}, m_start + 2s);
    QVERIFY(m_queue.hasVerdicts());
    taken = m_queue.takeNext(m_start + 2s);
    QVERIFY(taken && taken->verdict);
    QCOMPARE(taken->verdict->events, 3);
    // Another file under its name has none.
    m_queue.putBack(std::move(*taken), m_start + 2s);
    m_queue.see({file("a", 9)}, m_start + 2s);
    QVERIFY(!m_queue.hasVerdicts());
}

void TestDropQueue::saysWhenTheNextIsReady()
{
    QVERIFY(!m_queue.nextReadyAt());
    m_queue.see({file("b")}, m_start);
    m_queue.see({file("a"), file("b")}, m_start + 300ms);
    QVERIFY(m_queue.nextReadyAt() == m_start + 1s);
    QCOMPARE(next(1s), QByteArray("b"));
    QVERIFY(m_queue.nextReadyAt() == m_start + 1'300ms);
}

QTEST_GUILESS_MAIN(TestDropQueue)
#include "tst_dropqueue.moc"
