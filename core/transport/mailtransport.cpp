#include "core/transport/mailtransport.h"

#include "core/transport/mail/mailcheck.h"
#include "core/transport/mail/mailsending.h"

#include <QMutex>
#include <QThreadPool>

#include <curl/curl.h>

#include <atomic>

namespace callboard {

namespace {

constexpr int kThreads = 4;
constexpr int kMostOfOneTarget = 2;

using Flag = std::shared_ptr<std::atomic<bool>>;

Exchange refused(const QString &problem)
{
    Exchange exchange;
    exchange.protocol = Protocol::Smtp;
    exchange.outcome = Outcome::NotSent;
    exchange.errorClass = ErrorClass::Configuration;
    exchange.errorText = problem;
    return exchange;
}

Exchange exchangeFor(const TransportRequest &request, const QByteArray &caPem, const std::atomic<bool> &cancelled)
{
    if (const auto problem = mailProblem(request))
        return refused(*problem);
    return MailSending(request, caPem, cancelled).run();
}

} // namespace

struct MailTransport::Private {
    QByteArray caPem;
    QMutex orders;                                               // guards `cancelled`
    Flag cancelled = std::make_shared<std::atomic<bool>>(false); // of everything sent since the last cancelAll()
    QMutex results;
    QThreadPool pool;
};

MailTransport::MailTransport(QByteArray caPem, QObject *parent)
    : Transport(parent)
    , m_d(std::make_unique<Private>())
{
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT); // once, before any thread needs it
    Q_UNUSED(initialised)
    m_d->caPem = std::move(caPem);
    m_d->pool.setMaxThreadCount(kThreads);
}

MailTransport::~MailTransport()
{
    cancelAll();
    m_d->pool.waitForDone();
}

void MailTransport::send(QList<TransportRequest> batch)
{
    const QMutexLocker lock(&m_d->orders);
    for (TransportRequest &request : batch) {
        m_d->pool.start([this, request = std::move(request), cancelled = m_d->cancelled] {
            const TransportResult result{request.ticket, exchangeFor(request, m_d->caPem, *cancelled)};
            const QMutexLocker onlyOne(&m_d->results);
            emit finished({result});
        });
    }
}

void MailTransport::cancelAll()
{
    const QMutexLocker lock(&m_d->orders);
    m_d->cancelled->store(true);
    m_d->cancelled = std::make_shared<std::atomic<bool>>(false);
}

int MailTransport::inFlight(const CallbackTarget &) const
{
    return kMostOfOneTarget;
}

} // namespace callboard
