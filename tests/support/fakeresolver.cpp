#include "tests/support/fakeresolver.h"

namespace callboard {

void FakeResolver::answer(const QString &host, const QStringList &addresses)
{
    Resolution resolution;
    for (const QString &address : addresses)
        resolution.addresses.append(QHostAddress(address));
    const QMutexLocker lock(&m_mutex);
    m_answers[host].append(resolution);
}

void FakeResolver::answerError(const QString &host, const QString &error)
{
    const QMutexLocker lock(&m_mutex);
    m_answers[host].append({{}, error});
}

void FakeResolver::staySilent(const QString &host)
{
    const QMutexLocker lock(&m_mutex);
    m_silent.append(host);
}

int FakeResolver::lookUps() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lookUps;
}

void FakeResolver::resolve(const QString &host, QObject *context, std::function<void(Resolution)> then)
{
    Resolution resolution{{}, QStringLiteral("Host not found")};
    {
        const QMutexLocker lock(&m_mutex);
        ++m_lookUps;
        if (m_silent.contains(host))
            return;
        const QHostAddress literal(host);
        QList<Resolution> &answers = m_answers[host];
        if (!literal.isNull())
            resolution = {{literal}, {}};
        else if (!answers.isEmpty())
            resolution = answers.size() > 1 ? answers.takeFirst() : answers.first();
    }
    auto tell = [then = std::move(then), resolution] { then(resolution); };
    QMetaObject::invokeMethod(context, std::move(tell), Qt::QueuedConnection);
}

} // namespace callboard
