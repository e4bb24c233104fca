// Names to addresses, asynchronously, with the answer delivered in the caller's thread. A seam: tests and simulations
// bring their own.
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

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

class SystemResolver final : public Resolver {
public:
    void resolve(const QString &host, QObject *context, std::function<void(Resolution)> then) override;
};

} // namespace callboard
