#include "core/engine/definitions.h"

#include "core/domain/urlcredentials.h"
#include "core/engine/settingsbook.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/tables/workspacesettingsstore.h"

#include <QUrl>

namespace callboard {

namespace {

std::optional<QString> baseUrlProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (text.isEmpty() || (url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty()))
        return std::nullopt;
    return QStringLiteral("“%1” is no address that can be called; expected https://HOST/… without credentials.")
        .arg(withoutCredentials(text));
}

// What the trail shows of settings: secrets as marks.

QJsonObject toldOf(const SmtpServer &server)
{
    return {{QStringLiteral("host"), server.host},
            {QStringLiteral("port"), server.port},
            {QStringLiteral("security"), toString(server.security)},
            {QStringLiteral("user"), server.user},
            {QStringLiteral("from"), server.from},
            {QStringLiteral("password"), secretMark(server.password.sealed)}};
}

QJsonObject toldOf(const EncoderSettings &settings)
{
    return {{QStringLiteral("baseUrl"), settings.baseUrl},
            {QStringLiteral("relayUrl"), settings.relayUrl},
            {QStringLiteral("apiKey"), secretMark(settings.apiKey.sealed)},
            {QStringLiteral("notificationSecret"), secretMark(settings.notificationSecret.sealed)}};
}

QJsonObject toldOf(const PlatformSettings &settings)
{
    return {{QStringLiteral("baseUrl"), settings.baseUrl},
            {QStringLiteral("allowPrivate"), settings.allowPrivate},
            {QStringLiteral("key"), secretMark(settings.key.sealed)}};
}

QJsonObject toldOf(const Retention &retention)
{
    return {
        {QStringLiteral("age"), retention.age.count() > 0 ? formatDuration(retention.age) : QStringLiteral("forever")},
        {QStringLiteral("limitBytes"), retention.bytes}};
}

QString nameOf(const SmtpServer &)
{
    return QStringLiteral("mail");
}

QString nameOf(const EncoderSettings &settings)
{
    return toString(settings.encoder);
}

QString nameOf(const PlatformSettings &settings)
{
    return toString(settings.kind);
}

QString nameOf(const Retention &)
{
    return QStringLiteral("retention");
}

const SmtpServer &presentOf(const WorkspaceSettings &all, const SmtpServer &)
{
    return all.smtp;
}

const EncoderSettings &presentOf(const WorkspaceSettings &all, const EncoderSettings &settings)
{
    return all.of(settings.encoder);
}

const PlatformSettings &presentOf(const WorkspaceSettings &all, const PlatformSettings &settings)
{
    return all.of(settings.kind);
}

const Retention &presentOf(const WorkspaceSettings &all, const Retention &)
{
    return all.retention;
}

} // namespace

Result<Project> Definitions::saveProject(Project project)
{
    if (const auto problem = projectProblem(project))
        return fail(ErrorCode::InvalidArgument, *problem);
    const auto before = ProjectStore(m_place.db).byId(project.id);
    if (!before && before.error().code != ErrorCode::NotFound)
        return before;
    project.target = before ? before->target : TargetId{};
    if (project.name.trimmed().isEmpty())
        project.name = QStringLiteral("Project %1").arg(project.id);
    if (project.mediaCallbackUrl.isEmpty()) {
        if (!project.target.isValid())
            return keep(project);
        return m_place.orders.removeTarget(project.target).and_then([&](TargetId) {
            project.target = {};
            return keep(project);
        });
    }
    CallbackTarget target = sparkPreset();
    target.name = QStringLiteral("%1 (media callback)").arg(project.name);
    target.scope = {ScopeKind::Project, project.id};
    if (project.target.isValid()) {
        auto present = TargetStore(m_place.db).byId(project.target);
        if (!present)
            return tl::unexpected(present.error());
        target = std::move(*present); // whatever else was set on it stays
    }
    target.url = project.mediaCallbackUrl;
    return m_place.orders.saveTarget(std::move(target)).and_then([&](const CallbackTarget &saved) {
        project.target = saved.id;
        return keep(project);
    });
}

Result<Project> Definitions::keep(const Project &project)
{
    return ProjectStore(m_place.db)
        .save(project)
        .and_then([&] {
            return m_place.orders.recording().add({{},
                                                   QStringLiteral("project.saved"),
                                                   QStringLiteral("project:") + project.id,
                                                   QStringLiteral("“%1”").arg(project.name),
                                                   {{QStringLiteral("name"), project.name},
                                                    {QStringLiteral("zone"), project.zone},
                                                    {QStringLiteral("target"), project.target.value}}});
        })
        .map([&] { return project; });
}

Result<QString> Definitions::removeProject(const QString &id)
{
    ProjectStore store(m_place.db);
    const auto project = store.byId(id);
    if (!project)
        return tl::unexpected(project.error());
    if (project->target.isValid()) {
        if (auto removed = m_place.orders.removeTarget(project->target); !removed)
            return tl::unexpected(removed.error());
    }
    return store.remove(id)
        .and_then([&] {
            return m_place.orders.recording().add({{},
                                                   QStringLiteral("project.removed"),
                                                   QStringLiteral("project:") + id,
                                                   QStringLiteral("“%1”").arg(project->name),
                                                   {{QStringLiteral("name"), project->name}}});
        })
        .map([&] { return id; });
}

template <class Settings>
Result<Settings> Definitions::write(const Settings &settings)
{
    WorkspaceSettingsStore store(m_place.db);
    const auto before = store.load();
    if (!before)
        return tl::unexpected(before.error());
    m_place.settingsChanged = true;
    return store.save(settings)
        .and_then([&] {
            return m_place.orders.recording().settings(nameOf(settings), toldOf(presentOf(*before, settings)),
                                                       toldOf(settings));
        })
        .map([&] { return settings; });
}

template <class Settings>
Result<Settings> Definitions::sealAndSave(Settings settings, bool typesSecret)
{
    const Vault *vault = m_place.book.vault();
    if (typesSecret && !vault)
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("This secret needs the vault, and it is not open. Set CALLBOARD_VAULT_KEY_FILE or "
                                   "unlock the keychain."));
    if (vault && m_place.book.earlierVault())
        renewSeals(settings, *m_place.book.earlierVault(), *vault);
    if (vault)
        sealSecrets(settings, *vault);
    return write(settings);
}

Result<SmtpServer> Definitions::save(SmtpServer server)
{
    if (const auto problem = server.isSet() ? smtpProblem(server) : std::nullopt)
        return fail(ErrorCode::InvalidArgument, *problem);
    const bool types = !server.password.plain.isEmpty();
    return sealAndSave(std::move(server), types);
}

Result<EncoderSettings> Definitions::save(EncoderSettings settings)
{
    for (const QString &url : {settings.baseUrl, settings.relayUrl}) {
        if (const auto problem = baseUrlProblem(url))
            return fail(ErrorCode::InvalidUrl, *problem);
    }
    const bool types = !settings.apiKey.plain.isEmpty() || !settings.notificationSecret.plain.isEmpty();
    return sealAndSave(std::move(settings), types);
}

Result<PlatformSettings> Definitions::save(PlatformSettings settings)
{
    if (const auto problem = baseUrlProblem(settings.baseUrl))
        return fail(ErrorCode::InvalidUrl, *problem);
    const bool types = !settings.key.plain.isEmpty();
    return sealAndSave(std::move(settings), types);
}

Result<Retention> Definitions::save(Retention retention)
{
    if (const auto problem = retentionProblem(retention))
        return fail(ErrorCode::InvalidArgument, *problem);
    return write(retention);
}

} // namespace callboard
