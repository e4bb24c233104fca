// What the log is narrowed to: states, target, time, marks, text, and as chips what its menu chose. filterChanged()
// comes at once for a choice and 120 ms after the last letter for the text.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/target.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/list/daterange.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace callboard {

class FilterChip;

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
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kAskRange = -1; // data of the age's last entry
    static constexpr int kRange = -2;    // of the range that was chosen

    void buildStates();
    void buildCombos();
    void buildChips();
    void takeAge(int index);
    void askRange();
    void setRange(const DateRange &range);
    void showAge(const DeliveryFilter &filter);
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
    QToolButton *m_marked = nullptr;
    FilterChip *m_asset = nullptr; // chosen in the list's menu
    FilterChip *m_cause = nullptr;
    QLineEdit *m_text = nullptr;
    QToolButton *m_clear = nullptr;
    std::optional<DateRange> m_range;
    int m_age = 0; // the index that stands while a range is asked for
    QTimer m_typing;
};

} // namespace callboard
