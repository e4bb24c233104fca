// What every page is: given the focus, it passes it on to where its keys are wanted, its list as a rule. A focus proxy
// would do that too, and be a stop of Tab that leads past what stands above the list.
#pragma once

#include <QPointer>
#include <QWidget>

namespace callboard {

class PageWidget : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setHome(QWidget *home);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QPointer<QWidget> m_home;
};

} // namespace callboard
