// TargetForm's other half: what stands in it, as a target and as a state to come back to.
#include "core/domain/urlcredentials.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/accessfolds.h"
#include "ui/targets/form/curlpaste.h"
#include "ui/targets/form/formhistory.h"
#include "ui/targets/form/headerfield.h"
#include "ui/targets/form/optionfolds.h"
#include "ui/targets/form/sourcefields.h"
#include "ui/targets/form/targetform.h"
#include "ui/targets/form/triggerboxes.h"

#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace callboard {

namespace {

QString insertedInto(const QString &before, const QString &after)
{
    const auto [changed, rest] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const qsizetype prefix = rest - after.begin();
    const qsizetype most = std::min(before.size(), after.size()) - prefix;
    const auto end = std::mismatch(before.rbegin(), before.rbegin() + most, after.rbegin(), after.rend()).second;
    return after.mid(prefix, after.size() - prefix - (end - after.rbegin()));
}

} // namespace

void TargetForm::setTarget(const CallbackTarget &target)
{
    m_touched.clear();
    if (target.id.isValid())
        m_touched = {TargetField::Name, TargetField::Url, TargetField::Headers};
    else if (!target.url.isEmpty())
        m_touched = {TargetField::Url};
    m_folds->begin(target);
    load(target);
    check();
}

void TargetForm::aboutToSave()
{
    m_folds->aboutToSave();
}

void TargetForm::load(const CallbackTarget &target)
{
    m_target = target;
    m_nameEdit->setText(target.name);
    m_urlEdit->setText(target.url);
    m_methods->button(int(target.method))->setChecked(true);
    m_formatCombo->setCurrentIndex(m_formatCombo->findData(int(target.format)));
    m_source->load(target);
    m_headers->setHeaders(target.headers);
    m_triggerBoxes->setTriggers(target.triggers);
    m_folds->load(target);
    m_urlBefore = target.url;
}

CallbackTarget TargetForm::target() const
{
    CallbackTarget target = m_target;
    target.name = m_nameEdit->text().trimmed();
    target.url = m_urlEdit->text().trimmed();
    target.method = static_cast<Method>(m_methods->checkedId());
    target.format = static_cast<PayloadFormat>(m_formatCombo->currentData().toInt());
    m_source->storeInto(target);
    target.headers = m_headers->headers();
    target.triggers = m_triggerBoxes->triggers();
    m_folds->storeInto(target);
    return target;
}

void TargetForm::applyPreset(const CallbackTarget &preset)
{
    CallbackTarget changed = target();
    changed.method = preset.method;
    changed.format = preset.format;
    changed.source = preset.source;
    changed.relay = preset.relay;
    changed.triggers = preset.triggers;
    changed.coalesceWindow = preset.coalesceWindow;
    changed.coalesceLongest = preset.coalesceLongest;
    changed.urgent = preset.urgent;
    changed.pipelining = preset.pipelining;
    changed.connections = preset.connections;
    changed.pipelineDepth = preset.pipelineDepth;
    load(changed);
    tellReplaced();
}

void TargetForm::replace(const CallbackTarget &target)
{
    load(target);
    m_touched.unite({TargetField::Name, TargetField::Url, TargetField::Headers});
    tellReplaced();
}

// Not typing, wherever the keyboard is.
void TargetForm::tellReplaced()
{
    const QScopedValueRollback replacing(m_replacing, true);
    check();
    emit edited();
}

QStringList TargetForm::problems() const
{
    QStringList problems;
    if (!m_nameProblem.isEmpty())
        problems.append(m_nameProblem);
    for (const FieldProblem &problem : validate(target())) {
        if (problem.blocking)
            problems.append(inOurLanguage(problem.text));
    }
    return problems + m_headers->problems() + m_folds->problems();
}

QList<QLineEdit *> TargetForm::textFields() const
{
    QList<QLineEdit *> fields{m_nameEdit, m_urlEdit};
    for (QLineEdit *edit : m_folds->findChildren<QLineEdit *>()) {
        if (!edit->isReadOnly() && !qobject_cast<QAbstractSpinBox *>(edit->parentWidget()))
            fields.append(edit);
    }
    return fields;
}

QList<QPlainTextEdit *> TargetForm::textAreas() const
{
    return {m_headers->textEdit(), m_folds->access()->pinsEdit()};
}

FormState TargetForm::state() const
{
    FormState state{target(), {}};
    for (const QLineEdit *edit : textFields())
        state.texts.append(edit->text());
    state.texts.append(m_headers->typed());
    state.texts.append(m_folds->access()->pinsEdit()->toPlainText());
    return state;
}

void TargetForm::restore(const FormState &state)
{
    load(state.target);
    const QList<QLineEdit *> fields = textFields();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i]->text() != state.texts.value(i))
            fields[i]->setText(state.texts.value(i));
    }
    m_headers->setTyped(state.texts.value(fields.size()));
    m_folds->access()->setPinsText(state.texts.value(fields.size() + 1));
    m_urlBefore = m_urlEdit->text();
    m_nameProblem.clear();
    check();
    emit edited();
}

int TargetForm::typedIn() const
{
    if (m_replacing)
        return -1;
    const QWidget *focused = window()->focusWidget();
    const QList<QLineEdit *> fields = textFields();
    if (const auto area = textAreas().indexOf(focused); focused && area >= 0)
        return int(fields.size() + area);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i] == focused)
            return int(i);
    }
    return -1;
}

void TargetForm::guard(FormHistory &history)
{
    for (QLineEdit *edit : textFields())
        history.guard(edit);
    for (QPlainTextEdit *area : textAreas())
        history.guard(area);
}

// A command that came in at one stroke is meant to fill the form; one that is typed here is a URL that is wrong.
void TargetForm::takeUrl(const QString &text)
{
    const QString before = std::exchange(m_urlBefore, text);
    const QString inserted = insertedInto(before, text); // in place of whatever was chosen
    const QString command = looksLikeCurl(text) ? text : inserted;
    if (inserted.size() <= 1 || !looksLikeCurl(command))
        return touch(TargetField::Url);
    if (!readCurl(command))
        touch(TargetField::Url); // it stays, and can be mended
    takeCurl(command);
}

void TargetForm::paste(const QString &text)
{
    m_urlEdit->setFocus(Qt::OtherFocusReason);
    m_urlEdit->selectAll();
    m_urlEdit->insert(text); // tells textEdited(), as setText() does not
}

void TargetForm::takeCurl(const QString &command)
{
    const auto curl = readCurl(command);
    if (!curl)
        return emit curlRefused(curl.error().detail);
    replace(filledFrom(*curl, target()));
    emit curlTaken(curl->remarks);
}

void TargetForm::moveCredentials()
{
    CallbackTarget changed = target();
    const QString before = changed.url;
    const SeparatedUrl separated = separatedCredentials(before);
    if (!separated.had)
        return;
    changed.url = separated.url;
    if (!separated.user.isEmpty() || !separated.password.isEmpty())
        changed.authentication = {AuthScheme::Basic, separated.user, {separated.password, {}}, {}, {}, {}, false};
    replace(changed);
    m_folds->access()->openAuthentication();
    m_urlEdit->setFocus(Qt::OtherFocusReason); // the button is gone
    emit credentialsMoved(before);
}

} // namespace callboard
