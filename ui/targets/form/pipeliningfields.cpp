#include "ui/targets/form/pipeliningfields.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr int kSpinWidth = 64;
constexpr int kMostConnections = 16; // as validate() has them
constexpr int kDeepest = 64;

} // namespace

PipeliningFields::PipeliningFields(QWidget *parent)
    : QWidget(parent)
    , m_check(named(new QCheckBox(tr("HTTP/1.1 pipelining")), "pipeliningCheck", tr("Pipelining")))
    , m_connections(spin("connectionsSpin", tr("Connections"), kMostConnections))
    , m_depth(spin("pipelineDepthSpin", tr("Requests under way on each connection"), kDeepest))
    , m_line(new FieldLine("pipeliningLine"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    m_check->setMinimumHeight(look::kRowHeight); // level with the label
    m_check->setToolTip(tr("Requests follow each other without waiting for answers, as Spark's document asks for"));
    column->addWidget(m_check);
    column->addWidget(
        inRow({m_connections, look::plainLabel(tr("connections ×")), m_depth, look::plainLabel(tr("requests"))}));
    column->addWidget(m_line);
    connect(m_check, &QCheckBox::clicked, this, &PipeliningFields::edited);
    for (QSpinBox *box : {m_connections, m_depth})
        connect(box, &QSpinBox::valueChanged, this, &PipeliningFields::edited);
    connect(this, &PipeliningFields::edited, this, &PipeliningFields::follow);
    setFocusProxy(m_check);
    follow();
}

QSpinBox *PipeliningFields::spin(const char *objectName, const QString &name, int most)
{
    auto *box = named(new QSpinBox(this), objectName, name);
    box->setRange(1, most);
    box->setFixedWidth(kSpinWidth);
    return box;
}

void PipeliningFields::load(const CallbackTarget &target)
{
    const QSignalBlocker connections(m_connections);
    const QSignalBlocker depth(m_depth);
    m_check->setChecked(target.pipelining);
    m_connections->setValue(target.connections);
    m_depth->setValue(target.pipelineDepth);
    follow();
}

void PipeliningFields::storeInto(CallbackTarget &target) const
{
    target.pipelining = m_check->isChecked();
    target.connections = m_connections->value();
    target.pipelineDepth = m_depth->value();
}

bool PipeliningFields::isOn() const
{
    return m_check->isChecked();
}

QString PipeliningFields::value() const
{
    return tr("%1 × %2 pipelined").arg(m_connections->value()).arg(m_depth->value());
}

void PipeliningFields::follow()
{
    const bool on = isOn();
    m_connections->setEnabled(on);
    m_depth->setEnabled(on);
    if (!on)
        return m_line->hush();
    m_line->say(FieldLine::Mood::Hint,
                tr("Up to %1 requests under way; the limit in flight does not apply. Where a connection ends early, "
                   "what has no answer yet is tried again in order.")
                    .arg(m_connections->value() * m_depth->value()));
}

} // namespace callboard
