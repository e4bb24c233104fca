#include "ui/deliveries/deliveryinspector.h"

#include "ui/look/payloadview.h"

// The part of DeliveryInspector that fills payload, request and response.

namespace callboard {

namespace {

QByteArray contentTypeOf(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare("content-type", Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

void DeliveryInspector::showAttempt(int index)
{
    if (!m_detail || index < 0 || index >= m_detail->attempts.size())
        return;
    m_attempt = index;
    const Attempt &attempt = m_detail->attempts[index];
    const Exchange &exchange = attempt.exchange;
    m_payload->setEmptyText(tr("This request has no body."));
    m_payload->setContent(attempt.requestBody, PayloadView::languageFor(contentTypeOf(attempt.requestHead)));
    m_request->setContent(attempt.requestHead + attempt.requestBody, PayloadView::Language::Http);
    m_response->setEmptyText(exchange.outcome == Outcome::Pending ? tr("No answer yet.")
                                                                  : tr("No answer came. %1").arg(exchange.errorText));
    QByteArray answer = exchange.responseHead + exchange.responseBody;
    if (exchange.truncated) {
        answer += "\n\n"
            + tr("… cut: %1 bytes of %2 are kept.")
                  .arg(exchange.responseBody.size())
                  .arg(exchange.responseSize)
                  .toUtf8();
    }
    m_response->setContent(answer, PayloadView::Language::Http);
}

// Nothing has left yet: the record it would be made from, and why there is no more.
void DeliveryInspector::showWithoutAttempt()
{
    m_attempt = -1;
    const MediaEvent event = m_detail->events.isEmpty() ? MediaEvent{} : m_detail->events.constLast();
    m_payload->setEmptyText(tr("Nothing has been sent yet."));
    m_payload->setContent(event.data, PayloadView::languageFor(event.dataContentType.toLatin1()));
    for (PayloadView *view : {m_request, m_response}) {
        view->setEmptyText(tr("Nothing has been sent yet."));
        view->setContent({}, PayloadView::Language::Plain);
    }
}

} // namespace callboard
