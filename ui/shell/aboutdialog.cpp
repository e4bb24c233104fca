#include "ui/shell/aboutdialog.h"

#include "ui/look/access/boundedtable.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/shell/libraries.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

namespace callboard {

namespace {

constexpr QSize kSize(640, 580);

QString licenceText()
{
    QFile file(QStringLiteral(":/callboard/LICENSE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = look::plainLabel(text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Callboard"));
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("aboutTabs"));
    tabs->setAccessibleName(windowTitle());
    tabs->setDocumentMode(true);
    tabs->addTab(makeProgram(), tr("Program"));
    tabs->addTab(makeLibraries(), tr("Libraries"));
    tabs->addTab(makeLicence(), tr("Licence"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersionsButton"));
    copy->setToolTip(tr("For a report: the program, its libraries and the system, a line each"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versionText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kMargin);
    column->addWidget(makeHead());
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    look::resizeWithinScreen(this, kSize);
}

QWidget *AboutDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *icon = new QLabel(head);
    icon->setPixmap(look::icon(QStringLiteral("callboard")).pixmap(QSize(56, 56), devicePixelRatioF()));
    auto *title = look::plainLabel(tr("Callboard %1").arg(QStringLiteral(CALLBOARD_VERSION)), head);
    title->setFont(look::titleFont());
    auto *sentence = look::plainLabel(tr("Runs the callbacks of media platforms"), head);
    look::makeQuiet(sentence);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(title);
    words->addWidget(sentence);
    words->addStretch();
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kMargin);
    row->addWidget(icon);
    row->addLayout(words, 1);
    return head;
}

QWidget *AboutDialog::makeProgram()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::kGap, look::kMargin, look::kGap, look::kGap);
    column->setSpacing(look::kGap);
    column->addWidget(paragraph(tr("Who is told when something happens to an asset, what was sent, what came back, and "
                                   "what to send again."),
                                page));
    column->addWidget(paragraph(tr("Everything stays on this computer: the workspace is one file, secrets are sealed "
                                   "under a key of your own, and nothing is sent but callbacks and what you ask "
                                   "platforms and encoders for."),
                                page));
    column->addWidget(paragraph(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                                   "with no warranty, as far as the law allows; the tab Licence has the whole text."),
                                page));
    column->addWidget(paragraph(tr("What it has to say of itself goes to standard error, and so to the journal where "
                                   "the desktop keeps one: journalctl --user. QT_LOGGING_RULES sets how much it says."),
                                page));
    column->addStretch();
    return page;
}

QWidget *AboutDialog::makeLibraries()
{
    const QList<Library> rows = libraries();
    auto *table = new BoundedTableWidget(int(rows.size()), 4, this);
    table->setObjectName(QStringLiteral("librariesTable"));
    table->setAccessibleName(tr("Libraries"));
    table->setHorizontalHeaderLabels({tr("Library"), tr("Version"), tr("Licence"), tr("What it does here")});
    for (int row = 0; row < rows.size(); ++row) {
        const Library &library = rows[row];
        const QString version = library.version.isEmpty() ? QStringLiteral("–") : library.version;
        int column = 0;
        for (const QString &text : {library.name, version, library.licence, library.what})
            table->setItem(row, column++, new QTableWidgetItem(text));
    }
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    return table;
}

QWidget *AboutDialog::makeLicence()
{
    auto *text = new QPlainTextEdit(licenceText(), this);
    text->setObjectName(QStringLiteral("licenceEdit"));
    text->setAccessibleName(tr("GNU General Public License, version 3"));
    text->setReadOnly(true);
    text->setFont(look::fixedFont());
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

} // namespace callboard
