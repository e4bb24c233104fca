// bench_transport encode                                        bodies a second on one core, both documents
// bench_transport body                                          a Spark body, for other programs' loads
// bench_transport receiver MS                                   a receiver that answers MS milliseconds later
// bench_transport qnam|pipelined|curlmulti URL SECONDS CONNECTIONS DEPTH    requests answered with 2xx, a second
#include "core/payload/lightflowcodec.h"
#include "core/payload/rendering.h"
#include "core/payload/sparkcodec.h"
#include "core/transport/pipelinedtransport.h"
#include "core/transport/qnamtransport.h"
#include "curlload.h"
#include "latencyreceiver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>

#include <cstdio>

using namespace callboard;

namespace {

CallbackTarget targetFor(PayloadFormat format)
{
    CallbackTarget target = format == PayloadFormat::Spark ? sparkPreset() : lightFlowPreset();
    target.url = QStringLiteral("http://127.0.0.1/callback");
    return target;
}

RenderedPayload rendered(PayloadFormat format, const MediaEvent &event)
{
    return render(targetFor(format), event).value_or(RenderedPayload());
}

MediaEvent eventFor(PayloadFormat format)
{
    return sampleEvent(format == PayloadFormat::Spark ? Trigger::Rating : Trigger::Success);
}

// Runs `work` for a second; it gives the size of the body it made.
template <class Work>
void printRate(const char *name, Work work)
{
    QElapsedTimer timer;
    timer.start();
    qint64 count = 0;
    qsizetype size = 0;
    while (timer.elapsed() < 1000) {
        for (int i = 0; i < 100; ++i, ++count)
            size = work();
    }
    std::printf("%-44s %9.0f bodies/s of %d bytes\n", name, double(count) * 1e9 / double(timer.nsecsElapsed()),
                int(size));
}

// Encoding alone, from a record that is read already, and the whole way from the event's bytes.
void printEncodingRates()
{
    const MediaEvent published = eventFor(PayloadFormat::LightFlow);
    const MediaEvent rated = eventFor(PayloadFormat::Spark);
    const MediaRecord lightFlow = parseRecord(published.data, published.dataContentType).value_or(MediaRecord());
    const MediaRecord spark = parseRecord(rated.data, rated.dataContentType).value_or(MediaRecord());
    const CallbackTarget lightFlowTarget = targetFor(PayloadFormat::LightFlow);
    const CallbackTarget sparkTarget = targetFor(PayloadFormat::Spark);
    const auto rendering = [](const CallbackTarget &target, const MediaEvent &event) {
        return [&] { return render(target, event).value_or(RenderedPayload()).body.size(); };
    };
    printRate("LightFlow, encoded", [&] { return encodeLightFlow(lightFlow, published).size(); });
    printRate("Spark, encoded", [&] { return encodeSpark(spark, rated).size(); });
    printRate("LightFlow, JSON record read and encoded", rendering(lightFlowTarget, published));
    printRate("Spark, JSON record read and encoded", rendering(sparkTarget, published));
    printRate("Spark, XML record read and encoded", rendering(sparkTarget, rated));
}

// Keeps as many requests under way as the transport takes; answers are counted and replaced in its own thread.
class TransportLoad {
public:
    TransportLoad(Transport &transport, const Load &load, int inFlight)
        : m_transport(transport)
        , m_inFlight(inFlight)
        , m_seconds(load.seconds)
    {
        m_request.target = TargetId{1};
        m_request.url = load.url;
        m_request.method = "POST";
        m_request.headers = {
            {"Content-Type", "application/xml"}, {"webhook-id", "dl_bench_1"}, {"webhook-timestamp", "1700000000"}};
        m_request.body = load.body;
        m_request.allowPrivate = true;
        m_request.connections = load.connections;
        m_request.pipelineDepth = load.depth;
        m_request.pipelining = true;
    }

    double rate()
    {
        QObject::connect(
            &m_transport, &Transport::finished, &m_transport,
            [this](const QList<TransportResult> &results) { count(results); }, Qt::DirectConnection);
        m_timer.start();
        sendMore(m_inFlight);
        m_over.acquire();
        return double(m_done) * 1e9 / double(m_timer.nsecsElapsed());
    }

private:
    void count(const QList<TransportResult> &results)
    {
        for (const TransportResult &result : results) {
            m_done += result.exchange.outcome == Outcome::Delivered;
            if (result.exchange.outcome != Outcome::Delivered && m_told++ < 3)
                std::fprintf(stderr, "%s\n", qPrintable(result.exchange.errorText));
        }
        m_underWay -= results.size();
        if (m_timer.nsecsElapsed() < qint64(m_seconds * 1e9))
            sendMore(int(results.size()));
        else if (m_underWay == 0)
            m_over.release();
    }

    void sendMore(int count)
    {
        QList<TransportRequest> batch;
        batch.reserve(count);
        m_underWay += count;
        for (int i = 0; i < count; ++i) {
            batch.append(m_request);
            batch.last().ticket = ++m_ticket;
        }
        m_transport.send(std::move(batch));
    }

    Transport &m_transport;
    TransportRequest m_request;
    int m_inFlight;
    double m_seconds;
    QElapsedTimer m_timer;
    QSemaphore m_over;
    qint64 m_underWay = 0;
    quint64 m_ticket = 0;
    qint64 m_done = 0;
    int m_told = 0;
};

template <class SomeTransport>
double transportRate(const Load &load)
{
    SystemResolver resolver;
    const SystemClock clock;
    SomeTransport transport(resolver, clock);
    CallbackTarget target;
    target.connections = load.connections;
    target.pipelineDepth = load.depth;
    return TransportLoad(transport, load, transport.inFlight(target)).rate();
}

int measure(const QStringList &arguments)
{
    Load load;
    load.url = QUrl(arguments.value(2));
    load.seconds = arguments.value(3).toDouble();
    load.connections = arguments.value(4).toInt();
    load.depth = arguments.value(5).toInt();
    load.body = rendered(PayloadFormat::Spark, eventFor(PayloadFormat::Spark)).body;
    const QString mode = arguments.value(1);
    const double rate = mode == QLatin1String("qnam") ? transportRate<QnamTransport>(load)
        : mode == QLatin1String("pipelined")          ? transportRate<PipelinedTransport>(load)
                                                      : curlRate(load);
    std::printf("%.0f\n", rate);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    if (mode == QLatin1String("receiver"))
        return runLatencyReceiver(Milliseconds(arguments.value(2).toInt()));
    if (mode == QLatin1String("body")) {
        const QByteArray body = rendered(PayloadFormat::Spark, eventFor(PayloadFormat::Spark)).body;
        return std::fwrite(body.constData(), 1, size_t(body.size()), stdout) == size_t(body.size()) ? 0 : 1;
    }
    if (mode == QLatin1String("encode")) {
        printEncodingRates();
        return 0;
    }
    return measure(arguments);
}
