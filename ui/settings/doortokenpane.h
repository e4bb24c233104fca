// Below the table of tokens, one thing at a time: the form of a new one, what a rotation or an end would mean, asked
// once, or the token that was just made, shown this once.
#pragma once

#include "core/domain/doortoken.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class DoorTokenForm;
class FieldGrid;
class FieldLine;

class DoorTokenPane : public QWidget {
    Q_OBJECT

public:
    explicit DoorTokenPane(QWidget *parent = nullptr);

    void askNew();
    void askRotate(const DoorToken &token);
    void askRevoke(const DoorToken &token);
    void showIssued(const IssuedDoorToken &issued);
    void complain(const QString &sentence); // and stays as it is
    void leave();
    [[nodiscard]] FieldGrid &grid(); // of the form, to be aligned with what is above
    [[nodiscard]] bool isOpen() const { return m_mode != Mode::Closed; }

signals:
    void addRequested(const QString &name, callboard::DoorScopes scopes, std::optional<callboard::Timestamp> endsAt);
    void rotateRequested(const QString &name, callboard::Milliseconds overlap);
    void revokeRequested(const QString &name);
    void left(); // whoever opened it takes the focus back

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Closed, New, Rotate, Revoke, Issued };

    void makeIssued();
    void present(Mode mode, const QString &sentence);
    void act();
    void follow();

    Mode m_mode = Mode::Closed;
    QString m_name;
    QLabel *m_sentence = nullptr;
    DoorTokenForm *m_form = nullptr;
    QWidget *m_overlapRow = nullptr;
    QComboBox *m_overlapCombo = nullptr;
    QWidget *m_issued = nullptr;
    QLineEdit *m_secretEdit = nullptr;
    QPushButton *m_copyButton = nullptr;
    FieldLine *m_line = nullptr;
    QPushButton *m_actButton = nullptr;
    QPushButton *m_leaveButton = nullptr;
};

} // namespace callboard
