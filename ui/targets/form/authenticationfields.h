// The fold of authentication: how the receiver is shown who calls. A secret that is stored serves the scheme and the
// token's server it was typed for, and no other; fields that a scheme does not have are left out of what is saved.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldgrid.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace callboard {

class SecretBox;

class AuthenticationFields : public FieldGrid {
    Q_OBJECT

public:
    explicit AuthenticationFields(QWidget *parent = nullptr);

    void begin(const Authentication &stored); // what is saved; what is loaded after it stands in its place
    void load(const Authentication &authentication);
    [[nodiscard]] Authentication authentication() const;
    void show(const QList<FieldProblem> &problems);
    using QWidget::show;
    [[nodiscard]] QString value() const; // none; Basic, user media

signals:
    void edited();

private:
    struct Row {
        QLabel *label = nullptr;
        QWidget *field = nullptr;
        FieldLine *line = nullptr;
    };

    void makeScheme();
    void makeCredentials();
    void makeTokenServer();
    void watch();
    [[nodiscard]] Row row(const QString &label, QWidget *field, QWidget *buddy, const char *lineName = nullptr);
    static void setVisible(const Row &row, bool visible);
    [[nodiscard]] QLineEdit *lineEdit(const char *objectName, const QString &name);
    [[nodiscard]] AuthScheme scheme() const;
    [[nodiscard]] bool servesStored() const;
    void present();
    void nameCredentials();
    [[nodiscard]] FieldLine *lineFor(const Authentication &now, const QString &problem) const;

    Authentication m_stored;
    QComboBox *m_schemeCombo = nullptr;
    QLineEdit *m_userEdit = nullptr;
    SecretBox *m_secret = nullptr;
    QLineEdit *m_tokenUrlEdit = nullptr;
    QLineEdit *m_scopeEdit = nullptr;
    QLineEdit *m_audienceEdit = nullptr;
    QCheckBox *m_inBodyCheck = nullptr;
    FieldLine *m_schemeLine = nullptr;
    Row m_userRow;
    Row m_secretRow;
    Row m_tokenUrlRow;
    Row m_scopeRow;
    Row m_audienceRow;
    Row m_inBodyRow;
};

} // namespace callboard
