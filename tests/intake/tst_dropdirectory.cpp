// Reading and keeping files by the directory itself: who writes meanwhile, and what is never written over.
#include "core/intake/drop/dropdirectory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>

using namespace callboard;

class TestDropDirectory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsAWholeFile();
    void seesThatItIsStillOpen();
    void seesThatItChanged();
    void standsWritersWhoComeAmidIt();
    void writesAReasonOnce();

private:
    using State = DropReading::State;

    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] bool put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] FileStamp stamp() const
    {
        const auto entries = m_directory->entries();
        return entries && entries->size() == 1 ? entries->first().stamp : FileStamp();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<DropDirectory> m_directory;
};

void TestDropDirectory::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = DropDirectory::open(m_dir->path());
    QVERIFY(opened);
    m_directory = std::move(*opened);
}

void TestDropDirectory::readsAWholeFile()
{
    QVERIFY(put(QStringLiteral("a"), "whole"));
    const auto reading = m_directory->read("a", stamp(), 5);
    QVERIFY(reading);
    QCOMPARE(reading->state, State::Whole);
    QCOMPARE(reading->content, QByteArray("whole"));
    QCOMPARE(m_directory->read("a", stamp(), 4).error().code, ErrorCode::TooLarge);
}

void TestDropDirectory::seesThatItIsStillOpen()
{
    QFile writer(path(QStringLiteral("a")));
    QVERIFY(writer.open(QIODevice::WriteOnly) && writer.write("half") > 0 && writer.flush());
    QCOMPARE(m_directory->read("a", stamp(), 100)->state, State::BeingWritten);
    writer.close();
    QCOMPARE(m_directory->read("a", stamp(), 100)->state, State::Whole);
    QFile reader(path(QStringLiteral("a")));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(m_directory->read("a", stamp(), 100)->state, State::Whole);
}

void TestDropDirectory::seesThatItChanged()
{
    QVERIFY(put(QStringLiteral("a"), "before"));
    const FileStamp before = stamp();
    QVERIFY(put(QStringLiteral("a"), "and after"));
    QCOMPARE(m_directory->read("a", before, 100)->state, State::Changed);
    QVERIFY(QFile::remove(path(QStringLiteral("a"))));
    QCOMPARE(m_directory->read("a", before, 100)->state, State::Changed);
}

// The system signals whoever holds a lease that a writer comes; unheeded, the usual signal ends the program.
void TestDropDirectory::standsWritersWhoComeAmidIt()
{
    QVERIFY(put(QStringLiteral("a"), "whole"));
    const FileStamp before = stamp();
    std::atomic_bool stop = false;
    std::atomic_int opened = 0;
    std::thread writer([&stop, &opened, name = QFile::encodeName(path(QStringLiteral("a")))] {
        while (!stop) {
            const Descriptor file(::open(name.constData(), O_WRONLY | O_CLOEXEC));
            opened += file.isOpen() ? 1 : 0;
        }
    });
    int whole = 0;
    for (int i = 0; i < 20'000 || opened == 0; ++i) {
        const auto reading = m_directory->read("a", before, 100);
        whole += reading && reading->state == State::Whole ? 1 : 0;
    }
    stop = true;
    writer.join();
    QVERIFY(whole > 0);
}

void TestDropDirectory::writesAReasonOnce()
{
    QVERIFY(m_directory->writeReason("a", QStringLiteral("first")));
    const auto again = m_directory->writeReason("a", QStringLiteral("second"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NameTaken);
    QCOMPARE(content(QStringLiteral("rejected/a.reason.txt")), QByteArray("first\n"));
    QVERIFY(QFile::link(path(QStringLiteral("elsewhere")), path(QStringLiteral("rejected/b.reason.txt"))));
    QCOMPARE(m_directory->writeReason("b", QStringLiteral("no")).error().code, ErrorCode::NameTaken);
    QVERIFY(!QFile::exists(path(QStringLiteral("elsewhere"))));
}

QTEST_GUILESS_MAIN(TestDropDirectory)
#include "tst_dropdirectory.moc"
