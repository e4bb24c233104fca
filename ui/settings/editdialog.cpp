#include "ui/settings/editdialog.h"

#include "ui/look/look.h"
#include "ui/targets/discardbar.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace callboard {

EditDialog::EditDialog(QWidget *parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void EditDialog::setBody(QWidget *body)
{
    m_column->addWidget(body, 1);
    m_discardBar = new DiscardBar(this);
    connect(m_discardBar, &DiscardBar::discarded, this, [this] { done(Rejected); });
    connect(m_discardBar, &DiscardBar::kept, this, &EditDialog::reject);
    m_column->addWidget(m_discardBar);
    m_column->addWidget(makeFoot());
}

QWidget *EditDialog::makeFoot()
{
    m_footLine = new FieldLine("saveLine");
    auto *cancel = named(new QPushButton(tr("Cancel")), "cancelButton", tr("Cancel"));
    cancel->setAutoDefault(false);
    m_saveButton = new QPushButton;
    m_saveButton->setObjectName(QStringLiteral("saveButton"));
    m_saveButton->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &EditDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, &EditDialog::trySave);
    setSaveWords(tr("&Save"), tr("Saves the changes (Enter)"));
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kMargin);
    row->setSpacing(look::kGap);
    row->addWidget(m_footLine, 1);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_saveButton);
    return foot;
}

void EditDialog::setSaveWords(const QString &text, const QString &toolTip)
{
    m_saveToolTip = toolTip;
    m_saveButton->setText(text);
    m_saveButton->setAccessibleName(QString(text).remove(u'&'));
}

void EditDialog::follow()
{
    const QString reason = obstacle();
    m_saveButton->setEnabled(reason.isEmpty() && !m_saving);
    m_saveButton->setToolTip(reason.isEmpty() ? m_saveToolTip : reason);
    setWindowModified(isDirty());
}

void EditDialog::trySave()
{
    m_saveButton->setFocus(Qt::OtherFocusReason);
    if (m_saving || !obstacle().isEmpty())
        return;
    m_saving = true;
    m_footLine->say(FieldLine::Mood::Hint, tr("Saving…"));
    follow();
    save();
}

void EditDialog::savingEnded()
{
    m_saving = false;
    m_footLine->hush();
    follow();
}

void EditDialog::reject()
{
    if (m_discardBar->isVisible()) {
        m_discardBar->hide();
        focusFirst();
    } else if (isDirty()) {
        m_discardBar->ask();
    } else {
        QDialog::reject();
    }
}

void EditDialog::closeEvent(QCloseEvent *event)
{
    if (isVisible() && isDirty()) {
        event->ignore();
        m_discardBar->ask();
    } else {
        QDialog::closeEvent(event);
    }
}

} // namespace callboard
