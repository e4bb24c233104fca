// Asks where one delivery is to be sent besides its target's own address, this once. Nothing of the target changes;
// what may be called is held to the target's own rules.
#pragma once

#include "core/domain/target.h"
#include "core/store/deliveryquery.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace callboard {

class FieldLine;

class ResendDialog : public QDialog {
    Q_OBJECT

public:
    ResendDialog(const DeliveryRow &row, const CallbackTarget &target, QWidget *parent = nullptr);

signals:
    void resendRequested(callboard::DeliveryId id, const QString &url);

private:
    void addField(QVBoxLayout &layout);
    void addButtons(QVBoxLayout &layout);
    void validateUrl();
    void finish();

    DeliveryId m_id;
    CallbackTarget m_target;
    QLineEdit *m_url = nullptr;
    FieldLine *m_problem = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace callboard
