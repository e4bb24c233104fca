#include "ui/targets/requestpreview.h"

#include "core/engine/requestbuilder.h"
#include "core/payload/mediarecord.h"
#include "core/payload/rendering.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kDebounce = 120ms;

// What a person calls the asset: its name or title, else its id.
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

RequestPreview::RequestPreview(QWidget *parent)
    : QWidget(parent)
    , m_sampleCombo(named(new QComboBox(this), "sampleCombo", tr("Sample event")))
    , m_line(new FieldLine("previewLine", this))
    , m_view(named(new PayloadView(this), "previewView", tr("The next request, byte for byte")))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &RequestPreview::render);

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
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_line);
}

void RequestPreview::fillSamples()
{
    for (const TriggerInfo &entry : allTriggers()) {
        const MediaEvent event = sampleEvent(entry.trigger);
        m_sampleCombo->addItem(QString(entry.word + QStringLiteral(" · ") + assetName(event)), int(entry.trigger));
    }
}

MediaEvent RequestPreview::sample() const
{
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
    const auto built = buildRequest(m_target, m_target.headers, sample(), QStringLiteral("msg_sample"),
                                    SystemClock().now());
    if (!built) {
        m_view->setContent({}, PayloadView::Language::Http);
        m_view->setEmptyText(m_target.url.isEmpty() ? tr("The request appears here as soon as there is a URL.")
                                                    : tr("No request yet. %1").arg(built.error().detail));
        m_line->hush();
        return;
    }
    const QByteArray bytes = built->maskedHead + built->request.body;
    m_view->setContent(bytes, PayloadView::Language::Http);
    m_line->say(FieldLine::Mood::Hint,
                built->request.body.isEmpty() ? tr("No body: the asset's state is in the URL.")
                                              : tr("%1 in the body, exactly as sent; secret values are masked.")
                                                    .arg(QLocale().formattedDataSize(built->request.body.size())));
}

} // namespace callboard
