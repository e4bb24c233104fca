// The fold of the proxy: through which one requests leave, and as whom. An address that can't be read keeps its line
// and counts as a problem; the fields before it keep what they had.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldgrid.h"

class QLineEdit;

namespace callboard {

class SecretBox;

class ProxyFields : public FieldGrid {
    Q_OBJECT

public:
    explicit ProxyFields(QWidget *parent = nullptr);

    void begin(const ProxySettings &stored); // what is saved
    void load(const ProxySettings &proxy);
    void storeInto(ProxySettings &proxy) const;
    [[nodiscard]] QString problem() const; // of an address that can't be read; empty: none
    void show(const QList<FieldProblem> &problems);
    using QWidget::show;
    [[nodiscard]] QString value() const; // none; http://proxy.example:3128, user media

signals:
    void edited();

private:
    void present();

    ProxySettings m_stored;
    QLineEdit *m_addressEdit = nullptr;
    QLineEdit *m_userEdit = nullptr;
    SecretBox *m_password = nullptr;
    FieldLine *m_addressLine = nullptr;
    FieldLine *m_passwordLine = nullptr;
};

} // namespace callboard
