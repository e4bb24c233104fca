// Looks in the background where a form's URL leads, a moment after it was last changed: the name's address, whether the
// network policy lets it be called, and how long the certificate is good for. Sends no request.
#pragma once

#include "ui/targets/form/urladvice.h"

#include <QObject>
#include <QTimer>

namespace callboard {

class UrlCheck : public QObject {
    Q_OBJECT

public:
    // `resolver` is used in another thread and must outlive this.
    explicit UrlCheck(Resolver &resolver, QObject *parent = nullptr);

    // What was under way for another URL is given up.
    void follow(const CallbackTarget &target);
    // Empty: nothing to say, or nothing yet.
    [[nodiscard]] const UrlAdvice &advice() const { return m_advice; }

signals:
    void changed();

private:
    void begin();
    void say(const UrlAdvice &advice);

    EndpointLook m_look;
    QTimer m_soon;
    QUrl m_url; // empty: nothing that can be looked at
    bool m_allowPrivate = false;
    Milliseconds m_limit{0};
    UrlAdvice m_advice;
};

} // namespace callboard
