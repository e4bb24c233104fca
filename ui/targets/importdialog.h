// Reads callback definitions from a pasted text or a file and shows what was found, mended and left out before anything
// is saved. Save hands the ticked targets to the engine one by one; what it refuses stays, with the reason.
#pragma once

#include "core/engine/engineclient.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace callboard {

class FieldLine;
class ImportModel;
class RepairModel;

class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(EngineClient &engine, QWidget *parent = nullptr);

    void setText(const QString &text);
    void openFile(const QString &path);

signals:
    void imported(int targets); // saved by one press of Save

private:
    [[nodiscard]] QWidget *makeSource();
    [[nodiscard]] QWidget *makeFindings();
    [[nodiscard]] QWidget *makeFoot();
    void chooseFile();
    void read();
    void follow();
    void showRepair(int row);
    void save();
    void saveNext(QList<int> rows, int saved);

    EngineClient &m_engine;
    QTimer m_soon;
    bool m_saving = false;
    ImportModel *m_targets = nullptr;
    RepairModel *m_repairs = nullptr;
    QPlainTextEdit *m_text = nullptr;
    FieldLine *m_textLine = nullptr;
    QTableView *m_targetTable = nullptr;
    QTableView *m_repairTable = nullptr;
    QLabel *m_repairTitle = nullptr;
    FieldLine *m_warningLine = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_saveButton = nullptr;
};

} // namespace callboard
