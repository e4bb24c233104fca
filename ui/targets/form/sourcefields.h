// Who sends the callback: Callboard, the encoder, or Callboard once the encoder has told it. The line below says what
// that means.
#pragma once

#include "core/domain/target.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace callboard {

class FieldLine;

class SourceFields : public QWidget {
    Q_OBJECT

public:
    explicit SourceFields(QWidget *parent = nullptr);

    void load(const CallbackTarget &target); // says nothing
    void storeInto(CallbackTarget &target) const;
    // As if the operator had ticked it; the keyboard goes on from there.
    void chooseRelay();

signals:
    void edited();

private:
    [[nodiscard]] CallbackSource source() const;
    void follow();

    QComboBox *m_combo = nullptr;
    QCheckBox *m_relay = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
