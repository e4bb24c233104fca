#include "ui/shell/startfailure.h"

#include "ui/look/look.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kWidth = 560;

QLabel *paragraph(const QString &text, const char *name, QWidget *parent)
{
    auto *label = look::plainLabel(text, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

StartFailure::StartFailure(const Error &error, const QString &workspace, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("startFailureDialog"));
    setWindowTitle(QStringLiteral("Callboard"));
    setWindowIcon(look::icon(QStringLiteral("callboard")));
    auto *head = paragraph(headOf(error.code), "startFailureHead", this);
    head->setFont(look::sectionFont());
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    QPushButton *copy = buttons->addButton(tr("&Copy the text"), QDialogButtonBox::ActionRole);
    quit->setObjectName(QStringLiteral("quitButton"));
    copy->setObjectName(QStringLiteral("copyButton"));
    copy->setAutoDefault(false);
    quit->setDefault(true);
    const QString whole = headOf(error.code) + u'\n' + error.detail;
    connect(copy, &QPushButton::clicked, this, [whole] { QGuiApplication::clipboard()->setText(whole); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, look::kMargin);
    column->setSpacing(look::kGap);
    column->addWidget(head);
    column->addWidget(paragraph(error.detail, "startFailureDetail", this));
    column->addWidget(paragraph(adviceFor(error.code), "startFailureAdvice", this));
    if (const QString path = QFileInfo(workspace).absoluteFilePath(); !error.detail.contains(path)) {
        auto *where = paragraph(tr("Workspace: %1").arg(path), "startFailureWorkspace", this);
        look::makeQuiet(where);
        column->addWidget(where);
    }
    column->addSpacing(look::kGap);
    column->addWidget(buttons);
    setFixedSize(kWidth, column->totalHeightForWidth(kWidth));
    quit->setFocus(Qt::OtherFocusReason);
}

QString StartFailure::headOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NewerSchema: return tr("This workspace belongs to a newer Callboard");
    case ErrorCode::NotADatabase: return tr("This file is not a Callboard workspace");
    case ErrorCode::StoreCorrupt: return tr("The workspace is damaged");
    case ErrorCode::WorkspaceInUse: return tr("The workspace is in use");
    default: return tr("The workspace can't be opened");
    }
}

QString StartFailure::adviceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NewerSchema:
        return tr("Install the newer Callboard. To go on with this one, open the copy that was kept beside the "
                  "workspace when it was brought up to date; its name ends in .schema and a number, and .bak.");
    case ErrorCode::NotADatabase: return tr("Choose another file with --workspace. This one was left as it is.");
    case ErrorCode::StoreCorrupt:
        return tr("“callboard workspace salvage” brings what can still be read into a new workspace. Keep this file.");
    case ErrorCode::WorkspaceInUse: return tr("Close the other program, or wait until it has ended.");
    default: return tr("Look at the directory: whether it is there, may be written to, and has room.");
    }
}

} // namespace callboard
