#include "core/security/keychain.h"

#include <QThread>

#include <qt6keychain/keychain.h>

#include <future>
#include <memory>
#include <mutex>

namespace callboard {

namespace {

const QString kService = QStringLiteral("callboard");

struct Answer {
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    QString text; // what was read
};

using Promise = std::shared_ptr<std::promise<Answer>>;

// QtKeychain queues its jobs in an object of its own that stays in the thread of the first job and must see the end
// of each; so all jobs of the process share one thread. That thread is never joined: a keychain that waits for a
// person can't be interrupted.
QObject *keychainContext()
{
    static std::once_flag once;
    static QObject *context = nullptr;
    std::call_once(once, [] {
        auto *thread = new QThread;
        thread->setObjectName(QStringLiteral("keychain"));
        context = new QObject;
        context->moveToThread(thread);
        thread->start();
    });
    return context;
}

template <class Job, class Prepare, class Read>
std::future<Answer> begin(const QString &entry, Prepare prepare, Read read)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> future = promise->get_future();
    QObject *context = keychainContext();
    QMetaObject::invokeMethod(
        context,
        [=] {
            auto *job = new Job(kService);
            job->setInsecureFallback(false);
            job->setKey(entry);
            prepare(job);
            QObject::connect(job, &QKeychain::Job::finished, context, [promise, job, read] {
                promise->set_value({job->error(), job->errorString(), read(job)});
            });
            job->start();
        },
        Qt::QueuedConnection);
    return future;
}

tl::unexpected<Error> unavailable(const QString &what)
{
    return fail(ErrorCode::VaultUnavailable, what + QStringLiteral(" Unlock it, or set CALLBOARD_VAULT_KEY_FILE."));
}

Result<Answer> await(std::future<Answer> &future, const QDeadlineTimer &deadline, std::chrono::seconds patience)
{
    const std::chrono::milliseconds left(deadline.remainingTime());
    if (future.wait_for(left) == std::future_status::ready)
        return future.get();
    return unavailable(QStringLiteral("The system keychain did not answer within %1 s.").arg(patience.count()));
}

tl::unexpected<Error> refusalOf(const Answer &answer)
{
    switch (answer.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return unavailable(QStringLiteral("The system keychain refused access."));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("There is no system keychain here. Set CALLBOARD_VAULT_KEY_FILE."));
    default: return unavailable(QStringLiteral("The system keychain can't be used: %1.").arg(answer.errorText));
    }
}

std::chrono::seconds secondsLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(deadline.remainingTime()));
}

} // namespace

Result<std::optional<QByteArray>> readKeychain(const QString &entry, QDeadlineTimer deadline)
{
    auto future = begin<QKeychain::ReadPasswordJob>(
        entry, [](QKeychain::ReadPasswordJob *) {}, [](QKeychain::ReadPasswordJob *job) { return job->textData(); });
    const Result<Answer> answer = await(future, deadline, secondsLeft(deadline));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->error == QKeychain::EntryNotFound)
        return std::optional<QByteArray>();
    if (answer->error != QKeychain::NoError)
        return refusalOf(*answer);
    const auto decoded = QByteArray::fromBase64Encoding(answer->text.toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return fail(ErrorCode::VaultCorrupt,
                    QStringLiteral("The keychain's entry %1/%2 is not a vault key.").arg(kService, entry));
    return std::optional(*decoded);
}

Result<void> writeKeychain(const QString &entry, const QByteArray &key, QDeadlineTimer deadline)
{
    const QString text = QString::fromLatin1(key.toBase64());
    auto future = begin<QKeychain::WritePasswordJob>(
        entry, [text](QKeychain::WritePasswordJob *job) { job->setTextData(text); },
        [](QKeychain::WritePasswordJob *) { return QString(); });
    const Result<Answer> answer = await(future, deadline, secondsLeft(deadline));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->error != QKeychain::NoError)
        return refusalOf(*answer);
    return {};
}

} // namespace callboard
