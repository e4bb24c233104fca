#include "core/engine/outreach.h"

#include "core/engine/authorization.h"
#include "core/engine/encoderdesk.h"
#include "core/engine/mailbuilder.h"
#include "core/engine/publishing.h"
#include "core/engine/recordnaming.h"
#include "core/payload/encoder/zencoderjob.h"
#include "core/payload/platformrequest.h"
#include "core/security/secretvalues.h"
#include "core/store/tables/assetstore.h"
#include "core/transport/wirehead.h"

#include <QUuid>

namespace callboard {

namespace {

constexpr auto kPatience = std::chrono::seconds(15);
constexpr qint64 kLargestRecord = qint64(10) * 1024 * 1024;

Result<MediaAsset> knownAsset(Database &db, const QString &id)
{
    return AssetStore(db).find(id).and_then([&id](const MediaAsset &asset) -> Result<MediaAsset> {
        if (!asset.isKnown())
            return fail(ErrorCode::NotFound, QStringLiteral("There is no asset “%1”.").arg(id));
        return asset;
    });
}

// The encoder sends those itself, and takes headers alone.
std::optional<QString> handOffProblem(const CallbackTarget &target)
{
    const bool needsUs = target.authentication.scheme == AuthScheme::OAuth2 || !target.tls.isDefault()
        || target.proxy.isOn();
    if (target.isOursToSend() || !needsUs)
        return std::nullopt;
    return QStringLiteral("The encoder sends “%1” itself, and can neither fetch a token nor take certificates or a "
                          "proxy: let Callboard relay it.")
        .arg(target.name);
}

Result<HeaderList> withAuthorization(const CallbackTarget &target, const OpenSecrets &secrets)
{
    if (target.isOursToSend() || !target.authentication.isOn())
        return secrets.headers;
    return authorizationOf(target, secrets, {}).map([&](const Authorization &shown) {
        return secrets.headers
            + HeaderList{{QLatin1String(kAuthorizationHeader), QString::fromUtf8(shown.value), {}, true, true}};
    });
}

Result<QList<HandOff>> openHandOffs(const QList<CallbackTarget> &targets, const Vault *vault)
{
    QList<HandOff> open;
    for (const CallbackTarget &target : targets) {
        auto secrets = openSecrets(target, vault);
        if (!secrets)
            return tl::unexpected(secrets.error());
        if (auto problem = handOffProblem(target))
            return fail(ErrorCode::InvalidArgument, *problem);
        auto headers = withAuthorization(target, std::move(*secrets));
        if (!headers)
            return tl::unexpected(headers.error());
        open.append({target, std::move(*headers)});
    }
    return open;
}

QList<HandOff> masked(const QList<CallbackTarget> &targets)
{
    QList<HandOff> list;
    for (const CallbackTarget &target : targets) {
        HandOff handOff{target, withAuthorization(target, target.headers).value_or(target.headers)};
        for (Header &header : handOff.headers)
            header.value = header.secret ? kMask : header.value;
        list.append(handOff);
    }
    return list;
}

QByteArray maskedHeadOf(TransportRequest request, QByteArrayView secretName)
{
    for (auto &[name, value] : request.headers) {
        if (name.compare(secretName, Qt::CaseInsensitive) == 0)
            value = kMask.toUtf8();
    }
    return wireHead(request);
}

TransportRequest ownRequest(const QUrl &url, const QByteArray &method, bool allowPrivate)
{
    TransportRequest request;
    request.url = url;
    request.method = method;
    request.headers.emplaceBack("User-Agent", "Callboard/" CALLBOARD_VERSION);
    request.headers.emplaceBack("Accept", method == "POST" ? "application/json" : "application/json, application/xml");
    request.totalTimeout = kPatience;
    request.allowPrivate = allowPrivate;
    request.keepResponseBytes = kLargestRecord;
    return request;
}

QString saidBy(const QString &who, const Exchange &exchange)
{
    if (exchange.status == 0)
        return QStringLiteral("%1 could not be asked: %2").arg(who, exchange.errorText);
    return QStringLiteral("%1 answered %2: %3")
        .arg(who)
        .arg(exchange.status)
        .arg(QString::fromUtf8(exchange.responseBody.left(500)).simplified());
}

} // namespace

void Outreach::submitJob(Database &db, const QString &asset, Done<SubmittedJob> done)
{
    EncoderSettings settings = m_settings.settings().zencoder;
    const auto key = m_settings.apiKey(Encoder::Zencoder, m_book.vault());
    if (!key)
        return done(tl::unexpected(key.error()));
    if (key->isEmpty())
        return done(fail(ErrorCode::NotFound, QStringLiteral("Zencoder's API key is not set up.")));
    QList<SecretSpellings> secrets = secretValues(*key);
    const auto body = knownAsset(db, asset).and_then([&](const MediaAsset &known) {
        return openHandOffs(encoderCallbacks(m_book.targets(), known), m_book.vault())
            .and_then([&](const QList<HandOff> &callbacks) {
                for (const HandOff &callback : callbacks)
                    secrets += secretValues(OpenSecrets(callback.headers));
                return zencoderJob(callbacks, known, settings);
            });
    });
    if (!body)
        return done(tl::unexpected(body.error()));
    // An address that an operator set by hand may be inside; the encoder's own never is.
    const QString base = settings.baseUrl.isEmpty() ? defaultBaseUrl(Encoder::Zencoder) : settings.baseUrl;
    TransportRequest request = ownRequest(QUrl(base + QLatin1String("/api/v2/jobs")), "POST",
                                          !settings.baseUrl.isEmpty());
    request.headers.emplaceBack("Content-Type", "application/json");
    request.headers.emplaceBack("Zencoder-Api-Key", key->toUtf8());
    request.body = *body;
    // What is shown of it has no secret in the clear.
    const QByteArray head = maskedHeadOf(request, "Zencoder-Api-Key");
    const QByteArray shown = knownAsset(db, asset)
                                 .and_then([&](const MediaAsset &known) {
                                     const auto callbacks = encoderCallbacks(m_book.targets(), known);
                                     return zencoderJob(masked(callbacks), known, settings);
                                 })
                                 .value_or(QByteArray());
    m_sending.send(
        std::move(request),
        [this, asset, head, shown, filter = SecretFilter(secrets), done = std::move(done)](const Exchange &exchange) {
            jobAnswered(asset, {head, shown, withoutSecrets(exchange, filter)}, done);
        });
}

void Outreach::jobAnswered(const QString &asset, TestResult result, Done<SubmittedJob> done)
{
    if (result.exchange.outcome != Outcome::Delivered)
        return done(fail(ErrorCode::Conflict, saidBy(QStringLiteral("Zencoder"), result.exchange)));
    const auto jobId = zencoderJobId(result.exchange.responseBody);
    if (!jobId)
        return done(tl::unexpected(jobId.error()));
    Order order;
    order.write = [asset, id = *jobId](Workplace &place) {
        return EncoderDesk(place).rememberJob(Encoder::Zencoder, id, asset);
    };
    order.done = [done = std::move(done), job = SubmittedJob{*jobId, std::move(result)}](const Result<void> &written) {
        done(written ? Result<SubmittedJob>(job) : tl::unexpected(written.error()));
    };
    m_inbox.put([&order](Work &work) { work.orders.push_back(std::move(order)); });
}

void Outreach::refresh(Database &db, const QString &asset, Done<RefreshedAsset> done)
{
    const auto known = knownAsset(db, asset);
    if (!known)
        return done(tl::unexpected(known.error()));
    const PlatformSettings settings = m_settings.settings().of(platformOf(*known));
    if (settings.baseUrl.isEmpty())
        return done(
            fail(ErrorCode::NotFound,
                 QStringLiteral("No address of %1 is set up to ask for its records.").arg(toString(settings.kind))));
    const auto question = m_settings.platformKey(settings.kind, m_book.vault()).and_then([&](const QString &key) {
        return platformQuestion(settings, key, asset, known->project);
    });
    if (!question)
        return done(tl::unexpected(question.error()));
    TransportRequest request = ownRequest(question->url, "GET", settings.allowPrivate);
    if (!question->authorization.isEmpty())
        request.headers.emplaceBack("Authorization", question->authorization);
    // Spark's key is part of the address, and answers quote addresses.
    const SecretFilter filter(secretValues(m_settings.platformKey(settings.kind, m_book.vault()).value_or(QString())));
    auto answered = [filter, done = std::move(done)](const Result<RefreshedAsset> &refreshed) {
        done(refreshed.map_error([&filter](const Error &error) {
            return Error{error.code, filter.hide(error.detail, true)}; // the answer in it may be cut
        }));
    };
    m_sending.send(std::move(request), [this, before = *known, answered](const Exchange &exchange) {
        platformAnswered(before, exchange, answered);
    });
}

void Outreach::platformAnswered(const MediaAsset &before, const Exchange &exchange, Done<RefreshedAsset> done)
{
    const PlatformKind kind = platformOf(before);
    if (exchange.outcome != Outcome::Delivered)
        return done(fail(ErrorCode::Conflict, saidBy(toString(kind), exchange)));
    const auto answer = readPlatformAnswer(kind, exchange.responseBody);
    if (!answer)
        return done(tl::unexpected(answer.error()));
    const auto after = parseRecord(answer->record, answer->contentType);
    if (!after)
        return done(tl::unexpected<Error>(after.error()));
    MediaEvent event;
    event.source = kRefreshSource;
    event.sourceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    event.type = kRecordEventType;
    event.trigger = before.latest ? before.latest->trigger : Trigger::Success;
    event.asset = before.id;
    event.project = before.project;
    event.time = toIso(m_clock.now());
    event.dataContentType = answer->contentType;
    event.data = answer->record;
    RefreshedAsset refreshed{before, {}};
    const auto old = parseRecord(before.presentRecord(), before.presentType());
    refreshed.changes = changesBetween(old.value_or(MediaRecord{}), *after);
    if (refreshed.changes.isEmpty())
        return done(refreshed);
    keepRecord(std::move(event), std::move(refreshed), std::move(done));
}

void Outreach::keepRecord(MediaEvent event, RefreshedAsset refreshed, Done<RefreshedAsset> done)
{
    auto kept = std::make_shared<RefreshedAsset>(std::move(refreshed));
    Order order;
    order.write = [event = std::move(event), kept](Workplace &place) {
        const auto present = AssetStore(place.db).find(event.asset);
        if (!present)
            return Result<void>(tl::unexpected(present.error()));
        if (present->latest.has_value() != kept->asset.latest.has_value()
            || (present->latest && present->latest->id != kept->asset.latest->id))
            return Result<void>(fail(ErrorCode::Conflict,
                                     QStringLiteral("Something happened to asset %1 while the platform was asked: its "
                                                    "answer may be older than what is known. Ask again.")
                                         .arg(event.asset)));
        QList<MediaEvent> events{event};
        place.assetsChanged = true;
        return place.acceptance.accept(events, place.changed).map([&](const Accepted &) {
            kept->asset.latest = events.first();
        });
    };
    order.done = [kept, done = std::move(done)](const Result<void> &written) {
        done(written ? Result<RefreshedAsset>(*kept) : tl::unexpected(written.error()));
    };
    m_inbox.put([&order](Work &work) { work.orders.push_back(std::move(order)); });
}

void Outreach::sendTestMail(SmtpServer server, const QString &to, const QString &workspaceTag, Done<TestResult> done)
{
    auto ready = opened(std::move(server), m_book.vault());
    if (!ready)
        return done(tl::unexpected(ready.error()));
    if (const auto problem = smtpProblem(*ready))
        return done(fail(ErrorCode::InvalidArgument, *problem));
    const QString id = QStringLiteral("test_%1_%2").arg(workspaceTag, QUuid::createUuid().toString(QUuid::Id128));
    auto built = buildTestMail(*ready, to, id, m_clock.now());
    if (!built)
        return done(tl::unexpected(built.error()));
    built->request.totalTimeout = std::chrono::minutes(1);
    m_sending.send(std::move(built->request),
                   [head = built->maskedHead, filter = SecretFilter(secretValues(*ready)),
                    done = std::move(done)](const Exchange &exchange) {
                       done(TestResult{head, {}, withoutSecrets(exchange, filter)});
                   });
}

} // namespace callboard
