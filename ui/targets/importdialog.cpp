#include "ui/targets/importdialog.h"

#include "core/payload/targetimport.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/importmodel.h"
#include "ui/targets/plaintable.h"
#include "ui/targets/repairmodel.h"
#include "ui/targets/targetwords.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

constexpr int kHeadHeight = 30; // of a button: the lists on both sides begin level
constexpr auto kDebounce = 120ms;
constexpr QSize kSize(1080, 700);
constexpr qint64 kLargestFile = 10 * 1024 * 1024;

} // namespace

ImportDialog::ImportDialog(EngineClient &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_targets(new ImportModel(this))
    , m_repairs(new RepairModel(this))
{
    named(this, "importDialog", tr("Import targets"));
    setWindowTitle(tr("Import targets"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &ImportDialog::read);
    connect(m_targets, &ImportModel::ticksChanged, this, &ImportDialog::follow);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeSource());
    splitter->addWidget(makeFindings());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap);
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    look::resizeWithinScreen(this, kSize);
    read();
}

QWidget *ImportDialog::makeSource()
{
    m_text = named(new QPlainTextEdit, "importTextEdit", tr("Text to import"));
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setFont(look::fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(
        tr("Paste a LightFlow asset request, a “callbacks” array, a curl command, or a Callboard "
           "export."));
    m_textLine = new FieldLine("importTextLine");
    auto *label = new QLabel(tr("&Text"));
    label->setFont(look::sectionFont());
    label->setBuddy(m_text);
    auto *open = named(new QPushButton(tr("&Open file…")), "openFileButton", tr("Open file"));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_soon.start(); });

    auto *head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(open);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, look::kGap, 0);
    column->setSpacing(look::kGap);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    column->addWidget(m_textLine);
    return part;
}

QWidget *ImportDialog::makeFindings()
{
    m_targetTable = named(new PlainTable(m_targets, {ImportModel::UrlColumn}), "importTargetTable",
                          tr("Targets found"));
    m_targetTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    for (const auto &[column, characters] : {std::pair<int, int>{ImportModel::NameColumn, 14},
                                             {ImportModel::FiresColumn, 13},
                                             {ImportModel::ResultColumn, 12}})
        m_targetTable->setColumnWidth(column, look::columnWidth(*m_targetTable, column, characters));
    m_targetTable->horizontalHeader()->setSectionResizeMode(ImportModel::UrlColumn, QHeaderView::Stretch);
    m_repairTable = named(new PlainTable(m_repairs), "repairTable", tr("Repairs"));
    for (const auto &[column, characters] : {std::pair<int, int>{RepairModel::LineColumn, 4},
                                             {RepairModel::PositionColumn, 7},
                                             {RepairModel::WhatColumn, 22}})
        m_repairTable->setColumnWidth(column, look::columnWidth(*m_repairTable, column, characters));
    m_repairTable->horizontalHeader()->setSectionResizeMode(RepairModel::HowColumn, QHeaderView::Stretch);
    m_repairTitle = named(look::plainLabel(tr("Repairs")), "repairTitleLabel", tr("Repairs"));
    m_repairTitle->setFont(look::sectionFont());
    m_warningLine = new FieldLine("importWarningLine");
    auto *targetTitle = new QLabel(tr("Targets &found"));
    targetTitle->setFont(look::sectionFont());
    targetTitle->setMinimumHeight(kHeadHeight);
    targetTitle->setBuddy(m_targetTable);
    connect(m_repairTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showRepair(index.row()); });

    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(look::kGap, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(targetTitle);
    column->addWidget(m_targetTable, 1);
    column->addSpacing(look::kGap);
    column->addWidget(m_repairTitle);
    column->addWidget(m_repairTable, 2);
    column->addWidget(m_warningLine);
    return part;
}

QWidget *ImportDialog::makeFoot()
{
    m_footLine = new FieldLine("importLine");
    auto *close = named(new QPushButton(tr("&Close")), "closeButton", tr("Close"));
    close->setAutoDefault(false);
    m_saveButton = named(new QPushButton(tr("&Save targets")), "saveButton", tr("Save targets"));
    m_saveButton->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, &ImportDialog::save);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_footLine, 1);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_saveButton);
    return foot;
}

void ImportDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    read();
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a file with callbacks"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    dialog->open();
}

void ImportDialog::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_textLine->say(Mood::Problem, tr("%1 could not be opened: %2").arg(path, file.errorString()));
        return;
    }
    if (file.size() > kLargestFile) {
        m_textLine->say(Mood::Problem, tr("%1 is larger than 10 MiB.").arg(path));
        return;
    }
    setText(QString::fromUtf8(file.readAll()));
    setWindowTitle(tr("Import targets: %1").arg(QFileInfo(path).fileName()));
}

void ImportDialog::read()
{
    m_soon.stop();
    const QString text = m_text->toPlainText();
    ImportedTargets found;
    m_textLine->hush();
    if (!text.trimmed().isEmpty()) {
        if (auto result = importTargets(text.toUtf8()))
            found = *std::move(result);
        else
            m_textLine->say(Mood::Problem, result.error().detail);
    }
    m_footLine->hush();
    m_targets->setTargets(found.targets);
    m_repairs->setRepairs(found.repairs);
    const int count = int(found.repairs.size());
    m_repairTitle->setText(count == 0 ? tr("No repairs were needed") : tr("%n repairs were made", nullptr, count));
    m_repairTitle->setVisible(!found.targets.isEmpty() || count > 0); // what can't be read was not repaired either
    m_repairTable->setVisible(count > 0);
    m_warningLine->say(Mood::Warning, found.warnings.join(u'\n'));
}

void ImportDialog::follow()
{
    const int count = int(m_targets->tickedRows().size());
    const QString obstacle = count == 0 ? tr("Nothing is ticked.") : m_targets->obstacle();
    m_saveButton->setEnabled(obstacle.isEmpty() && !m_saving);
    m_saveButton->setToolTip(obstacle);
    m_saveButton->setText(count == 0 ? tr("&Save targets") : tr("&Save %n targets", nullptr, count));
}

void ImportDialog::showRepair(int row)
{
    if (row < 0 || row >= m_repairs->rowCount())
        return;
    const Repair &repair = m_repairs->repair(row);
    const QTextBlock block = m_text->document()->findBlockByNumber(repair.line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, qBound(0, repair.column - 1, block.length() - 1));
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

void ImportDialog::save()
{
    const QList<int> rows = m_targets->tickedRows();
    if (m_saving || rows.isEmpty() || !m_targets->obstacle().isEmpty())
        return;
    m_saving = true;
    saveNext(rows, 0);
}

void ImportDialog::saveNext(QList<int> rows, int saved)
{
    if (rows.isEmpty()) {
        m_saving = false;
        follow();
        const bool all = m_targets->tickedRows().isEmpty();
        const QString count = tr("%n targets saved.", nullptr, saved);
        m_footLine->say(all ? Mood::Good : Mood::Problem,
                        all ? count : tr("%1 Those still ticked were refused: see the last column.").arg(count));
        emit imported(saved);
        return;
    }
    const int row = rows.takeFirst();
    m_engine.saveTarget(m_targets->target(row), this, [this, row, rows, saved](const Result<CallbackTarget> &result) {
        if (result)
            m_targets->setSaved(row);
        else
            m_targets->setProblem(row, words::problem(result.error()));
        saveNext(rows, saved + (result ? 1 : 0));
    });
}

} // namespace callboard
