#include "core/security/keychain.h"

#include "core/security/keychainlock.h"

#include <QHash>
#include <QLibrary>
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

using Pending = std::shared_future<Answer>;

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
Pending begin(const QString &entry, Prepare prepare, Read read)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    Pending pending = promise->get_future().share();
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
    return pending;
}

const QString kWayOut = QStringLiteral(" Unlock it, or set CALLBOARD_VAULT_KEY_FILE.");

// Where it was not answered: the lock tells a question that waits for a person from a keychain that hangs.
tl::unexpected<KeyFailure> unanswered(const QString &entry, std::chrono::seconds patience)
{
    if (keychainLock(kService, entry) == KeychainLock::Locked)
        return failKey(KeyTrouble::Locked, QStringLiteral("The system keychain is locked.") + kWayOut);
    return failKey(KeyTrouble::Silent,
                   QStringLiteral("The system keychain did not answer within %1 s.").arg(patience.count()) + kWayOut);
}

tl::unexpected<KeyFailure> noKeychain()
{
    return failKey(KeyTrouble::NoKeychain,
                   QStringLiteral("There is no system keychain here. Set CALLBOARD_VAULT_KEY_FILE."));
}

tl::unexpected<KeyFailure> refusalOf(const Answer &answer, const QString &entry)
{
    switch (answer.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return failKey(KeyTrouble::Refused, QStringLiteral("The system keychain refused access.") + kWayOut);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return noKeychain();
    default: break;
    }
    // A missing bus and a missing service are any other error to QtKeychain.
    switch (keychainLock(kService, entry)) {
    case KeychainLock::Absent: return noKeychain();
    case KeychainLock::Locked:
        return failKey(KeyTrouble::Locked, QStringLiteral("The system keychain is locked.") + kWayOut);
    default: break;
    }
    return failKey(KeyTrouble::Unusable,
                   QStringLiteral("The system keychain can't be used: %1.").arg(answer.errorText) + kWayOut);
}

std::chrono::seconds secondsLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(deadline.remainingTime()));
}

KeyResult<Answer> await(const Pending &pending, const QString &entry, const QDeadlineTimer &deadline)
{
    const auto patience = secondsLeft(deadline);
    if (pending.wait_for(std::chrono::milliseconds(deadline.remainingTime())) == std::future_status::ready)
        return pending.get();
    return unanswered(entry, patience);
}

// Neither an answer nor a refusal that has a name.
bool isStrange(QKeychain::Error error)
{
    return error == QKeychain::OtherError || error == QKeychain::CouldNotDeleteEntry;
}

// QtKeychain's libsecret keeps its session with the daemon for good, and one that was started anew does not know it.
void forgetSession()
{
    QMetaObject::invokeMethod(
        keychainContext(),
        [] {
            QLibrary secret(QStringLiteral("secret-1"), 0); // as QtKeychain loads it
            if (const auto disconnect = secret.resolve("secret_service_disconnect"))
                disconnect();
        },
        Qt::BlockingQueuedConnection);
}

// What is read of an entry and not answered yet: a second question about it would only stand behind the first.
std::mutex openReadsMutex;
QHash<QString, Pending> &openReads()
{
    static QHash<QString, Pending> reads;
    return reads;
}

bool isReady(const Pending &pending)
{
    return pending.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

// What came late and is a key is taken, too.
Pending beginReading(const QString &entry)
{
    const std::lock_guard lock(openReadsMutex);
    const auto open = openReads().constFind(entry);
    if (open != openReads().constEnd() && (!isReady(*open) || open->get().error == QKeychain::NoError))
        return *open;
    return *openReads().insert(entry,
                               begin<QKeychain::ReadPasswordJob>(
                                   entry, [](QKeychain::ReadPasswordJob *) {},
                                   [](QKeychain::ReadPasswordJob *job) { return job->textData(); }));
}

// What was answered is asked anew the next time.
void closeReading(const QString &entry)
{
    const std::lock_guard lock(openReadsMutex);
    const auto open = openReads().constFind(entry);
    if (open != openReads().constEnd() && isReady(*open))
        openReads().erase(open);
}

// Once more where the daemon was started anew since.
template <class Ask>
KeyResult<Answer> answered(Ask ask, const QString &entry, const QDeadlineTimer &deadline)
{
    KeyResult<Answer> answer = await(ask(), entry, deadline);
    closeReading(entry);
    if (answer && isStrange(answer->error)) {
        forgetSession();
        answer = await(ask(), entry, deadline);
        closeReading(entry);
    }
    return answer;
}

KeyResult<std::optional<QByteArray>> decoded(const QString &text, const QString &entry)
{
    const auto key = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!key)
        return failKey(KeyTrouble::Damaged,
                       QStringLiteral("The keychain's entry %1/%2 is not a vault key.").arg(kService, entry));
    return std::optional(*key);
}

} // namespace

KeyResult<std::optional<QByteArray>> readKeychain(const QString &entry, QDeadlineTimer deadline, Asking asking)
{
    const KeychainLock before = asking == Asking::Never ? keychainLock(kService, entry) : KeychainLock::Unknown;
    if (before == KeychainLock::Locked || before == KeychainLock::MayAsk)
        return failKey(KeyTrouble::Locked, QStringLiteral("The system keychain is locked.") + kWayOut);
    const auto ask = [&entry] { return beginReading(entry); };
    const KeyResult<Answer> answer = answered(ask, entry, deadline);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->error == QKeychain::EntryNotFound) {
        // So does QtKeychain call what stayed locked because its question was dismissed.
        if (keychainLock(kService, entry) == KeychainLock::Locked)
            return failKey(KeyTrouble::Refused,
                           QStringLiteral("The system keychain stayed locked: its question was dismissed.") + kWayOut);
        return std::optional<QByteArray>();
    }
    if (answer->error != QKeychain::NoError)
        return refusalOf(*answer, entry);
    return decoded(answer->text, entry);
}

KeyResult<void> writeKeychain(const QString &entry, const QByteArray &key, QDeadlineTimer deadline)
{
    const QString text = QString::fromLatin1(key.toBase64());
    const auto ask = [&entry, &text] {
        return begin<QKeychain::WritePasswordJob>(
            entry, [text](QKeychain::WritePasswordJob *job) { job->setTextData(text); },
            [](QKeychain::WritePasswordJob *) { return QString(); });
    };
    const KeyResult<Answer> answer = answered(ask, entry, deadline);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->error != QKeychain::NoError)
        return refusalOf(*answer, entry);
    return {};
}

KeyResult<void> removeKeychain(const QString &entry, QDeadlineTimer deadline)
{
    const auto ask = [&entry] {
        return begin<QKeychain::DeletePasswordJob>(
            entry, [](QKeychain::DeletePasswordJob *) {}, [](QKeychain::DeletePasswordJob *) { return QString(); });
    };
    const KeyResult<Answer> answer = answered(ask, entry, deadline);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound)
        return refusalOf(*answer, entry);
    return {};
}

} // namespace callboard
