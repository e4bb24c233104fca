#include "core/intake/httpdoor.h"

#include "core/intake/assetroutes.h"
#include "core/intake/doorvisit.h"
#include "core/intake/encoderroutes.h"
#include "core/intake/eventroute.h"
#include "core/intake/healthroutes.h"
#include "core/intake/listensocket.h"
#include "core/intake/requesthead.h"

#include <gnutls/abstract.h>
#include <microhttpd.h>

#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

#include <unistd.h>

namespace callboard {

namespace {

constexpr Rate kDefaultLimit{2000};
constexpr Rate kGuesses{10, std::chrono::minutes(1)};
constexpr auto kPriorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

// Handshakes ask for it and are told nothing of whose they are; each door has a thread of its own.
thread_local DoorCertificate *t_certificate = nullptr;

DoorWatch::Connection *watched(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<DoorWatch::Connection *>(info->socket_context) : nullptr;
}

// Called for the head, for each part of the body, at its end, and again when a suspended connection is resumed.
MHD_Result onRequest(void *target, MHD_Connection *connection, const char *path, const char *method, const char *,
                     const char *data, size_t *size, void **state)
{
    bool keep = false;
    if (auto *visit = static_cast<DoorVisit *>(*state); !visit) {
        if (auto *watch = watched(connection))
            watch->headArrived();
        visit = new DoorVisit(*static_cast<DoorContext *>(target), readRequestHead(connection, path, method));
        *state = visit;
        keep = visit->begin(connection);
    } else if (*size > 0) {
        keep = visit->take(QByteArrayView(data, static_cast<qsizetype>(*size)));
        *size = 0;
    } else {
        keep = visit->complete(connection);
    }
    return keep ? MHD_YES : MHD_NO;
}

void onCompleted(void *, MHD_Connection *connection, void **state, MHD_RequestTerminationCode)
{
    delete static_cast<DoorVisit *>(std::exchange(*state, nullptr));
    if (auto *watch = watched(connection))
        watch->requestEnded();
}

void onConnection(void *target, MHD_Connection *connection, void **watch, MHD_ConnectionNotificationCode code)
{
    const auto &context = *static_cast<const DoorContext *>(target);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED)
        return context.watch->closed(static_cast<DoorWatch::Connection *>(std::exchange(*watch, nullptr)));
    t_certificate = context.certificate.get();
    if (const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD))
        *watch = context.watch->opened(info->connect_fd);
}

int giveCertificate(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int,
                    gnutls_pcert_st **certificates, unsigned *count, gnutls_privkey_t *key)
{
    if (!t_certificate)
        return -1;
    const DoorCertificate::Chain chain = t_certificate->current();
    *certificates = chain.certificates;
    *count = chain.count;
    *key = chain.key;
    return 0;
}

// The library would decode the path, and an encoded slash or NUL in an asset's id would split or cut it. The routes
// decode, each segment on its own.
size_t keepEncoded(void *, MHD_Connection *, char *text)
{
    return std::strlen(text);
}

QList<Route> allRoutes(EventSink &events, PlatformSink &platform, std::function<bool()> isReady)
{
    return QList<Route>{eventRoute(events), healthRoute(), readyRoute(std::move(isReady))} + assetRoutes(platform)
        + encoderRoutes(Encoder::Zencoder, platform) + encoderRoutes(Encoder::Brightcove, platform);
}

DoorContext makeContext(const DoorSettings &settings, quint16 port, std::unique_ptr<DoorCertificate> certificate,
                        EventSink &events, PlatformSink &platform)
{
    auto desk = std::make_shared<AnswerDesk>();
    const auto isReady = [watched = desk.get()] { return !watched->isClosing(); };
    const Rate limit = settings.limit.value_or(kDefaultLimit);
    const DoorIdentity identity{settings.address, port, settings.hostNames, certificate != nullptr};
    return {.guard = DoorGuard(identity, settings.token, settings.tokens),
            .routes = RouteTable(allRoutes(events, platform, isReady)),
            .desk = std::move(desk),
            .tokens = settings.tokens,
            .requests = Throttle(limit, 2 * limit.count),
            .limitsMain = settings.limit.has_value(),
            .guesses = Throttle(kGuesses, kGuesses.count),
            .watch = std::make_unique<DoorWatch>(settings.requestTimeout,
                                                 [address = settings.address, port] { nudge(address, port); }),
            .certificate = std::move(certificate),
            .largestBody = settings.largestBody,
            .requestTimeout = settings.requestTimeout};
}

template <class T>
MHD_OptionItem option(MHD_OPTION name, T *function, void *pointer = nullptr)
{
    return {name, reinterpret_cast<intptr_t>(function), pointer};
}

MHD_OptionItem option(MHD_OPTION name, qint64 number)
{
    return {name, static_cast<intptr_t>(number), nullptr};
}

std::vector<MHD_OptionItem> optionsFor(const DoorSettings &settings, int socket, DoorContext &context)
{
    std::vector<MHD_OptionItem> options{option(MHD_OPTION_LISTEN_SOCKET, socket),
                                        option(MHD_OPTION_NOTIFY_COMPLETED, &onCompleted),
                                        option(MHD_OPTION_NOTIFY_CONNECTION, &onConnection, &context),
                                        option(MHD_OPTION_UNESCAPE_CALLBACK, &keepEncoded),
                                        option(MHD_OPTION_CONNECTION_LIMIT, settings.mostConnections),
                                        option(MHD_OPTION_CONNECTION_TIMEOUT, settings.requestTimeout.count())};
    if (!settings.address.isLoopback())
        options.push_back(option(MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings.mostConnectionsOfOne));
    if (context.certificate) {
        options.push_back({MHD_OPTION_HTTPS_CERT_CALLBACK, 0, reinterpret_cast<void *>(&giveCertificate)});
        options.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char *>(kPriorities)});
    }
    options.push_back(option(MHD_OPTION_END, 0));
    return options;
}

MHD_Daemon *startDaemon(const DoorSettings &settings, int socket, DoorContext &context)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    if (settings.address.protocol() == QAbstractSocket::IPv6Protocol)
        flags |= MHD_USE_IPv6;
    if (context.certificate)
        flags |= MHD_USE_TLS;
    std::vector<MHD_OptionItem> options = optionsFor(settings, socket, context);
    return MHD_start_daemon(flags, 0, nullptr, nullptr, &onRequest, &context, MHD_OPTION_ARRAY, options.data(),
                            MHD_OPTION_END);
}

Result<std::unique_ptr<DoorCertificate>> certificateFor(const DoorSettings &settings)
{
    if (!settings.tls && settings.address.isLoopback())
        return std::unique_ptr<DoorCertificate>();
    if (!settings.tls)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Beyond loopback the door speaks TLS alone: it needs a certificate and its key."));
    if (MHD_is_feature_supported(MHD_FEATURE_TLS) != MHD_YES)
        return fail(ErrorCode::NotAllowed, QStringLiteral("This system's libmicrohttpd was built without TLS."));
    return DoorCertificate::load(*settings.tls);
}

} // namespace

struct HttpDoor::Private {
    DoorContext context;
    QHostAddress address;
    quint16 port = 0;
    std::once_flag closed;
    MHD_Daemon *daemon = nullptr;
};

Result<std::unique_ptr<HttpDoor>> HttpDoor::open(const DoorSettings &settings, EventSink &events,
                                                 PlatformSink &platform)
{
    if (settings.token.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The door needs a token."));
    auto certificate = certificateFor(settings);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const Result<ListenSocket> socket = listenOn(settings.address, settings.port);
    if (!socket)
        return tl::unexpected(socket.error());
    std::unique_ptr<Private> d(
        new Private{.context = makeContext(settings, socket->port, std::move(*certificate), events, platform),
                    .address = settings.address,
                    .port = socket->port,
                    .closed = {},
                    .daemon = nullptr});
    d->daemon = startDaemon(settings, socket->descriptor, d->context);
    if (!d->daemon) {
        ::close(socket->descriptor);
        return fail(
            ErrorCode::NotAllowed,
            QStringLiteral("The HTTP door on %1 could not be started.").arg(endpoint(settings.address, socket->port)));
    }
    return std::unique_ptr<HttpDoor>(new HttpDoor(std::move(d)));
}

HttpDoor::HttpDoor(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

HttpDoor::~HttpDoor()
{
    close();
}

quint16 HttpDoor::port() const
{
    return m_d->port;
}

QString HttpDoor::url() const
{
    const bool everywhere = m_d->address == QHostAddress(QHostAddress::Any)
        || m_d->address == QHostAddress(QHostAddress::AnyIPv4) || m_d->address == QHostAddress(QHostAddress::AnyIPv6);
    const QHostAddress callable = everywhere ? QHostAddress(QHostAddress::LocalHost) : m_d->address;
    return (m_d->context.certificate ? QStringLiteral("https://") : QStringLiteral("http://"))
        + endpoint(callable, m_d->port);
}

void HttpDoor::close(std::chrono::milliseconds patience)
{
    std::call_once(m_d->closed, [&] {
        m_d->context.desk->beginClosing();
        m_d->context.watch->hurry();
        if (const MHD_socket listening = MHD_quiesce_daemon(m_d->daemon); listening != MHD_INVALID_SOCKET)
            ::close(listening);
        m_d->context.desk->drain(patience);
        MHD_stop_daemon(m_d->daemon);
    });
}

} // namespace callboard
