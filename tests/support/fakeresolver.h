// Answers look-ups from a script, counts them, and can stay silent. Callable from any thread.
#pragma once

#include "core/transport/resolver.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

namespace callboard {

class FakeResolver final : public Resolver {
public:
    // Each call adds one answer; they are given in turn, the last one for ever. Literal addresses need none.
    void answer(const QString &host, const QStringList &addresses);
    void answerError(const QString &host, const QString &error);
    void staySilent(const QString &host);
    [[nodiscard]] int lookUps() const;

    void resolve(const QString &host, QObject *context, std::function<void(Resolution)> then) override;

private:
    mutable QMutex m_mutex;
    QHash<QString, QList<Resolution>> m_answers;
    QStringList m_silent;
    int m_lookUps = 0;
};

} // namespace callboard
