#include "ui/targets/handoffpane.h"

#include "core/payload/record/jsonlayout.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/handoffproblems.h"

#include <QVBoxLayout>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kDebounce = 120ms;

HeaderList enabledHeaders(const CallbackTarget &target, bool masked)
{
    HeaderList headers;
    for (Header header : target.headers) {
        if (!header.enabled)
            continue;
        if (masked && header.secret)
            header.value = kMask;
        header.sealed.clear();
        headers.append(header);
    }
    return headers;
}

// A sealed value is as long as it is: only the hand-off itself opens it.
QList<HandOffProblem> unchecked(const CallbackTarget &target)
{
    QList<HandOffProblem> notes;
    for (const Header &header : target.headers) {
        if (target.relay || target.isMail() || !header.enabled || !header.secret || !header.value.isEmpty())
            continue;
        notes.append(
            {target.id, target.name,
             HandOffPane::tr("Whether the header %1 is too long is seen when a job is made: its value is stored "
                             "encrypted, and Zencoder takes %2 characters.")
                 .arg(header.name)
                 .arg(kLongestHeader),
             true, false});
    }
    return notes;
}

bool isEmptyArray(const QByteArray &json)
{
    return json.isEmpty() || json == "[]";
}

// As the two arrays stand in a job's request.
QByteArray inRequest(const EncoderNotifications &told)
{
    QByteArrayList members;
    if (!isEmptyArray(told.job))
        members.append("\"notifications\":" + told.job);
    if (!isEmptyArray(told.outputs))
        members.append("\"outputs\":[{\"notifications\":" + told.outputs + "}]");
    return members.isEmpty() ? QByteArray() : prettyJson('{' + members.join(',') + '}');
}

} // namespace

HandOffPane::HandOffPane(QWidget *parent)
    : QWidget(parent)
    , m_line(new FieldLine("handOffLine", this))
    , m_view(named(new PayloadView(this), "handOffView", tr("What the encoder gets")))
    , m_problems(new HandOffProblems(this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &HandOffPane::render);
    connect(m_problems, &HandOffProblems::relayRequested, this, &HandOffPane::relayRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(m_view, 1);
    column->addWidget(m_line);
    column->addWidget(m_problems);
}

void HandOffPane::setSettings(const EncoderSettings &settings)
{
    m_settings = settings;
    if (m_rendered)
        render();
}

void HandOffPane::setAsset(const QString &asset)
{
    m_asset = asset;
}

void HandOffPane::setTarget(const CallbackTarget &target)
{
    m_target = target;
    if (target.source != CallbackSource::Encoder)
        return m_soon.stop();
    if (m_rendered)
        m_soon.start();
    else
        render();
}

void HandOffPane::render()
{
    m_soon.stop();
    m_rendered = true;
    // The JSON shows no secret; what is wrong with a value that was just typed is found on the value itself.
    const EncoderNotifications told = zencoderNotifications({{m_target, enabledHeaders(m_target, true)}}, m_asset,
                                                            m_settings);
    const EncoderNotifications checked = zencoderNotifications({{m_target, enabledHeaders(m_target, false)}}, m_asset,
                                                               m_settings);
    const QByteArray json = inRequest(told);
    m_view->setContent(json, PayloadView::Language::Json);
    m_problems->setProblems(checked.problems + unchecked(m_target));
    say(checked);
}

void HandOffPane::say(const EncoderNotifications &told)
{
    const bool blocked = told.isBlocked();
    m_view->setEmptyText(blocked ? tr("Nothing can be handed over as it stands.")
                                 : tr("Nothing is handed over: tick an event that an encoder tells of, which are "
                                      "onSuccess, onFailure and onProgressEncoding."));
    if (blocked)
        m_line->hush();
    else
        m_line->say(FieldLine::Mood::Hint,
                    isEmptyArray(told.outputs)
                        ? tr("Stands at the top of Zencoder's job request; secret values are masked.")
                        : tr("Stands in Zencoder's job request, at its top and in each of its outputs; secret values "
                             "are masked."));
    if (m_blocked != blocked) {
        m_blocked = blocked;
        emit blockedChanged(blocked);
    }
}

} // namespace callboard
