#include "core/transport/resolver.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QHash>
#include <QHostInfo>
#include <QMutex>
#include <QPromise>
#include <QThreadPool>

#include <chrono>

namespace callboard {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr int kMostAtATime = 256; // as many as requests are under way in all
constexpr auto kGoodFor = 60s;

Resolution lookUp(const QString &host)
{
    const QHostInfo info = QHostInfo::fromName(host);
    if (info.error() != QHostInfo::NoError)
        return {{}, info.errorString()};
    return {info.addresses(), {}};
}

} // namespace

// Not QHostInfo::lookupHost(): it has twenty threads for all, and twenty names whose servers stay silent hold up every
// other name for as long as they do.
struct SystemResolver::Private {
    struct LookUp {
        QFuture<Resolution> future; // of all who ask for the name
        steady_clock::time_point goodUntil = steady_clock::time_point::max();
    };
    using Promise = std::shared_ptr<QPromise<Resolution>>;
    using LookUps = QHash<QString, LookUp>;

    [[nodiscard]] QFuture<Resolution> find(const QString &host);
    void answer(const QString &host, const Promise &promise);

    QMutex mutex;
    LookUps lookUps;
    QThreadPool pool; // the last: its end waits for those who use the rest
};

QFuture<Resolution> SystemResolver::Private::find(const QString &host)
{
    const QMutexLocker lock(&mutex);
    const auto now = steady_clock::now();
    if (const auto known = lookUps.constFind(host); known != lookUps.constEnd() && now < known->goodUntil)
        return known->future;
    lookUps.removeIf([now](const LookUps::iterator &each) { return each->goodUntil <= now; });
    const auto promise = std::make_shared<QPromise<Resolution>>();
    promise->start();
    lookUps.insert(host, {promise->future()});
    pool.start([this, host, promise] { answer(host, promise); });
    return promise->future();
}

void SystemResolver::Private::answer(const QString &host, const Promise &promise)
{
    Resolution resolution = lookUp(host);
    {
        const QMutexLocker lock(&mutex);
        if (resolution.error.isEmpty())
            lookUps[host].goodUntil = steady_clock::now() + kGoodFor;
        else
            lookUps.remove(host); // it may be mended the next time
    }
    promise->addResult(std::move(resolution));
    promise->finish();
}

SystemResolver::SystemResolver()
    : m_d(std::make_unique<Private>())
{
    m_d->pool.setMaxThreadCount(kMostAtATime);
}

SystemResolver::~SystemResolver() = default;

void SystemResolver::resolve(const QString &host, QObject *context, std::function<void(Resolution)> then)
{
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        auto answer = [then = std::move(then), literal] { then({{literal}, {}}); };
        QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
        return;
    }
    auto *watcher = new QFutureWatcher<Resolution>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(m_d->find(host));
}

} // namespace callboard
