#include "ui/settings/secretfield.h"

#include "ui/look/look.h"
#include "ui/look/secretguard.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace callboard {

SecretField::SecretField(const char *objectName, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_name(accessibleName)
    , m_edit(new QLineEdit(this))
    , m_forget(new QPushButton(tr("Keep it"), this))
{
    const QString prefix = QString::fromLatin1(objectName);
    m_edit->setObjectName(QString(prefix + QStringLiteral("Edit")));
    m_edit->setAccessibleName(accessibleName);
    m_edit->setEchoMode(QLineEdit::Password);
    SecretGuard::watch(m_edit);
    m_forget->setObjectName(QString(prefix + QStringLiteral("ForgetButton")));
    m_forget->setAutoDefault(false);
    const int longer = m_forget->sizeHint().width(); // the field keeps its width when the button changes its word
    m_forget->setText(tr("Forget"));
    m_forget->setFixedWidth(std::max(longer, m_forget->sizeHint().width()));
    setFocusProxy(m_edit);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_edit, 1);
    row->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, this, &SecretField::forgetOrKeep);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_forgotten = false;
        showState();
        emit edited();
    });
    showState();
}

void SecretField::load(const Secret &secret)
{
    m_stored = secret;
    m_forgotten = false;
    m_edit->clear();
    showState();
}

Secret SecretField::secret() const
{
    if (!m_edit->text().isEmpty())
        return {m_edit->text(), {}};
    return m_forgotten ? Secret{} : m_stored;
}

void SecretField::forgetOrKeep()
{
    m_forgotten = !m_forgotten && m_stored.isSet();
    m_edit->clear();
    showState();
    emit edited();
    m_edit->setFocus(Qt::OtherFocusReason); // a disabled button would drop it
}

void SecretField::showState()
{
    const bool stored = m_stored.isSet();
    m_edit->setPlaceholderText(m_forgotten  ? tr("Will be forgotten when you save")
                                   : stored ? tr("Stored. Type to change it.")
                                            : tr("Not set"));
    m_edit->setAccessibleDescription(m_edit->placeholderText());
    m_forget->setText(m_forgotten ? tr("Keep it") : tr("Forget"));
    m_forget->setAccessibleName((m_forgotten ? tr("Keep: %1") : tr("Forget: %1")).arg(m_name));
    m_forget->setEnabled(stored || !m_edit->text().isEmpty());
    m_forget->setToolTip(m_forgotten                 ? tr("Leaves it stored after all")
                             : m_forget->isEnabled() ? tr("Empties it when you save")
                                                     : tr("Nothing is stored."));
}

} // namespace callboard
