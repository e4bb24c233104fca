// Project Settings: name, id, zone, and as its bottom field the Media Callback URL, with a line that says what saving
// does to the project's target. Edits a copy. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/engine/platformclient.h"
#include "ui/projects/projectwords.h"
#include "ui/settings/editdialog.h"

class QComboBox;
class QLineEdit;

namespace callboard {

class FieldGrid;

class ProjectDialog : public EditDialog {
    Q_OBJECT

public:
    // `taken`: the ids of all projects; a new one may not have them. A project without an id is new.
    ProjectDialog(PlatformClient &platform, const ProjectRow &row, const QStringList &taken, QWidget *parent = nullptr);

    [[nodiscard]] Project project() const; // as it stands in the form

signals:
    void saved(const callboard::Project &project);

protected:
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString obstacle() const override;
    void save() override;
    void focusFirst() override;

private:
    [[nodiscard]] QWidget *makeForm();
    void makeIdentity(FieldGrid &grid);
    void makeZone(FieldGrid &grid);
    [[nodiscard]] QWidget *makeUrl();
    void load();
    void check();
    void showUrl(const Project &now);
    void showFailure(const Error &error);
    [[nodiscard]] bool isNew() const { return m_before.project.id.isEmpty(); }
    [[nodiscard]] QString idProblem(const Project &project) const;

    PlatformClient &m_platform;
    ProjectRow m_before;
    Project m_original;
    QStringList m_taken;
    bool m_idTouched = false;
    QLineEdit *m_nameEdit = nullptr;
    QLineEdit *m_idEdit = nullptr;
    QComboBox *m_zoneCombo = nullptr;
    QLineEdit *m_urlEdit = nullptr;
    FieldLine *m_idLine = nullptr;
    FieldLine *m_zoneLine = nullptr;
    FieldLine *m_urlLine = nullptr;
    FieldLine *m_consequenceLine = nullptr;
};

} // namespace callboard
