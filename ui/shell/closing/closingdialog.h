// The one question at the first closing of the window: go on in the background, or quit. Says what would be left
// undone, and that the answer is kept. Open it with open() and WA_DeleteOnClose; Esc leaves the window open.
#pragma once

#include "ui/shell/closing/closing.h"

#include <QDialog>

namespace callboard {

class ClosingDialog : public QDialog {
    Q_OBJECT

public:
    ClosingDialog(const ClosingFacts &facts, bool hasTray, QWidget *window);

signals:
    void answered(callboard::OnClose answer); // Stay or Quit
};

} // namespace callboard
