// Names to addresses, asynchronously, with the answer delivered in the caller's thread. A seam: tests and simulations
// bring their own.
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace callboard {

struct Resolution {
    QList<QHostAddress> addresses;
    QString error; // non-empty: the lookup failed
};

class Resolver {
public:
    virtual ~Resolver() = default;
    // `then` runs in `context`'s thread, never before resolve() returns, and not at all once `context` is gone.
    virtual void resolve(const QString &host, QObject *context, std::function<void(Resolution)> then) = 0;
};

// By the system's look-up, in threads that may be kept waiting: names whose servers stay silent hold up no other name.
// An address is good for a minute. Callable from any thread; its end waits for the look-ups that are under way.
class SystemResolver final : public Resolver {
public:
    SystemResolver();
    ~SystemResolver() override;

    void resolve(const QString &host, QObject *context, std::function<void(Resolution)> then) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
