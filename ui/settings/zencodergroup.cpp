#include "ui/settings/zencodergroup.h"

#include "ui/settings/secretfield.h"
#include "ui/settings/serviceurl.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QLineEdit>

namespace callboard {

using Mood = FieldLine::Mood;

ZencoderGroup::ZencoderGroup(QWidget *parent)
    : SettingsGroup("zencoder", tr("Zencoder"),
                    tr("Runs the jobs of assets whose callbacks have the source “encoder”, and notifies Callboard."),
                    parent)
{
    m_baseEdit = named(new QLineEdit(this), "zencoderBaseEdit", tr("Base URL of Zencoder's API"));
    m_baseEdit->setPlaceholderText(defaultBaseUrl(Encoder::Zencoder));
    m_baseLine = new FieldLine("zencoderBaseLine");
    grid().addRow(tr("&Base URL"), m_baseEdit, m_baseLine);
    m_apiKey = new SecretField("zencoderKey", tr("Zencoder's API key"));
    grid().addRow(tr("&API key"), m_apiKey, nullptr, m_apiKey->edit());
    m_secret = new SecretField("zencoderSecret", tr("Zencoder's notification secret"));
    auto *secretLine = new FieldLine("zencoderSecretLine");
    secretLine->say(Mood::Hint, tr("Zencoder's account page shows it. Notifications without it are refused."));
    grid().addRow(tr("&Notification secret"), m_secret, secretLine, m_secret->edit());
    m_relayEdit = named(new QLineEdit(this), "relayEdit", tr("Address of Callboard's door as encoders reach it"));
    m_relayEdit->setPlaceholderText(QStringLiteral("https://callboard.example"));
    m_relayLine = new FieldLine("relayLine");
    grid().addRow(tr("&Relay address"), m_relayEdit, m_relayLine);
    for (QLineEdit *edit : {m_baseEdit, m_relayEdit}) {
        edit->setLayoutDirection(Qt::LeftToRight); // an address is, in every language
        connect(edit, &QLineEdit::textEdited, this, &ZencoderGroup::check);
    }
    for (SecretField *field : {m_apiKey, m_secret})
        connect(field, &SecretField::edited, this, &ZencoderGroup::check);
    load(WorkspaceSettings().zencoder);
}

void ZencoderGroup::load(const EncoderSettings &settings)
{
    m_original = settings;
    m_baseEdit->setText(settings.baseUrl);
    m_apiKey->load(settings.apiKey);
    m_secret->load(settings.notificationSecret);
    m_relayEdit->setText(settings.relayUrl);
    m_original = this->settings();
    check();
}

EncoderSettings ZencoderGroup::settings() const
{
    EncoderSettings settings = m_original;
    settings.baseUrl = baseUrlFrom(m_baseEdit->text());
    settings.apiKey = m_apiKey->secret();
    settings.notificationSecret = m_secret->secret();
    settings.relayUrl = baseUrlFrom(m_relayEdit->text());
    return settings;
}

bool ZencoderGroup::isDirty() const
{
    return settings() != m_original;
}

QString ZencoderGroup::problem() const
{
    for (const FieldLine *line : {m_baseLine, m_relayLine}) {
        if (line->mood() == Mood::Problem)
            return line->sentence();
    }
    return {};
}

void ZencoderGroup::save(PlatformClient &platform)
{
    platform.saveEncoder(settings(), this, [this](const Result<EncoderSettings> &result) {
        if (result)
            load(*result);
        settle(result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

void ZencoderGroup::focusFirst()
{
    m_baseEdit->setFocus(Qt::OtherFocusReason);
}

void ZencoderGroup::check()
{
    const EncoderSettings now = settings();
    const UrlAdvice base = serviceUrlAdvice(now.baseUrl, true);
    m_baseLine->say(base.mood, base.sentence);
    const UrlAdvice door = doorUrlAdvice(now.relayUrl);
    if (now.relayUrl.isEmpty())
        m_relayLine->say(Mood::Hint,
                         tr("How Zencoder reaches this program's HTTP door from outside. Callbacks that "
                            "are relayed through Callboard need it."));
    else
        m_relayLine->say(door.mood, door.sentence);
    tellEdited();
}

} // namespace callboard
