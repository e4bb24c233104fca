#include "ui/shell/aboutdialog.h"

#include "ui/look/look.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace callboard {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Callboard"));
    auto *icon = new QLabel(this);
    icon->setPixmap(look::icon(QStringLiteral("callboard")).pixmap(QSize(72, 72), devicePixelRatioF()));
    auto *title = look::plainLabel(tr("Callboard %1").arg(QStringLiteral(CALLBOARD_VERSION)), this);
    title->setFont(look::titleFont());
    auto *text = look::plainLabel(tr("Runs the callbacks of media platforms: who is told, what was sent, what came "
                                     "back, and what to send again.\n\n"
                                     "Built on Qt %1, QScintilla, SQLite, libsodium, libmicrohttpd, simdjson and "
                                     "Boost. Free software under the GNU General Public License, version 3 or later.")
                                      .arg(QLatin1String(qVersion())),
                                  this);
    text->setWordWrap(true);
    text->setFixedWidth(380);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, look::kMargin);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(look::kGap);
    grid->addWidget(icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(text, 1, 1);
    grid->addWidget(buttons, 2, 0, 1, 2);
}

} // namespace callboard
