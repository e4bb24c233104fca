// The command line of the window: which page or thing it shows first, and Qt's own option for right-to-left layouts.
#include "app/arguments.h"
#include "app/instance/link.h"

#include <cstring>

namespace callboard {

void addWindowOptions(CLI::App &app, const Shared &a)
{
    std::vector<std::string> pages;
    for (const QString &name : pageNames())
        pages.push_back(name.toStdString());
    app.add_option("--page", a->page, "The page that the window shows: " + pageNames().join(u' ').toStdString())
        ->check(CLI::IsMember(pages).description({}));
    app.add_flag("--new-target", a->newTarget, "Opens the form of a new target in the window");
    app.add_option("LINK", a->link, "callboard://delivery/ID or callboard://target/ID: shows it in the window");
}

Result<QString> windowLink(const CLI::App &app, const Arguments &a)
{
    const bool asked = !a.page.empty() || a.newTarget || !a.link.empty();
    if (asked && !app.get_subcommands().empty())
        return fail(ErrorCode::InvalidArgument,
                    a.link.empty() ? QStringLiteral("--page and --new-target are for the window, without a command.")
                                   : QStringLiteral("There is one argument too many: %1").arg(text(a.link)));
    if (!a.link.empty() && !parseLink(text(a.link)))
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1” is neither a command nor a link; see callboard --help.").arg(text(a.link)));
    if (!a.link.empty())
        return text(a.link);
    if (a.newTarget)
        return newTargetLink();
    return a.page.empty() ? QString() : pageLink(text(a.page));
}

std::vector<char *> withoutQtOptions(int argc, char **argv)
{
    std::vector<char *> ours;
    std::copy_if(argv, argv + argc, std::back_inserter(ours),
                 [](const char *argument) { return std::strcmp(argument, "-reverse") != 0; });
    return ours;
}

} // namespace callboard
