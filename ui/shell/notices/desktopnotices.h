// Notices on the desktop over org.freedesktop.Notifications. Without a service nothing is shown, which is logged once.
// One notice a key: a newer one takes the older one's place. Text is plain, whatever the service makes of it. Never
// waits for the service. Main thread.
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace callboard {

struct DesktopNotice {
    QString key; // a target's number
    QString summary;
    QString body;
    QString showText; // of the two actions; an empty one is not offered
    QString replayText;
};

class DesktopNotices : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotices(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const DesktopNotice &notice);
    void withdrawAll();

signals:
    // `token`: the desktop's leave to take the focus; may be empty.
    void showChosen(const QString &key, const QString &token);
    void replayChosen(const QString &key);

private slots:
    void takeToken(uint id, const QString &token);
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    void askAbilities();
    void send(const DesktopNotice &notice);
    void close(uint id);
    void giveUp(const QString &why);
    [[nodiscard]] QStringList actionsOf(const DesktopNotice &notice) const;

    QDBusConnection m_bus;
    std::optional<QStringList> m_abilities; // of the service; absent: not asked yet
    QList<DesktopNotice> m_queue;           // until they are known
    QHash<QString, uint> m_ids;             // shown, by key
    QHash<uint, QString> m_tokens;
    int m_round = 0; // ends with withdrawing: what is shown of an earlier one is closed
    bool m_asking = false;
    bool m_complained = false;
};

} // namespace callboard
