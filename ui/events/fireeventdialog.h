// Makes an event happen: written by hand or from a sample, checked as one types, with the list of who would be called
// and why. Send hands it to the engine; the dialog stays open, says what was accepted, and leads to its deliveries.
#pragma once

#include "core/engine/engineclient.h"
#include "ui/events/eventform.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace callboard {

class FieldLine;
class MatchModel;

class FireEventDialog : public QDialog {
    Q_OBJECT

public:
    FireEventDialog(EngineClient &engine, const QList<CallbackTarget> &targets, QWidget *parent = nullptr);

    void setTargets(const QList<CallbackTarget> &targets);
    [[nodiscard]] EventForm &form() { return *m_form; }

signals:
    void eventsAccepted(const callboard::Accepted &accepted);
    // Of the event that was accepted last; the dialog closes with it.
    void deliveriesRequested(const QString &source, const QString &sourceId);

private:
    [[nodiscard]] QWidget *makeMatches();
    [[nodiscard]] QWidget *makeFoot();
    void follow();
    void fire();
    // QDialog has an Accepted of its own.
    void answered(const Result<callboard::Accepted> &result, int called);

    EngineClient &m_engine;
    QList<CallbackTarget> m_targets;
    bool m_sending = false;
    MatchModel *m_matches = nullptr;
    EventForm *m_form = nullptr;
    QLabel *m_matchTitle = nullptr;
    FieldLine *m_matchLine = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_showButton = nullptr;
    QPushButton *m_fireButton = nullptr;
    QString m_lastId; // of the event that was accepted last
};

} // namespace callboard
