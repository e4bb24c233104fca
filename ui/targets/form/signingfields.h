// The fold of signing: how callbacks are signed, with what key, and for how long the key before goes on beside it. A
// key is in the clear only when it was made here, and until the form closes; one that is stored is never shown.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/signingstate.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace callboard {

class OlderKeys;

class SigningFields : public FieldGrid {
    Q_OBJECT

public:
    explicit SigningFields(QWidget *parent = nullptr);

    void begin(const Signing &stored); // what is saved; what is loaded after it stands in its place
    void load(const CallbackTarget &target);
    void storeInto(CallbackTarget &target) const;
    void show(const QList<FieldProblem> &problems);
    using QWidget::show;
    [[nodiscard]] QString problem() const;       // of a key that was typed; empty: none
    [[nodiscard]] QString value() const;         // off, Mux, 2 keys until 23 Nov, 10:00
    void setStoredPublicKey(const QString &key); // of what begin() was given; empty: not known
    void countFromNow();                         // how long keys overlap: it is about to be saved

signals:
    void edited();

private:
    struct Row {
        QWidget *label = nullptr;
        QWidget *field = nullptr;

        void setVisible(bool visible) const;
    };

    void makeScheme();
    void makeKey();
    void makePublicKey();
    void makeOverlap();
    void watch();
    [[nodiscard]] Row row(const QString &label, QWidget *field, FieldLine *line, QWidget *buddy);
    [[nodiscard]] QPushButton *button(const char *objectName, const QString &text, const QString &name);

    void schemeChosen();
    void fillInNewKey();
    void rotate();
    void end(const QByteArray &sealed);
    void present();
    void presentKey(const SigningState &now);
    void sayKeyLine(const SigningState &now);
    [[nodiscard]] QString rotationHint(const SigningState &now) const;
    [[nodiscard]] bool showsMade(const SigningState &now) const;
    [[nodiscard]] FieldLine *lineFor(const SigningState &now) const;
    [[nodiscard]] SigningState state() const;

    SigningState m_state; // what is stored, and what no field holds
    QString m_made;       // the key that was made here last
    QString m_storedPublic;
    QComboBox *m_schemeCombo = nullptr;
    QLineEdit *m_headerEdit = nullptr;
    QLineEdit *m_keyEdit = nullptr;
    QPushButton *m_makeButton = nullptr;
    QPushButton *m_rotateButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QLineEdit *m_publicEdit = nullptr;
    QPushButton *m_copyPublicButton = nullptr;
    QComboBox *m_overlapCombo = nullptr;
    OlderKeys *m_older = nullptr;
    FieldLine *m_schemeLine = nullptr;
    FieldLine *m_headerLine = nullptr;
    FieldLine *m_keyLine = nullptr;
    Row m_headerRow;
    Row m_keyRow;
    Row m_publicRow;
    Row m_overlapRow;
    Row m_olderRow;
};

} // namespace callboard
