// What the log is narrowed to, as one text in the filter's language (core/store/filter). States, target, time, marks
// and what the list's menu chose are other views of the same text: each shows what it says and changes it. Undone and
// redone as a whole. filterChanged() comes at once for a choice and 120 ms after the last letter; while the text is not
// understood, the last filter that was stays.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/target.h"
#include "core/store/filter/filterlanguage.h"
#include "ui/deliveries/filter/filtershelf.h"
#include "ui/deliveries/list/daterange.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QMenu;
class QPushButton;
class QToolButton;

namespace callboard {

class FieldLine;
class FilterChip;
class FilterField;
class FilterMenu;

class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(const Clock &clock, QWidget *parent = nullptr);

    void setTargets(const QList<CallbackTarget> &targets); // keeps the choice
    void setCauses(const QStringList &causes);             // to propose
    [[nodiscard]] DeliveryFilter filter() const;           // ages count back from now
    [[nodiscard]] bool isEmpty() const;
    void setFilter(const DeliveryFilter &filter);
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void clear();
    void focusText();
    void searchPayloads(); // body~"", and the cursor between the marks

    void setShelf(const FilterShelf &shelf); // as it was kept
    [[nodiscard]] FilterMenu &filters() const { return *m_filters; }

signals:
    void filterChanged(const callboard::DeliveryFilter &filter);
    void leaveRequested(); // back to the list

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kAskRange = -1; // data of the age's last entry
    static constexpr int kRange = -2;    // of the range that was chosen

    void buildStates();
    void buildCombos();
    void buildChips();
    void buildText();
    void buildClear();
    void addUndo();
    void layOut();
    void takeStates();
    void takeAge(int index);
    void askRange();
    void setRange(const DateRange &range);
    void showAge(const DeliveryFilter &filter);
    void change(FilterKey key, const QString &term);
    void colorStates();
    void apply();
    void leave();
    void present(const DeliveryFilter &filter);
    void describe();
    void showProblems(const QList<FilterProblem> &problems);

    const Clock &m_clock;
    FilterTargets m_known;
    QString m_applied; // the last text that was understood
    QPushButton *m_states = nullptr;
    QMenu *m_stateMenu = nullptr;
    QList<QAction *> m_stateActions; // in the order of kAllDeliveryStates
    QComboBox *m_target = nullptr;
    QComboBox *m_since = nullptr;
    QToolButton *m_marked = nullptr;
    FilterChip *m_asset = nullptr; // chosen in the list's menu
    FilterChip *m_cause = nullptr;
    FilterField *m_text = nullptr;
    FilterMenu *m_filters = nullptr;
    QToolButton *m_clear = nullptr;
    FieldLine *m_problem = nullptr;
    std::optional<DateRange> m_range;
    QTimer m_typing;
};

} // namespace callboard
