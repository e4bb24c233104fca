// Desktop's part about the vault: what the status bar and the message bar say of one that is closed, and what is done
// about it. Never at the start, and never in the way: the window works meanwhile.
#include "app/desktop.h"

#include "ui/settings/vaultunlockdialog.h"
#include "ui/settings/vaultwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/truthline.h"

namespace callboard {

using vaultwords::Remedy;

void Desktop::followVault()
{
    const EngineService &engine = m_composition.engine();
    const VaultStatus status = engine.vaultStatus();
    m_window->truthLine().setVault(status);
    const bool closed = status.state == VaultStatus::State::Closed && engine.status().vaultNeeded;
    const KeyTrouble trouble = closed ? status.trouble : KeyTrouble::None;
    const KeyTrouble before = std::exchange(m_vaultSaid, trouble);
    // The door's token is in the vault: where it could not be had at the start, it can be now.
    if (before != KeyTrouble::None && status.isOpen() && m_composition.doorUrl().isEmpty())
        openDoorLater();
    if (before == trouble || trouble == KeyTrouble::None)
        return;
    Message message{Message::Kind::Warning,
                    tr("%1 What is owed to targets with secrets is held; everything else goes on.")
                        .arg(vaultwords::sentence(status)),
                    vaultwords::nameOf(vaultwords::remedy(status)),
                    {}};
    message.action = [this] { mendVault(); };
    m_window->messages().post(message, this);
}

void Desktop::mendVault()
{
    EngineService &engine = m_composition.engine();
    switch (vaultwords::remedy(engine.vaultStatus())) {
    case Remedy::Unlock: {
        auto *dialog = new VaultUnlockDialog(engine, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        return dialog->open();
    }
    case Remedy::TryAgain:
        return engine.retryVault(this, [this](const Result<VaultStatus> &status) {
            m_window->messages().post(
                status ? Message{Message::Kind::Info, tr("The vault is open. What was held for it leaves now."), {}, {}}
                       : Message{Message::Kind::Warning,
                                 tr("Still closed. %1").arg(vaultwords::sentence(m_composition.engine().vaultStatus())),
                                 vaultwords::nameOf(vaultwords::remedy(m_composition.engine().vaultStatus())),
                                 [this] { mendVault(); }},
                this);
        });
    case Remedy::SetPassphrase:
    case Remedy::None: return openSettings(true);
    }
}

} // namespace callboard
