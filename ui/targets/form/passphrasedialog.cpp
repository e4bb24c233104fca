#include "ui/targets/form/passphrasedialog.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kWidth = 420;

}

PassphraseDialog::PassphraseDialog(const QString &fileName, Open open, QWidget *parent)
    : QDialog(parent)
    , m_open(std::move(open))
    , m_edit(named(new QLineEdit(this), "passphraseEdit", tr("Passphrase")))
    , m_line(new FieldLine("passphraseLine"))
{
    named(this, "passphraseDialog", tr("Passphrase"));
    setWindowTitle(tr("Passphrase"));
    m_edit->setEchoMode(QLineEdit::Password);
    SecretGuard::watch(m_edit);
    m_line->say(FieldLine::Mood::Hint, tr("It is used once, to read the key, and not kept."));
    auto *question = look::plainLabel(tr("The key in %1 has a passphrase.").arg(fileName), this);
    question->setWordWrap(true);
    auto *grid = new FieldGrid(this);
    grid->addRow(tr("&Passphrase"), m_edit, m_line);
    auto *buttons = new QDialogButtonBox(this);
    auto *openButton = named(buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole), "openPassphraseButton",
                             tr("Open"));
    openButton->setDefault(true);
    named(buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole), "cancelPassphraseButton", tr("Cancel"))
        ->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::tryIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap);
    column->addWidget(question);
    column->addWidget(grid);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(kWidth);
}

void PassphraseDialog::tryIt()
{
    const Result<void> opened = m_open(m_edit->text());
    m_edit->clear();
    if (opened)
        return accept();
    if (opened.error().code == ErrorCode::NotAllowed) {
        m_line->say(FieldLine::Mood::Problem, inOurLanguage(opened.error().detail));
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit failed(inOurLanguage(opened.error().detail));
    reject();
}

} // namespace callboard
