// What the command line's options are written into, and how a sub-command is declared. Kept alive by the chosen
// command's function.
#pragma once

#include "app/cli/deliverycommands.h"
#include "app/cli/democommand.h"
#include "app/cli/explaincommand.h"
#include "app/cli/platformcommands.h"
#include "app/cli/servecommand.h"
#include "app/cli/targetcommands.h"
#include "app/cli/tokencommands.h"
#include "app/cli/trailcommands.h"
#include "app/cli/vaultcommands.h"
#include "app/cli/workspacecommands.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace callboard {

using cli::Common;

struct Arguments {
    std::string workspace;
    bool json = false;
    cli::TargetOptions target;
    cli::DeliveryOptions deliveries;
    cli::ReplayOptions replay;
    cli::ExplainOptions explain;
    cli::ServeOptions serve;
    cli::ReceiverOptions receiver;
    cli::DemoOptions demo;
    cli::EncoderOptions encoder;
    cli::ProjectOptions project;
    cli::MailOptions mail;
    cli::PlatformOptions platform;
    cli::PruneOptions prune;
    cli::RetentionOptions retention;
    cli::TrailOptions trail;
    cli::TokenOptions token;
    cli::VaultOptions vault;
    std::string page, link; // of the window
    bool newTarget = false;
    std::string name, file, to, tokenFile, asset, encoderName = "zencoder";
    qint64 number = 0;
    std::function<int(const Common &)> run;
};

using Shared = std::shared_ptr<Arguments>;

[[nodiscard]] inline QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

CLI::App *command(CLI::App &parent, const Shared &arguments, const char *name, const char *what, const char *example,
                  std::function<int(const Common &)> run);
// A command that only holds others.
CLI::App &commandGroup(CLI::App &parent, const char *name, const char *what, const char *example);
// --NAME and --no-NAME; neither: as it is.
void addSwitch(CLI::App *app, const std::string &name, std::optional<bool> &into, const std::string &what);

// --page, --new-target and a link
void addWindowOptions(CLI::App &app, const Shared &arguments);
// What the window is asked to show, as a link; empty: nothing of it. InvalidArgument: beside a command, or no link.
[[nodiscard]] Result<QString> windowLink(const CLI::App &app, const Arguments &arguments);
// The command line but for what only Qt reads: -reverse.
[[nodiscard]] std::vector<char *> withoutQtOptions(int argc, char **argv);

// encoder, project, mail, platform, asset
void addPlatformCommands(CLI::App &app, const Shared &arguments);
// trail
void addTrailCommands(CLI::App &app, const Shared &arguments);
// Of the group `target`: history, compare, restore.
void addRevisionCommands(CLI::App &target, const Shared &arguments);
// token
void addTokenCommands(CLI::App &app, const Shared &arguments);
// Of serve: where, with which certificate, under which names, how often.
void addDoorOptions(CLI::App *serve, cli::DoorOptions &door);
// vault
void addVaultCommands(CLI::App &app, const Shared &arguments);
// workspace
void addWorkspaceCommands(CLI::App &app, const Shared &arguments);

} // namespace callboard
