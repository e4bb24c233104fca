// The right side of the target dialog: the exact bytes of the next request for a sample event, made by the function
// that feeds the wire, a moment after the last keystroke. Secret values show as dots.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace callboard {

class FieldLine;
class PayloadView;

class RequestPreview : public QWidget {
    Q_OBJECT

public:
    explicit RequestPreview(QWidget *parent = nullptr);

    void setTarget(const CallbackTarget &target);
    [[nodiscard]] MediaEvent sample() const;

private:
    void fillSamples();
    void proposeSample();
    void render();

    CallbackTarget m_target;
    bool m_chosen = false; // the operator picked a sample: it no longer follows the triggers
    bool m_rendered = false;
    QTimer m_soon;
    QComboBox *m_sampleCombo = nullptr;
    FieldLine *m_line = nullptr;
    PayloadView *m_view = nullptr;
};

} // namespace callboard
