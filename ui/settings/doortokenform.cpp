#include "ui/settings/doortokenform.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kLives[] = {0ms, 24h * 30, 24h * 90, 24h * 365};

} // namespace

DoorTokenForm::DoorTokenForm(QWidget *parent)
    : FieldGrid(parent)
{
    m_nameEdit = named(new QLineEdit(this), "tokenNameEdit", tr("Name of the new token"));
    m_nameEdit->setPlaceholderText(tr("such as the system that will carry it"));
    addRow(tr("&Name"), m_nameEdit);
    auto *boxes = new QWidget(this);
    auto *column = new QVBoxLayout(boxes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    const auto add = [&](DoorScope scope, const char *name, const QString &text) {
        auto *box = named(new QCheckBox(text, boxes), name, text);
        m_boxes.emplace_back(scope, box);
        column->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &DoorTokenForm::edited);
    };
    add(DoorScope::Events, "eventsScopeBox", tr("events: post events"));
    add(DoorScope::Publish, "publishScopeBox", tr("publish: publish assets with callbacks of their own"));
    add(DoorScope::Read, "readScopeBox", tr("read: ask what is known of an asset"));
    add(DoorScope::Notify, "notifyScopeBox", tr("notify: pass on an encoder's notifications"));
    addRow(tr("May"), boxes, nullptr, m_boxes.front().second);
    m_lifeCombo = named(new QComboBox(this), "tokenLifeCombo", tr("How long the token lasts"));
    const QString lives[] = {tr("until it is revoked"), tr("for 30 days"), tr("for 90 days"), tr("for a year")};
    for (const QString &life : lives)
        m_lifeCombo->addItem(life);
    addRow(tr("&Lasts"), inRow({m_lifeCombo}), nullptr, m_lifeCombo);
    connect(m_nameEdit, &QLineEdit::textEdited, this, &DoorTokenForm::edited);
    connect(m_nameEdit, &QLineEdit::returnPressed, this, &DoorTokenForm::entered);
}

void DoorTokenForm::begin()
{
    m_nameEdit->clear();
    for (const auto &[scope, box] : m_boxes)
        box->setChecked(scope == DoorScope::Events);
    m_lifeCombo->setCurrentIndex(0);
    m_nameEdit->setFocus(Qt::OtherFocusReason);
}

QString DoorTokenForm::name() const
{
    return m_nameEdit->text().trimmed();
}

DoorScopes DoorTokenForm::scopes() const
{
    DoorScopes scopes;
    for (const auto &[scope, box] : m_boxes)
        scopes.set(scope, box->isChecked());
    return scopes;
}

std::optional<Timestamp> DoorTokenForm::endsAt(Timestamp now) const
{
    const Milliseconds life = kLives[m_lifeCombo->currentIndex()];
    return life == 0ms ? std::nullopt : std::optional(now + life);
}

QString DoorTokenForm::problem() const
{
    DoorToken token;
    token.name = name();
    token.scopes = scopes();
    return inOurLanguage(doorTokenProblem(token, {}).value_or(QString()));
}

} // namespace callboard
