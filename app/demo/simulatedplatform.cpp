#include "app/demo/simulatedplatform.h"

#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "core/payload/rendering.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUuid>

#include <array>

namespace callboard {

using namespace std::chrono_literals;

namespace {

// What the platform does, over and over: mostly successes, now and then a failure, and bursts of ratings on few files.
constexpr std::array kScript{Trigger::Progress,   Trigger::Rating,    Trigger::Success, Trigger::Rating,
                             Trigger::Moderation, Trigger::Progress,  Trigger::Success, Trigger::Rating,
                             Trigger::Failure,    Trigger::Transcode, Trigger::Success, Trigger::External};
constexpr std::array kTitles{
    "T1S03", "Morning briefing", "Harbour at dusk", "エヴァート interview", "Goals & highlights", "Trailer 2"};

bool isSpark(Trigger trigger)
{
    return trigger >= Trigger::Rating;
}

} // namespace

SimulatedPlatform::SimulatedPlatform(const QString &door, QByteArray token, QObject *parent)
    : QObject(parent)
    , m_door(door + QStringLiteral("/v1/events"))
    , m_token(std::move(token))
    , m_random(20190214)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_timer.setInterval(350ms);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedPlatform::happen);
}

void SimulatedPlatform::start()
{
    m_timer.start();
}

void SimulatedPlatform::stop()
{
    m_timer.stop();
}

MediaEvent SimulatedPlatform::nextEvent()
{
    const Trigger trigger = kScript[size_t(m_count) % kScript.size()];
    MediaEvent event = sampleEvent(trigger);
    event.source = QStringLiteral("/demo/platform");
    event.sourceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto record = parseRecord(event.data, event.dataContentType).value_or(MediaRecord{});
    const QString title = QString::fromUtf8(kTitles[m_random.bounded(quint32(kTitles.size()))]);
    if (isSpark(trigger)) {
        event.asset = QString::number(556114 + m_random.bounded(3)); // few files, so that there is something to merge
        record.setText("id", event.asset);
        record.setText("title", title);
        record.set("votecount", QByteArray::number(m_count));
    } else {
        event.asset = QUuid::createUuid().toString(QUuid::WithoutBraces);
        record.setText("uuid", event.asset);
        record.setText("assetName", title);
    }
    QByteArrayList members;
    for (const RecordField &field : std::as_const(record.fields))
        members.append(jsonString(QString::fromUtf8(field.name)) + ':' + field.raw);
    event.data = '{' + members.join(',') + '}';
    event.dataContentType = QStringLiteral("application/json");
    return event;
}

void SimulatedPlatform::happen()
{
    const MediaEvent event = nextEvent();
    ++m_count;
    QNetworkRequest request(m_door);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Content-Type", "application/cloudevents+json");
    QNetworkReply *reply = m_network.post(request, encodeCloudEvent(event));
    connect(reply, &QNetworkReply::finished, this, [this, reply, what = event.type] {
        reply->deleteLater();
        const bool accepted = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 202;
        m_accepted += accepted ? 1 : 0;
        emit posted(what, accepted);
    });
}

} // namespace callboard
