// The seven reasons for a call as plain check boxes, in the documents' own words: LightFlow's three flags above,
// Spark's four events below, and a sentence that counts what is ticked and names what is urgent.
#pragma once

#include "core/domain/trigger.h"

#include <QHash>
#include <QWidget>

class QCheckBox;

namespace callboard {

class FieldLine;

class TriggerBoxes : public QWidget {
    Q_OBJECT

public:
    explicit TriggerBoxes(QWidget *parent = nullptr);

    void setTriggers(TriggerSet triggers); // says nothing
    [[nodiscard]] TriggerSet triggers() const;
    void setUrgent(TriggerSet triggers); // for the sentence
    [[nodiscard]] QWidget *firstBox() const;
    [[nodiscard]] static QString label(Trigger trigger); // onSuccess, rated

signals:
    void triggersChanged(callboard::TriggerSet triggers); // by the operator

private:
    void tick();
    void count();

    QHash<Trigger, QCheckBox *> m_boxes;
    TriggerSet m_urgent;
    FieldLine *m_sentence = nullptr;
};

} // namespace callboard
