// Asks for two moments, in the operator's own time zone.
#pragma once

#include "core/domain/clock.h"

#include <QDialog>

class QDateTimeEdit;
class QLayout;
class QPushButton;

namespace callboard {

class FieldLine;

struct DateRange {
    Timestamp since{};
    Timestamp until{};

    bool operator==(const DateRange &) const = default;
};

// "14 Feb 09:00 – 14 Feb 10:30"
[[nodiscard]] QString shortText(const DateRange &range);

class DateRangeDialog : public QDialog {
    Q_OBJECT

public:
    explicit DateRangeDialog(const DateRange &range, QWidget *parent = nullptr);

signals:
    void chosen(const callboard::DateRange &range);

private:
    [[nodiscard]] DateRange range() const;
    QLayout *makeButtons();
    void check();
    void finish();

    QDateTimeEdit *m_since = nullptr;
    QDateTimeEdit *m_until = nullptr;
    FieldLine *m_problem = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace callboard
