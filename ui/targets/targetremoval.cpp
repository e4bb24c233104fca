#include "ui/targets/targetremoval.h"

#include "ui/shell/messagebar.h"
#include "ui/targets/targetwords.h"

#include <utility>

namespace callboard {

namespace {

QString announcement(const QList<TargetSummary> &targets)
{
    qint64 open = 0;
    for (const TargetSummary &row : targets)
        open += row.open;
    const bool one = targets.size() == 1;
    const QString what = one
        ? TargetRemoval::tr("“%1” is deleted when this message goes.").arg(targets.first().target.name)
        : TargetRemoval::tr("%n targets are deleted when this message goes.", nullptr, int(targets.size()));
    const QString cost = open == 0
        ? (one ? TargetRemoval::tr("It owes no deliveries; what was delivered stays in the log.")
               : TargetRemoval::tr("They owe no deliveries; what was delivered stays in the log."))
        : TargetRemoval::tr("%n open deliveries will be cancelled then.", nullptr, int(open));
    return QString(what + u' ' + cost);
}

} // namespace

TargetRemoval::TargetRemoval(EngineClient &engine, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_messages(messages)
{
}

void TargetRemoval::remove(const QList<TargetSummary> &targets)
{
    if (targets.isEmpty())
        return;
    carryOut();
    for (const TargetSummary &row : targets)
        m_waiting.insert(row.target.id);
    m_messages.post(
        {Message::Kind::Warning, announcement(targets), tr("Undo"), [this] { takeBack(); }, [this](bool) { order(); }},
        this);
    emit changed();
}

void TargetRemoval::carryOut()
{
    if (!m_waiting.isEmpty())
        m_messages.dismiss(); // it is ours: any other would have carried it out
}

void TargetRemoval::takeBack()
{
    m_waiting.clear();
    emit changed();
}

void TargetRemoval::order()
{
    for (TargetId id : std::exchange(m_waiting, {})) {
        m_leaving.insert(id);
        m_engine.removeTarget(id, this, [this, id](const Result<TargetId> &result) {
            m_leaving.remove(id);
            if (!result)
                m_messages.post({Message::Kind::Error, words::problem(result.error()), {}, {}});
            emit changed();
        });
    }
}

} // namespace callboard
