#include "app/cli/servecommand.h"

#include "app/cli/secrets.h"
#include "app/composition.h"
#include "app/signals.h"
#include "core/payload/mediarecord.h"
#include "core/receiver/receiver.h"
#include "core/store/workspacerights.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QTimer>

namespace callboard::cli {

namespace {

Result<std::optional<Milliseconds>> durationFrom(const std::string &text)
{
    if (text.empty())
        return std::optional<Milliseconds>();
    const auto duration = parseDuration(QString::fromStdString(text));
    if (!duration)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("--for “%1”: expected a duration such as 30s.").arg(QString::fromStdString(text)));
    return duration;
}

// The one line that scripts wait for; `url` empty: null.
void printReady(const char *what, const QString &url)
{
    printJson(QByteArray(R"({"ready":true,")")
                  .append(what)
                  .append("\":")
                  .append(url.isEmpty() ? "null" : jsonString(url))
                  .append('}'));
}

Result<PortList> callbackPorts(const ServeOptions &options)
{
    if (options.callbackPorts.empty())
        return PortList::standard();
    return PortList::parse(QString::fromStdString(options.callbackPorts)).map_error([](const Error &error) {
        return Error{error.code, QStringLiteral("--callback-ports: ") + error.detail};
    });
}

Result<std::optional<SmtpServer>> mailFrom(const ServeOptions &options)
{
    if (options.mail.empty())
        return std::optional<SmtpServer>();
    auto server = smtpServerFrom(QString::fromStdString(options.mail));
    if (!server)
        return tl::unexpected(server.error());
    if (!options.mailPassword.empty()) {
        auto password = readSecret(QString::fromStdString(options.mailPassword));
        if (!password)
            return tl::unexpected(password.error());
        server->password.plain = QString::fromUtf8(*password);
    }
    if (const auto problem = smtpProblem(*server))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--mail: ") + *problem);
    return std::optional(*server);
}

void reportDrops(Composition &composition)
{
    if (!composition.dropFolder())
        return;
    QObject::connect(
        composition.dropFolder(), &DropFolder::rejected, qApp,
        [](const QString &file, const QString &reason) { say(QStringLiteral("Rejected %1: %2").arg(file, reason)); });
    QObject::connect(composition.dropFolder(), &DropFolder::postponed, qApp,
                     [](const QString &file, const QString &reason) {
                         say(QStringLiteral("Left %1 for later: %2").arg(file, reason));
                     });
}

} // namespace

int serve(const Common &common, const ServeOptions &options)
{
    const auto runFor = durationFrom(options.runFor);
    if (!runFor)
        return report(runFor.error());
    CompositionSettings settings{common.workspace, options.dispatch, false};
    settings.privateCallbacks = options.privateCallbacks;
    const auto ports = callbackPorts(options);
    if (!ports)
        return report(ports.error());
    settings.callbackPorts = *ports;
    settings.actor = actorHere(QStringLiteral("server"));
    auto mail = mailFrom(options);
    if (!mail)
        return report(mail.error());
    settings.mail = *mail;
    if (!options.drop.empty())
        settings.drop = DropSettings{QString::fromStdString(options.drop)};
    if (options.intake) {
        auto door = doorSettings(common, options.door);
        if (!door)
            return report(door.error());
        settings.door = *door;
    }
    auto composition = Composition::start(settings);
    if (!composition)
        return report(composition.error());

    if (const auto shared = sharedRights(common.workspace))
        say(QStringLiteral("Warning: %1 Make it yours alone: chmod 600.").arg(*shared));
    Composition &running = **composition;
    reportDrops(running);
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &running, &Composition::stop);
    QObject::connect(&running, &Composition::stopped, qApp, [] { QCoreApplication::exit(Done); });
    if (*runFor)
        QTimer::singleShot(**runFor, &running, &Composition::stop);
    printReady("intake", running.doorUrl());
    return QCoreApplication::exec();
}

namespace {

QJsonObject toJson(const ReceivedRequest &request)
{
    QJsonArray headers;
    for (const auto &[name, value] : request.headers)
        headers.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    return {{QStringLiteral("number"), qint64(request.number)},
            {QStringLiteral("receivedAt"), toIso(request.receivedAt)},
            {QStringLiteral("method"), QString::fromUtf8(request.method)},
            {QStringLiteral("path"), QString::fromUtf8(request.target)},
            {QStringLiteral("headers"), headers},
            {QStringLiteral("body"), QString::fromUtf8(request.body)},
            {QStringLiteral("status"), request.answeredStatus}};
}

Result<QList<ReceiverRule>> rulesFrom(const std::string &name)
{
    if (name.empty())
        return QList<ReceiverRule>{};
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("Can't read %1: %2").arg(file.fileName(), file.errorString()));
    return parseReceiverScript(file.readAll());
}

} // namespace

int receive(const Common &common, const ReceiverOptions &options)
{
    const auto runFor = durationFrom(options.runFor);
    const auto endpoint = endpointFrom(options.listen);
    auto rules = rulesFrom(options.script);
    if (!runFor)
        return report(runFor.error());
    if (!endpoint)
        return report(endpoint.error());
    if (!rules)
        return report(rules.error());
    Receiver receiver;
    receiver.setRules(*rules);
    QObject::connect(&receiver, &Receiver::received, qApp, [&common](const ReceivedRequest &request) {
        if (common.json)
            printJson(toJson(request));
        else
            printLine(QStringLiteral("%1  %2 %3  %4 bytes → %5")
                          .arg(toIso(request.receivedAt), QString::fromUtf8(request.method),
                               QString::fromUtf8(request.target))
                          .arg(request.body.size())
                          .arg(request.answeredStatus));
    });
    if (auto listening = receiver.listen(endpoint->address, endpoint->port); !listening)
        return report(listening.error());
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, qApp, [] { QCoreApplication::exit(Done); });
    if (*runFor)
        QTimer::singleShot(**runFor, qApp, [] { QCoreApplication::exit(Done); });
    printReady("receiver", receiver.url());
    return QCoreApplication::exec();
}

} // namespace callboard::cli
