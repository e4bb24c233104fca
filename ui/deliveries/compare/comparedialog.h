// Two attempts side against side: what differs in their payloads, request heads and answers, line by line, laid out for
// reading first.
#pragma once

#include "core/domain/attempt.h"

#include <QDialog>

class QTabWidget;

namespace callboard {

// One side: an attempt, and what it is called.
struct ComparedSide {
    QString name; // "Delivery 4711, attempt 2"
    Attempt attempt;
};

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(const ComparedSide &before, const ComparedSide &after, QWidget *parent = nullptr);

private:
    void addTab(const QString &title, const QString &name, const QByteArray &before, const QByteArray &after);

    QTabWidget *m_tabs = nullptr;
};

} // namespace callboard
