#include "core/domain/header.h"
#include "core/security/redaction.h"
#include "core/transport/requestcheck.h"
#include "core/transport/wirehead.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

TransportRequest requestWith(const QString &name, const QString &value)
{
    TransportRequest request;
    request.url = QUrl(QStringLiteral("https://a.example/x"));
    request.method = "POST";
    request.headers.emplaceBack(name.toUtf8(), value.toUtf8());
    return request;
}

void checkMasked(const QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    const QByteArray masked = maskHeaderValues(head, {name});
    require(masked.count('\n') == head.count('\n'), "a masked head has its lines", masked);
    const bool isElsewhere = head.indexOf(value) != head.lastIndexOf(value);
    require(value.size() < 4 || isElsewhere || !masked.contains(value), "a masked head hides the value", masked);
    require(maskHeaderValues(masked, {name}) == masked, "what is masked stays as it is", masked);
}

} // namespace

// "name: value" as a person types it: what the form takes, the transport takes.
void headers(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const Header header{text.section(u':', 0, 0), text.section(u':', 1), {}, false, true};
    TransportRequest request = requestWith(header.name, header.value);
    if (headerProblem(header)) {
        (void)requestProblem(request);
        return;
    }
    const auto problem = requestProblem(request);
    require(!problem, "a header that may be saved can be sent", problem.value_or(QString()));
    const QByteArray head = wireHead(request);
    require(head.count('\n') == head.count("\r\n") && head.count('\r') == head.count('\n'), "no line is split", head);
    require(head.indexOf("\r\n\r\n") == head.size() - 4, "a head ends once", head);
    if (QString(kMask + kMask).contains(header.value)) // nothing can hide that
        return;
    checkMasked(head, header.name.toUtf8(), header.value.toUtf8());
}

} // namespace callboard::fuzz
