#include "app/commandline.h"

#include "app/arguments.h"
#include "core/store/sql/database.h"

#include <limits>

namespace callboard {

namespace {

// CLI11's own PositiveNumber names 309 digits where it refuses.
const auto kPositive = CLI::Range(1, std::numeric_limits<int>::max()).description({});

void addTargetFields(CLI::App *app, cli::TargetOptions &o)
{
    app->add_option("--name", o.name, "A name of its own; default: the URL's host");
    app->add_option("--url", o.url, "https://…, http://… or mailto:…");
    app->add_option("--preset", o.preset, "lightflow or spark: what each document says");
    app->add_option("--method", o.method, "POST (default), PUT or GET");
    app->add_option("--header", o.headers, "'Name: value', as often as needed");
    app->add_option("--secret-header", o.secretHeaders, "'Name: @FILE' or 'Name: -': kept encrypted");
    app->add_option("--format", o.format, "lightflow (default), spark or cloudevents");
    app->add_option("--on", o.on, "success,failure,progress,rating,moderation,transcode,external");
    app->add_option("--source", o.source, "lightflow (default) or encoder");
    app->add_option("--coalesce", o.coalesce, "Window in which only the latest state is kept, such as 60s; 0s: off");
    app->add_option("--coalesce-longest", o.coalesceLongest, "Lets the window widen up to this; 0s: it is fixed");
    app->add_option("--urgent", o.urgent, "Triggers that close an open window at once, such as moderation");
    app->add_option("--connections", o.connections, "With --pipelining; default 4");
    app->add_option("--pipeline-depth", o.pipelineDepth, "Requests without an answer on each connection; default 8");
    addSwitch(app, "relay", o.relay, "With --source encoder: the encoder tells Callboard, which sends the callback");
    app->add_option("--timeout", o.timeout, "For a whole attempt; default 15s");
    app->add_option("--retry", o.retry, "Delays such as 5s,1m,5m; standard; none");
    app->add_option("--max-in-flight", o.maxInFlight, "Requests at a time; default 8");
    app->add_option("--rate", o.rate, "Requests at most, such as 50/s, 100/min or 1000/h; none (default)");
    app->add_option("--project", o.project, "Only events of this project");
    app->add_option("--asset", o.asset, "Only events of this asset");
    app->add_option("--sign", o.signing.scheme,
                    "none, hmac, ed25519, mux, cloudflare, body-sha256, body-sha512, cloudinary, kaltura or token");
    app->add_option("--signing-secret", o.signing.secret, "@FILE, or - for standard input; default: one is made");
    app->add_option("--signing-header", o.signing.header, "Where the signature goes; default: where the scheme has it");
    addSwitch(app, "pipelining", o.pipelining, "The receiver takes pipelined requests");
    addSwitch(app, "allow-private", o.allowPrivate, "Loopback and private addresses are meant");
}

void addAccessFields(CLI::App *app, cli::AccessOptions &o)
{
    app->add_option("--auth", o.auth, "none (default), basic, bearer or oauth2: how it shows who it is");
    app->add_option("--user", o.user, "The user's name of basic, the client's id of oauth2");
    app->add_option("--auth-secret", o.secret, "Password, token or client's secret: @FILE, or - for standard input");
    app->add_option("--token-url", o.tokenUrl, "The server that gives tokens for oauth2");
    app->add_option("--token-scope", o.tokenScope, "Scopes to ask for, with spaces between");
    app->add_option("--token-audience", o.tokenAudience, "A field that some servers want");
    addSwitch(app, "client-secret-in-body", o.secretInBody, "The client's secret in the form instead of Basic");
    app->add_option("--ca-file", o.authorities,
                    "PEM: who may vouch for the receiver in place of the system's; or none");
    app->add_option("--pin", o.pins, "sha256/… of the receiver's key, as often as needed; or none");
    app->add_option("--client-certificate", o.certificate, "PEM: shown to the receiver, with what is between; or none");
    app->add_option("--client-key", o.key, "Its key in PEM: @FILE, or - for standard input");
    app->add_option("--client-key-passphrase", o.passphrase, "Of key or PKCS #12: @FILE, or - for standard input");
    app->add_option("--client-pkcs12", o.pkcs12, "A file with certificate and key, .p12 or .pfx");
    app->add_option("--proxy", o.proxy, "http://HOST:PORT or socks5://HOST:PORT; or none");
    app->add_option("--proxy-user", o.proxyUser, "Where the proxy asks for a name");
    app->add_option("--proxy-password", o.proxyPassword, "@FILE, or - for standard input");
}

void addTargetCommands(CLI::App &app, const Shared &a)
{
    CLI::App &target = commandGroup(app, "target", "Callback targets", "callboard target list");
    const auto add = [&](const char *name, const char *what, const char *example,
                         std::function<int(const Common &)> run) {
        return command(target, a, name, what, example, std::move(run));
    };
    CLI::App *made = add("add", "Adds a target",
                         "callboard target add --name cms --url https://example.com/callback --on success,failure",
                         [p = a.get()](const Common &c) { return cli::addTarget(c, p->target); });
    addTargetFields(made, a->target);
    addAccessFields(made, a->target.access);
    made->get_option("--url")->required();
    CLI::App *set = add(
        "set", "Changes a target",
        "callboard target set cms --method PUT, or callboard target set cms --rotate-signing-secret --overlap 24h",
        [p = a.get()](const Common &c) { return cli::setTarget(c, text(p->name), p->target); });
    set->add_option("TARGET", a->name, "Id or name")->required();
    addTargetFields(set, a->target);
    addAccessFields(set, a->target.access);
    set->add_flag("--rotate-signing-secret", a->target.signing.rotate,
                  "A newer key before the one that is there: one is made, or =@FILE has it");
    set->add_option("--overlap", a->target.signing.overlap,
                    "The older key signs on beside it for so long; default 24h");
    add("list", "All targets", "callboard target list --json", [](const Common &c) { return cli::listTargets(c); });
    const auto one = [&](const char *name, const char *what, std::function<int(const Common &)> run) {
        const std::string example = std::string("callboard target ") + name + " cms";
        add(name, what, example.c_str(), std::move(run))->add_option("TARGET", a->name, "Id or name")->required();
    };
    const auto switchTo = [p = a.get()](TargetState state) {
        return [p, state](const Common &c) { return cli::switchTarget(c, text(p->name), state); };
    };
    one("show", "One target", [p = a.get()](const Common &c) { return cli::showTarget(c, text(p->name)); });
    one("enable", "Sends again", switchTo(TargetState::Enabled));
    one("disable", "Wants nothing new; what is owed is held", switchTo(TargetState::Disabled));
    one("pause", "Holds everything", switchTo(TargetState::Paused));
    one("resume", "Sends what was held", switchTo(TargetState::Enabled));
    one("remove", "Removes it; what is owed is cancelled",
        [p = a.get()](const Common &c) { return cli::removeTarget(c, text(p->name)); });
    addRevisionCommands(target, a);
    add("import", "Reads a LightFlow request, a callbacks array, a curl command or an export",
        "callboard target import request.txt",
        [p = a.get()](const Common &c) { return cli::importFrom(c, text(p->file)); })
        ->add_option("FILE", a->file, "A file, or - for standard input")
        ->required();
    add("export", "Writes all targets, without secret values", "callboard target export targets.json",
        [p = a.get()](const Common &c) { return cli::exportTo(c, text(p->file)); })
        ->add_option("FILE", a->file, "Default: standard output");
}

void addFilter(CLI::App *app, cli::DeliveryOptions &o)
{
    app->add_option("--state", o.states, "waiting,queued,sending,retrying,held,delivered,failed,cancelled");
    app->add_option("--target", o.target, "Id or name");
    app->add_option("--asset", o.asset, "Exactly this asset");
    app->add_option("--cause", o.cause, "Exactly this cause, such as http-503 or refused");
    app->add_option("--since", o.since, "An age such as 1h, or a time in ISO 8601");
    app->add_option("--search", o.search, "Text in asset, target, event, error or cause");
    app->add_option(
        "--filter", o.filter,
        "As in the window: 'state:failed code:5xx dur>2s tries>=3 ended:24h not target:cms body~\"T1S03\"'; "
        "the other options narrow it further");
}

void addDeliveryCommands(CLI::App &app, const Shared &a)
{
    CLI::App *emitted = command(
        app, a, "emit", "Takes events in: a CloudEvent, an array of them, or JSON Lines",
        "callboard emit events.jsonl --to http://127.0.0.1:8787",
        [p = a.get()](const Common &c) { return cli::emitEvents(c, text(p->file), text(p->to), text(p->tokenFile)); });
    emitted->add_option("FILE", a->file, "A file, or - for standard input")->required();
    emitted->add_option("--to", a->to, "A running intake; default: straight into the workspace");
    emitted->add_option("--token-file", a->tokenFile, "The intake's token");

    CLI::App *list = command(app, a, "deliveries", "The delivery log, newest first",
                             "callboard deliveries --filter 'state:failed code:5xx since:1h'",
                             [p = a.get()](const Common &c) { return cli::listDeliveries(c, p->deliveries); });
    addFilter(list, a->deliveries);
    list->add_option("--limit", a->deliveries.limit, "At most this many; default 100")->check(kPositive);

    command(app, a, "delivery", "One delivery with its events and attempts", "callboard delivery 4711",
            [p = a.get()](const Common &c) { return cli::showDelivery(c, text(p->name)); })
        ->add_option("ID", a->name, "Number or webhook-id")
        ->required();

    CLI::App *replay = command(app, a, "replay", "Sends deliveries again, each as a new one linked to the old",
                               "callboard replay 4711, or callboard replay --state failed --since 1h --yes",
                               [p = a.get()](const Common &c) { return cli::replayDeliveries(c, p->replay); });
    replay->add_option("ID", a->replay.ids, "Numbers or webhook-ids");
    addFilter(replay, a->replay.filter);
    replay->add_flag("--latest", a->replay.latest, "Sends the asset's latest known state instead of the same bytes");
    replay->add_flag("--plan", a->replay.plan, "Only says how many");
    replay->add_flag("--yes", a->replay.yes, "Does not ask");

    CLI::App *explain = command(app, a, "explain", "Who would be called for an event, who not, and why; sends nothing",
                                "callboard explain event.json, or callboard explain --delivery 4711",
                                [p = a.get()](const Common &c) { return cli::explainEvents(c, p->explain); });
    explain->add_option("EVENT-FILE", a->explain.file,
                        "A CloudEvent, an array of them, or JSON Lines; - for standard input");
    explain->add_option("--delivery", a->explain.delivery, "In place of a file: the event behind this delivery");

    command(app, a, "audit", "Recounts that every accepted event has its outcome", "callboard audit",
            [](const Common &c) { return cli::audit(c); });
}

void addRunningCommands(CLI::App &app, const Shared &a)
{
    CLI::App *serve = command(app, a, "serve", "Runs the engine without a window",
                              "callboard serve --listen 127.0.0.1:8787",
                              [p = a.get()](const Common &c) { return cli::serve(c, p->serve); });
    addDoorOptions(serve, a->serve.door);
    serve->add_option("--for", a->serve.runFor, "Stops after this long");
    serve->add_option("--drop", a->serve.drop, "A folder whose files are taken in too");
    serve->add_option("--mail", a->serve.mail, "smtp://[USER@]HOST[:PORT][?security=…&from=…] or smtps://…");
    serve->add_option("--mail-password", a->serve.mailPassword, "@FILE, or - for standard input");
    serve->add_flag("--private-callbacks", a->serve.privateCallbacks,
                    "Callbacks that come with POST /assets may call loopback and private addresses");
    serve->add_option("--callback-ports", a->serve.callbackPorts,
                      "Ports that they may go to, such as 443,8443,9000-9099; default 80,443,1024-65535");
    serve->add_flag_callback(
        "--no-intake", [p = a.get()] { p->serve.intake = false; }, "No door");
    serve->add_flag_callback(
        "--no-dispatch", [p = a.get()] { p->serve.dispatch = false; }, "Takes in, sends nothing");

    CLI::App *receiver = command(app, a, "receiver", "A local receiver to try callbacks on",
                                 "callboard receiver --listen 127.0.0.1:9000",
                                 [p = a.get()](const Common &c) { return cli::receive(c, p->receiver); });
    receiver->add_option("--listen", a->receiver.listen, "ADDRESS:PORT; default 127.0.0.1:8788");
    receiver->add_option("--script", a->receiver.script, "What to answer: a JSON file");
    receiver->add_option("--for", a->receiver.runFor, "Stops after this long");

    CLI::App *demo = command(app, a, "demo", "The whole main job on a throw-away workspace",
                             "callboard demo --headless --seconds 20",
                             [p = a.get()](const Common &c) { return cli::runHeadlessDemo(c, p->demo); });
    demo->add_flag("--headless", a->demo.headless, "On the terminal, without a window");
    demo->add_option("--seconds", a->demo.seconds, "How long it runs without a window; default 20")->check(kPositive);
    demo->add_option("--screenshot", a->demo.screenshot, "Saves a picture of the main window");
}

} // namespace

ParsedCommand parseCommandLine(int argc, char **argv)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App app("Callboard runs the callbacks of media platforms. Without a command it opens the desktop program.",
                 "callboard");
    app.get_formatter()->column_width(32); // the longest option, with its words on the same line
    app.footer("Example: callboard --workspace team.db");
    app.set_version_flag("--version", "Callboard " CALLBOARD_VERSION);
    app.add_option("--workspace", arguments->workspace,
                   "An SQLite file; default: callboard/workspace.db in the XDG data directory")
        ->envname("CALLBOARD_WORKSPACE");
    app.add_flag("--json", arguments->json, "JSON Lines on stdout, messages on stderr");
    addWindowOptions(app, arguments);
    addRunningCommands(app, arguments);
    addTargetCommands(app, arguments);
    addDeliveryCommands(app, arguments);
    addPlatformCommands(app, arguments);
    addWorkspaceCommands(app, arguments);
    addTokenCommands(app, arguments);
    addTrailCommands(app, arguments);
    addVaultCommands(app, arguments);

    ParsedCommand parsed;
    try {
        std::vector<char *> ours = withoutQtOptions(argc, argv);
        app.parse(int(ours.size()), ours.data());
    } catch (const CLI::ParseError &error) {
        parsed.exitCode = app.exit(error) == 0 ? cli::Done : cli::WrongUsage;
        return parsed;
    }
    const auto link = windowLink(app, *arguments);
    if (!link) {
        parsed.exitCode = cli::report(link.error());
        return parsed;
    }
    parsed.link = *link;
    parsed.common.workspace = arguments->workspace.empty() ? defaultWorkspace() : text(arguments->workspace);
    parsed.common.json = arguments->json;
    const bool demoWindow = app.got_subcommand("demo") && !arguments->demo.headless;
    if (app.got_subcommand("demo"))
        parsed.demo = arguments->demo;
    parsed.window = app.get_subcommands().empty() || demoWindow;
    parsed.run = [arguments, common = parsed.common] { return arguments->run(common); };
    return parsed;
}

} // namespace callboard
