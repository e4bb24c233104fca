// Who was called for an event, who not, and why: one line a target, with what became of the call. Shows what it is
// given and changes nothing. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/engine/explanation.h"

#include <QDialog>

class QPushButton;

namespace callboard {

class MatchModel;
class PlainTable;

class ExplainDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExplainDialog(const Explanation &explanation, QWidget *parent = nullptr);

signals:
    // The dialog closes with it.
    void deliveryRequested(callboard::DeliveryId id);

private:
    [[nodiscard]] QWidget *makeHead(const Explanation &explanation);
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] DeliveryId chosen() const;
    void openDelivery();

    MatchModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace callboard
