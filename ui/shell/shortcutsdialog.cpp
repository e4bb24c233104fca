#include "ui/shell/shortcutsdialog.h"

#include "ui/look/look.h"
#include "ui/look/screenfit.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

namespace {

struct Shortcut {
    QString keys;
    QString does;
};

struct Section {
    QString title;
    QList<Shortcut> shortcuts;
};

constexpr int kWidth = 920;
constexpr int kWordsWidth = 19; // letters, at least: more lines than one for a key are hard to read

struct Sheet {
    Q_DECLARE_TR_FUNCTIONS(callboard::ShortcutsDialog)
};

QGridLayout *sheet(const QList<Section> &sections)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look::kGroupGap);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const Section &section : sections) {
        auto *title = look::plainLabel(section.title);
        title->setFont(look::sectionFont());
        if (row > 0)
            grid->setRowMinimumHeight(row++, look::kGap);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const auto &[keys, does] : section.shortcuts) {
            auto *key = look::plainLabel(keys);
            look::makeQuiet(key);
            grid->addWidget(key, row, 0);
            auto *words = look::plainLabel(does);
            words->setWordWrap(true);
            grid->addWidget(words, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(1, kWordsWidth * QFontMetrics(QApplication::font()).averageCharWidth());
    return grid;
}

QList<Section> generalSections()
{
    return {{Sheet::tr("Everywhere"),
             {{Sheet::tr("Ctrl+1 … Ctrl+6"), Sheet::tr("Go to a page")},
              {Sheet::tr("Ctrl+K"), Sheet::tr("Find a command or target")},
              {Sheet::tr("Ctrl+N"), Sheet::tr("New target")},
              {Sheet::tr("Ctrl+E"), Sheet::tr("Fire event")},
              {Sheet::tr("F1"), Sheet::tr("The manual, at what is before you")},
              {Sheet::tr("?  or  Ctrl+/"), Sheet::tr("This sheet")},
              {Sheet::tr("Ctrl+,"), Sheet::tr("Settings")},
              {Sheet::tr("Ctrl+Q"), Sheet::tr("Quit")}}},
            {Sheet::tr("In the list"),
             {{Sheet::tr("↑  ↓  or  K  J"), Sheet::tr("Move by rows")},
              {Sheet::tr("F  or  End"), Sheet::tr("Follow the newest")},
              {Sheet::tr("/"), Sheet::tr("Filter by text")},
              {Sheet::tr("Esc"), Sheet::tr("Back to the list, then clear")}}}};
}

QList<Section> deliverySections()
{
    return {{Sheet::tr("With a delivery"),
             {{Sheet::tr("Enter"), Sheet::tr("Go to the inspector")},
              {Sheet::tr("R"), Sheet::tr("Replay the same bytes")},
              {Sheet::tr("Ctrl+R"), Sheet::tr("Replay the latest state")},
              {Sheet::tr("Shift+R"), Sheet::tr("Replay all that match")},
              {Sheet::tr("E"), Sheet::tr("Edit its target")},
              {Sheet::tr("Shift+E"), Sheet::tr("Re-send to another URL")},
              {Sheet::tr("Space"), Sheet::tr("Mark")},
              {Sheet::tr("N"), Sheet::tr("Note")},
              {Sheet::tr("D"), Sheet::tr("Compare")},
              {Sheet::tr("Ctrl+F"), Sheet::tr("Find in the payload")},
              {Sheet::tr("Ctrl+S"), Sheet::tr("Save the payload")},
              {Sheet::tr("Ctrl+Shift+F"), Sheet::tr("Find across all payloads")},
              {Sheet::tr("Ctrl+Shift+S"), Sheet::tr("Save what the filter names")},
              {Sheet::tr("C"), Sheet::tr("Copy as cURL")},
              {Sheet::tr("Ctrl+C"), Sheet::tr("Copy the rows")}}}};
}

QList<Section> targetSections()
{
    return {{Sheet::tr("With a target"),
             {{Sheet::tr("Enter  or  E"), Sheet::tr("Edit")},
              {Sheet::tr("Ctrl+D"), Sheet::tr("Duplicate")},
              {Sheet::tr("H"), Sheet::tr("History")},
              {Sheet::tr("Space"), Sheet::tr("Enable or disable")},
              {Sheet::tr("P"), Sheet::tr("Pause or resume")},
              {Sheet::tr("T"), Sheet::tr("Try now, if its circuit is open")},
              {Sheet::tr("Alt+↑  Alt+↓"), Sheet::tr("Move up or down")},
              {Sheet::tr("Del"), Sheet::tr("Delete")},
              {Sheet::tr("Ctrl+T"), Sheet::tr("Send test (in its form)")},
              {Sheet::tr("Ctrl+Z  Ctrl+Shift+Z"), Sheet::tr("Undo, redo (in its form)")}}},
            {Sheet::tr("With an asset"),
             {{Sheet::tr("D"), Sheet::tr("Show its deliveries")},
              {Sheet::tr("F5"), Sheet::tr("Refresh from the platform")}}}};
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Shortcuts"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    for (const QList<Section> &sections : {generalSections(), deliverySections(), targetSections()})
        columns->addLayout(sheet(sections));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, look::kMargin);
    layout->setSpacing(look::kGroupGap);
    layout->addLayout(columns);
    layout->addWidget(buttons);
    // Words wrap: without a size of its own a dialog takes two thirds of the screen at most, and cuts them.
    const int width = std::min(std::max(kWidth, layout->totalMinimumSize().width()),
                               screen()->availableSize().width() - look::kWindowFrame.width());
    look::resizeWithinScreen(this, QSize(width, layout->totalHeightForWidth(width)));
}

} // namespace callboard
