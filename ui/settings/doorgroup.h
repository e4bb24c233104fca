// The door: where it listens, and who may speak to it. Tokens are made and ended at once, not with Save.
#pragma once

#include "core/engine/doorclient.h"
#include "ui/settings/settingsgroup.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace callboard {

class DoorTokenModel;
class DoorTokenPane;
class EmptyState;
class PlainTable;

class DoorGroup : public SettingsGroup {
    Q_OBJECT

public:
    // `url` empty: this window's door is closed. The client outlives the group.
    DoorGroup(DoorClient &door, const QString &url, QWidget *parent = nullptr);

    [[nodiscard]] bool isDirty() const override { return false; }
    [[nodiscard]] QString problem() const override { return {}; }
    void save(PlatformClient &platform) override;
    void focusFirst() override;
    [[nodiscard]] bool isSaved() const override { return false; }

private:
    void addAddress(const QString &url);
    void addTokens();
    void makeButtons();
    void watchPane();
    void askNew();
    void showList(bool shown);
    void showIssued(const IssuedDoorToken &issued);
    void refresh(const QString &select = {});
    void follow();
    [[nodiscard]] const DoorToken *selected() const;
    template <class T>
    [[nodiscard]] DoorClient::Then<T> finished(std::function<void(const T &)> then);

    DoorClient &m_door;
    QLineEdit *m_addressEdit = nullptr;
    DoorTokenModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    DoorTokenPane *m_pane = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_newButton = nullptr;
    QPushButton *m_rotateButton = nullptr;
    QPushButton *m_revokeButton = nullptr;
};

} // namespace callboard
