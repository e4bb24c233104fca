#include "ui/deliveries/replay/resenddialog.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kWidth = 560;

bool hasSecrets(const CallbackTarget &target)
{
    return std::any_of(target.headers.begin(), target.headers.end(),
                       [](const Header &header) { return header.secret && header.enabled; });
}

} // namespace

ResendDialog::ResendDialog(const DeliveryRow &row, const CallbackTarget &target, QWidget *parent)
    : QDialog(parent)
    , m_id(row.delivery.id)
    , m_target(target)
{
    named(this, "resendDialog", tr("Re-send to another URL"));
    setWindowTitle(tr("Re-send delivery %1").arg(m_id.value));
    auto *what = look::plainLabel(tr("The same bytes go once to the address below. “%1” stays as it is, and the new "
                                     "delivery is linked to this one.")
                                      .arg(row.targetName),
                                  this);
    what->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    layout->setSpacing(look::kGroupGap);
    layout->addWidget(what);
    addField(*layout);
    layout->addStretch();
    addButtons(*layout);
    resize(kWidth, sizeHint().height());
    m_url->selectAll();
    validateUrl();
}

void ResendDialog::addField(QVBoxLayout &layout)
{
    m_url = named(new QLineEdit(m_target.url, this), "resendUrlEdit", tr("URL"));
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_problem = new FieldLine("resendUrlLine", this);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(4);
    form->addRow(tr("&URL"), m_url);
    form->addRow(QString(), m_problem);
    layout.addLayout(form);
    connect(m_url, &QLineEdit::textChanged, this, &ResendDialog::validateUrl);
}

void ResendDialog::addButtons(QVBoxLayout &layout)
{
    auto *cancel = named(new QPushButton(tr("Cancel"), this), "cancelButton", tr("Cancel"));
    cancel->setAutoDefault(false);
    m_send = named(new QPushButton(tr("Re-send"), this), "resendButton", tr("Re-send"));
    m_send->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ResendDialog::finish);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::kGap);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_send);
    layout.addLayout(row);
}

void ResendDialog::validateUrl()
{
    CallbackTarget elsewhere = m_target;
    elsewhere.url = m_url->text().trimmed();
    QString blocking;
    QString warning;
    if (elsewhere.isMail() != m_target.isMail())
        blocking = m_target.isMail() ? tr("This callback is an e-mail: it can go to another mailto: address only.")
                                     : tr("This callback is an HTTP request: the address begins with https:// or "
                                          "http://.");
    for (const FieldProblem &problem : validate(elsewhere)) {
        if (problem.field == TargetField::Url && blocking.isEmpty())
            (problem.blocking ? blocking : warning) = inOurLanguage(problem.text);
    }
    const bool sameHost = QUrl(elsewhere.url).host() == QUrl(m_target.url).host();
    if (warning.isEmpty() && hasSecrets(m_target) && !sameHost)
        warning = tr("Secret headers are left out: they are meant for %1 alone.").arg(QUrl(m_target.url).host());
    if (!blocking.isEmpty())
        m_problem->say(FieldLine::Mood::Problem, blocking);
    else
        m_problem->say(FieldLine::Mood::Warning, warning);
    m_send->setEnabled(blocking.isEmpty());
    m_send->setToolTip(blocking);
}

void ResendDialog::finish()
{
    if (!m_send->isEnabled())
        return;
    emit resendRequested(m_id, m_url->text().trimmed());
    accept();
}

} // namespace callboard
