// Sends one test message through the mail server as it stands in the form, saved or not, and shows what the server
// said. Nothing is recorded.
#pragma once

#include "core/engine/platformclient.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class FieldGrid;
class FieldLine;
class PayloadView;

class MailTestPane : public QWidget {
    Q_OBJECT

public:
    explicit MailTestPane(PlatformClient &platform, QWidget *parent = nullptr);

    // `problem`: what keeps the server from being used; empty: nothing.
    void setServer(const SmtpServer &server, const QString &problem);
    [[nodiscard]] FieldGrid &grid() { return *m_grid; }

private:
    [[nodiscard]] QString obstacle() const;
    void updateButton();
    void send();
    void show(const Result<TestResult> &result);
    void showReply(const QByteArray &said);

    PlatformClient &m_platform;
    SmtpServer m_server;
    QString m_problem;
    bool m_sending = false;
    FieldGrid *m_grid = nullptr;
    QLineEdit *m_toEdit = nullptr;
    QPushButton *m_button = nullptr;
    FieldLine *m_line = nullptr;
    QLabel *m_replyLabel = nullptr;
    PayloadView *m_reply = nullptr;
};

} // namespace callboard
