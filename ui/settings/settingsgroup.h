// A part of the workspace's settings that is saved by one order: a title, a sentence, its fields on a grid, and a line
// for what went wrong. Edits a copy; a part that was saved shows what came back, its secrets sealed.
#pragma once

#include "core/engine/platformclient.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace callboard {

class FieldGrid;
class FieldLine;

class SettingsGroup : public QWidget {
    Q_OBJECT

public:
    SettingsGroup(const char *objectName, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    [[nodiscard]] virtual bool isDirty() const = 0;
    [[nodiscard]] virtual QString problem() const = 0; // the first thing that keeps it from being saved; empty: none
    virtual void save(PlatformClient &platform) = 0;   // saveFinished() follows
    virtual void focusFirst() = 0;
    [[nodiscard]] virtual bool isSaved() const { return true; } // false: kept as it is changed

    [[nodiscard]] FieldGrid &grid() { return *m_grid; }

signals:
    void edited();
    void saveFinished(bool saved);

protected:
    [[nodiscard]] QVBoxLayout &column() { return *m_column; }
    void tellEdited();
    void settle(const std::optional<Error> &failure);

private:
    QVBoxLayout *m_column = nullptr;
    FieldGrid *m_grid = nullptr;
    FieldLine *m_failure = nullptr;
};

// A section's title, and below it a quieter sentence that wraps.
[[nodiscard]] QWidget *sectionHead(const QString &title, const QString &sentence);

} // namespace callboard
