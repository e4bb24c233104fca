// A dialog that edits a copy: Save is closed only with a reason in its tooltip, unsaved changes mark the title and are
// asked about once before they go. Whoever derives adds a body, and calls follow() after it and after each edit.
#pragma once

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace callboard {

class DiscardBar;
class FieldLine;

class EditDialog : public QDialog {
    Q_OBJECT

public:
    explicit EditDialog(QWidget *parent = nullptr);

    void reject() override;

protected:
    [[nodiscard]] virtual bool isDirty() const = 0;
    [[nodiscard]] virtual QString obstacle() const = 0; // why it can't be saved; empty: it can
    virtual void save() = 0;                            // savingEnded() follows
    virtual void focusFirst() = 0;

    void setBody(QWidget *body);
    void setSaveWords(const QString &text, const QString &toolTip);
    void follow();
    void savingEnded();
    [[nodiscard]] FieldLine &footLine() { return *m_footLine; }
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFoot();
    void trySave();

    bool m_saving = false;
    QString m_saveToolTip;
    QVBoxLayout *m_column = nullptr;
    DiscardBar *m_discardBar = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_saveButton = nullptr;
};

} // namespace callboard
