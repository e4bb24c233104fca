// Sends the target once as it stands in the form, saved or not, and shows what came back: one line here, and the whole
// exchange through `tested`. Nothing is recorded.
#pragma once

#include "core/engine/engineclient.h"

#include <QWidget>

class QPushButton;

namespace callboard {

class FieldLine;

class SendTestPane : public QWidget {
    Q_OBJECT

public:
    explicit SendTestPane(EngineClient &engine, QWidget *parent = nullptr);

    // Empty: ready. Otherwise why not, in the button's tooltip; `aloud` beside the button too.
    void setObstacle(const QString &reason, bool aloud = false);
    void send(const CallbackTarget &target, const MediaEvent &event);

signals:
    void sendRequested();
    void tested(const callboard::TestResult &result);

private:
    void show(const Result<TestResult> &result);
    void updateButton();

    EngineClient &m_engine;
    QString m_obstacle;
    bool m_sending = false;
    QPushButton *m_button = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
