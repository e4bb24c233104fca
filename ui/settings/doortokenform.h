// What a new token of the door shall be: its name, what may be done with it, how long it lasts.
#pragma once

#include "core/domain/doortoken.h"
#include "ui/targets/form/fieldgrid.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace callboard {

class DoorTokenForm : public FieldGrid {
    Q_OBJECT

public:
    explicit DoorTokenForm(QWidget *parent = nullptr);

    void begin(); // empty, with the focus
    [[nodiscard]] QString name() const;
    [[nodiscard]] DoorScopes scopes() const;
    [[nodiscard]] std::optional<Timestamp> endsAt(Timestamp now) const;
    [[nodiscard]] QString problem() const; // in our language; empty: fine

signals:
    void edited();
    void entered(); // Return in the name

private:
    QLineEdit *m_nameEdit = nullptr;
    std::vector<std::pair<DoorScope, QCheckBox *>> m_boxes;
    QComboBox *m_lifeCombo = nullptr;
};

} // namespace callboard
