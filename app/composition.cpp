#include "app/composition.h"

#include "core/store/enginelock.h"

#include <QRandomGenerator>

namespace callboard {

namespace {

// Makes the workspace where there is none, and says what is wrong with it before anything runs.
Result<QString> tagOf(const QString &workspace)
{
    return Database::open(workspace, Database::Access::Write).map([](const std::unique_ptr<Database> &db) {
        return db->tag();
    });
}

} // namespace

Result<std::unique_ptr<Composition>> Composition::start(const CompositionSettings &settings)
{
    const auto tag = tagOf(settings.workspace);
    if (!tag)
        return tl::unexpected(tag.error());
    std::unique_ptr<Composition> composition(new Composition);
    EngineOptions options;
    options.dispatch = settings.dispatch;
    if (settings.dispatch) {
        auto lock = lockEngine(settings.workspace);
        if (!lock && !(settings.watchIfHeld && lock.error().code == ErrorCode::WorkspaceInUse))
            return tl::unexpected(lock.error());
        if (lock)
            composition->m_lock = std::move(*lock);
        else
            options = {false, lock.error().detail, {}, false};
    }
    options.mail = settings.mail;
    options.privateCallbacks = settings.privateCallbacks;
    options.callbackPorts = settings.callbackPorts;
    options.actor = settings.actor;
    options.doorTokens = composition->m_tokens;
    EngineParts parts{composition->m_clock, composition->m_transport, {}, [] {
                          return QRandomGenerator::global()->generateDouble();
                      }};
    parts.keeper = std::make_shared<VaultKeeper>(settings.workspace, VaultKeySource::forWorkspace(*tag),
                                                 settings.actor);
    composition->m_engine = std::make_unique<EngineService>(std::move(parts), options);
    connect(composition->m_engine.get(), &EngineService::stopped, composition.get(), &Composition::stopped);
    // The doors first: what can't be opened must not leave requests under way behind it.
    if (settings.door) {
        if (auto opened = composition->openDoor(*settings.door); !opened)
            return tl::unexpected(opened.error());
    }
    if (settings.drop) {
        auto drop = DropFolder::open(*settings.drop, *composition->m_engine, *composition->m_engine);
        if (!drop)
            return tl::unexpected(drop.error());
        composition->m_drop = std::move(*drop);
    }
    if (auto started = composition->m_engine->start(settings.workspace); !started)
        return tl::unexpected(started.error());
    return composition;
}

Result<void> Composition::openDoor(const DoorSettings &settings)
{
    DoorSettings withTokens = settings;
    withTokens.tokens = m_tokens;
    return HttpDoor::open(withTokens, *m_engine, *m_engine).map([this](std::unique_ptr<HttpDoor> door) {
        m_door = std::move(door);
        m_transport.setOwnDoor(m_door->port());
    });
}

Composition::~Composition()
{
    m_drop.reset();
    m_door.reset();
    m_engine.reset();
}

QString Composition::doorUrl() const
{
    return m_door ? m_door->url() : QString();
}

void Composition::stop()
{
    if (m_drop)
        m_drop->close();
    if (m_door)
        m_door->close();
    m_engine->stop();
}

} // namespace callboard
