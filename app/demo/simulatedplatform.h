// A media platform in miniature: publishes assets in LightFlow's vocabulary and rates, moderates and transcodes files
// in Spark's, as CloudEvents posted to a real door. Main thread.
#pragma once

#include "core/domain/event.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

namespace callboard {

class SimulatedPlatform : public QObject {
    Q_OBJECT

public:
    SimulatedPlatform(const QString &door, QByteArray token, QObject *parent = nullptr);

    void start();
    void stop();
    // The next thing that happens, at once.
    void happen();
    [[nodiscard]] int accepted() const { return m_accepted; }

signals:
    void posted(const QString &what, bool accepted);

private:
    [[nodiscard]] MediaEvent nextEvent();

    QUrl m_door;
    QByteArray m_token;
    QNetworkAccessManager m_network;
    QRandomGenerator m_random;
    QTimer m_timer;
    int m_count = 0;
    int m_accepted = 0;
};

} // namespace callboard
