#include "ui/deliveries/content/messagepane.h"
#include "ui/deliveries/content/noteline.h"
#include "ui/deliveries/curlcommand.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/eventspane.h"
#include "ui/deliveries/export/copytext.h"
#include "ui/deliveries/inspectorbuttons.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QSaveFile>
#include <QTabWidget>

// The part of DeliveryInspector that does something with what it shows: finding, saving, noting.

namespace callboard {

namespace {

QString suffixOf(PayloadView::Language language)
{
    switch (language) {
    case PayloadView::Language::Json: return QStringLiteral("json");
    case PayloadView::Language::Xml: return QStringLiteral("xml");
    default: return QStringLiteral("txt");
    }
}

} // namespace

PayloadView *DeliveryInspector::presentView() const
{
    const QWidget *page = m_tabs->currentWidget();
    if (page == m_payload)
        return m_payload;
    if (page == m_events)
        return m_events->record();
    return page == m_request ? m_request->view() : page == m_response ? m_response->view() : nullptr;
}

void DeliveryInspector::find()
{
    if (!m_detail)
        return;
    if (!presentView())
        m_tabs->setCurrentWidget(m_payload);
    presentView()->openFind();
}

// "delivery-4711-2-response.json": the second attempt's answer.
QString DeliveryInspector::payloadName(const PayloadView &view) const
{
    const QString part = &view == m_response->view() ? QStringLiteral("response")
        : &view == m_events->record()                ? QStringLiteral("event")
                                                     : QStringLiteral("request");
    const int number = m_detail->attempts.isEmpty() ? 0 : m_detail->attempts.value(qMax(0, m_attempt)).number;
    QString name = QStringLiteral("delivery-%1").arg(m_detail->row.delivery.id.value);
    if (number > 0)
        name += QStringLiteral("-%1").arg(number);
    return QStringLiteral("%1-%2.%3").arg(name, part, suffixOf(view.language()));
}

std::optional<NamedPayload> DeliveryInspector::payloadOf(DeliveryId id) const
{
    if (!m_detail || m_id != id || m_payload->body().isEmpty())
        return std::nullopt;
    return NamedPayload{payloadName(*m_payload), m_payload->body()};
}

void DeliveryInspector::savePayload()
{
    const PayloadView *view = m_detail ? presentView() : nullptr;
    if (!view || view->body().isEmpty()) {
        emit copyRefused(tr("There is no payload here to save."));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save payload"));
    dialog->setObjectName(QStringLiteral("savePayloadDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(payloadName(*view));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = view->body()](const QString &path) { writePayload(path, bytes); });
    dialog->open();
}

void DeliveryInspector::writePayload(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        emit copyRefused(tr("%1 could not be written: %2").arg(path, file.errorString()));
        return;
    }
    emit copied(tr("%1 saved to %2.").arg(QLocale().formattedDataSize(bytes.size()), path));
}

void DeliveryInspector::copyAs(CopyForm form)
{
    if (!m_detail)
        return;
    const QString obstacle = InspectorButtons::copyObstacle(*m_detail);
    if (!obstacle.isEmpty()) {
        emit copyRefused(obstacle);
        return;
    }
    const Attempt attempt = m_detail->attempts.value(m_attempt >= 0 ? m_attempt : m_detail->attempts.size() - 1);
    const QUrl url(attempt.url);
    const QString text = form == CopyForm::Curl ? curlCommand(attempt, url)
        : form == CopyForm::Httpie              ? httpieCommand(attempt, url)
                                                : rawRequest(attempt);
    QGuiApplication::clipboard()->setText(text);
    emit copied(form == CopyForm::Curl         ? tr("Copied as cURL. Secret values are masked.")
                    : form == CopyForm::Httpie ? tr("Copied as HTTPie. Secret values are masked.")
                                               : tr("Copied as a raw request. Secret values are masked."));
}

void DeliveryInspector::buildNote()
{
    m_note = new NoteLine(this);
    connect(m_note, &NoteLine::noteWritten, this, [this](const QString &note) {
        if (m_id.isValid())
            emit noteWritten(m_id, note);
    });
    connect(m_note, &NoteLine::left, this, &DeliveryInspector::noteLeft);
}

void DeliveryInspector::editNote()
{
    if (m_detail)
        m_note->edit();
}

} // namespace callboard
