#include "ui/settings/vaultdialog.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kWidth = 520;

} // namespace

VaultDialog::VaultDialog(VaultClient &vault, const char *objectName, const QString &title, const QString &sentence,
                         const QString &actText, QWidget *parent)
    : QDialog(parent)
    , m_vault(vault)
    , m_actText(actText)
    , m_sentence(look::plainLabel(sentence, this))
    , m_grid(new FieldGrid(this))
    , m_line(new FieldLine("vaultLine", this))
    , m_column(new QVBoxLayout)
    , m_actButton(named(new QPushButton(actText, this), "vaultActButton", actText))
    , m_leaveButton(named(new QPushButton(tr("Cancel"), this), "vaultLeaveButton", tr("Cancel")))
{
    named(this, objectName, title);
    setWindowTitle(title);
    setMinimumWidth(kWidth);
    m_sentence->setObjectName(QStringLiteral("vaultSentence"));
    m_sentence->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_leaveButton);
    buttons->addWidget(m_actButton);
    m_actButton->setDefault(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    whole->setSpacing(look::kGroupGap);
    m_column->setSpacing(look::kGap);
    for (QWidget *part :
         {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_line)})
        m_column->addWidget(part);
    whole->addLayout(m_column);
    whole->addStretch(1);
    whole->addLayout(buttons);
    connect(m_actButton, &QPushButton::clicked, this, &VaultDialog::begin);
    connect(m_leaveButton, &QPushButton::clicked, this, &QDialog::reject);
}

QLineEdit *VaultDialog::addSecret(const char *objectName, const QString &label, const QString &accessibleName,
                                  const QString &hint)
{
    auto *edit = named(new QLineEdit(this), objectName, accessibleName);
    edit->setEchoMode(QLineEdit::Password);
    SecretGuard::watch(edit);
    auto *line = new FieldLine(QByteArray(QByteArray(objectName) + "Line").constData());
    line->say(Mood::Hint, hint);
    m_grid->addRow(label, edit, line);
    connect(edit, &QLineEdit::textEdited, this, &VaultDialog::follow);
    return edit;
}

void VaultDialog::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_line), widget);
}

void VaultDialog::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void VaultDialog::follow()
{
    m_line->hush();
    const QString why = problem();
    m_actButton->setEnabled(why.isEmpty());
    m_actButton->setToolTip(why);
}

void VaultDialog::begin()
{
    if (!problem().isEmpty())
        return;
    setBusy(true);
    act();
}

void VaultDialog::setBusy(bool busy)
{
    m_grid->setEnabled(!busy);
    m_actButton->setEnabled(!busy);
    if (busy)
        m_line->say(Mood::Hint, tr("This takes a moment…"));
}

void VaultDialog::settle(const Result<VaultStatus> &status)
{
    if (status)
        accept();
    else
        refuse(status.error());
}

void VaultDialog::refuse(const Error &error)
{
    setBusy(false);
    m_line->say(Mood::Problem, inOurLanguage(error.detail));
}

void VaultDialog::finish(const QString &sentence)
{
    setSentence(sentence);
    m_grid->hide();
    m_line->hush();
    m_actButton->hide();
    m_leaveButton->setText(tr("Done"));
    m_leaveButton->setAccessibleName(tr("Done"));
    m_leaveButton->setDefault(true);
    fit();
}

void VaultDialog::fit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace callboard
