// The command line of the door: its tokens, and how `serve` opens it.
#include "app/arguments.h"

namespace callboard {

void addTokenCommands(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "token", "Who may speak to the door", "callboard token list");
    const auto named = [&](const char *name, const char *what, const char *example,
                           std::function<int(const Common &)> run) {
        CLI::App *made = command(group, a, name, what, example, std::move(run));
        made->add_option("NAME", a->name, "A name of its own, such as the system that carries it")->required();
        return made;
    };
    CLI::App *added = named("add", "Makes a token and prints it, this once",
                            "callboard token add cms --scope events,publish --expires 90d",
                            [p = a.get()](const Common &c) { return cli::addToken(c, text(p->name), p->token); });
    added->add_option("--scope", a->token.scopes, "events (default),publish,read,notify");
    added->add_option("--expires", a->token.expires, "After this long, such as 90d; default: never");
    command(group, a, "list", "All of them: scopes, when made and last used, when they end", "callboard token list",
            [](const Common &c) { return cli::listTokens(c); });
    named("rotate", "Makes a newer one of the same name and prints it; the one before ends after the overlap",
          "callboard token rotate cms --overlap 24h",
          [p = a.get()](const Common &c) { return cli::rotateToken(c, text(p->name), p->token); })
        ->add_option("--overlap", a->token.overlap, "Both are taken for so long; default 24h, 0s ends it now");
    named("revoke", "Ends it at once", "callboard token revoke cms",
          [p = a.get()](const Common &c) { return cli::revokeToken(c, text(p->name)); });
}

void addDoorOptions(CLI::App *serve, cli::DoorOptions &door)
{
    serve->add_option("--listen", door.listen,
                      "ADDRESS:PORT of the door; port 0 picks a free one; default 127.0.0.1:8787");
    serve->add_option("--token-file", door.tokenFile, "The door's own token, which may do everything");
    serve->add_option("--tls-certificate", door.tlsCertificate,
                      "PEM: the door's certificate and what vouches for it; read again when it changes");
    serve->add_option("--tls-key", door.tlsKey, "PEM: its key, a file that others can't read");
    serve->add_option("--host-name", door.hostNames, "A name by which the door is called, as often as needed");
    serve->add_option("--limit", door.limit,
                      "Requests of one caller at most, such as 500/s; none; default 2000/s, the door's own token none");
}

} // namespace callboard
