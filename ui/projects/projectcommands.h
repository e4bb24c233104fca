// What an operator does with projects: the dialog that makes and changes them, and the orders that go to the engine.
// Asks and reports in the message bar it was given; owned by the page, opens windows above it.
#pragma once

#include "core/engine/platformclient.h"
#include "ui/projects/projectwords.h"

#include <QWidget>

namespace callboard {

class MessageBar;

class ProjectCommands : public QObject {
    Q_OBJECT

public:
    ProjectCommands(PlatformClient &platform, MessageBar &messages, QWidget *window);

    // `taken`: the ids of all projects.
    void create(const QStringList &taken);
    void edit(const ProjectRow &row, const QStringList &taken);
    // Asks once, naming what goes with it.
    void remove(const ProjectRow &row);

signals:
    void changed();
    void saved(const QString &id); // before changed()
    void editTargetRequested(callboard::TargetId target);

private:
    void tellSaved(const ProjectRow &before, const Project &now);
    void removeNow(const QString &id);

    PlatformClient &m_platform;
    MessageBar &m_messages;
    QWidget *m_window = nullptr;
};

} // namespace callboard
