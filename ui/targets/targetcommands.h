// What an operator does with targets: the dialogs that make them and the orders that go to the engine. Asks and reports
// in the message bar it was given; owned by the page, opens windows above it.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/smtpserver.h"
#include "core/engine/engineclient.h"
#include "core/store/workspacereader.h"
#include "ui/targets/dialogaids.h"

#include <QWidget>

#include <optional>

namespace callboard {

class MessageBar;
class TargetDialog;
class TargetRemoval;

class TargetCommands : public QObject {
    Q_OBJECT

public:
    TargetCommands(EngineClient &engine, MessageBar &messages, QWidget *window);

    // For the forms opened from here on.
    void setEncoderSettings(const EncoderSettings &settings);
    void setMailServer(const SmtpServer &server);
    void setAids(const DialogAids &aids);
    void create();
    void createAt(const QString &url);      // of this computer
    void createFrom(const QString &pasted); // a curl command or an address
    void createFromPreset();
    void edit(const TargetSummary &row);
    // Secret values are sealed for the target they belong to and stay with it.
    void duplicate(const CallbackTarget &target);
    // Opens the form filled with a revision, to be looked at and saved. `present` invalid: it was removed, and becomes
    // a new one.
    void restore(const TargetRevision &revision, const CallbackTarget &present);
    void toggleEnabled(const QList<TargetSummary> &targets);
    void togglePaused(const QList<TargetSummary> &targets);
    // Closes the circuits that are open among them, which sends what they are owed.
    void tryNow(const QList<TargetSummary> &targets);
    void editTogether(const QList<TargetSummary> &targets);
    void arrange(const QList<TargetId> &order);
    [[nodiscard]] bool isArranging() const { return m_arranging > 0; } // what is read meanwhile may be older
    // Out of sight at once, gone when the message that offers Undo goes.
    [[nodiscard]] TargetRemoval &removal() { return *m_removal; }
    void importFrom(const QString &text = {});
    void exportTo(const QList<CallbackTarget> &targets);

signals:
    void changed();
    void saved(callboard::TargetId id);

private:
    TargetDialog *openDialog(const CallbackTarget &target);
    void setState(const QList<TargetSummary> &targets, TargetState state);
    void order(TargetId id, TargetState state, const QString &done = {});
    void tellChanged(const QList<CallbackTarget> &before, const QList<CallbackTarget> &after, const QStringList &what);
    void putBack(QList<CallbackTarget> before, const QList<CallbackTarget> &after);
    void write(const QString &path, const QList<CallbackTarget> &targets);
    void report(const Error &error);

    EngineClient &m_engine;
    MessageBar &m_messages;
    TargetRemoval *m_removal = nullptr;
    EncoderSettings m_encoder;
    std::optional<SmtpServer> m_mailServer;
    DialogAids m_aids;
    QWidget *m_window = nullptr;
    int m_arranging = 0;
};

} // namespace callboard
