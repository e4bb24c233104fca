// A secret on the clipboard: marked so that clipboard histories leave it out, and taken away after a while, or when the
// program ends, if it is still what was put there. Belongs to the application: the form it was copied from may be gone
// long before. GUI thread.
#pragma once

#include "core/domain/clock.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace callboard {

class SecretClipboard : public QObject {
    Q_OBJECT

public:
    // In place of one that was copied before.
    static void copy(const QString &secret, Milliseconds stay = std::chrono::seconds(30));

    void takeAway(); // before its time

private:
    SecretClipboard(QString secret, Milliseconds stay, QObject *parent);

    QString m_secret;
    QTimer m_end;
};

} // namespace callboard
