// Asks the desktop whether it is dark (org.freedesktop.portal.Settings) and follows it. Never waits: light until an
// answer has come, and light where there is no portal or no session bus.
#pragma once

#include <QObject>

class QDBusVariant;

namespace callboard::look {

class ColorScheme : public QObject {
    Q_OBJECT

public:
    explicit ColorScheme(QObject *parent = nullptr);

signals:
    void darkChanged(bool dark);

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
};

} // namespace callboard::look
