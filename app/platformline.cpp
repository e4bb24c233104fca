// The command line of encoders, projects, mail, platforms and assets.
#include "app/arguments.h"

namespace callboard {

CLI::App *command(CLI::App &parent, const Shared &arguments, const char *name, const char *what, const char *example,
                  std::function<int(const Common &)> run)
{
    CLI::App *made = parent.add_subcommand(name, what);
    made->footer(std::string("Example: ") + example);
    made->fallthrough();
    made->callback([arguments, run = std::move(run)] { arguments->run = run; });
    return made;
}

CLI::App &commandGroup(CLI::App &parent, const char *name, const char *what, const char *example)
{
    CLI::App *group = parent.add_subcommand(name, what);
    group->footer(std::string("Example: ") + example);
    group->require_subcommand(1);
    group->fallthrough();
    return *group;
}

void addSwitch(CLI::App *app, const std::string &name, std::optional<bool> &into, const std::string &what)
{
    app->add_flag_callback(
        "--" + name, [&into] { into = true; }, what);
    app->add_flag_callback(
        "--no-" + name, [&into] { into = false; }, "The opposite of --" + name);
}

namespace {

void addEncoder(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "encoder", "Third-party encoders that callbacks are handed to",
                                   "callboard encoder show");
    CLI::App *set = command(group, a, "set", "Sets an encoder up",
                            "callboard encoder set zencoder --api-key @key.txt --notification-secret @secret.txt",
                            [p = a.get()](const Common &c) { return cli::setEncoder(c, text(p->name), p->encoder); });
    set->add_option("ENCODER", a->name, "zencoder or brightcove")->required();
    set->add_option("--api-key", a->encoder.apiKey, "@FILE, or - for standard input");
    set->add_option("--notification-secret", a->encoder.notificationSecret, "@FILE, or - for standard input");
    set->add_option("--base-url", a->encoder.baseUrl, "In place of the encoder's own address");
    set->add_option("--relay-url", a->encoder.relayUrl,
                    "The door as the encoder reaches it: https://callboard.example");
    command(group, a, "show", "How the encoders are set up", "callboard encoder show",
            [](const Common &c) { return cli::showEncoders(c); });
    CLI::App *notifications = command(
        group, a, "notifications", "The JSON that goes into the encoder's job for an asset's callbacks",
        "callboard encoder notifications 6b48fbce-cd10-459c-b397-5673e4bbafaf",
        [p = a.get()](const Common &c) { return cli::encoderNotifications(c, text(p->asset), text(p->encoderName)); });
    notifications->add_option("ASSET", a->asset, "The asset's id")->required();
    notifications->add_option("--encoder", a->encoderName, "zencoder");
    command(group, a, "submit", "Gives the encoder the asset's job, with its callbacks",
            "callboard encoder submit 6b48fbce-cd10-459c-b397-5673e4bbafaf",
            [p = a.get()](const Common &c) { return cli::submitJob(c, text(p->asset)); })
        ->add_option("ASSET", a->asset, "The asset's id")
        ->required();
}

void addProject(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "project", "Spark projects and their Media Callback URL",
                                   "callboard project list");
    CLI::App *set = command(
        group, a, "set", "Makes or changes a project; its Media Callback URL makes its target",
        "callboard project set 16 --name Testing --media-callback-url https://example.org/yourcallback.py",
        [p = a.get()](const Common &c) { return cli::setProject(c, text(p->name), p->project); });
    set->add_option("ID", a->name, "The project's id (vhost)")->required();
    set->add_option("--name", a->project.name, "What the project is called");
    set->add_option("--media-callback-url", a->project.mediaCallbackUrl, "Empty: no callbacks, the target is removed");
    set->add_option("--zone", a->project.zone, "Time zone of its records' dates, such as America/Toronto");
    command(group, a, "list", "All projects", "callboard project list",
            [](const Common &c) { return cli::listProjects(c); });
    command(group, a, "remove", "Removes a project and its target", "callboard project remove 16",
            [p = a.get()](const Common &c) { return cli::removeProject(c, text(p->name)); })
        ->add_option("ID", a->name, "The project's id (vhost)")
        ->required();
}

void addMail(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "mail", "The mail server that delivers mailto: callbacks",
                                   "callboard mail show");
    CLI::App *set = command(
        group, a, "set", "Sets the mail server up",
        "callboard mail set 'smtp://ops@mail.example.org:587?from=callboard@example.org' --password @smtp.txt",
        [p = a.get()](const Common &c) { return cli::setMail(c, p->mail); });
    set->add_option("SERVER", a->mail.server, "smtp://… or smtps://…; empty: none")->required();
    set->add_option("--password", a->mail.password, "@FILE, or - for standard input");
    command(group, a, "show", "How mail is set up", "callboard mail show",
            [](const Common &c) { return cli::showMail(c); });
    command(group, a, "test", "Sends a test mail", "callboard mail test ops@example.org",
            [p = a.get()](const Common &c) { return cli::testMail(c, text(p->to)); })
        ->add_option("ADDRESS", a->to, "Who gets it")
        ->required();
}

void addPlatform(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "platform", "Where platforms answer what a record is now",
                                   "callboard platform set lightflow --key @token.txt");
    CLI::App *set = command(group, a, "set", "Sets a platform's address and key",
                            "callboard platform set lightflow --base-url https://api.lightflow.media --key @token.txt",
                            [p = a.get()](const Common &c) { return cli::setPlatform(c, text(p->name), p->platform); });
    set->add_option("PLATFORM", a->name, "lightflow or spark")->required();
    set->add_option("--base-url", a->platform.baseUrl,
                    "https://api.lightflow.media, http://api.newspark.ca/services/rest");
    set->add_option("--key", a->platform.key, "@FILE, or - for standard input");
    addSwitch(set, "allow-private", a->platform.allowPrivate, "It is at a loopback or private address");
}

void addAsset(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "asset", "What is known of assets", "callboard asset list");
    command(group, a, "list", "Assets, those with the newest event first", "callboard asset list T1S",
            [p = a.get()](const Common &c) { return cli::listAssets(c, text(p->asset)); })
        ->add_option("SEARCH", a->asset, "Part of the id");
    const auto one = [&](const char *name, const char *what, const char *example,
                         int (*run)(const Common &, const QString &)) {
        command(group, a, name, what, example, [p = a.get(), run](const Common &c) { return run(c, text(p->asset)); })
            ->add_option("ASSET", a->asset, "The asset's id")
            ->required();
    };
    one("show", "An asset's record with what it means, and its callbacks", "callboard asset show 556114",
        cli::showAsset);
    one("refresh", "Asks the platform for the present record and says what differs", "callboard asset refresh 556114",
        cli::refreshAsset);
    command(group, a, "unmatched", "Encoders' notifications that match no asset", "callboard asset unmatched",
            [](const Common &c) { return cli::listUnmatched(c); });
    CLI::App *assign = command(
        group, a, "assign", "Gives a notification its asset and fires its events", "callboard asset assign 7 556114",
        [p = a.get()](const Common &c) { return cli::assignNotification(c, p->number, text(p->asset)); });
    assign->add_option("NOTIFICATION", a->number, "Its number in the list of unmatched ones")->required();
    assign->add_option("ASSET", a->asset, "The asset's id")->required();
}

} // namespace

void addPlatformCommands(CLI::App &app, const Shared &arguments)
{
    addEncoder(app, arguments);
    addProject(app, arguments);
    addMail(app, arguments);
    addPlatform(app, arguments);
    addAsset(app, arguments);
}

} // namespace callboard
