#include "core/intake/httpdoor.h"

#include "core/intake/assetroutes.h"
#include "core/intake/doorvisit.h"
#include "core/intake/encoderroutes.h"
#include "core/intake/eventroute.h"
#include "core/intake/healthroutes.h"
#include "core/intake/listensocket.h"

#include <microhttpd.h>

#include <cstring>
#include <mutex>
#include <utility>

#include <unistd.h>

namespace callboard {

namespace {

MHD_Result collectHeader(void *target, MHD_ValueKind, const char *key, size_t keySize, const char *value,
                         size_t valueSize)
{
    auto &request = *static_cast<DoorRequest *>(target);
    const QByteArray name = QByteArray(key, static_cast<qsizetype>(keySize)).toLower();
    if (request.has(name))
        request.repeatedHeaders.append(name);
    else
        request.headers.insert(name, QByteArray(value, static_cast<qsizetype>(valueSize)));
    return MHD_YES;
}

DoorRequest readHead(MHD_Connection *connection, const char *path, const char *method)
{
    DoorRequest request{.method = method, .path = path, .headers = {}, .repeatedHeaders = {}, .body = {}};
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, collectHeader, &request);
    return request;
}

// Called for the head, for each part of the body, at its end, and again when a suspended connection is resumed.
MHD_Result onRequest(void *target, MHD_Connection *connection, const char *path, const char *method, const char *,
                     const char *data, size_t *size, void **state)
{
    bool keep = false;
    if (auto *visit = static_cast<DoorVisit *>(*state); !visit) {
        visit = new DoorVisit(*static_cast<const DoorContext *>(target), readHead(connection, path, method));
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

void onCompleted(void *, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    delete static_cast<DoorVisit *>(std::exchange(*state, nullptr));
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

DoorContext makeContext(const DoorSettings &settings, quint16 port, EventSink &events, PlatformSink &platform)
{
    auto desk = std::make_shared<AnswerDesk>();
    const auto isReady = [watched = desk.get()] { return !watched->isClosing(); };
    return {.guard = DoorGuard(settings.address, port, settings.hostNames, settings.token),
            .routes = RouteTable(allRoutes(events, platform, isReady)),
            .desk = std::move(desk),
            .largestBody = settings.largestBody,
            .requestTimeout = settings.requestTimeout};
}

MHD_Daemon *startDaemon(const DoorSettings &settings, int socket, DoorContext &context)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    if (settings.address.protocol() == QAbstractSocket::IPv6Protocol)
        flags |= MHD_USE_IPv6;
    return MHD_start_daemon(flags, 0, nullptr, nullptr, &onRequest, &context, MHD_OPTION_LISTEN_SOCKET, socket,
                            MHD_OPTION_NOTIFY_COMPLETED, &onCompleted, nullptr, MHD_OPTION_UNESCAPE_CALLBACK,
                            &keepEncoded, nullptr, MHD_OPTION_CONNECTION_LIMIT,
                            static_cast<unsigned>(settings.mostConnections), MHD_OPTION_CONNECTION_TIMEOUT,
                            static_cast<unsigned>(settings.requestTimeout.count()), MHD_OPTION_END);
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
    const Result<ListenSocket> socket = listenOn(settings.address, settings.port);
    if (!socket)
        return tl::unexpected(socket.error());
    std::unique_ptr<Private> d(new Private{.context = makeContext(settings, socket->port, events, platform),
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
    return QStringLiteral("http://") + endpoint(callable, m_d->port);
}

void HttpDoor::close(std::chrono::milliseconds patience)
{
    std::call_once(m_d->closed, [&] {
        m_d->context.desk->beginClosing();
        if (const MHD_socket listening = MHD_quiesce_daemon(m_d->daemon); listening != MHD_INVALID_SOCKET)
            ::close(listening);
        m_d->context.desk->drain(patience);
        MHD_stop_daemon(m_d->daemon);
    });
}

} // namespace callboard
