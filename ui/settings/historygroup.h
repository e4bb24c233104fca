// How long the delivery log is kept, and how large the workspace may grow.
#pragma once

#include "ui/settings/settingsgroup.h"

class QLineEdit;

namespace callboard {

class HistoryGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit HistoryGroup(QWidget *parent = nullptr);

    void load(const Retention &retention);
    // As it stands in the form; where a field can't be read, as it was.
    [[nodiscard]] Retention retention() const;
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString problem() const override;
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    void check();
    [[nodiscard]] QString ageProblem() const;
    [[nodiscard]] QString limitProblem() const;

    Retention m_original;
    QLineEdit *m_ageEdit = nullptr;
    QLineEdit *m_limitEdit = nullptr;
    FieldLine *m_ageLine = nullptr;
    FieldLine *m_limitLine = nullptr;
};

} // namespace callboard
