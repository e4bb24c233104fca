#include "ui/deliveries/deliveryinspector.h"

#include "ui/deliveries/changes/changespane.h"
#include "ui/deliveries/content/messagepane.h"
#include "ui/deliveries/content/noteline.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/inspectorbuttons.h"
#include "ui/deliveries/replay/replaybutton.h"
#include "ui/deliveries/signaturewords.h"
#include "ui/look/payloadview.h"
#include "ui/look/recorded.h"

#include <QTabWidget>

// The part of DeliveryInspector that fills payload, request, response and changes.

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

// An e-mail's head is the message's own; its body is the attachment, whose type stands nowhere.
PayloadView::Language bodyLanguage(const Attempt &attempt)
{
    const bool json = attempt.requestBody.startsWith('{') || attempt.requestBody.startsWith('[');
    if (deliverytext::isMail(attempt.url))
        return json ? PayloadView::Language::Json : PayloadView::Language::Xml;
    return PayloadView::languageFor(contentTypeOf(attempt.requestHead));
}

} // namespace

void DeliveryInspector::showAttempt(int index)
{
    if (!m_detail || index < 0 || index >= m_detail->attempts.size())
        return;
    m_attempt = index;
    const Attempt &attempt = m_detail->attempts[index];
    const Exchange &exchange = attempt.exchange;
    const bool mail = deliverytext::isMail(attempt.url);
    m_payload->setEmptyText(mail ? tr("This e-mail has no attachment.") : tr("This request has no body."));
    m_payload->setContent(attempt.requestBody, bodyLanguage(attempt));
    m_request->setEmptyText({}, mail ? tr("This e-mail has no attachment.") : tr("This request has no body."));
    m_request->setMessage(attempt.requestHead, attempt.requestBody, bodyLanguage(attempt));
    askSignature(attempt);
    m_response->setEmptyText(exchange.outcome == Outcome::Pending
                                 ? tr("No answer yet.")
                                 : tr("No answer came. %1").arg(inOurLanguage(exchange.errorText)),
                             tr("This answer has no body."));
    if (mail) {
        m_response->setPlain(exchange.responseHead + exchange.responseBody);
    } else {
        m_response->setMessage(exchange.responseHead, exchange.responseBody,
                               PayloadView::languageFor(contentTypeOf(exchange.responseHead)),
                               exchange.truncated ? exchange.responseSize : 0);
    }
}

// Where there is one, or should be. What was said of the same attempt stays until the answer is there.
void DeliveryInspector::askSignature(const Attempt &attempt)
{
    const Signing signing = target().signing;
    const bool concerns = !deliverytext::isMail(attempt.url)
        && (signing.isOn() || carriesSignature(signing, attempt.requestHead));
    if (!concerns || attempt.id != m_signatureOf)
        m_signature->hush();
    m_signatureOf = attempt.id;
    if (concerns)
        emit signatureRequested(m_id, attempt.id);
}

void DeliveryInspector::takeSignature(AttemptId attempt, const Result<SignatureFinding> &finding)
{
    if (!m_detail || m_attempt < 0 || m_detail->attempts.value(m_attempt).id != attempt)
        return;
    const SignatureLine line = signatureLine(finding, m_clock.now());
    m_signature->say(line.mood, line.sentence);
}

// Nothing has left yet: the record it would be made from, and why there is no more.
void DeliveryInspector::showWithoutAttempt()
{
    m_attempt = -1;
    const MediaEvent event = m_detail->events.isEmpty() ? MediaEvent{} : m_detail->events.constLast();
    m_payload->setEmptyText(tr("Nothing has been sent yet."));
    m_payload->setContent(event.data, PayloadView::languageFor(event.dataContentType.toLatin1()));
    m_signature->hush();
    for (MessagePane *pane : {m_request, m_response}) {
        pane->setEmptyText(tr("Nothing has been sent yet."), {});
        pane->setMessage({}, {}, PayloadView::Language::Plain);
    }
}

void DeliveryInspector::askChanges()
{
    const Compared compared{m_detail->row.delivery.id, m_detail->events.size(), m_detail->lastSentBy};
    if (compared == m_compared)
        return;
    if (compared.delivery != m_compared.delivery)
        takeChanges({}); // never those of another delivery
    m_compared = compared;
    presentPlatform();
    m_source.changes(*m_detail, this, [this, compared](const AssetChanges &changes) {
        if (compared == m_compared)
            takeChanges(changes);
    });
}

void DeliveryInspector::takeChanges(const AssetChanges &changes)
{
    m_differing = changes.changes.size();
    m_changes->setChanges(changes);
    titleTabs();
}

void DeliveryInspector::offerRefresh()
{
    m_buttons->replayButton()->setRefreshOffered(true);
}

void DeliveryInspector::setRefreshing(const QString &asset, bool refreshing)
{
    if (refreshing)
        m_refreshing.insert(asset);
    else
        m_refreshing.remove(asset);
    presentRefreshing();
}

void DeliveryInspector::presentRefreshing()
{
    m_buttons->replayButton()->setRefreshable(m_detail && !m_refreshing.contains(m_detail->row.delivery.asset));
}

void DeliveryInspector::takePlatform(const QString &asset, const QList<FieldChange> &changes)
{
    m_platformAsset = asset;
    m_platformChanges = changes;
    if (m_detail)
        presentPlatform();
}

void DeliveryInspector::revealPlatform(const QString &asset)
{
    if (!m_detail || m_detail->row.delivery.asset != asset)
        return;
    m_changes->showView(ChangesPane::Platform);
    m_tabs->setCurrentWidget(m_changes);
}

void DeliveryInspector::presentPlatform()
{
    if (!m_platformAsset.isEmpty() && m_detail->row.delivery.asset == m_platformAsset)
        m_changes->setPlatformChanges(readableChanges(m_platformChanges, m_detail->projectZone));
    else
        m_changes->setPlatformChanges(std::nullopt);
}

} // namespace callboard
