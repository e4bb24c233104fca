#include "tests/simulation/simvault.h"

namespace callboard::sim {

// The engine copies its loader for each call and drops the copy after it has posted the answer: whoever counts the
// copies knows how many answers are still to come.
struct SimVault::Loader {
    explicit Loader(SimVault &vault)
        : desk(&vault)
    {
        count(1);
    }
    Loader(const Loader &other)
        : desk(other.desk)
    {
        count(1);
    }
    Loader &operator=(const Loader &) = delete;
    ~Loader() { count(-1); }

    Result<std::shared_ptr<const Vault>> operator()(bool) const { return desk->answer(); }

    void count(int change) const
    {
        const QMutexLocker lock(&desk->m_mutex);
        desk->m_copies += change;
        desk->m_changed.wakeAll();
    }

    SimVault *desk;
};

SimVault::SimVault()
    : m_vault(Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value())
{
}

VaultLoader SimVault::loader()
{
    return Loader(*this);
}

Result<std::shared_ptr<const Vault>> SimVault::answer()
{
    QMutexLocker lock(&m_mutex);
    while (!m_gate)
        m_changed.wait(&m_mutex);
    if (!m_available)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("There is no vault at present."));
    return m_vault;
}

void SimVault::setAvailable(bool available)
{
    const QMutexLocker lock(&m_mutex);
    m_available = available;
}

void SimVault::setGate(bool open)
{
    const QMutexLocker lock(&m_mutex);
    m_gate = open;
    m_changed.wakeAll();
}

void SimVault::settle()
{
    constexpr int kTheEnginesOwn = 1;
    QMutexLocker lock(&m_mutex);
    while (m_gate && m_copies > kTheEnginesOwn)
        m_changed.wait(&m_mutex);
}

} // namespace callboard::sim
