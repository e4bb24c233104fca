// The fold of the coalescing window: how long it is, up to what it widens, and which events close it at once. Text
// that can't be read leaves its field of the target as it is, and is problem().
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldgrid.h"

#include <QHash>

class QCheckBox;
class QLineEdit;

namespace callboard {

class CoalescingFields : public FieldGrid {
    Q_OBJECT

public:
    explicit CoalescingFields(QWidget *parent = nullptr);

    void load(const CallbackTarget &target);
    void storeInto(CallbackTarget &target) const;
    // Only what the target is called for can be urgent.
    void setTriggers(TriggerSet triggers);
    void show(const QList<FieldProblem> &problems);
    using QWidget::show;
    [[nodiscard]] QString problem() const; // what can't be read; empty: all can
    [[nodiscard]] QString value() const;   // off, 60 s to 5 min, adapting

signals:
    void edited();

private:
    void makeUrgent();
    void sayLines();
    [[nodiscard]] std::optional<Milliseconds> window() const;
    [[nodiscard]] std::optional<Milliseconds> longest() const;
    [[nodiscard]] TriggerSet urgent() const;

    TriggerSet m_triggers;
    QLineEdit *m_windowEdit = nullptr;
    QLineEdit *m_longestEdit = nullptr;
    QHash<Trigger, QCheckBox *> m_urgentBoxes;
    QWidget *m_urgentLabel = nullptr;
    QWidget *m_urgentRow = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
