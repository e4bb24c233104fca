#include "ui/targets/form/formhistory.h"

#include "core/domain/urlcredentials.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QUndoCommand>
#include <QWidget>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 1500ms;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::FormState)
};

bool isHistoryKey(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)
        || event.keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Y);
}

} // namespace

QString changedPart(const FormState &before, const FormState &after)
{
    const CallbackTarget &a = before.target;
    const CallbackTarget &b = after.target;
    const struct {
        bool differs;
        QString word;
    } parts[] = {
        {a.name != b.name, Words::tr("name")},
        {a.url != b.url, Words::tr("URL")},
        {a.method != b.method, Words::tr("method")},
        {a.format != b.format, Words::tr("format")},
        {a.source != b.source || a.relay != b.relay, Words::tr("source")},
        {a.headers != b.headers, Words::tr("headers")},
        {a.signing != b.signing, Words::tr("signing")},
        {a.authentication != b.authentication, Words::tr("authentication")},
        {a.tls != b.tls, Words::tr("certificates")},
        {a.proxy != b.proxy, Words::tr("proxy")},
        {a.triggers != b.triggers, Words::tr("events")},
        {a.retry != b.retry, Words::tr("retry schedule")},
        {a.coalesceWindow != b.coalesceWindow || a.coalesceLongest != b.coalesceLongest || a.urgent != b.urgent,
         Words::tr("coalescing window")}};
    QStringList changed;
    for (const auto &[differs, word] : parts) {
        if (differs)
            changed.append(word);
    }
    if (changed.isEmpty())
        return Words::tr("options");
    return changed.size() == 1 ? changed.first() : Words::tr("several fields");
}

void forgetCredentials(FormState &state, const QString &url)
{
    const QString clean = separatedCredentials(url).url;
    const QString before = state.target.url;
    const qsizetype beginning = url.indexOf(QLatin1String("://")) + 3; // of a URL that has credentials
    const bool onTheWay = before.size() > beginning && url.startsWith(before);
    if (!onTheWay && !separatedCredentials(before).had)
        return;
    for (QString &text : state.texts) {
        if (text.trimmed() == before)
            text = clean;
    }
    state.target.url = clean;
}

class FormHistory::Step : public QUndoCommand {
public:
    Step(FormHistory &history, FormState before, FormState after, int id)
        : m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_id(id)
    {
        setText(changedPart(m_before, m_after));
        m_history.m_steps.insert(this);
    }
    ~Step() override { m_history.m_steps.remove(this); }
    Step(const Step &) = delete;
    Step &operator=(const Step &) = delete;

    [[nodiscard]] int id() const override { return m_id; }
    void undo() override { m_history.restore(m_before); }
    void redo() override
    {
        if (m_done) // the first time it is what has just happened
            m_history.restore(m_after);
        m_done = true;
    }
    bool mergeWith(const QUndoCommand *next) override
    {
        m_after = static_cast<const Step *>(next)->m_after;
        setText(changedPart(m_before, m_after));
        setObsolete(m_before == m_after);
        return true;
    }
    void amend(const std::function<void(FormState &)> &amend)
    {
        amend(m_before);
        amend(m_after);
    }

private:
    FormHistory &m_history;
    FormState m_before;
    FormState m_after;
    int m_id;
    bool m_done = false;
};

FormHistory::FormHistory(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_typedIn = -1;
        emit paused();
    });
}

void FormHistory::begin(const FormState &state)
{
    m_stack.clear();
    m_typedIn = -1;
    m_now = state;
}

void FormHistory::note(const FormState &now, int typedIn)
{
    if (m_restoring || now == m_now)
        return;
    const int step = stepFor(now, typedIn);
    m_stack.push(new Step(*this, std::exchange(m_now, now), now, step));
}

void FormHistory::amend(const std::function<void(FormState &)> &amend)
{
    for (Step *step : std::as_const(m_steps))
        step->amend(amend);
    amend(m_now);
}

int FormHistory::stepFor(const FormState &now, int typedIn)
{
    const bool typing = typedIn >= 0 && m_now.texts.value(typedIn) != now.texts.value(typedIn);
    if (!typing || typedIn != m_typedIn)
        ++m_step;
    m_typedIn = typing ? typedIn : -1;
    if (typing)
        m_pause.start();
    return m_step;
}

void FormHistory::restore(const FormState &state)
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_typedIn = -1;
    m_now = state;
    emit restored(state);
}

void FormHistory::guard(QWidget *field)
{
    field->installEventFilter(this);
}

bool FormHistory::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!key || !isHistoryKey(*static_cast<QKeyEvent *>(event)))
        return QObject::eventFilter(watched, event);
    event->setAccepted(event->type() == QEvent::KeyPress); // the field claims nothing, and does nothing of its own
    return true;
}

} // namespace callboard
