#include "app/demo/demoworld.h"

#include "app/cli/desk.h"

#include <QRandomGenerator>

namespace callboard {

using namespace std::chrono_literals;

namespace {

QList<ReceiverRule> receiverRules()
{
    using Action = ReceiverRule::Action;
    ReceiverRule notFound{"/partner/fed", Action::Answer, 404, 0ms, -1, {}, R"({"error":"there is no feed here"})"};
    ReceiverRule busy{
        "/archive", Action::Answer, 503, 20ms, 2, {{"Retry-After", "2"}}, R"({"error":"upstream not ready"})"};
    ReceiverRule slow{"/spark", Action::Answer, 200, 35ms, -1, {}, {}};
    return {notFound, busy, slow};
}

Header secretHeader(const QString &name, const QString &value)
{
    Header header{name, value, {}, true, true};
    return header;
}

CallbackTarget named(CallbackTarget target, const QString &name, const QString &url)
{
    target.name = name;
    target.url = url;
    target.allowPrivate = true;
    return target;
}

QList<CallbackTarget> sampleTargets(const QString &receiver)
{
    CallbackTarget ingest = named(lightFlowPreset(), QStringLiteral("cms-ingest"),
                                  receiver + QStringLiteral("/ingest"));
    ingest.triggers.set(Trigger::Progress, true);
    ingest.headers = {secretHeader(QStringLiteral("Authorization"), QStringLiteral("Bearer demo-token")),
                      {QStringLiteral("X-Custom-Header"), QStringLiteral("X-Custom-Header-Value"), {}, false, true}};

    CallbackTarget status = named(lightFlowPreset(), QStringLiteral("status-board"),
                                  receiver + QStringLiteral("/status?board=7"));
    status.method = Method::Get;

    CallbackTarget spark = named(sparkPreset(), QStringLiteral("spark-site"),
                                 receiver + QStringLiteral("/spark/callback"));
    spark.coalesceWindow = 6s;

    CallbackTarget partner = named(lightFlowPreset(), DemoWorld::failingTarget(),
                                   receiver + QStringLiteral("/partner/fed"));
    partner.method = Method::Put;
    partner.triggers = {Trigger::Success};
    partner.retry = {{1s}};

    CallbackTarget archive = named(lightFlowPreset(), QStringLiteral("archive"), receiver + QStringLiteral("/archive"));
    archive.triggers = {Trigger::Failure};
    archive.retry = {{2s, 4s, 8s}};
    return {ingest, status, spark, partner, archive};
}

QByteArray randomToken()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Result<std::unique_ptr<DemoWorld>> DemoWorld::create()
{
    std::unique_ptr<DemoWorld> world(new DemoWorld);
    if (!world->m_directory.isValid())
        return fail(ErrorCode::StoreUnavailable, world->m_directory.errorString());
    // The demo's secrets live and die with its directory; the system keychain is not asked.
    qputenv("CALLBOARD_VAULT_KEY_FILE", world->m_directory.filePath(QStringLiteral("vault.key")).toUtf8());
    if (auto listening = world->m_receiver.listen(); !listening)
        return tl::unexpected(listening.error());
    world->m_receiver.setRules(receiverRules());
    if (auto added = world->addTargets(); !added)
        return tl::unexpected(added.error());

    DoorSettings door;
    door.port = 0;
    door.token = randomToken();
    CompositionSettings settings{world->workspace(), true, false, door};
    settings.actor = actorHere(QStringLiteral("demo"));
    auto composition = Composition::start(settings);
    if (!composition)
        return tl::unexpected(composition.error());
    world->m_composition = std::move(*composition);
    world->m_platform = std::make_unique<SimulatedPlatform>(world->m_composition->doorUrl(), door.token);
    return world;
}

Result<void> DemoWorld::addTargets()
{
    auto desk = cli::Desk::open(workspace(), true);
    if (!desk)
        return tl::unexpected(desk.error());
    auto orders = (*desk)->orders();
    return (*desk)
        ->write<int>([&]() -> Result<int> {
            int count = 0;
            for (const CallbackTarget &target : sampleTargets(m_receiver.url())) {
                if (auto saved = orders.saveTarget(target); !saved)
                    return tl::unexpected(saved.error());
                ++count;
            }
            return count;
        })
        .map([](int) {});
}

QString DemoWorld::workspace() const
{
    return m_directory.filePath(QStringLiteral("demo.db"));
}

QString DemoWorld::failingTarget()
{
    return QStringLiteral("partner-feed");
}

QString DemoWorld::mendedUrl() const
{
    return m_receiver.url() + QStringLiteral("/partner/feed");
}

} // namespace callboard
