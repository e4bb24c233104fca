// The seven reasons for a call as plain check boxes, in the documents' own words: LightFlow's three flags above,
// Spark's four events below, a menu that ticks all, none or the others, and a sentence that counts what is ticked and
// names what is urgent. What a box means shows under the pointer, and where one comes to it by keyboard.
#pragma once

#include "core/domain/trigger.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QToolButton;

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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *makeMenu();
    void choose(TriggerSet triggers);
    void tick();
    void count();

    QHash<Trigger, QCheckBox *> m_boxes;
    TriggerSet m_urgent;
    FieldLine *m_sentence = nullptr;
};

} // namespace callboard
