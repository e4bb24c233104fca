// What this is, its version, and what it is built on; the text can be selected and copied.
#pragma once

#include <QDialog>

namespace callboard {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace callboard
