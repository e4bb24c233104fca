#include "ui/shell/shortcutsdialog.h"

#include "ui/look/look.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

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
            grid->addWidget(look::plainLabel(does), row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Shortcuts"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(sheet({
        {tr("Everywhere"),
         {{tr("Ctrl+1 … Ctrl+4"), tr("Go to a page")},
          {tr("Ctrl+N"), tr("New target")},
          {tr("Ctrl+E"), tr("Fire event")},
          {tr("?  or  Ctrl+/"), tr("This sheet")},
          {tr("Ctrl+,"), tr("Settings")},
          {tr("Ctrl+Q"), tr("Quit")}}},
        {tr("In the list"),
         {{tr("↑  ↓  or  K  J"), tr("Move by rows")},
          {tr("F  or  End"), tr("Follow the newest")},
          {tr("/"), tr("Filter by text")},
          {tr("Esc"), tr("Back to the list, then clear the filter")}}},
    }));
    columns->addLayout(sheet({
        {tr("With a delivery"),
         {{tr("Enter"), tr("Go to the inspector")},
          {tr("R"), tr("Replay the same bytes")},
          {tr("Ctrl+R"), tr("Replay the latest state")},
          {tr("Shift+R"), tr("Replay all that match the filter")},
          {tr("E"), tr("Edit its target")},
          {tr("C"), tr("Copy as cURL")},
          {tr("Ctrl+C"), tr("Copy id and asset")}}},
        {tr("With a target"),
         {{tr("Enter  or  E"), tr("Edit")},
          {tr("Space"), tr("Enable or disable")},
          {tr("P"), tr("Pause or resume")},
          {tr("T"), tr("Try now, where its circuit is open")},
          {tr("Ctrl+T"), tr("Send test (in the target's form)")}}},
        {tr("With an asset"), {{tr("D"), tr("Show its deliveries")}, {tr("F5"), tr("Refresh from the platform")}}},
    }));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, look::kMargin);
    layout->setSpacing(look::kGroupGap);
    layout->addLayout(columns);
    layout->addWidget(buttons);
}

} // namespace callboard
