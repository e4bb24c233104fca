// The receiver's answer rules as a table has them: texts as they are typed, what is wrong with each, the rule they
// stand for, and the ready-made ones. Pure, translated.
#pragma once

#include "core/receiver/receiver.h"
#include "ui/look/look.h"

#include <QString>

#include <optional>

namespace callboard {

enum class RuleField { Path, Action, Status, Delay, Times, RetryAfter };
inline constexpr int kRuleFields = 6;

struct RuleText {
    QString path = QStringLiteral("/");
    ReceiverRule::Action action = ReceiverRule::Action::Answer;
    QString status = QStringLiteral("200");
    QString delay;      // empty: at once
    QString times;      // empty: always
    QString retryAfter; // empty: none
};

struct AnswerPreset {
    QString name;
    QList<ReceiverRule> rules;
};

// False: an answer of this kind has no place for it.
[[nodiscard]] bool matters(ReceiverRule::Action action, RuleField field);
// The sentence that says what is wrong with it; empty: nothing.
[[nodiscard]] QString ruleProblem(const RuleText &text, RuleField field);
[[nodiscard]] std::optional<ReceiverRule> ruleFrom(const RuleText &text); // nothing where something is wrong
[[nodiscard]] RuleText textOf(const ReceiverRule &rule);
[[nodiscard]] bool same(const QList<ReceiverRule> &a, const QList<ReceiverRule> &b);

[[nodiscard]] QList<AnswerPreset> answerPresets();
[[nodiscard]] QList<ReceiverRule::Action> allActions();
[[nodiscard]] QString actionWord(ReceiverRule::Action action); // closes without an answer

// What a request was answered with: 200, 503, 200 and half a body, no answer.
[[nodiscard]] QString answerWord(const ReceivedRequest &request);
[[nodiscard]] look::Tone answerTone(const ReceivedRequest &request);

} // namespace callboard
