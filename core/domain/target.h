// A callback target: who is told, how, about what. A plain value; forms and commands edit a copy and validate() says,
// field by field, what keeps it from being saved. Defaults are those of seeds/lightflow-callbacks.txt, lines 38-93.
#pragma once

#include "core/domain/authentication.h"
#include "core/domain/clock.h"
#include "core/domain/connectionsettings.h"
#include "core/domain/header.h"
#include "core/domain/ids.h"
#include "core/domain/rate.h"
#include "core/domain/retrypolicy.h"
#include "core/domain/signing.h"
#include "core/domain/trigger.h"

#include <QList>
#include <QString>

namespace callboard {

enum class Method : quint8 { Post = 0, Put = 1, Get = 2 };
enum class PayloadFormat : quint8 { LightFlow = 0, Spark = 1, CloudEvents = 2 };
enum class CallbackSource : quint8 { LightFlow = 0, Encoder = 1 };

// Paused keeps and does not send. Disabled by the operator wants nothing new and keeps what it has. Gone was switched
// off by the receiver (410) and keeps everything, new events too.
enum class TargetState : quint8 { Enabled = 0, Paused = 1, Disabled = 2, Gone = 3 };

// Who made it. What came in through the door never calls an internal address, unless the server was started so.
enum class TargetOrigin : quint8 { Operator = 0, Door = 1 };

enum class ScopeKind : quint8 { All = 0, Project = 1, Asset = 2 };

struct Scope {
    ScopeKind kind = ScopeKind::All;
    QString id; // the project's or the asset's; empty for All

    bool operator==(const Scope &) const = default;
};

struct CallbackTarget {
    TargetId id;
    QString name;
    QString url; // as the operator wrote it: http, https or mailto
    Method method = Method::Post;
    PayloadFormat format = PayloadFormat::LightFlow;
    CallbackSource source = CallbackSource::LightFlow;
    HeaderList headers;
    Signing signing;
    Authentication authentication;
    TlsSettings tls;
    ProxySettings proxy;
    TriggerSet triggers{Trigger::Success, Trigger::Failure};
    TargetState state = TargetState::Enabled;
    QString stateReason;
    TargetOrigin origin = TargetOrigin::Operator;
    Scope scope;
    Milliseconds coalesceWindow{0};  // 0: each event is a delivery of its own
    Milliseconds coalesceLongest{0}; // above coalesceWindow: the window adapts between the two; else it is fixed
    TriggerSet urgent;               // these close an open window at once, with everything absorbed so far
    bool relay = false;              // with source encoder: the encoder tells Callboard, which sends this callback
    bool pipelining = false;
    int connections = 4;       // with pipelining: so many connections,
    int pipelineDepth = 8;     // each with so many requests that have no answer yet
    bool ordered = true;       // one at a time for each asset, oldest first
    bool allowPrivate = false; // loopback and private addresses are meant
    Milliseconds connectTimeout{5'000};
    Milliseconds totalTimeout{15'000};
    RetryPolicy retry = RetryPolicy::standard();
    int maxInFlight = 8;
    Rate rate; // at most so many requests; unset: no limit
    int revision = 0;
    Timestamp createdAt{};
    Timestamp updatedAt{};

    [[nodiscard]] bool isMail() const { return url.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive); }
    // False: the encoder was told to call, and we never do (seeds/lightflow-callbacks.txt, line 84).
    [[nodiscard]] bool isOursToSend() const { return source == CallbackSource::LightFlow || relay; }
    [[nodiscard]] bool adaptsWindow() const { return coalesceWindow.count() > 0 && coalesceLongest > coalesceWindow; }
    // Accepts deliveries without sending them now.
    [[nodiscard]] bool holds() const { return state == TargetState::Paused || state == TargetState::Gone; }

    bool operator==(const CallbackTarget &) const = default;
};

enum class TargetField : quint8 {
    Name,
    Url,
    Method,
    Format,
    Headers,
    Signing,
    Triggers,
    Scope,
    Coalescing,
    Timeout,
    Limits,
    Source,
    Authentication,
    Tls,
    Proxy
};

struct FieldProblem {
    TargetField field = TargetField::Name;
    QString text;
    bool blocking = true; // false: a warning that does not keep the target from being saved
    int row = -1;         // with Headers: which one
};

[[nodiscard]] QList<FieldProblem> validate(const CallbackTarget &target);
[[nodiscard]] std::optional<QString> urlProblem(const QString &url);

// A name proposed for a target that has none: its host, or the mail address.
[[nodiscard]] QString proposedName(const QString &url);

[[nodiscard]] CallbackTarget lightFlowPreset();
// seeds/spark-media-callback.txt: four events, XML, one request per 60 seconds with the latest state, pipelining.
[[nodiscard]] CallbackTarget sparkPreset();

// Stable spellings for command line, JSON and the wire.
[[nodiscard]] QString toString(Method method);
[[nodiscard]] QString toString(PayloadFormat format);
[[nodiscard]] QString toString(CallbackSource source);
[[nodiscard]] QString toString(TargetState state);
[[nodiscard]] std::optional<Method> methodFrom(const QString &text); // case is ignored
[[nodiscard]] std::optional<PayloadFormat> formatFrom(const QString &text);
[[nodiscard]] std::optional<CallbackSource> sourceFrom(const QString &text);

} // namespace callboard
