#include "core/domain/urlcredentials.h"
#include "core/payload/platformrequest.h"
#include "core/payload/rendering.h"
#include "core/transport/requestcheck.h"
#include "core/transport/wirehead.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace callboard::fuzz {

namespace {

// A request for it has one line, one host and nothing else in its head than what we put there.
void checkHead(const QUrl &url)
{
    TransportRequest request;
    request.url = url;
    request.method = "POST";
    const auto problem = requestProblem(request);
    require(!problem, "what a target may call can be sent", problem.value_or(QString()) + url.toString());
    const QByteArray head = wireHead(request);
    const bool plain = std::ranges::all_of(head,
                                           [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\r' || c == '\n'; });
    require(plain, "a head is ASCII", head);
    const QByteArrayList lines = head.split('\n');
    require(lines.size() == 9 && head.count('\r') == 8, "a head has the lines we wrote", head);
    require(lines[0].split(' ').size() == 3 && lines[0].endsWith(" HTTP/1.1\r"), "a request line has three words",
            head);
    require(lines[1].startsWith("Host: ") && lines[1].size() > 7 && lines[1].count(' ') == 1, "there is a host", head);
}

void checkPlatform(const QString &base)
{
    for (const PlatformKind kind : {PlatformKind::LightFlow, PlatformKind::Spark}) {
        const PlatformSettings settings{kind, base, {}, false};
        const auto question = platformQuestion(settings, QStringLiteral("k&?#"), QStringLiteral("../a?b#c"),
                                               QStringLiteral("1&6"));
        if (!question)
            continue;
        require(question->url.isValid(), "a platform's address can be asked", base);
        require(question->url.host() == QUrl(base, QUrl::StrictMode).host(), "an asset's id moves no host", base);
        require(!question->url.hasFragment(), "nor cuts anything off", base);
        checkHead(question->url);
    }
}

} // namespace

void urls(const QByteArray &input)
{
    CallbackTarget target;
    target.url = QString::fromUtf8(input);
    const SeparatedUrl separated = separatedCredentials(target.url);
    require(separated.had || separated.url == target.url, "what has no credentials stays as it is", target.url);
    require(!separatedCredentials(separated.url).had, "credentials are taken out whole", target.url);
    if (const auto problem = urlProblem(target.url)) {
        require(!problem->isEmpty(), "a refusal says why");
        return;
    }
    require(!separated.had, "no target has credentials in its URL", target.url);
    require(!proposedName(target.url).isEmpty(), "there is a name to propose", target.url);
    if (target.isMail())
        return;
    const MediaEvent event = sampleEvent(Trigger::Success);
    for (const Method method : {Method::Post, Method::Get}) {
        target.method = method;
        const auto payload = render(target, event);
        require(payload.has_value(), "a callback can be rendered", target.url);
        checkHead(payload->url);
        const QString sent = payload->url.toString(QUrl::FullyEncoded);
        const auto problem = urlProblem(sent);
        require(!problem || sent.size() > 4096, "the address that is called is one", sent);
    }
    checkPlatform(target.url);
}

} // namespace callboard::fuzz
