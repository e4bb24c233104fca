#include "ui/targets/form/signingfields.h"

#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/secretclipboard.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/olderkeys.h"
#include "ui/targets/form/sidebyside.h"
#include "ui/targets/signingwords.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <cstdlib>

namespace callboard {

using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

constexpr int kShortText = 12;     // characters that always have room
constexpr qsizetype kMostKeys = 4; // that validate() takes
constexpr Milliseconds kOverlaps[] = {0ms, 1h, kUsualOverlap, 24h * 7};

// It gives way where there is little room.
void letShrink(QComboBox *combo, int characters)
{
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(characters);
}

int overlapIndex(Milliseconds overlap)
{
    const auto distance = [overlap](Milliseconds one) { return std::abs((one - overlap).count()); };
    const auto *nearest = std::ranges::min_element(kOverlaps, {}, distance);
    return int(nearest - std::begin(kOverlaps));
}

// Of the key that will sign: what is typed comes before what is stored.
QString publicKeyOf(const SigningState &now, const QString &ofStored)
{
    if (now.scheme != SigningScheme::Ed25519)
        return {};
    if (!now.typed.isEmpty())
        return publicSigningKey(now.typed).value_or(QString());
    return now.servesStored() ? ofStored : QString();
}

} // namespace

void SigningFields::Row::setVisible(bool visible) const
{
    label->setVisible(visible);
    field->setVisible(visible);
}

SigningFields::SigningFields(QWidget *parent)
    : FieldGrid(parent)
{
    makeScheme();
    makeKey();
    makePublicKey();
    makeOverlap();
    watch();
    begin({});
    load({});
}

// A field with a line stands in a widget with it.
SigningFields::Row SigningFields::row(const QString &label, QWidget *field, FieldLine *line, QWidget *buddy)
{
    QWidget *const made = addRow(label, field, line, buddy);
    return {made, line ? field->parentWidget() : field};
}

QPushButton *SigningFields::button(const char *objectName, const QString &text, const QString &name)
{
    auto *made = named(new QPushButton(text, this), objectName, name);
    made->setAutoDefault(false);
    return made;
}

void SigningFields::makeScheme()
{
    m_schemeCombo = named(new QComboBox(this), "signingCombo", tr("Signing scheme"));
    for (const SigningScheme scheme : allSigningSchemes())
        m_schemeCombo->addItem(words::scheme(scheme), int(scheme));
    letShrink(m_schemeCombo, kShortText);
    m_schemeLine = new FieldLine("signingSchemeLine");
    addRow(tr("Scheme"), m_schemeCombo, m_schemeLine);
    m_headerEdit = named(new QLineEdit(this), "signingHeaderEdit", tr("Header of the signature"));
    m_headerEdit->setLayoutDirection(Qt::LeftToRight);
    m_headerLine = new FieldLine("signingHeaderLine");
    m_headerRow = row(tr("Header name"), m_headerEdit, m_headerLine, m_headerEdit);
}

void SigningFields::makeKey()
{
    m_keyEdit = named(new QLineEdit(this), "signingKeyEdit", tr("Signing key"));
    m_keyEdit->setLayoutDirection(Qt::LeftToRight);
    m_keyEdit->setEchoMode(QLineEdit::Password);
    SecretGuard::watch(m_keyEdit);
    m_makeButton = button("makeKeyButton", tr("Make a key"), tr("Make a key"));
    m_makeButton->setToolTip(tr("A new one from random numbers, shown this once"));
    m_rotateButton = button("rotateKeyButton", tr("Rotate…"), tr("Rotate the signing key"));
    m_rotateButton->setToolTip(tr("What is typed, or a new key, takes the place of the stored one, which may go on "
                                  "signing for a while"));
    m_copyButton = button("copyKeyButton", tr("Copy"), tr("Copy the new key"));
    m_copyButton->setToolTip(tr("It leaves the clipboard after 30 s"));
    m_keyLine = new FieldLine("signingKeyLine");
    m_keyRow = row(tr("Key"), sideBySide(m_keyEdit, {m_makeButton, m_rotateButton, m_copyButton}), m_keyLine,
                   m_keyEdit);
}

void SigningFields::makePublicKey()
{
    m_publicEdit = named(new QLineEdit(this), "publicKeyEdit", tr("Public key, for the receiver"));
    m_publicEdit->setLayoutDirection(Qt::LeftToRight);
    m_publicEdit->setReadOnly(true);
    m_copyPublicButton = button("copyPublicKeyButton", tr("Copy"), tr("Copy the public key"));
    m_publicRow = row(tr("Public key"), sideBySide(m_publicEdit, {m_copyPublicButton}), nullptr, m_publicEdit);
}

void SigningFields::makeOverlap()
{
    m_overlapCombo = named(new QComboBox(this), "keyOverlapCombo", tr("How long the key before goes on signing"));
    const QString texts[] = {tr("ends at once"), tr("signs on for 1 h"), tr("signs on for 24 h"),
                             tr("signs on for 7 days")};
    for (const QString &text : texts)
        m_overlapCombo->addItem(text);
    letShrink(m_overlapCombo, 2 * kShortText);
    m_overlapRow = row(tr("Key before"), inRow({m_overlapCombo}), nullptr, m_overlapCombo);
    m_older = new OlderKeys(this);
    m_olderRow = row(tr("Older keys"), m_older, nullptr, m_older->firstButton());
}

void SigningFields::watch()
{
    for (QLineEdit *edit : {m_headerEdit, m_keyEdit})
        connect(edit, &QLineEdit::textEdited, this, &SigningFields::edited);
    connect(m_schemeCombo, &QComboBox::currentIndexChanged, this, &SigningFields::schemeChosen);
    connect(m_overlapCombo, &QComboBox::currentIndexChanged, this, &SigningFields::edited);
    connect(m_makeButton, &QPushButton::clicked, this, [this] {
        fillInNewKey();
        emit edited();
    });
    connect(m_rotateButton, &QPushButton::clicked, this, &SigningFields::rotate);
    connect(m_copyButton, &QPushButton::clicked, this, [this] { SecretClipboard::copy(m_made); });
    connect(m_copyPublicButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_publicEdit->text()); });
    connect(m_older, &OlderKeys::endRequested, this, &SigningFields::end);
    connect(this, &SigningFields::edited, this, &SigningFields::present);
}

void SigningFields::begin(const Signing &stored)
{
    m_state = {};
    m_state.stored = stored;
    countFromNow();
    m_made.clear();
    m_storedPublic.clear();
}

void SigningFields::setStoredPublicKey(const QString &key)
{
    m_storedPublic = key;
    present();
}

void SigningFields::countFromNow()
{
    m_state.now = SystemClock().now();
}

void SigningFields::load(const CallbackTarget &target)
{
    const QSignalBlocker scheme(m_schemeCombo);
    const QSignalBlocker overlap(m_overlapCombo);
    m_state.take(target.signing);
    m_schemeCombo->setCurrentIndex(m_schemeCombo->findData(int(m_state.scheme)));
    m_headerEdit->setText(m_state.header);
    m_keyEdit->setText(m_state.typed);
    m_overlapCombo->setCurrentIndex(overlapIndex(m_state.overlap));
    present();
}

void SigningFields::storeInto(CallbackTarget &target) const
{
    target.signing = state().signing();
}

SigningState SigningFields::state() const
{
    SigningState now = m_state;
    now.scheme = static_cast<SigningScheme>(m_schemeCombo->currentData().toInt());
    now.header = m_headerEdit->text().trimmed();
    now.typed = m_keyEdit->text().trimmed();
    now.overlap = kOverlaps[m_overlapCombo->currentIndex()];
    return now;
}

// A key that was made for another scheme is made anew for this one; what was typed stays, and is looked at.
void SigningFields::schemeChosen()
{
    const SigningState now = state();
    if (now.scheme == SigningScheme::None)
        m_keyEdit->clear();
    else if (showsMade(now) && !signingKeyBytes(now.scheme, now.typed))
        fillInNewKey();
    emit edited();
}

void SigningFields::fillInNewKey()
{
    m_made = makeSigningKey(state().scheme);
    m_keyEdit->setText(m_made);
    m_keyEdit->setCursorPosition(0);
}

void SigningFields::rotate()
{
    if (state().typed.isEmpty())
        fillInNewKey();
    emit edited();
    if (state().mayOverlap())
        m_overlapCombo->setFocus(Qt::OtherFocusReason);
}

// Its button goes with it, and would take the keyboard along.
void SigningFields::end(const QByteArray &sealed)
{
    m_state.ended.insert(sealed);
    m_keyEdit->setFocus(Qt::OtherFocusReason);
    emit edited();
}

bool SigningFields::showsMade(const SigningState &now) const
{
    return !m_made.isEmpty() && now.typed == m_made;
}

void SigningFields::present()
{
    const SigningState now = state();
    const bool on = now.scheme != SigningScheme::None;
    m_schemeLine->say(Mood::Hint, words::schemeHelp(now.scheme));
    m_headerLine->hush();
    m_headerRow.setVisible(on);
    if (on)
        m_headerEdit->setPlaceholderText(QString::fromLatin1(signatureForm(now.scheme).header));
    m_keyRow.setVisible(on);
    presentKey(now);
    m_publicEdit->setText(publicKeyOf(now, m_storedPublic));
    m_publicEdit->setCursorPosition(0);
    m_publicRow.setVisible(!m_publicEdit->text().isEmpty());
    m_overlapRow.setVisible(now.mayOverlap());
    m_older->setKeys(now.older());
    m_olderRow.setVisible(!now.older().isEmpty());
}

void SigningFields::presentKey(const SigningState &now)
{
    const QLineEdit::EchoMode echo = showsMade(now) ? QLineEdit::Normal : QLineEdit::Password;
    if (m_keyEdit->echoMode() != echo)
        m_keyEdit->setEchoMode(echo);
    m_keyEdit->setPlaceholderText(now.servesStored() ? tr("Stored. Type to change it.") : tr("Not set"));
    m_keyEdit->setAccessibleDescription(m_keyEdit->placeholderText());
    m_makeButton->setVisible(!now.servesStored());
    m_rotateButton->setVisible(now.servesStored());
    m_copyButton->setVisible(showsMade(now));
    sayKeyLine(now);
}

void SigningFields::sayKeyLine(const SigningState &now)
{
    const bool isOtherKind = now.typed.isEmpty() && !now.stored.keys.isEmpty() && !now.servesStored();
    if (const QString wrong = problem(); !wrong.isEmpty())
        return m_keyLine->say(Mood::Problem, wrong);
    if (isOtherKind)
        return m_keyLine->say(Mood::Problem,
                              tr("The stored key is of another kind: make or type one for this scheme."));
    QStringList sentences;
    if (showsMade(now))
        sentences.append(now.scheme == SigningScheme::Ed25519
                             ? tr("It is shown this once. The receiver needs the public key alone.")
                             : tr("It is shown this once: copy it for the receiver before the form closes."));
    sentences.append(rotationHint(now));
    sentences.removeAll(QString());
    m_keyLine->say(Mood::Hint, sentences.join(u'\n'));
}

QString SigningFields::rotationHint(const SigningState &now) const
{
    if (now.typed.isEmpty() || !now.servesStored())
        return {};
    if (!now.mayOverlap())
        return tr("The header has room for one signature: the new key counts as soon as this is saved.");
    return now.overlap == 0ms ? tr("The stored key ends as soon as this is saved.")
                              : tr("The stored key signs beside it for that long.");
}

QString SigningFields::problem() const
{
    const SigningState now = state();
    if (now.scheme == SigningScheme::None || now.typed.isEmpty())
        return {};
    const Result<QByteArray> bytes = signingKeyBytes(now.scheme, now.typed);
    return bytes ? QString() : inOurLanguage(bytes.error().detail);
}

// validate() names the field as a whole: what is left once there is a key is about the header, or the target's kind.
FieldLine *SigningFields::lineFor(const SigningState &now) const
{
    const qsizetype keys = now.signing().keys.size();
    return keys == 0 || keys > kMostKeys ? m_keyLine : now.header.isEmpty() ? m_schemeLine : m_headerLine;
}

void SigningFields::show(const QList<FieldProblem> &problems)
{
    present();
    const SigningState now = state();
    for (const FieldProblem &found : problems) {
        if (found.field != TargetField::Signing)
            continue;
        FieldLine *const line = lineFor(now);
        if (line->mood() != Mood::Problem)
            line->say(found.blocking ? Mood::Problem : Mood::Warning, found.text);
    }
}

QString SigningFields::value() const
{
    return words::signing(state().signing(), m_state.now);
}

} // namespace callboard
