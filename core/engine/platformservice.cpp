// EngineService's other half: platforms, encoders, projects and settings.
#include "core/engine/definitions.h"
#include "core/engine/encoderdesk.h"
#include "core/engine/engineservice.h"
#include "core/engine/publishing.h"

#include <algorithm>

namespace callboard {

namespace {

bool carriesSecrets(const AssetRequest &request)
{
    return std::any_of(request.callbacks.begin(), request.callbacks.end(),
                       [](const CallbackTarget &target) { return needsVault(target); });
}

} // namespace

void EngineService::publishAsset(AssetRequest request, Done<AssetDescription> done)
{
    const bool needs = carriesSecrets(request);
    const EngineOptions &options = m_engine->options(); // never change
    const DoorCallbackRules rules{options.privateCallbacks, options.callbackPorts};
    order<AssetDescription>(std::move(done), needs, [request = std::move(request), rules](Workplace &place) {
        return callboard::publishAsset(place, request, rules);
    });
}

void EngineService::describeAsset(QString asset, Done<AssetDescription> done)
{
    order<AssetDescription>(std::move(done), false, [asset = std::move(asset)](Workplace &place) {
        return callboard::describeAsset(place, asset);
    });
}

void EngineService::takeNotification(EncoderNotification notification, Done<NotificationOutcome> done)
{
    order<NotificationOutcome>(std::move(done), false, [notification = std::move(notification)](Workplace &place) {
        return EncoderDesk(place).take(notification);
    });
}

std::optional<QByteArray> EngineService::notificationSecret(Encoder encoder) const
{
    const QMutexLocker lock(&m_mutex);
    return encoder == Encoder::Zencoder ? m_zencoderSecret : m_brightcoveSecret;
}

void EngineService::saveSmtp(SmtpServer server, QObject *context, Then<SmtpServer> then)
{
    const bool needs = !server.password.plain.isEmpty();
    order<SmtpServer>(answering<SmtpServer>(context, std::move(then)), needs,
                      [server = std::move(server)](Workplace &place) { return Definitions(place).save(server); });
}

void EngineService::saveEncoder(EncoderSettings settings, QObject *context, Then<EncoderSettings> then)
{
    const bool needs = !settings.apiKey.plain.isEmpty() || !settings.notificationSecret.plain.isEmpty();
    order<EncoderSettings>(
        answering<EncoderSettings>(context, std::move(then)), needs,
        [settings = std::move(settings)](Workplace &place) { return Definitions(place).save(settings); });
}

void EngineService::savePlatform(PlatformSettings settings, QObject *context, Then<PlatformSettings> then)
{
    const bool needs = !settings.key.plain.isEmpty();
    order<PlatformSettings>(
        answering<PlatformSettings>(context, std::move(then)), needs,
        [settings = std::move(settings)](Workplace &place) { return Definitions(place).save(settings); });
}

void EngineService::saveRetention(Retention retention, QObject *context, Then<Retention> then)
{
    order<Retention>(answering<Retention>(context, std::move(then)), false,
                     [retention](Workplace &place) { return Definitions(place).save(retention); });
}

void EngineService::sendTestMail(SmtpServer server, QString to, QObject *context, Then<TestResult> then)
{
    inEngine([server = std::move(server), to = std::move(to), report = answering<TestResult>(context, std::move(then))](
                 Engine &engine) { engine.sendTestMail(server, to, report); });
}

void EngineService::saveProject(Project project, QObject *context, Then<Project> then)
{
    order<Project>(
        answering<Project>(context, std::move(then)), false,
        [project = std::move(project)](Workplace &place) { return Definitions(place).saveProject(project); });
}

void EngineService::removeProject(QString id, QObject *context, Then<QString> then)
{
    order<QString>(answering<QString>(context, std::move(then)), false,
                   [id = std::move(id)](Workplace &place) { return Definitions(place).removeProject(id); });
}

void EngineService::assignNotification(NotificationId id, QString asset, QObject *context,
                                       Then<NotificationOutcome> then)
{
    order<NotificationOutcome>(
        answering<NotificationOutcome>(context, std::move(then)), false,
        [id, asset = std::move(asset)](Workplace &place) { return EncoderDesk(place).assign(id, asset); });
}

void EngineService::submitJob(QString asset, QObject *context, Then<SubmittedJob> then)
{
    inEngine([asset = std::move(asset), report = answering<SubmittedJob>(context, std::move(then))](Engine &engine) {
        engine.submitJob(asset, report);
    });
}

void EngineService::refreshAsset(QString asset, QObject *context, Then<RefreshedAsset> then)
{
    inEngine([asset = std::move(asset), report = answering<RefreshedAsset>(context, std::move(then))](Engine &engine) {
        engine.refreshAsset(asset, report);
    });
}

} // namespace callboard
