// The command line of who changed what: trail, target history, compare and restore.
#include "app/arguments.h"

namespace callboard {

void addTrailCommands(CLI::App &app, const Shared &a)
{
    CLI::App *trail = command(app, a, "trail", "Who changed what, newest first",
                              "callboard trail --subject target:5 --since 7d",
                              [p = a.get()](const Common &c) { return cli::listTrail(c, p->trail); });
    trail->add_option("--subject", a->trail.subject, "Exactly this, such as target:5, delivery:4711 or settings:mail");
    trail->add_option("--since", a->trail.since, "An age such as 7d, or a time in ISO 8601");
    trail->add_option("--search", a->trail.text, "Words in who, what or the line");
    trail->add_option("--limit", a->trail.limit, "At most this many; default 100")->check(CLI::Range(1, 1'000'000));
}

void addRevisionCommands(CLI::App &target, const Shared &a)
{
    const auto add = [&](const char *name, const char *what, const char *example,
                         int (*run)(const Common &, const QString &, const cli::TrailOptions &)) {
        CLI::App *made = command(target, a, name, what, example,
                                 [p = a.get(), run](const Common &c) { return run(c, text(p->name), p->trail); });
        made->add_option("TARGET", a->name, "Id or name; one that was removed by its id")->required();
        return made;
    };
    const auto revision = [&a](CLI::App *to) {
        to->add_option("REVISION", a->trail.revision, "Its number in the history")
            ->required()
            ->check(CLI::Range(1, std::numeric_limits<int>::max()).description({}));
    };
    add("history", "Its revisions, newest first: when, who, and what was changed", "callboard target history cms",
        cli::showHistory)
        ->add_option("--limit", a->trail.limit, "At most this many; default 100")
        ->check(CLI::Range(1, 1'000'000));
    CLI::App *compare = add("compare", "What differs between a revision and the present, or another",
                            "callboard target compare cms 3", cli::compareRevisions);
    revision(compare);
    compare->add_option("OTHER", a->trail.other, "Another revision; default: the present")
        ->check(CLI::Range(1, std::numeric_limits<int>::max()).description({}));
    revision(add("restore", "Takes a revision up again; secrets are those of today", "callboard target restore cms 3",
                 cli::restoreRevision));
}

} // namespace callboard
