// Desktop's third part: the dialog that fires an event, what it begins with, and where what it fired is found.
#include "app/desktop.h"

#include "ui/deliveries/deliveriespage.h"
#include "ui/events/fireeventdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kRecentAssets = 20;
const QString kTriggerKey = QStringLiteral("event/type");
const QString kAssetKey = QStringLiteral("event/asset");
const QString kProjectKey = QStringLiteral("event/project");

// What the dialog asks the workspace for.
struct Known {
    QList<CallbackTarget> targets;
    QList<MediaAsset> recent;
    std::optional<MediaAsset> last; // that was fired about
};

Trigger triggerOf(const QString &eventType)
{
    const auto all = allTriggers();
    const auto found = std::find_if(all.begin(), all.end(), [&eventType](const TriggerInfo &entry) {
        return QString(entry.eventType) == eventType;
    });
    return found == all.end() ? Trigger::Success : found->trigger;
}

} // namespace

void Desktop::fireEvent()
{
    fireEventWith([](EventForm &) {});
}

// Records stay in the workspace: of the last one only its asset is remembered, and the record is read as it is now.
void Desktop::fireEventWith(const std::function<void(EventForm &)> &fill)
{
    const QString last = m_window->remembered(kAssetKey).toString();
    const auto read = [last](const WorkspaceReader &reader) {
        Known known{reader.targets(), reader.assets({}, kRecentAssets).value_or(QList<MediaAsset>()), std::nullopt};
        if (auto asset = reader.asset(last); !last.isEmpty() && asset)
            known.last = std::move(*asset);
        return known;
    };
    m_reads->ask(this, read, [this, last, fill](const Known &known) {
        FireEventDialog *dialog = m_fire;
        if (dialog) {
            dialog->setTargets(known.targets);
        } else {
            dialog = makeFireDialog(known.targets);
            const EventDraft draft{triggerOf(m_window->remembered(kTriggerKey).toString()), last,
                                   m_window->remembered(kProjectKey).toString(),
                                   known.last ? QString::fromUtf8(known.last->presentRecord()) : QString()};
            if (m_lastEvent || !last.isEmpty())
                dialog->form().restore(m_lastEvent.value_or(draft));
            m_fire = dialog;
        }
        dialog->form().setRecentAssets(known.recent);
        fill(dialog->form());
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    });
}

FireEventDialog *Desktop::makeFireDialog(const QList<CallbackTarget> &targets)
{
    auto *dialog = new FireEventDialog(m_composition.engine(), targets, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog] { m_lastEvent = dialog->form().draft(); });
    connect(dialog, &FireEventDialog::eventsAccepted, this, [this, dialog] {
        const EventDraft fired = dialog->form().draft();
        m_lastEvent = fired;
        m_window->remember(kTriggerKey, QString(info(fired.trigger).eventType));
        m_window->remember(kAssetKey, fired.asset);
        m_window->remember(kProjectKey, fired.project);
    });
    connect(dialog, &FireEventDialog::deliveriesRequested, this, &Desktop::showDeliveriesOf);
    return dialog;
}

void Desktop::showDeliveriesOf(const QString &source, const QString &sourceId)
{
    const auto find = [source, sourceId](const WorkspaceReader &reader) { return reader.eventId(source, sourceId); };
    m_reads->ask(this, find, [this](const Result<std::optional<EventId>> &found) {
        if (!found || !*found) {
            m_window->messages().post(
                {Message::Kind::Warning, tr("The event is not in the workspace any more."), {}, {}}, this);
            return;
        }
        DeliveryFilter filter;
        filter.event = **found;
        showDeliveries(filter);
        m_window->activateWindow();
    });
}

} // namespace callboard
