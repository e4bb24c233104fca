#include "ui/targets/targetcommands.h"

#include "core/payload/targetimport.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/healthwords.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetremoval.h"
#include "ui/targets/targetwords.h"
#include "ui/targets/together/togetherdialog.h"

#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

namespace callboard {

namespace {

bool isOn(const TargetSummary &row)
{
    return row.target.state == TargetState::Enabled || row.target.state == TargetState::Paused;
}

} // namespace

TargetCommands::TargetCommands(EngineClient &engine, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_messages(messages)
    , m_removal(new TargetRemoval(engine, messages, this))
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

void TargetCommands::setAids(const DialogAids &aids)
{
    m_aids = aids;
}

TargetDialog *TargetCommands::openDialog(const CallbackTarget &target)
{
    auto *dialog = new TargetDialog(m_engine, target, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setEncoderSettings(m_encoder);
    if (m_mailServer)
        dialog->setMailServer(*m_mailServer);
    dialog->setAids(m_aids);
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

void TargetCommands::createAt(const QString &url)
{
    CallbackTarget target = lightFlowPreset();
    target.name = tr("Local receiver");
    target.url = url;
    target.allowPrivate = true;
    openDialog(target);
}

void TargetCommands::createFrom(const QString &pasted)
{
    openDialog(lightFlowPreset())->paste(pasted);
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
    copy.signing.keys.clear(); // sealed for the one they belong to
    leftOut = leftOut || target.authentication.secret.isSet() || target.proxy.password.isSet();
    copy.authentication.secret = {};
    copy.proxy.password = {};
    copy.tls.certificate.clear();
    copy.tls.key = {};
    QStringList remarks;
    if (leftOut)
        remarks.append(tr("Secret values are not copied: type them again."));
    if (!target.signing.keys.isEmpty())
        remarks.append(tr("The signing key is not copied: make or type one for this target."));
    if (!target.tls.certificate.isEmpty())
        remarks.append(tr("The client certificate is not copied: choose it for this target."));
    TargetDialog *dialog = openDialog(copy);
    if (!remarks.isEmpty())
        dialog->setRemark(remarks.join(u'\n'));
}

void TargetCommands::restore(const TargetRevision &revision, const CallbackTarget &present)
{
    const Restored made = restored(revision.definition, present);
    openDialog(made.target)->setRemark(historywords::remark(revision, present, made.missing));
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

void TargetCommands::editTogether(const QList<TargetSummary> &targets)
{
    QList<CallbackTarget> chosen;
    for (const TargetSummary &row : targets)
        chosen.append(row.target);
    auto *dialog = new TogetherDialog(m_engine, chosen, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TogetherDialog::saved, this, &TargetCommands::tellChanged);
    dialog->open();
}

void TargetCommands::tellChanged(const QList<CallbackTarget> &before, const QList<CallbackTarget> &after,
                                 const QStringList &what)
{
    emit changed();
    const QString text = after.size() == 1
        ? tr("“%1” was changed: %2.").arg(after.first().name, what.join(QStringLiteral(", ")))
        : tr("%n targets were changed: %1.", nullptr, int(after.size())).arg(what.join(QStringLiteral(", ")));
    m_messages.post({Message::Kind::Info, text, tr("Undo"), [this, before, after] { putBack(before, after); }}, this);
}

// Refused where somebody has changed one of them since.
void TargetCommands::putBack(QList<CallbackTarget> before, const QList<CallbackTarget> &after)
{
    for (int i = 0; i < before.size(); ++i)
        before[i].revision = after.value(i).revision;
    m_engine.saveTargets(before, this, [this](const Result<QList<CallbackTarget>> &result) {
        if (!result)
            report(result.error());
        emit changed();
    });
}

void TargetCommands::arrange(const QList<TargetId> &order)
{
    ++m_arranging;
    m_engine.arrangeTargets(order, this, [this](const Result<int> &result) {
        --m_arranging;
        if (!result)
            report(result.error());
        emit changed();
    });
}

void TargetCommands::importFrom(const QString &text)
{
    auto *dialog = new ImportDialog(m_engine, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &TargetCommands::changed);
    dialog->setText(text);
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
    m_messages.post(
        {Message::Kind::Info,
         tr("%n targets exported to %1. Secret values are left out.", nullptr, int(targets.size())).arg(path),
         {},
         {}});
}

void TargetCommands::report(const Error &error)
{
    m_messages.post({Message::Kind::Error, words::problem(error), {}, {}});
}

} // namespace callboard
