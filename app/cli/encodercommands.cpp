#include "app/cli/desk.h"
#include "app/cli/enginecall.h"
#include "app/cli/platformcommands.h"
#include "app/cli/secrets.h"
#include "core/engine/definitions.h"
#include "core/engine/publishing.h"
#include "core/payload/encoder/zencoderjob.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "core/store/workspacereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard::cli {

namespace {

Result<Encoder> encoderNamed(const QString &name)
{
    if (const auto encoder = encoderFrom(name))
        return *encoder;
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("There is no encoder “%1”: zencoder or brightcove.").arg(name));
}

Result<void> takeSecret(const std::optional<std::string> &reference, Secret &into)
{
    if (!reference)
        return {};
    return readSecret(QString::fromStdString(*reference)).map([&](const QByteArray &secret) {
        into = {QString::fromUtf8(secret), {}};
    });
}

void takeText(const std::optional<std::string> &text, QString &into)
{
    if (text)
        into = QString::fromStdString(*text);
}

QJsonValue masked(const Secret &secret)
{
    return secret.isSet() ? QJsonValue(kMask) : QJsonValue();
}

void print(const Common &common, const EncoderSettings &settings)
{
    const QString base = settings.baseUrl.isEmpty() ? defaultBaseUrl(settings.encoder) : settings.baseUrl;
    if (common.json)
        return printJson(QJsonObject{{QStringLiteral("encoder"), toString(settings.encoder)},
                                     {QStringLiteral("baseUrl"), base},
                                     {QStringLiteral("apiKey"), masked(settings.apiKey)},
                                     {QStringLiteral("notificationSecret"), masked(settings.notificationSecret)},
                                     {QStringLiteral("relayUrl"), settings.relayUrl}});
    const auto isSet = [](const Secret &secret) {
        return secret.isSet() ? QStringLiteral("set") : QStringLiteral("not set");
    };
    printLine(QStringLiteral("%1  base URL %2, API key %3, notification secret %4, relay URL %5")
                  .arg(toString(settings.encoder), -10)
                  .arg(base.isEmpty() ? QStringLiteral("none") : base, isSet(settings.apiKey),
                       isSet(settings.notificationSecret),
                       settings.relayUrl.isEmpty() ? QStringLiteral("none") : settings.relayUrl));
}

QList<HandOff> maskedHandOffs(const QList<CallbackTarget> &targets)
{
    QList<HandOff> masked;
    for (CallbackTarget target : targets) {
        for (Header &header : target.headers)
            header.value = header.secret ? kMask : header.value;
        masked.append({target, target.headers});
    }
    return masked;
}

Result<QList<HandOff>> openHandOffs(const QList<CallbackTarget> &targets, const QString &workspace)
{
    std::shared_ptr<const Vault> vault;
    if (std::any_of(targets.begin(), targets.end(), needsVault)) {
        auto opened = openVaultOf(workspace);
        if (!opened)
            return tl::unexpected(opened.error());
        vault = *opened;
    }
    QList<HandOff> open;
    for (const CallbackTarget &target : targets) {
        auto secrets = openSecrets(target, vault.get());
        if (!secrets)
            return tl::unexpected(secrets.error());
        open.append({target, secrets->headers});
    }
    return open;
}

} // namespace

int setEncoder(const Common &common, const QString &name, const EncoderOptions &options)
{
    const auto encoder = encoderNamed(name);
    if (!encoder)
        return report(encoder.error());
    auto desk = Desk::open(common.workspace, options.apiKey || options.notificationSecret);
    if (!desk)
        return report(desk.error());
    auto saved = WorkspaceSettingsStore((*desk)->db()).load().and_then([&](const WorkspaceSettings &stored) {
        EncoderSettings settings = stored.of(*encoder);
        takeText(options.baseUrl, settings.baseUrl);
        takeText(options.relayUrl, settings.relayUrl);
        return takeSecret(options.apiKey, settings.apiKey)
            .and_then([&] { return takeSecret(options.notificationSecret, settings.notificationSecret); })
            .and_then([&] {
                return (*desk)->order<EncoderSettings>(
                    [&](Workplace &place) { return Definitions(place).save(settings); });
            });
    });
    if (!saved)
        return report(saved.error());
    print(common, *saved);
    return Done;
}

int showEncoders(const Common &common)
{
    const auto settings = WorkspaceReader::open(common.workspace).and_then([](const auto &reader) {
        return reader->settings();
    });
    if (!settings)
        return report(settings.error());
    print(common, settings->zencoder);
    print(common, settings->brightcove);
    return Done;
}

int encoderNotifications(const Common &common, const QString &assetId, const QString &encoderName)
{
    const auto encoder = encoderNamed(encoderName);
    if (!encoder)
        return report(encoder.error());
    if (*encoder != Encoder::Zencoder)
        return report(
            {ErrorCode::InvalidArgument,
             QStringLiteral("Callbacks are handed over to zencoder only; Brightcove takes plain addresses.")});
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const auto asset = (*reader)->asset(assetId);
    const auto settings = (*reader)->settings();
    if (!asset || !settings)
        return report(asset ? settings.error() : asset.error());
    const QList<CallbackTarget> callbacks = encoderCallbacks((*reader)->targets(), *asset);
    const auto judged = openHandOffs(callbacks, common.workspace);
    if (!judged)
        return report(judged.error());
    const EncoderNotifications made = zencoderNotifications(maskedHandOffs(callbacks), asset->id, settings->zencoder);
    // What is too long to be handed over shows only with the secrets in the clear; what is printed has them masked.
    const EncoderNotifications real = zencoderNotifications(*judged, asset->id, settings->zencoder);
    for (const HandOffProblem &problem : real.problems)
        say(QStringLiteral("%1: %2: %3%4")
                .arg(problem.blocking ? QStringLiteral("Error") : QStringLiteral("Note"), problem.targetName,
                     problem.text,
                     problem.relayHelps
                         ? QStringLiteral(" (callboard target set %1 --relay sends it through Callboard)")
                               .arg(problem.target.value)
                         : QString()));
    const QJsonDocument job = QJsonDocument::fromJson(made.job);
    const QJsonDocument outputs = QJsonDocument::fromJson(made.outputs);
    QJsonObject object{{QStringLiteral("notifications"), job.array()}};
    if (!outputs.array().isEmpty())
        object.insert(QStringLiteral("outputs"),
                      QJsonArray{QJsonObject{{QStringLiteral("notifications"), outputs.array()}}});
    if (common.json)
        printJson(object);
    else
        printLine(QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
    return real.isBlocked() ? Failed : Done;
}

int submitJob(const Common &common, const QString &asset)
{
    const auto job = askEngine<SubmittedJob>(common.workspace, [&](EngineService &engine, QObject *context, auto then) {
        engine.submitJob(asset, context, then);
    });
    if (!job)
        return report(job.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("job"), job->jobId}, {QStringLiteral("asset"), asset}});
    else
        printLine(QStringLiteral("Zencoder took the job: %1").arg(job->jobId));
    return Done;
}

} // namespace callboard::cli
