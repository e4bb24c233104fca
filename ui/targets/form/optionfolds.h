// The options few targets need, in folds whose titles carry their values: coalescing window, retry schedule, limits,
// security, scope, signing, and those of access. Text that can't be read keeps its field's line and counts as a
// problem.
#pragma once

#include "core/domain/target.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace callboard {

class AccessFolds;
class CoalescingFields;
class FieldGrid;
class FieldLine;
class FoldBox;
class PipeliningFields;
class RetryTimeline;
class SigningFields;

class OptionFolds : public QWidget {
    Q_OBJECT

public:
    explicit OptionFolds(QWidget *parent = nullptr);

    void begin(const CallbackTarget &stored); // before what is loaded: what is saved
    void load(const CallbackTarget &target);
    void aboutToSave();
    // What can't be read leaves its field of `target` as it is, and is among problems().
    void storeInto(CallbackTarget &target) const;
    [[nodiscard]] QStringList problems() const;
    // Only what the target is called for can be urgent.
    void setTriggers(TriggerSet triggers);
    // Says what validate() found under the fields that are in here.
    void showProblems(const QList<FieldProblem> &problems);
    void alignWith(FieldGrid *form);
    [[nodiscard]] AccessFolds *access() const { return m_access; }
    [[nodiscard]] SigningFields *signing() const { return m_signingFields; }

signals:
    void edited();

private:
    [[nodiscard]] FoldBox *makeCoalescing();
    [[nodiscard]] FoldBox *makeRetry();
    [[nodiscard]] FoldBox *makeLimits();
    [[nodiscard]] FoldBox *makeSigning();
    [[nodiscard]] QWidget *makeRate();
    [[nodiscard]] QWidget *makeScope();
    void watch();
    void showValues();
    void showRetry();
    void showLimits();
    [[nodiscard]] QString showScope(); // and what the title says of it
    [[nodiscard]] std::optional<Rate> rate() const;

    CoalescingFields *m_coalescingFields = nullptr;
    FieldGrid *m_retryGrid = nullptr;
    FieldGrid *m_limitsGrid = nullptr;
    FoldBox *m_coalescing = nullptr;
    FoldBox *m_retry = nullptr;
    FoldBox *m_limits = nullptr;
    FoldBox *m_signing = nullptr;
    SigningFields *m_signingFields = nullptr;
    AccessFolds *m_access = nullptr;
    QLineEdit *m_retryEdit = nullptr;
    RetryTimeline *m_retryTimeline = nullptr;
    QLineEdit *m_timeoutEdit = nullptr;
    QLineEdit *m_connectEdit = nullptr;
    QSpinBox *m_inFlightSpin = nullptr;
    QLineEdit *m_rateEdit = nullptr;
    QCheckBox *m_orderedCheck = nullptr;
    PipeliningFields *m_pipelining = nullptr;
    QCheckBox *m_privateCheck = nullptr;
    QComboBox *m_scopeCombo = nullptr;
    QLineEdit *m_scopeEdit = nullptr;
    FieldLine *m_retryLine = nullptr;
    FieldLine *m_timeoutLine = nullptr;
    FieldLine *m_limitsLine = nullptr;
    FieldLine *m_rateLine = nullptr;
    FieldLine *m_scopeLine = nullptr;
};

} // namespace callboard
