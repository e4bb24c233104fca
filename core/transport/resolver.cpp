#include "core/transport/resolver.h"

#include <QHostInfo>

namespace callboard {

void SystemResolver::resolve(const QString &host, QObject *context, std::function<void(Resolution)> then)
{
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        auto answer = [then = std::move(then), literal] { then({{literal}, {}}); };
        QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
        return;
    }
    QHostInfo::lookupHost(host, context, [then = std::move(then)](const QHostInfo &info) {
        if (info.error() != QHostInfo::NoError)
            then({{}, info.errorString()});
        else
            then({info.addresses(), {}});
    });
}

} // namespace callboard
