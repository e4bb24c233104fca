// The left side of the target dialog: everything that defines a target, on one grid. Edits a copy; core says what is
// wrong with it, and a field shows it once it was touched. Fields the form does not have keep what they were loaded
// with.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/formstate.h"

#include <QSet>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace callboard {

class FieldGrid;
class FieldLine;
class FormHistory;
class HeaderField;
class OptionFolds;
class Resolver;
class SourceFields;
class TriggerBoxes;
class UrlCheck;
struct UrlAdvice;

class TargetForm : public QWidget {
    Q_OBJECT

public:
    explicit TargetForm(QWidget *parent = nullptr);

    void setTarget(const CallbackTarget &target);
    [[nodiscard]] CallbackTarget target() const;
    void aboutToSave(); // what is set for so long from now on begins now
    // Keeps name, URL, headers, scope and signing; takes everything the document decides.
    void applyPreset(const CallbackTarget &preset);
    // Everything at once, as one edit of the operator's.
    void replace(const CallbackTarget &target);

    [[nodiscard]] FormState state() const;
    void restore(const FormState &state);
    [[nodiscard]] int typedIn() const; // which of the state's texts has the keyboard; -1: none
    void guard(FormHistory &history);  // its fields leave undoing to it

    // From then on the URL is looked at in the background; `resolver` must outlive the form.
    void setResolver(Resolver &resolver);
    void setKnownHeaderNames(const QStringList &names);
    void setStoredPublicKey(const QString &key); // of the signing key that is stored

    // What keeps the target from being saved, in the order of the fields; empty: nothing.
    [[nodiscard]] QStringList problems() const;
    // The store's word on the name; stays until the name is changed.
    void showNameProblem(const QString &sentence);
    void focusFirst();
    void chooseRelay();              // as if the operator had ticked it
    void paste(const QString &text); // in place of the URL, as if the operator did

signals:
    void edited();
    // A pasted command filled the form; each remark says what it left out.
    void curlTaken(const QStringList &remarks);
    void curlRefused(const QString &why);
    // Name and password of the URL stand in the authentication now; `before` is that URL.
    void credentialsMoved(const QString &before);

private:
    void makePresets();
    void makeIdentity();
    void makeMethodAndFormat();
    void makeSource();
    void makeHeadersAndTriggers();
    void load(const CallbackTarget &target);
    void tellReplaced();
    void takeUrl(const QString &text);
    void takeCurl(const QString &command);
    void moveCredentials();
    [[nodiscard]] QList<QLineEdit *> textFields() const;
    [[nodiscard]] QList<QPlainTextEdit *> textAreas() const; // whose texts come after theirs
    void touch(TargetField field);
    void check();
    void showLine(FieldLine *line, TargetField field, const QList<FieldProblem> &problems);
    void showHeadersLine(const CallbackTarget &target, const QList<FieldProblem> &problems);
    void showUrlLine(const CallbackTarget &target, const QList<FieldProblem> &problems);
    [[nodiscard]] UrlAdvice urlAdviceFor(const CallbackTarget &target, const QList<FieldProblem> &problems) const;
    void showMethodLine(const CallbackTarget &target, const QList<FieldProblem> &problems);

    CallbackTarget m_target;
    QSet<TargetField> m_touched;
    QString m_nameProblem;
    QString m_urlBefore; // the last edit
    bool m_replacing = false;
    FieldGrid *m_grid = nullptr;
    QLineEdit *m_nameEdit = nullptr;
    QLineEdit *m_urlEdit = nullptr;
    QPushButton *m_moveButton = nullptr;
    QLabel *m_moveLabel = nullptr;
    QButtonGroup *m_methods = nullptr;
    QComboBox *m_formatCombo = nullptr;
    SourceFields *m_source = nullptr;
    HeaderField *m_headers = nullptr;
    UrlCheck *m_urlCheck = nullptr; // null: nobody looks
    TriggerBoxes *m_triggerBoxes = nullptr;
    OptionFolds *m_folds = nullptr;
    FieldLine *m_nameLine = nullptr;
    FieldLine *m_urlLine = nullptr;
    FieldLine *m_methodLine = nullptr;
    FieldLine *m_headersLine = nullptr;
};

} // namespace callboard
