// The left side of the target dialog: everything that defines a target, on one grid. Edits a copy; core says what is
// wrong with it, and a field shows it once it was touched. Fields the form does not have keep what they were loaded
// with.
#pragma once

#include "core/domain/target.h"

#include <QSet>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace callboard {

class FieldGrid;
class FieldLine;
class HeaderTable;
class OptionFolds;
class SourceFields;
class TriggerBoxes;

class TargetForm : public QWidget {
    Q_OBJECT

public:
    explicit TargetForm(QWidget *parent = nullptr);

    void setTarget(const CallbackTarget &target);
    [[nodiscard]] CallbackTarget target() const;
    // Keeps name, URL, headers and scope; takes everything the document decides.
    void applyPreset(const CallbackTarget &preset);

    // What keeps the target from being saved, in the order of the fields; empty: nothing.
    [[nodiscard]] QStringList problems() const;
    // The store's word on the name; stays until the name is changed.
    void showNameProblem(const QString &sentence);
    void focusFirst();
    void chooseRelay(); // as if the operator had ticked it

signals:
    void edited();

private:
    void makePresets();
    void makeIdentity();
    void makeMethodAndFormat();
    void makeSource();
    void makeHeadersAndTriggers();
    void touch(TargetField field);
    void check();
    void showLine(FieldLine *line, TargetField field, const QList<FieldProblem> &problems);
    void showUrlLine(const CallbackTarget &target);
    void showMethodLine(const CallbackTarget &target, const QList<FieldProblem> &problems);

    CallbackTarget m_target;
    QSet<TargetField> m_touched;
    QString m_nameProblem;
    FieldGrid *m_grid = nullptr;
    QLineEdit *m_nameEdit = nullptr;
    QLineEdit *m_urlEdit = nullptr;
    QButtonGroup *m_methods = nullptr;
    QComboBox *m_formatCombo = nullptr;
    SourceFields *m_source = nullptr;
    HeaderTable *m_headerTable = nullptr;
    TriggerBoxes *m_triggerBoxes = nullptr;
    OptionFolds *m_folds = nullptr;
    FieldLine *m_nameLine = nullptr;
    FieldLine *m_urlLine = nullptr;
    FieldLine *m_methodLine = nullptr;
    FieldLine *m_headersLine = nullptr;
};

} // namespace callboard
