// Whether requests follow each other on a connection without waiting for answers, on how many connections, and how
// many deep; below it what that comes to.
#pragma once

#include "core/domain/target.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace callboard {

class FieldLine;

class PipeliningFields : public QWidget {
    Q_OBJECT

public:
    explicit PipeliningFields(QWidget *parent = nullptr);

    void load(const CallbackTarget &target); // says nothing
    void storeInto(CallbackTarget &target) const;
    [[nodiscard]] bool isOn() const;
    [[nodiscard]] QString value() const; // 4 × 8 pipelined

signals:
    void edited();

private:
    [[nodiscard]] QSpinBox *spin(const char *objectName, const QString &name, int most);
    void follow();

    QCheckBox *m_check = nullptr;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_depth = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
