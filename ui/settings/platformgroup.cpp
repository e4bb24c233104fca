#include "ui/settings/platformgroup.h"

#include "ui/settings/secretfield.h"
#include "ui/settings/serviceurl.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

// What differs between the platforms. Mnemonics differ too: both stand on one tab.
struct PlatformWords {
    const char *objectName;
    const char *title;
    const char *sentence;
    const char *example;
    const char *baseLabel;
    const char *keyLabel;
    const char *privateLabel;
};

constexpr PlatformWords kWords[] = {
    {"lightFlow", QT_TRANSLATE_NOOP("callboard::PlatformGroup", "LightFlow"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup", "Asked for an asset's present record with GET /assets/{uuid}."),
     "https://api.lightflow.media", QT_TRANSLATE_NOOP("callboard::PlatformGroup", "&Base URL"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup", "&Token"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup", "Allow &internal addresses: loopback and private networks")},
    {"spark", QT_TRANSLATE_NOOP("callboard::PlatformGroup", "Spark"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup",
                       "Asked for a file's present record with media.getFileInfo. "
                       "The key is part of the request's URL."),
     "http://api.newspark.ca/services/rest", QT_TRANSLATE_NOOP("callboard::PlatformGroup", "&REST base URL"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup", "&APIKEY"),
     QT_TRANSLATE_NOOP("callboard::PlatformGroup", "Allow inter&nal addresses: loopback and private networks")},
};

const PlatformWords &wordsOf(PlatformKind kind)
{
    return kWords[static_cast<size_t>(kind)];
}

QString say(const char *text)
{
    return QCoreApplication::translate("callboard::PlatformGroup", text);
}

QByteArray part(PlatformKind kind, const char *name)
{
    return QByteArray(wordsOf(kind).objectName).append(name);
}

} // namespace

PlatformGroup::PlatformGroup(PlatformKind kind, QWidget *parent)
    : SettingsGroup(wordsOf(kind).objectName, say(wordsOf(kind).title), say(wordsOf(kind).sentence), parent)
{
    const PlatformWords &words = wordsOf(kind);
    const QString title = say(words.title);
    m_baseEdit = named(new QLineEdit(this), part(kind, "BaseEdit").constData(), tr("Base URL of %1").arg(title));
    m_baseEdit->setLayoutDirection(Qt::LeftToRight); // an address is, in every language
    m_baseEdit->setPlaceholderText(QString::fromLatin1(words.example));
    m_baseLine = new FieldLine(part(kind, "BaseLine").constData());
    grid().addRow(say(words.baseLabel), m_baseEdit, m_baseLine);
    m_key = new SecretField(part(kind, "Key").constData(),
                            kind == PlatformKind::LightFlow ? tr("Token for LightFlow") : tr("APIKEY for Spark"));
    grid().addRow(say(words.keyLabel), m_key, nullptr, m_key->edit());
    m_privateCheck = named(new QCheckBox(say(words.privateLabel)), part(kind, "PrivateCheck").constData(),
                           tr("Allow internal addresses for %1").arg(title));
    grid().addRow({}, m_privateCheck);
    connect(m_baseEdit, &QLineEdit::textEdited, this, &PlatformGroup::check);
    connect(m_key, &SecretField::edited, this, &PlatformGroup::check);
    connect(m_privateCheck, &QCheckBox::clicked, this, &PlatformGroup::check);
    load(WorkspaceSettings().of(kind));
}

void PlatformGroup::load(const PlatformSettings &settings)
{
    m_original = settings;
    m_baseEdit->setText(settings.baseUrl);
    m_key->load(settings.key);
    m_privateCheck->setChecked(settings.allowPrivate);
    m_original = this->settings();
    check();
}

PlatformSettings PlatformGroup::settings() const
{
    PlatformSettings settings = m_original;
    settings.baseUrl = baseUrlFrom(m_baseEdit->text());
    settings.key = m_key->secret();
    settings.allowPrivate = m_privateCheck->isChecked();
    return settings;
}

bool PlatformGroup::isDirty() const
{
    return settings() != m_original;
}

QString PlatformGroup::problem() const
{
    return m_baseLine->mood() == Mood::Problem ? m_baseLine->sentence() : QString();
}

void PlatformGroup::save(PlatformClient &platform)
{
    platform.savePlatform(settings(), this, [this](const Result<PlatformSettings> &result) {
        if (result)
            load(*result);
        settle(result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

void PlatformGroup::focusFirst()
{
    m_baseEdit->setFocus(Qt::OtherFocusReason);
}

void PlatformGroup::check()
{
    const PlatformSettings now = settings();
    if (now.baseUrl.isEmpty()) {
        m_baseLine->say(Mood::Hint, tr("Empty: records are not refreshed from here."));
    } else {
        const UrlAdvice advice = serviceUrlAdvice(now.baseUrl, now.allowPrivate);
        m_baseLine->say(advice.mood, advice.sentence);
    }
    tellEdited();
}

} // namespace callboard
