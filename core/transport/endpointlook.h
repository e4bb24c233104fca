// Looks where requests would go and sends none: the name is looked up, its addresses are held to the network policy,
// one of them is dialled and, for https, shaken hands with. One look at a time: a newer one takes the place of the one
// before, whose answer never comes. The work is done in a thread of its own. `resolver` is used there and must outlive
// it.
#pragma once

#include "core/domain/clock.h"
#include "core/transport/resolver.h"
#include "core/transport/verdict.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace callboard {

struct ConnectionSecurity; // connectionsecurity.h

struct EndpointReport {
    Verdict verdict;                  // no error: a connection stood; else in the words a delivery would fail with
    QHostAddress address;             // that it stood with; null through a proxy, which looks names up itself
    QString proxy;                    // HOST:PORT of the proxy that it stood through; empty: none
    std::optional<Timestamp> expires; // when the certificate ends; only of https
    QString pin;                      // of the receiver's key, sha256/…; also where only the pinned ones are others

    [[nodiscard]] bool stood() const { return verdict.errorClass == ErrorClass::None; }
};

class EndpointLook : public QObject {
    Q_OBJECT

public:
    explicit EndpointLook(Resolver &resolver, QObject *parent = nullptr);
    ~EndpointLook() override; // ends the look that is under way

    // `url`: http or https. `limit`: of the look-up, and of each address. `security`: the target's (null: the default),
    // so that its authorities, pins, certificate and proxy count here as they do for a delivery.
    void look(const QUrl &url, bool allowPrivate, Milliseconds limit,
              std::shared_ptr<const ConnectionSecurity> security = {});
    void cancel();

signals:
    void looked(const callboard::EndpointReport &report);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
