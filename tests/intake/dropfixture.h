// A drop folder on a throw-away directory with sinks that answer as the test says, quick enough to wait for. The
// signals come from the folder's thread; they are recorded in the test's.
#pragma once

#include "core/intake/dropfolder.h"

#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

inline constexpr int kSeveralPolls = 600; // ms: so long nothing happens that should not

class DropRecorder : public QObject {
    Q_OBJECT

public:
    explicit DropRecorder(const callboard::DropFolder &folder);

    QSignalSpy takenSpy{this, &DropRecorder::taken};
    QSignalSpy rejectedSpy{this, &DropRecorder::rejected};
    QSignalSpy postponedSpy{this, &DropRecorder::postponed};
    QSignalSpy availabilitySpy{this, &DropRecorder::availableChanged};

signals:
    void taken(const QString &file, int events);
    void rejected(const QString &file, const QString &reason);
    void postponed(const QString &file, const QString &reason);
    void availableChanged(bool available, const QString &reason);
};

class DropFixture {
public:
    QTemporaryDir dir;
    callboard::DropSettings settings{dir.path(), std::chrono::milliseconds(50), 10'000, std::chrono::milliseconds(150)};
    FakeSink sink;
    FakePlatform platform;

    // Empty: it is open.
    QString open()
    {
        auto opened = callboard::DropFolder::open(settings, sink, platform);
        if (!opened)
            return opened.error().detail;
        folder = std::move(*opened);
        recorder = std::make_unique<DropRecorder>(*folder);
        taken = &recorder->takenSpy;
        rejected = &recorder->rejectedSpy;
        postponed = &recorder->postponedSpy;
        availability = &recorder->availabilitySpy;
        return {};
    }
    // As after a crash: nothing is waited for.
    void end()
    {
        folder->close(std::chrono::milliseconds(0));
        folder.reset();
    }

    [[nodiscard]] QString path(const QString &name) const { return dir.filePath(name); }
    bool put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Names of the files in a folder inside; empty: the folder itself.
    [[nodiscard]] QStringList files(const QString &inside = {}) const
    {
        return QDir(path(inside)).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QString reason(int index) const { return rejected->at(index).at(1).toString(); }
    [[nodiscard]] QStringList assets() const
    {
        QStringList assets;
        for (const callboard::MediaEvent &event : sink.events())
            assets.append(event.asset);
        return assets;
    }

    std::unique_ptr<callboard::DropFolder> folder;
    std::unique_ptr<DropRecorder> recorder;
    QSignalSpy *taken = nullptr; // these are the recorder's
    QSignalSpy *rejected = nullptr;
    QSignalSpy *postponed = nullptr;
    QSignalSpy *availability = nullptr;
};

[[nodiscard]] inline QByteArray recordJson(const QByteArray &uuid)
{
    return R"({"uuid":")" + uuid + R"(","status":"finished","duration":1.10})";
}
