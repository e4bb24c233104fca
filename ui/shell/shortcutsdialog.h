// Every key of the program on one sheet (? or Ctrl+/).
#pragma once

#include <QDialog>

namespace callboard {

class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

} // namespace callboard
