// The command line of the workspace's file: info, backup, prune, retention, verify, salvage.
#include "app/arguments.h"

namespace callboard {

namespace {

void addPrune(CLI::App &group, const Shared &a)
{
    CLI::App *prune = command(group, a, "prune", "Takes away what ended long ago; works beside a running engine",
                              "callboard workspace prune --older-than 90d --yes",
                              [p = a.get()](const Common &c) { return cli::pruneWorkspace(c, p->prune); });
    prune->add_option("--older-than", a->prune.olderThan, "An age such as 90d: deliveries that ended before go")
        ->required();
    prune->add_flag("--plan", a->prune.plan, "Only says how much");
    prune->add_flag("--yes", a->prune.yes, "Does not ask");
    prune->add_flag("--vacuum", a->prune.vacuum, "Gives the room back to the disk; nothing else may run the workspace");
    CLI::App *retention = command(group, a, "retention", "How long history is kept; with options, sets it",
                                  "callboard workspace retention --age 90d --limit 2GB",
                                  [p = a.get()](const Common &c) { return cli::setRetention(c, p->retention); });
    retention->add_option("--age", a->retention.age, "Since a delivery's end, such as 90d; forever");
    retention->add_option("--limit", a->retention.limit, "Beyond this size the oldest goes first, such as 2GB; none");
}

} // namespace

void addWorkspaceCommands(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "workspace", "The workspace's file as a whole", "callboard workspace info");
    command(group, a, "info", "What is in it, how large it is, and who runs it", "callboard workspace info --json",
            [](const Common &c) { return cli::workspaceInfo(c); });
    command(group, a, "backup", "A checked copy, also while another process runs it",
            "callboard workspace backup /backup/callboard-monday.db",
            [p = a.get()](const Common &c) { return cli::backupWorkspace(c, text(p->file)); })
        ->add_option("FILE", a->file, "Where to; never overwrites")
        ->required();
    addPrune(group, a);
    command(group, a, "verify", "Looks for everything that can be wrong with it", "callboard workspace verify",
            [](const Common &c) { return cli::verifyWorkspace(c); });
    command(group, a, "salvage", "What can still be read of a damaged workspace, into a new one",
            "callboard --workspace damaged.db workspace salvage rescued.db",
            [p = a.get()](const Common &c) { return cli::salvageWorkspace(c, text(p->file)); })
        ->add_option("FILE", a->file, "The new workspace; never overwrites")
        ->required();
}

} // namespace callboard
