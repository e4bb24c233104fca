// How the receiver answers: a ready-made answer to choose, and behind it the rules as a table to edit. What is valid is
// applied at once; while something is wrong the last valid rules stay, and a line says what is wrong.
#pragma once

#include "core/receiver/receiver.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace callboard {

class FieldLine;
class RulesTable;
class RulesTableModel;

class RulesPane : public QWidget {
    Q_OBJECT

public:
    explicit RulesPane(QWidget *parent = nullptr);

    void setRules(const QList<ReceiverRule> &rules); // says nothing
    [[nodiscard]] const QList<ReceiverRule> &rules() const { return m_rules; }
    void setTableOpen(bool open);
    [[nodiscard]] bool isTableOpen() const;

signals:
    void rulesChanged(const QList<callboard::ReceiverRule> &rules);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLine();
    void choose(int preset);
    void take();
    void showPreset();
    void sayWhatIsWrong();
    void applyIcon();

    RulesTableModel *m_model = nullptr;
    RulesTable *m_table = nullptr;
    QComboBox *m_presets = nullptr;
    QToolButton *m_fold = nullptr;
    FieldLine *m_line = nullptr;
    QList<ReceiverRule> m_rules; // as applied
};

} // namespace callboard
