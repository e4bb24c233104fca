#include "ui/targets/form/sourcefields.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace callboard {

SourceFields::SourceFields(QWidget *parent)
    : QWidget(parent)
    , m_combo(named(new QComboBox(this), "sourceCombo", tr("Source")))
    , m_relay(named(new QCheckBox(tr("Relay through Call&board"), this), "relayCheck", tr("Relay through Callboard")))
    , m_line(new FieldLine("sourceLine", this))
{
    m_combo->addItem(tr("Callboard sends it (lightflow)"), int(CallbackSource::LightFlow));
    m_combo->addItem(tr("The encoder sends it (encoder)"), int(CallbackSource::Encoder));
    m_relay->setToolTip(tr("For what an encoder can't do itself: methods other than POST, long headers, onSuccess or "
                           "onFailure alone, other formats"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(inRow({m_combo, m_relay}, this));
    column->addWidget(m_line);
    setFocusProxy(m_combo);
    connect(m_combo, &QComboBox::activated, this, &SourceFields::edited);
    connect(m_relay, &QCheckBox::clicked, this, &SourceFields::edited);
    connect(this, &SourceFields::edited, this, &SourceFields::follow);
    follow();
}

void SourceFields::load(const CallbackTarget &target)
{
    m_combo->setCurrentIndex(m_combo->findData(int(target.source)));
    m_relay->setChecked(target.relay);
    follow();
}

void SourceFields::storeInto(CallbackTarget &target) const
{
    target.source = source();
    target.relay = target.source == CallbackSource::Encoder && m_relay->isChecked();
}

void SourceFields::chooseRelay()
{
    m_combo->setCurrentIndex(m_combo->findData(int(CallbackSource::Encoder)));
    m_relay->setChecked(true);
    emit edited();
    m_relay->setFocus(Qt::OtherFocusReason);
}

CallbackSource SourceFields::source() const
{
    return static_cast<CallbackSource>(m_combo->currentData().toInt());
}

void SourceFields::follow()
{
    const bool encoder = source() == CallbackSource::Encoder;
    m_relay->setVisible(encoder);
    QString sentence = tr("Callboard makes the call itself.");
    if (encoder && m_relay->isChecked())
        sentence = tr("The encoder tells Callboard, which sends this callback for the ticked events.");
    else if (encoder)
        sentence = tr("The encoder is told of this callback and makes the call; Callboard does not.");
    m_line->say(FieldLine::Mood::Hint, sentence);
}

} // namespace callboard
