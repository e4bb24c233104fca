// What is shown in place of the window where the workspace can't be opened: what is wrong, what to do, and the text to
// copy. Nothing was changed by then. Closing it is the end of the program.
#pragma once

#include "core/domain/error.h"

#include <QDialog>

namespace callboard {

class StartFailure : public QDialog {
    Q_OBJECT

public:
    StartFailure(const Error &error, const QString &workspace, QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString headOf(ErrorCode code);
    [[nodiscard]] static QString adviceFor(ErrorCode code);
};

} // namespace callboard
