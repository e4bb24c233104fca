#include "ui/targets/form/secretbox.h"

#include "ui/look/look.h"
#include "ui/look/secretclipboard.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace callboard {

namespace {

QPushButton *button(const QString &objectName, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setToolTip(toolTip);
    made->setAutoDefault(false);
    return made;
}

} // namespace

SecretBox::SecretBox(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_reveal(button(objectName + QStringLiteral("RevealButton"), tr("Reveal"),
                      tr("Shows what is typed here; what is stored is never shown"), this))
    , m_copy(
          button(objectName + QStringLiteral("CopyButton"), tr("Copy"), tr("It leaves the clipboard after 30 s"), this))
    , m_giveUp(button(objectName + QStringLiteral("RemoveButton"), tr("Remove"),
                      tr("What is stored is deleted when this is saved"), this))
{
    m_edit->setObjectName(objectName + QStringLiteral("Edit"));
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setEchoMode(QLineEdit::Password);
    SecretGuard::watch(m_edit);
    m_reveal->setCheckable(true);
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_edit, 1);
    for (QPushButton *one : {m_reveal, m_copy, m_giveUp})
        row->addWidget(one);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretBox::present);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretBox::edited);
    connect(m_reveal, &QPushButton::toggled, this, &SecretBox::present);
    connect(m_copy, &QPushButton::clicked, this, [this] { SecretClipboard::copy(m_edit->text()); });
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        m_givenUp = true;
        m_edit->setFocus(Qt::OtherFocusReason); // its button goes, and would take the keyboard along
        present();
        emit edited();
    });
    setName(accessibleName);
    present();
}

void SecretBox::setName(const QString &accessibleName)
{
    m_edit->setAccessibleName(accessibleName);
    m_reveal->setAccessibleName(tr("Reveal, %1").arg(accessibleName));
    m_copy->setAccessibleName(tr("Copy, %1").arg(accessibleName));
    m_giveUp->setAccessibleName(tr("Remove, %1").arg(accessibleName));
}

void SecretBox::setStored(const QByteArray &sealed)
{
    m_stored = sealed;
    present();
}

void SecretBox::load(const Secret &secret)
{
    m_givenUp = !m_stored.isEmpty() && !secret.isSet();
    m_reveal->setChecked(false);
    m_edit->setText(secret.plain);
    present();
}

Secret SecretBox::secret() const
{
    if (const QString typed = m_edit->text(); !typed.isEmpty())
        return {typed, {}};
    return m_givenUp ? Secret() : Secret{{}, m_stored};
}

void SecretBox::present()
{
    const bool typed = !m_edit->text().isEmpty();
    const bool stored = !m_stored.isEmpty() && !m_givenUp;
    if (!typed)
        m_reveal->setChecked(false); // what is typed next begins as dots
    const QLineEdit::EchoMode echo = m_reveal->isChecked() ? QLineEdit::Normal : QLineEdit::Password;
    if (m_edit->echoMode() != echo)
        m_edit->setEchoMode(echo);
    m_edit->setPlaceholderText(stored ? tr("Stored. Type to change it.") : tr("Not set"));
    m_edit->setAccessibleDescription(m_edit->placeholderText());
    m_reveal->setVisible(typed);
    m_copy->setVisible(typed);
    m_giveUp->setVisible(stored && !typed);
}

} // namespace callboard
