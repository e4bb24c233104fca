#include "app/cli/desk.h"
#include "app/cli/enginecall.h"
#include "app/cli/platformcommands.h"
#include "app/cli/secrets.h"
#include "core/engine/definitions.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "core/store/workspacereader.h"

namespace callboard::cli {

namespace {

void print(const Common &common, const Project &project)
{
    if (common.json)
        return printJson(QJsonObject{
            {QStringLiteral("id"), project.id},
            {QStringLiteral("name"), project.name},
            {QStringLiteral("mediaCallbackUrl"), project.mediaCallbackUrl},
            {QStringLiteral("zone"), project.zone},
            {QStringLiteral("target"), project.target.isValid() ? QJsonValue(project.target.value) : QJsonValue()}});
    printLine(QStringLiteral("%1  %2  %3")
                  .arg(project.id, -8)
                  .arg(project.name, -24)
                  .arg(project.mediaCallbackUrl.isEmpty() ? QStringLiteral("no Media Callback URL")
                                                          : project.mediaCallbackUrl));
}

void print(const Common &common, const SmtpServer &server)
{
    if (common.json)
        return printJson(
            QJsonObject{{QStringLiteral("host"), server.host},
                        {QStringLiteral("port"), server.port},
                        {QStringLiteral("security"), toString(server.security)},
                        {QStringLiteral("user"), server.user},
                        {QStringLiteral("password"), server.password.isSet() ? QJsonValue(kMask) : QJsonValue()},
                        {QStringLiteral("from"), server.from}});
    printLine(server.isSet() ? QStringLiteral("%1:%2, %3%4")
                                   .arg(server.host)
                                   .arg(server.port)
                                   .arg(toString(server.security),
                                        server.user.isEmpty() ? QString() : QStringLiteral(", as ") + server.user)
                             : QStringLiteral("No mail server is set up."));
}

Result<std::unique_ptr<WorkspaceReader>> readerOf(const Common &common)
{
    return WorkspaceReader::open(common.workspace);
}

} // namespace

int setProject(const Common &common, const QString &id, const ProjectOptions &options)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    auto saved = (*desk)->order<Project>([&](Workplace &place) -> Result<Project> {
        auto stored = ProjectStore(place.db).byId(id);
        if (!stored && stored.error().code != ErrorCode::NotFound)
            return stored;
        Project project = stored.value_or(Project{id, {}, {}, {}, {}});
        if (options.name)
            project.name = QString::fromStdString(*options.name);
        if (options.mediaCallbackUrl)
            project.mediaCallbackUrl = QString::fromStdString(*options.mediaCallbackUrl);
        if (options.zone)
            project.zone = QString::fromStdString(*options.zone);
        return Definitions(place).saveProject(project);
    });
    if (!saved)
        return report(saved.error());
    print(common, *saved);
    return Done;
}

int listProjects(const Common &common)
{
    const auto projects = readerOf(common).and_then([](const auto &reader) { return reader->projects(); });
    if (!projects)
        return report(projects.error());
    for (const Project &project : *projects)
        print(common, project);
    if (projects->isEmpty() && !common.json)
        say(QStringLiteral(
            "No projects yet. Add one: callboard project set 16 --media-callback-url https://example.org/callback"));
    return Done;
}

int removeProject(const Common &common, const QString &id)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    auto removed = (*desk)->order<QString>([&](Workplace &place) { return Definitions(place).removeProject(id); });
    if (!removed)
        return report(removed.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("removed"), id}});
    else
        printLine(QStringLiteral("Removed project %1 and its target.").arg(id));
    return Done;
}

int setMail(const Common &common, const MailOptions &options)
{
    auto server = options.server.empty() ? Result<SmtpServer>(SmtpServer{})
                                         : smtpServerFrom(QString::fromStdString(options.server));
    if (!server)
        return report(server.error());
    auto desk = Desk::open(common.workspace, options.password.has_value());
    if (!desk)
        return report(desk.error());
    const auto stored = WorkspaceSettingsStore((*desk)->db()).load();
    if (!stored)
        return report(stored.error());
    if (options.password) {
        auto password = readSecret(QString::fromStdString(*options.password));
        if (!password)
            return report(password.error());
        server->password.plain = QString::fromUtf8(*password);
    } else if (stored->smtp.host == server->host && stored->smtp.user == server->user) {
        server->password = stored->smtp.password; // the same account
    }
    auto saved = (*desk)->order<SmtpServer>([&](Workplace &place) { return Definitions(place).save(*server); });
    if (!saved)
        return report(saved.error());
    print(common, *saved);
    return Done;
}

int showMail(const Common &common)
{
    const auto settings = readerOf(common).and_then([](const auto &reader) { return reader->settings(); });
    if (!settings)
        return report(settings.error());
    print(common, settings->smtp);
    return Done;
}

int testMail(const Common &common, const QString &to)
{
    const auto settings = readerOf(common).and_then([](const auto &reader) { return reader->settings(); });
    if (!settings)
        return report(settings.error());
    const auto tested = askEngine<TestResult>(common.workspace,
                                              [&](EngineService &engine, QObject *context, auto then) {
                                                  engine.sendTestMail(settings->smtp, to, context, then);
                                              });
    if (!tested)
        return report(tested.error());
    const Exchange &exchange = tested->exchange;
    const bool sent = exchange.outcome == Outcome::Delivered;
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("delivered"), sent},
                              {QStringLiteral("status"), exchange.status},
                              {QStringLiteral("error"), exchange.errorText}});
    else
        printLine(sent ? QStringLiteral("%1 took the mail (%2).").arg(settings->smtp.host).arg(exchange.status)
                       : exchange.errorText);
    return sent ? Done : Failed;
}

int setPlatform(const Common &common, const QString &name, const PlatformOptions &options)
{
    const auto kind = platformFrom(name);
    if (!kind)
        return report(
            {ErrorCode::InvalidArgument, QStringLiteral("There is no platform “%1”: lightflow or spark.").arg(name)});
    auto desk = Desk::open(common.workspace, options.key.has_value());
    if (!desk)
        return report(desk.error());
    const auto stored = WorkspaceSettingsStore((*desk)->db()).load();
    if (!stored)
        return report(stored.error());
    PlatformSettings settings = stored->of(*kind);
    if (options.baseUrl)
        settings.baseUrl = QString::fromStdString(*options.baseUrl);
    settings.allowPrivate = options.allowPrivate.value_or(settings.allowPrivate);
    if (options.key) {
        auto key = readSecret(QString::fromStdString(*options.key));
        if (!key)
            return report(key.error());
        settings.key = {QString::fromUtf8(*key), {}};
    }
    auto saved = (*desk)->order<PlatformSettings>([&](Workplace &place) { return Definitions(place).save(settings); });
    if (!saved)
        return report(saved.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("platform"), toString(saved->kind)},
                              {QStringLiteral("baseUrl"), saved->baseUrl},
                              {QStringLiteral("key"), saved->key.isSet() ? QJsonValue(kMask) : QJsonValue()}});
    else
        printLine(QStringLiteral("%1  %2").arg(toString(saved->kind), saved->baseUrl));
    return Done;
}

} // namespace callboard::cli
