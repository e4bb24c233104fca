// What this is: its version, the libraries it is built on with their versions and licences, and its own licence in
// full. Everything can be copied.
#pragma once

#include <QDialog>

namespace callboard {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeProgram();
    [[nodiscard]] QWidget *makeLibraries();
    [[nodiscard]] QWidget *makeLicence();
};

} // namespace callboard
