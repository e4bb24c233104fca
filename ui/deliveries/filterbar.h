// What the log is narrowed to: states, target, age, text. filterChanged() comes at once for a choice and 120 ms after
// the last letter for the text.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/target.h"
#include "core/store/deliveryquery.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace callboard {

class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(const Clock &clock, QWidget *parent = nullptr);

    void setTargets(const QList<CallbackTarget> &targets); // keeps the choice
    [[nodiscard]] DeliveryFilter filter() const;
    [[nodiscard]] bool isEmpty() const;
    void setFilter(const DeliveryFilter &filter);
    void clear();
    void focusText();

signals:
    void filterChanged(const callboard::DeliveryFilter &filter);
    void leaveRequested(); // back to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildStates();
    void buildCombos();
    void buildText();
    void colorStates();
    void apply();
    void describe();

    const Clock &m_clock;
    QPushButton *m_states = nullptr;
    QMenu *m_stateMenu = nullptr;
    QList<QAction *> m_stateActions; // in the order of kAllDeliveryStates
    QComboBox *m_target = nullptr;
    QComboBox *m_since = nullptr;
    QLineEdit *m_text = nullptr;
    QToolButton *m_clear = nullptr;
    QString m_asset; // set by the list's menu only; shown as part of the text's place holder
    QString m_cause;
    QTimer m_typing;
};

} // namespace callboard
