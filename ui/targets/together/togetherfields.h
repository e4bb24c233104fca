// The fields that make sense for several targets at once. What they have in common stands in the fields; in what they
// differ stands below.
#pragma once

#include "ui/targets/together/targetedit.h"
#include "ui/targets/together/togetherrows.h"

#include <QHash>

class QCheckBox;

namespace callboard {

class TogetherFields : public TogetherRows {
    Q_OBJECT

public:
    explicit TogetherFields(const QList<CallbackTarget> &targets, QWidget *parent = nullptr);

    [[nodiscard]] TargetEdit edit() const; // what is ticked; what can't be read is left out
    void focusFirst();

private:
    void addTriggers(const QList<CallbackTarget> &targets);
    void addLimits(const QList<CallbackTarget> &targets);
    void addHeader();
    [[nodiscard]] HeaderEdit headerEdit() const;
    [[nodiscard]] QString headerProblem() const;

    QComboBox *m_state = nullptr;
    QWidget *m_triggers = nullptr;
    QHash<Trigger, QCheckBox *> m_boxes;
    QComboBox *m_method = nullptr;
    QLineEdit *m_timeout = nullptr;
    QLineEdit *m_retry = nullptr;
    QLineEdit *m_rate = nullptr;
    QLineEdit *m_inFlight = nullptr;
    QWidget *m_header = nullptr;
    QComboBox *m_headerAction = nullptr;
    QLineEdit *m_headerName = nullptr;
    QLineEdit *m_headerValue = nullptr;
    QCheckBox *m_headerSecret = nullptr;
};

} // namespace callboard
