// How far something has come that takes its time, in the message bar: nothing while it is short, then a sentence, twice
// a second at most, with Cancel. Owned by what it tells of; bar, clock and context outlive it.
#pragma once

#include "core/domain/clock.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

namespace callboard {

class MessageBar;

class Progress {
    Q_DECLARE_TR_FUNCTIONS(callboard::Progress)

public:
    Progress(MessageBar &messages, const Clock &clock, QObject *context);

    void begin();                    // anew: quiet at first
    void tell(const QString &now);   // where it is time for it
    void insist(const QString &now); // at once, in the place of whatever is shown
    [[nodiscard]] bool isCancelled() const { return *m_cancelled; }

private:
    MessageBar &m_messages;
    const Clock &m_clock;
    QObject *m_context;
    QString m_said; // in the bar
    Milliseconds m_tellAt{};
    std::shared_ptr<bool> m_cancelled = std::make_shared<bool>(false); // the bar's button may outlive this
};

} // namespace callboard
