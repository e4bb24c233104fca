#include "ui/settings/brightcovegroup.h"

#include "ui/look/look.h"
#include "ui/settings/secretfield.h"
#include "ui/settings/serviceurl.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QUrl>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

// The address that Brightcove calls: its notifications carry the secret as Basic's password, and no header of ours.
QString brightcoveAddress(const QString &door)
{
    QUrl url(notificationUrl(door, Encoder::Brightcove), QUrl::StrictMode);
    url.setUserName(toString(Encoder::Brightcove));
    url.setPassword(QStringLiteral("SECRET"));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

BrightcoveGroup::BrightcoveGroup(QWidget *parent)
    : SettingsGroup("brightcove", tr("Brightcove"), tr("Notifies Callboard of what becomes of a video."), parent)
{
    m_secret = new SecretField("brightcoveSecret", tr("Brightcove's notification secret"));
    grid().addRow(tr("Notification se&cret"), m_secret, nullptr, m_secret->edit());
    m_addressEdit = named(new QLineEdit(this), "brightcoveAddressEdit", tr("The URL to give to Brightcove"));
    m_addressEdit->setReadOnly(true);
    m_addressEdit->setLayoutDirection(Qt::LeftToRight); // an address is, in every language
    m_addressEdit->setPlaceholderText(tr("Fill in the relay address above"));
    m_copyButton = named(new QToolButton(this), "copyBrightcoveAddressButton", tr("Copy the URL"));
    m_copyButton->setIcon(look::icon(QStringLiteral("copy")));
    m_copyButton->setToolTip(tr("Copies the URL"));
    m_copyButton->setFixedHeight(m_addressEdit->sizeHint().height());
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_addressEdit, 1);
    row->addWidget(m_copyButton);
    m_addressLine = new FieldLine("brightcoveAddressLine");
    m_addressLine->say(Mood::Hint,
                       tr("Give this URL to Brightcove, with the notification secret in place of SECRET. "
                          "Add /ASSET to name one asset."));
    grid().addRow(tr("&URL to give"), field, m_addressLine, m_addressEdit);
    connect(m_secret, &SecretField::edited, this, &BrightcoveGroup::tellEdited);
    connect(m_copyButton, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_addressEdit->text()); });
    load(WorkspaceSettings().brightcove);
    setDoorUrl({});
}

void BrightcoveGroup::load(const EncoderSettings &settings)
{
    m_original = settings;
    m_secret->load(settings.notificationSecret);
    tellEdited();
}

EncoderSettings BrightcoveGroup::settings() const
{
    EncoderSettings settings = m_original;
    settings.notificationSecret = m_secret->secret();
    return settings;
}

void BrightcoveGroup::setDoorUrl(const QString &url)
{
    const bool known = !url.isEmpty() && doorUrlAdvice(url).mood != Mood::Problem;
    m_addressEdit->setText(known ? brightcoveAddress(url) : QString());
    m_addressEdit->setCursorPosition(0);
    m_copyButton->setEnabled(known);
}

bool BrightcoveGroup::isDirty() const
{
    return settings() != m_original;
}

QString BrightcoveGroup::problem() const
{
    return {};
}

void BrightcoveGroup::save(PlatformClient &platform)
{
    platform.saveEncoder(settings(), this, [this](const Result<EncoderSettings> &result) {
        if (result)
            load(*result);
        settle(result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

void BrightcoveGroup::focusFirst()
{
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard
