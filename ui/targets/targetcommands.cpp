#include "ui/targets/targetcommands.h"

#include "core/payload/targetimport.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/healthwords.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetwords.h"

#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

namespace callboard {

namespace {

bool isOn(const TargetSummary &row)
{
    return row.target.state == TargetState::Enabled || row.target.state == TargetState::Paused;
}

QString question(const QList<TargetSummary> &targets)
{
    qint64 open = 0;
    for (const TargetSummary &row : targets)
        open += row.open;
    const QString what = targets.size() == 1 ? TargetCommands::tr("Delete “%1”?").arg(targets.first().target.name)
                                             : TargetCommands::tr("Delete %1 targets?").arg(targets.size());
    const QString cost = open == 0 ? TargetCommands::tr("It owes no deliveries; what was delivered stays in the log.")
        : open == 1                ? TargetCommands::tr("1 open delivery would be cancelled.")
                                   : TargetCommands::tr("%1 open deliveries would be cancelled.").arg(open);
    return QString(what + u' ' + cost);
}

} // namespace

TargetCommands::TargetCommands(EngineClient &engine, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_messages(messages)
    , m_window(window)
{
}

void TargetCommands::setEncoderSettings(const EncoderSettings &settings)
{
    m_encoder = settings;
}

void TargetCommands::setMailServer(const SmtpServer &server)
{
    m_mailServer = server;
}

TargetDialog *TargetCommands::openDialog(const CallbackTarget &target)
{
    auto *dialog = new TargetDialog(m_engine, target, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setEncoderSettings(m_encoder);
    if (m_mailServer)
        dialog->setMailServer(*m_mailServer);
    connect(dialog, &TargetDialog::saved, this, [this](const CallbackTarget &kept) {
        emit saved(kept.id);
        emit changed();
    });
    dialog->open();
    return dialog;
}

void TargetCommands::create()
{
    openDialog(lightFlowPreset());
}

void TargetCommands::createFromPreset()
{
    openDialog(sparkPreset());
}

void TargetCommands::edit(const TargetSummary &row)
{
    TargetDialog *dialog = openDialog(row.target);
    if (const QString remark = words::formRemark(row); !remark.isEmpty())
        dialog->setRemark(remark);
}

void TargetCommands::duplicate(const CallbackTarget &target)
{
    CallbackTarget copy = target;
    copy.id = {};
    copy.revision = 0;
    copy.name = tr("%1 (copy)").arg(target.name);
    bool leftOut = false;
    for (Header &header : copy.headers) {
        leftOut = leftOut || !header.sealed.isEmpty();
        header.sealed.clear();
    }
    TargetDialog *dialog = openDialog(copy);
    if (leftOut)
        dialog->setRemark(tr("Secret values are not copied: type them again."));
}

void TargetCommands::toggleEnabled(const QList<TargetSummary> &targets)
{
    const bool allOn = std::all_of(targets.begin(), targets.end(), isOn);
    setState(targets, allOn ? TargetState::Disabled : TargetState::Enabled);
}

void TargetCommands::togglePaused(const QList<TargetSummary> &targets)
{
    const bool allPaused = std::all_of(targets.begin(), targets.end(), [](const TargetSummary &row) {
        return row.target.state == TargetState::Paused;
    });
    setState(targets, allPaused ? TargetState::Enabled : TargetState::Paused);
}

void TargetCommands::setState(const QList<TargetSummary> &targets, TargetState state)
{
    for (const TargetSummary &row : targets) {
        if (row.target.state != state)
            order(row.target.id, state);
    }
}

// To switch on what is on already says that somebody has looked at it: the engine forgets that it failed.
void TargetCommands::tryNow(const QList<TargetSummary> &targets)
{
    bool any = false;
    for (const TargetSummary &row : targets) {
        if (!row.health || !row.health->circuitOpen)
            continue;
        any = true;
        order(row.target.id, TargetState::Enabled,
              tr("“%1” is tried now: what was held goes out, slowly at first.").arg(row.target.name));
    }
    if (!any && !targets.isEmpty())
        m_messages.post({Message::Kind::Info, tr("No circuit is open here, so nothing is held by one."), {}, {}});
}

void TargetCommands::order(TargetId id, TargetState state, const QString &done)
{
    m_engine.setTargetState(id, state, this, [this, done](const Result<CallbackTarget> &result) {
        if (!result)
            report(result.error());
        else if (!done.isEmpty())
            m_messages.post({Message::Kind::Info, done, {}, {}});
        emit changed();
    });
}

void TargetCommands::remove(const QList<TargetSummary> &targets)
{
    if (targets.isEmpty())
        return;
    QList<TargetId> ids;
    for (const TargetSummary &row : targets)
        ids.append(row.target.id);
    m_messages.post({Message::Kind::Question, question(targets), tr("Delete"), [this, ids] { removeNow(ids); }}, this);
}

void TargetCommands::removeNow(const QList<TargetId> &ids)
{
    for (TargetId id : ids) {
        m_engine.removeTarget(id, this, [this](const Result<TargetId> &result) {
            if (!result)
                report(result.error());
            emit changed();
        });
    }
}

void TargetCommands::importFrom()
{
    auto *dialog = new ImportDialog(m_engine, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &TargetCommands::changed);
    dialog->open();
}

void TargetCommands::exportTo(const QList<CallbackTarget> &targets)
{
    auto *dialog = new QFileDialog(m_window, tr("Export targets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Callboard targets (*.json)"));
    dialog->selectFile(QStringLiteral("targets.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, targets](const QString &path) { write(path, targets); });
    dialog->open();
}

void TargetCommands::write(const QString &path, const QList<CallbackTarget> &targets)
{
    QSaveFile file(path);
    const QByteArray bytes = exportTargets(targets);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_messages.post(
            {Message::Kind::Error, tr("%1 could not be written: %2").arg(path, file.errorString()), {}, {}});
        return;
    }
    m_messages.post({Message::Kind::Info,
                     tr("%1 targets exported to %2. Secret values are left out.").arg(targets.size()).arg(path),
                     {},
                     {}});
}

void TargetCommands::report(const Error &error)
{
    m_messages.post({Message::Kind::Error, words::problem(error), {}, {}});
}

} // namespace callboard
