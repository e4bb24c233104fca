#include "ui/targets/draft/draftstore.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace callboard {

namespace {

Q_LOGGING_CATEGORY(lcDraft, "callboard.draft")

constexpr QFile::Permissions kOwn = QFile::ReadOwner | QFile::WriteOwner;

void writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwn)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        qCWarning(lcDraft).noquote() << path << "was not written:" << file.errorString();
}

} // namespace

DraftStore::DraftStore(QString directory)
    : m_directory(std::move(directory))
{
    m_thread.setMaxThreadCount(1); // in order
}

DraftStore::~DraftStore()
{
    m_thread.waitForDone();
}

QString DraftStore::path(TargetId target) const
{
    const QString name = target.isValid() ? QString::number(target.value) : QStringLiteral("new");
    return QDir(m_directory).filePath(QStringLiteral("target-%1.json").arg(name));
}

std::optional<QByteArray> DraftStore::read(TargetId target) const
{
    QFile file(path(target));
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

void DraftStore::write(TargetId target, const QByteArray &bytes)
{
    m_thread.start([directory = m_directory, path = path(target), bytes] {
        QDir().mkpath(directory);
        QFile::setPermissions(directory, kOwn | QFile::ExeOwner);
        writeWhole(path, bytes);
    });
}

void DraftStore::remove(TargetId target)
{
    m_thread.start([path = path(target)] { QFile::remove(path); });
}

} // namespace callboard
