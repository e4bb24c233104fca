// Projects and settings as an operator defines them. Inside the caller's transaction; everything is checked before
// anything is written. Each leaves a row in the trail; a project's target leaves one of its own.
#pragma once

#include "core/domain/project.h"
#include "core/domain/workspacesettings.h"
#include "core/engine/workplace.h"

namespace callboard {

class Definitions {
public:
    explicit Definitions(Workplace &place)
        : m_place(place)
    {
    }

    // The Media Callback URL makes the project's Spark target, changes its address, or, empty, removes it.
    [[nodiscard]] Result<Project> saveProject(Project project);
    [[nodiscard]] Result<QString> removeProject(const QString &id); // and its target

    // VaultUnavailable where a secret in the clear needs a vault that is not open.
    [[nodiscard]] Result<SmtpServer> save(SmtpServer server);
    [[nodiscard]] Result<EncoderSettings> save(EncoderSettings settings);
    [[nodiscard]] Result<PlatformSettings> save(PlatformSettings settings);
    [[nodiscard]] Result<Retention> save(Retention retention);

private:
    template <class Settings>
    Result<Settings> sealAndSave(Settings settings, bool typesSecret);
    template <class Settings>
    Result<Settings> write(const Settings &settings);
    Result<Project> keep(const Project &project);

    Workplace &m_place;
};

} // namespace callboard
