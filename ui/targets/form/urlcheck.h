// Looks in the background where a form's URL leads, a moment after it was last changed: the name's address, whether the
// network policy lets it be called, and how long the certificate is good for. Sends no request.
#pragma once

#include "ui/targets/form/urladvice.h"

#include <QObject>
#include <QTimer>

namespace callboard {

// What of a target decides how its connections are made, as far as a form knows it: a secret that is stored is not
// there to be used.
struct ConnectionWish {
    TlsSettings tls;
    ProxySettings proxy;
    bool lacksSecret = false;

    bool operator==(const ConnectionWish &) const = default;
};

[[nodiscard]] ConnectionWish connectionWish(const CallbackTarget &target);

class UrlCheck : public QObject {
    Q_OBJECT

public:
    // `resolver` is used in another thread and must outlive this.
    explicit UrlCheck(Resolver &resolver, QObject *parent = nullptr);

    // What was under way for another URL is given up.
    void follow(const CallbackTarget &target);
    // Empty: nothing to say, or nothing yet.
    [[nodiscard]] const UrlAdvice &advice() const { return m_advice; }
    [[nodiscard]] const QString &pin() const
    {
        return m_pin;
    } // of the key that the receiver has shown; empty: not known

signals:
    void changed();

private:
    void begin();
    void say(const UrlAdvice &advice);
    void tell(const EndpointReport &report);

    EndpointLook m_look;
    QTimer m_soon;
    QUrl m_url; // empty: nothing that can be looked at
    bool m_allowPrivate = false;
    ConnectionWish m_wish;
    Milliseconds m_limit{0};
    UrlAdvice m_advice;
    QString m_pin;
};

} // namespace callboard
