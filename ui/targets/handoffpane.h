// What an encoder is told of one target: the notifications of a job and of its outputs as they stand in its request,
// secret values as dots, and below them what the encoder can't do.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/target.h"
#include "core/payload/encoder/zencoderjob.h"

#include <QTimer>
#include <QWidget>

namespace callboard {

class FieldLine;
class HandOffProblems;
class PayloadView;

class HandOffPane : public QWidget {
    Q_OBJECT

public:
    explicit HandOffPane(QWidget *parent = nullptr);

    void setSettings(const EncoderSettings &settings);
    void setTarget(const CallbackTarget &target);
    void setAsset(const QString &asset); // the one that stands in the relay's address

signals:
    void relayRequested();
    void blockedChanged(bool blocked);

private:
    void render();
    void say(const EncoderNotifications &told);

    CallbackTarget m_target;
    EncoderSettings m_settings;
    QString m_asset;
    bool m_rendered = false;
    bool m_blocked = false;
    QTimer m_soon;
    FieldLine *m_line = nullptr;
    PayloadView *m_view = nullptr;
    HandOffProblems *m_problems = nullptr;
};

} // namespace callboard
