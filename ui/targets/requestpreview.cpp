#include "ui/targets/requestpreview.h"

#include "core/engine/requestbuilder.h"
#include "core/payload/mediarecord.h"
#include "core/payload/rendering.h"
#include "core/transport/mailjob.h"
#include "ui/assets/assetwords.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kDebounce = 120ms;
constexpr int kShortSample = 12;              // characters that always have room
constexpr int kRecentRole = Qt::UserRole + 1; // the number of a real event

QString assetName(const MediaEvent &event)
{
    const auto record = parseRecord(event.data, event.dataContentType);
    if (record) {
        for (const char *field : {"assetName", "title"}) {
            if (const auto text = record->text(field); text && !text->isEmpty())
                return *text;
        }
    }
    return event.asset;
}

} // namespace

PreviewEvent previewEvent(const MediaEvent &event)
{
    return {event, assetName(event)};
}

RequestPreview::RequestPreview(QWidget *parent)
    : QWidget(parent)
    , m_sampleCombo(named(new QComboBox(this), "sampleCombo", tr("Sample event")))
    , m_line(new FieldLine("previewLine", this))
    , m_view(named(new PayloadView(this), "previewView", tr("The next request, byte for byte")))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &RequestPreview::render);

    m_sampleCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sampleCombo->setMinimumContentsLength(kShortSample);
    auto *label = new QLabel(tr("Samp&le"), this);
    label->setBuddy(m_sampleCombo);
    fillSamples();
    connect(m_sampleCombo, &QComboBox::activated, this, [this] {
        m_chosen = true;
        render();
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(look::kGap);
    head->addWidget(label);
    head->addWidget(m_sampleCombo, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_view);
    parts->addWidget(makeAttachment());
    column->addLayout(head);
    column->addWidget(parts, 1);
    column->addWidget(m_line);
}

QWidget *RequestPreview::makeAttachment()
{
    m_attachmentPart = new QWidget;
    m_attachmentTitle = named(look::plainLabel({}, m_attachmentPart), "attachmentTitle", tr("Attachment"));
    m_attachmentTitle->setFont(look::sectionFont());
    m_attachment = named(new PayloadView(m_attachmentPart), "attachmentView", tr("Attachment"));
    auto *column = new QVBoxLayout(m_attachmentPart);
    column->setContentsMargins(0, look::kGap, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(m_attachmentTitle);
    column->addWidget(m_attachment, 1);
    m_attachmentPart->hide();
    return m_attachmentPart;
}

void RequestPreview::fillSamples()
{
    for (const TriggerInfo &entry : allTriggers()) {
        const MediaEvent event = sampleEvent(entry.trigger);
        m_sampleCombo->addItem(QString(entry.word + QStringLiteral(" · ") + assetName(event)), int(entry.trigger));
    }
}

void RequestPreview::setRecent(const QList<PreviewEvent> &events)
{
    const int samples = int(allTriggers().size());
    while (m_sampleCombo->count() > samples)
        m_sampleCombo->removeItem(samples);
    m_recent = events;
    if (events.isEmpty())
        return;
    m_sampleCombo->insertSeparator(samples);
    const Timestamp now = SystemClock().now();
    for (qsizetype i = 0; i < events.size(); ++i) {
        const MediaEvent &event = events[i].event;
        m_sampleCombo->addItem(tr("%1 · %2, %3")
                                   .arg(QString(info(event.trigger).word), assetwords::shown(events[i].name),
                                        deliverytext::ago(event.receivedAt, now)));
        const int row = m_sampleCombo->count() - 1;
        m_sampleCombo->setItemData(row, int(i), kRecentRole);
        m_sampleCombo->setItemData(row, words::moment(event.receivedAt), Qt::ToolTipRole);
    }
}

MediaEvent RequestPreview::sample() const
{
    if (const QVariant recent = m_sampleCombo->currentData(kRecentRole); recent.isValid())
        return m_recent.value(recent.toInt()).event;
    return sampleEvent(static_cast<Trigger>(m_sampleCombo->currentData().toInt()));
}

void RequestPreview::setTarget(const CallbackTarget &target)
{
    m_target = target;
    if (!m_chosen)
        proposeSample();
    if (m_rendered)
        m_soon.start();
    else
        render();
}

void RequestPreview::setMailServer(const SmtpServer &server)
{
    m_mailServer = server;
    if (m_rendered)
        render();
}

void RequestPreview::proposeSample()
{
    for (const TriggerInfo &entry : allTriggers()) {
        if (m_target.triggers.has(entry.trigger)) {
            m_sampleCombo->setCurrentIndex(m_sampleCombo->findData(int(entry.trigger)));
            return;
        }
    }
}

void RequestPreview::render()
{
    m_soon.stop();
    m_rendered = true;
    // The id that stands here is of the sample; each delivery gets its own.
    const RequestContext context{
        QStringLiteral("msg_sample"), SystemClock().now(), {}, {}, m_mailServer.value_or(SmtpServer())};
    const auto built = buildRequest(m_target, m_target.headers, sample(), context);
    m_attachmentPart->setVisible(built && built->request.mail && !built->request.body.isEmpty());
    if (!built)
        showNothing(m_target.url.isEmpty() ? tr("The request appears here as soon as there is a URL.")
                                           : tr("No request yet. %1").arg(inOurLanguage(built.error().detail)));
    else if (built->request.mail)
        showMail(*built);
    else
        showRequest(*built);
}

void RequestPreview::showNothing(const QString &why)
{
    m_view->setContent({}, PayloadView::Language::Http);
    m_view->setEmptyText(why);
    m_line->hush();
}

void RequestPreview::showRequest(const BuiltRequest &built)
{
    m_view->setContent(built.maskedHead + built.request.body, PayloadView::Language::Http);
    m_line->say(FieldLine::Mood::Hint,
                built.request.body.isEmpty() ? tr("No body: the asset's state is in the URL.")
                                             : tr("%1 in the body, exactly as sent; secret values are masked.")
                                                   .arg(QLocale().formattedDataSize(built.request.body.size())));
}

void RequestPreview::showMail(const BuiltRequest &built)
{
    const MailJob &mail = *built.request.mail;
    QByteArray head = built.maskedHead;
    if (!head.endsWith("\r\n\r\n"))
        head += "\r\n";
    m_view->setContent(head + mail.text.toUtf8(), PayloadView::Language::Http);
    m_attachmentTitle->setText(
        tr("Attachment %1, %2").arg(mail.attachmentName, QLocale().formattedDataSize(built.request.body.size())));
    m_attachment->setContent(built.request.body, PayloadView::languageFor(mail.attachmentType));
    if (m_mailServer && !m_mailServer->isSet())
        m_line->say(FieldLine::Mood::Warning, tr("No mail server is set up: enter one in the settings."));
    else
        m_line->say(FieldLine::Mood::Hint, tr("The e-mail also says this as HTML; the mail program chooses."));
}

} // namespace callboard
