// One whole exchange: the request above, the answer below, as they were on the wire.
#pragma once

#include "core/engine/engineclient.h"

#include <QWidget>

class QLabel;

namespace callboard {

class PayloadView;

class ExchangePane : public QWidget {
    Q_OBJECT

public:
    explicit ExchangePane(QWidget *parent = nullptr);

    void show(const TestResult &result);
    using QWidget::show;

private:
    QLabel *m_answerTitle = nullptr;
    PayloadView *m_request = nullptr;
    PayloadView *m_answer = nullptr;
};

} // namespace callboard
