// Lays large payloads out on a thread of its own, so that the window never waits. One at a time: a newer question takes
// the place of the one before, whose answer never comes.
#pragma once

#include "ui/look/payloadtext.h"

#include <QObject>
#include <QThreadPool>

namespace callboard {

class PayloadLayer : public QObject {
    Q_OBJECT

public:
    PayloadLayer();
    ~PayloadLayer() override; // waits for what is under way

    void ask(const QByteArray &bytes, PayloadLanguage language, bool pretty, qsizetype most, bool truncated);
    void forget();

signals:
    void laidOut(const callboard::payloadtext::Layout &layout);

private:
    QThreadPool m_thread;
    quint64 m_asked = 0;
};

} // namespace callboard
