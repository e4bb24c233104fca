// The running program as the desktop knows it: org.freedesktop.Application on the session bus. Whoever starts it a
// second time, or a launcher, asks it to show its window, and what else link.h knows. Main thread.
#pragma once

#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QStringList>
#include <QVariantMap>

namespace callboard {

class ApplicationObject : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit ApplicationObject(QObject *parent);

    // Still there to send what is under way, without a window to show: says so from now on.
    void setEnding() { m_ending = true; }

    // The name this workspace's program has on the bus; `key` empty: the user's own workspace.
    [[nodiscard]] static QString busName(const QString &key);
    [[nodiscard]] static QString path();
    static const char *const kInterface;
    static const char *const kEnding; // the error of one that is ending

public slots:
    void Activate(const QVariantMap &platformData, const QDBusMessage &message);
    void Open(const QStringList &uris, const QVariantMap &platformData, const QDBusMessage &message);
    void ActivateAction(const QString &name, const QVariantList &parameter, const QVariantMap &platformData,
                        const QDBusMessage &message);

signals:
    void activated(const QString &token);
    void linkOpened(const QString &link); // as it came from outside; after activated()

private:
    bool refuse(const QDBusMessage &message);
    void show(const QVariantMap &platformData, const QString &link);

    bool m_ending = false;
};

} // namespace callboard
