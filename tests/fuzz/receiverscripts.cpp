#include "core/receiver/answer.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

void check(const ReceiverRule &rule)
{
    using namespace std::chrono_literals;
    require(rule.path.startsWith('/'), "a rule's path begins with a slash", rule.path);
    require(rule.status >= 200 && rule.status <= 599 && rule.times >= -1, "its numbers are in bounds", rule.path);
    require(rule.delay >= 0ms && rule.delay <= std::chrono::hours(24 * 3650), "a delay ends one day", rule.path);
    ReceivedRequest request;
    request.method = "POST";
    const Answer answer = planAnswer(rule, request, {});
    require(answer.delay == rule.delay, "the answer waits as long as the rule says");
    const QByteArray head = answer.bytes.left(answer.bytes.indexOf("\r\n\r\n") + 4);
    for (const auto &[name, value] : rule.headers) {
        const QByteArray line = name + value;
        require(!line.contains('\n') && !line.contains('\r'), "a header is one line", line);
    }
    const QByteArray start = "HTTP/1.1 " + QByteArray::number(rule.status);
    if (rule.action == ReceiverRule::Action::Answer)
        require(head.startsWith(start) && answer.status == rule.status, "an answer has the rule's status", head);
}

} // namespace

void receiverScripts(const QByteArray &input)
{
    const auto rules = parseReceiverScript(input);
    if (!rules) {
        require(!rules.error().detail.isEmpty(), "a refusal says why");
        const QString &detail = rules.error().detail;
        requirePlaceInXml(detail.mid(detail.indexOf(u'(') + 1), input); // its columns are bytes
        return;
    }
    for (const ReceiverRule &rule : *rules)
        check(rule);
}

} // namespace callboard::fuzz
